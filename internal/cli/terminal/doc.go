// Package terminal is all that a command knows of the world around its text: where
// it reads and writes ([Streams]), what the output is shown on, how lines are wrapped
// and coloured ([Printer]), the pager, and files that are whole or not there.
//
// A terminal changes the form of a text, never its content.
package terminal
