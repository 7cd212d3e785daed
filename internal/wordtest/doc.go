// Package wordtest is what tests of Word files with tracked changes share: a reader
// of them by the rules of the standard (Read, File.Settle), a check of what Word
// refuses a file for (CheckStructure), a LibreOffice that accepts or rejects all
// as a person would (Office), and random revisions (RandomPair). Only tests import
// it.
package wordtest
