// Package cli is the command line of conceptdiff: the root command, the hints that go
// with errors, and exit codes. The commands stand in the folder of their group, which
// is the heading that help lists them under: changes (compare), claims (what sources
// say), committee (its work), texts (read), storage (store). What they do is done by
// package workspace.
//
// # Rules of the terminal interface
//
// The result goes to the standard output, everything else to the standard
// error. A terminal changes the form of a result (colour, width, pager), never
// its content.
//
// An error is one line, "conceptdiff: error: …", lower case, without a full
// stop; where we can guess what was meant, "conceptdiff: hint: …" follows.
// Notices and warnings are "conceptdiff: …" and "conceptdiff: warning: …".
//
// The exit code is 0 when the command did its work, also when texts differ; 1
// when it failed; 2 when it was called wrongly; 3 when --check was given and
// there are findings; 130 when it was interrupted.
//
// With -o the result is written beside the file and renamed, so that a failed
// run leaves no output file and never half of one.
//
// A command is three things in one file: its options, a constructor that
// declares and validates flags, and a run function that asks the workspace and knows
// nothing of flags.
//
// # The way of a command
//
//	Main        the process's streams, interrupts, the exit code
//	Run         one tree of commands and one store a run; closes the store
//	cobra       finds the command, parses its flags, checks the arguments
//	RunE        refuses flags that do not go together, as misuse, before any file is read
//	runX        asks the workspace and writes what it answers to a format
//	conclude    error → words on the standard error, and the exit code
//
// Nothing below Run knows the process: tests run the whole with streams of their own,
// a clock of their own and a folder for a workspace.
package cli
