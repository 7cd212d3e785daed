// Package textdiff finds the word-level edits between two texts. It is the only
// importer of go-diff.
package textdiff
