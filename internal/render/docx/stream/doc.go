// Package stream makes one stream of two texts, which tracked changes are written
// from.
//
// # The law
//
// All changes accepted, the stream is the new text; all rejected, it is the old
// one: numbers, headings, paragraphs and items, in order, one a paragraph. That
// holds because each piece of the stream is on both sides or on one:
//
//	old text:  A ¶ B C ¶ D ¶        stream:  A ¶ B ⁺¶ C ¶ ⁻D ⁻¶ ⁺E ⁺¶
//	new text:  A ¶ B ¶ C ¶ E ¶               (⁺ only new, ⁻ only old)
//
// Without what is only new the stream is the old text, without what is only old
// the new one, whatever was chosen to be on both sides. A paragraph that was
// split shows an inserted paragraph mark and nothing else.
//
// # The stages
//
//	both sides ─ side ─ numbers ─ chain ─ merge ─ ending ─▶ paragraphs ─ moverange ─▶ ranges
//
// Each stage is a file of its name. Side cuts the lines of both sides into runs
// by the word edits of the comparison; typography sees to quotation marks and
// dashes that differ where the words are kept. Numbers ties the printed numbers
// of clauses that belong together. Chain chooses which of the kept runs stand on
// both sides: those that keep their order through the whole document, the
// heaviest such choice. The others moved. Merge makes one stream of the two
// sides; ending gives the last paragraph, whose mark nobody can delete, to both.
// Moverange pairs what left with what arrived.
//
// # Paragraph marks and their properties
//
// In a Word file the properties of a paragraph hang on its mark. When a mark
// goes, Word lets the next mark's properties hold, LibreOffice those of the
// first paragraph. So every paragraph bears the properties of the line that its
// text belongs to on either side, with a property change where they differ, and
// both programs come to the same. Inherited finds the paragraphs where that is
// not enough.
//
// # Words
//
// A [Run] is a part of one line with one fate; a [Span] is a run, or two that are
// the same on both sides; a [MoveRange] is what moved together.
package stream
