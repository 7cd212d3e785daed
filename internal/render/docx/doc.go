// Package docx writes a comparison as a Word document with tracked changes.
//
// # The law
//
// All changes accepted, the document is the new text; all rejected, it is the
// old one: numbers, headings, paragraphs and items, in order, one a paragraph.
// That holds because the document is made from both texts as one stream, of
// which each piece is on both sides or on one:
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
//	both sides ─ lines ─ numbers ─ chain ─ stream ─ ending ─▶ paragraphs ─ moves ─ comments ─▶ XML ─▶ package
//
// Lines (lines.go) cuts the lines of both sides into atoms by the word edits of
// the comparison; typography.go sees to quotation marks and dashes that differ
// where the words are kept. Numbers (numbers.go) ties the printed numbers of
// clauses that belong together. Chain (chain.go) chooses which of the kept atoms
// stand on both sides: those that keep their order through the whole document,
// the heaviest such choice. The others moved. Stream (stream.go) merges the two
// sides; ending.go gives the last paragraph, whose mark nobody can delete, to
// both. Moves (moves.go) pairs what left with what arrived.
//
// # Paragraph marks and their properties
//
// In a Word file the properties of a paragraph hang on its mark. When a mark
// goes, Word lets the next mark's properties hold, LibreOffice those of the
// first paragraph. So every paragraph bears the properties of the line that its
// text belongs to on either side, with a property change where they differ, and
// both programs come to the same.
package docx
