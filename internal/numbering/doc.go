// Package numbering reads the labels that open provisions: «4.1.1.», «(a)»,
// «Article 12-1.», «I FƏSİL». A [Label] is a value; which of the lines that look
// labelled are labels, and what stands below what, is for the reader to say.
package numbering
