// Package numbering knows what opens a provision: «4.1.1.», «(a)», «Article 12-1.»,
// «On birinci fəsil», «Статья 7¹.». A [Label] is a value: the word's unit, the
// form of its punctuation, the number in one canonical spelling.
//
//	printed               unit      form    number
//	4.1.1.                          dot     4.1.1
//	Maddə 12-1.           article   word    12-1
//	Otuz doqquzuncu fəsil chapter   word    39
//	1 nömrəli əlavə       annex     word    1
//	(iv)                            parens  iv
//	•                               bullet
//
// Three ways to read one: [CutLabel] from the start of a line, [CutBare] where the
// lines around it show that a number without a mark is a label, [Read] for a number
// that stands by itself, as a person types it. A reader of a file does so once and
// stores the value with its provision; nobody reads the print again.
//
// The grammar is tables (words of units, numbers in words, alphabets) and one file
// for each form. What makes a sequence is here, too: [Label.FollowedBy],
// [Label.SameSequence], [Label.Class]. Which lines of a text are labels, and what
// stands below what, the text as a whole must say: see package family below, and
// the packages layout and outline of the readers.
package numbering
