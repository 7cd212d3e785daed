// Package terminal is all that a command knows of the world around its text: where it
// reads and writes ([Streams]), what the output is shown on, how lines are wrapped
// and coloured ([Printer]), the pager, and files that are whole or not there.
//
// A terminal changes the form of a text, never its content.
//
// What is shown on a terminal passes three gates: where it is written, foreign text
// is made visible ([Plain]); a [Printer] does so with each line; and a guard before
// the terminal lets through nothing that acts but our own colours. Where the output
// is a file or a pipe the bytes go through as they are.
package terminal
