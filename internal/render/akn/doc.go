// Package akn writes a comparison as Akoma Ntoso 3.0, the new text with what was
// changed marked in it.
//
// It is an amending view in the terms of the standard (change.go, modification.go). No
// modification in it is a legal act, which its preface says. A single revision is written
// by package document.
package akn
