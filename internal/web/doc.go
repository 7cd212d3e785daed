// Package web is the program as pages in a browser, for people who never open a
// terminal: reading, comparing, marking and deciding, on this machine or, with
// sign-in, for others.
//
// # How a page is made
//
//	request ──guard──▶ handler ──workspace──▶ values ──▶ page struct ──template──▶ buffer ──▶ answer
//
// A handler returns an error to one wrapper ([server.handle]), which turns it into a
// page that says what happened and what to do. A page is a struct that a function
// makes from values; its template is executed into a buffer first, so that no half of
// a page is ever sent.
//
// The package reaches everything through package workspace: it knows no SQL, no file
// of the store and no command line. What a comparison and a report look like is
// package render/html's; the frame around them, and what stands at each change, is
// ours.
//
// # What changes while others read
//
// Texts do not change, so a comparison is made once and kept under a digest of all it
// rests on (package keep). The committee's marks do change: they are put into the kept
// page at its changes, and pages that are open hear of them (package live).
//
// # Without script
//
// Every page can be read and every form sent without JavaScript. The script makes it
// pleasant: keys, answers without loading the page, what others enter meanwhile.
package web
