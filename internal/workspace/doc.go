// Package workspace is all that the program can do, for any caller: the command
// line today, pages in a browser next. A [Workspace] is a folder with revisions and
// the store that is filled from it. What a caller names, a label or a path, becomes a
// [Document]; two of them a comparison or a finished report; what a member says an
// entry of the record.
//
// # For any caller
//
// Every method takes a context and stops when it ends. A Workspace is safe for many
// callers at once, and [Workspace.Close] waits for all that it began: no goroutine
// outlives it. It reads no environment, writes to no stream and knows no clock but
// the one it is given: what is worth telling goes to a [Log].
//
// The store is opened when it is first needed, since two paths need none. It is then
// brought up to date with the folder once ([Workspace.Refresh] does it again): new
// revisions and claims files are taken in. What could not be taken in matters only to
// those who ask for that label.
//
// # What stands where
//
// Who may say what, and which words a mark may be about, stands in package review;
// what a store promises in package store; how a path is read in package reading, how
// a workspace's folders look in package folder.
package workspace
