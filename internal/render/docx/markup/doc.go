// Package markup writes the elements of tracked changes: who changed what and
// when, the ranges of what moved, and the comments that give the reasons. Both
// Word files with tracked changes are made with it: the one that is made anew
// (package redline) and the one laid over a user's file (package onto).
package markup
