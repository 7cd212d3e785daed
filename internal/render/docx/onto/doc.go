// Package onto lays tracked changes over the Word file that the new text was
// read from.
//
// # The law
//
// All changes accepted, it is that file again; all rejected, it reads as the old
// text. What did not change stays the same to the byte: styles, tables, headers,
// notes, formulas, text boxes, fields. A file that cannot be changed so is
// refused, with the object that stands in the way.
//
// # The stages
//
//	file ─ layout ─ characters ─▶ tree of paragraphs ─ locate ─▶ where each line stands
//	old text ─ (its own file's layout, or mirror) ─▶ tree of the old text
//	both trees ─ pieces ─ pair ─ segments ─▶ paragraphs of the stream ─ plan ─ write ─▶ file
//
// A [layout] is a file's text as a tree: the body, tables, cells and text boxes
// hold paragraphs and tables. locate finds every line of a revision in it by its
// visible characters, since our reader joins white space and cells, and counts
// numbers that the file does not hold.
//
// The old text has a tree, too: that of the Word file it was read from, where
// there is one; else one made after the new file's (mirror.go), in which a line
// stands where the words that it shares with the new text stand.
//
// Tables are paired with tables, rows with rows of as many cells, in order, by
// the text that they share; text boxes alike. What pairs is compared inside; a
// row or table without a partner is inserted or deleted as a whole. Between two
// tables, and in a cell, stand segments: paragraphs that follow each other. Each
// segment is a small document of its own and becomes a stream (package stream),
// of which the last paragraph's mark is on both sides, since Word cannot delete
// the mark before a table or at the end of a cell.
//
// Words that the comparison keeps but that stand in another cell, or on both
// sides of a table, are deleted there and inserted here.
package onto
