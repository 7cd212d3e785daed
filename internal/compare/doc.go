// Package compare says what became of every clause and every word of a text in a
// later one.
//
//	old ─┐            fates            runs            edits
//	     ├─▶ align ─────────▶ diff ──────────▶ moves ─────────▶ significance ─▶ Comparison
//	new ─┘
//
// The stages are packages of their own, each with its words and its reasons:
//
//   - align: which clauses became which;
//   - moves: which words are kept, deleted and inserted in each change, and which
//     of them left one clause and arrived in another;
//   - significance: whether a change can matter in substance, and why.
//
// Here they are put together (compare.go), and the [Comparison] is written down
// and read again (marshal.go, unmarshal.go). What reads one from elsewhere, as
// the renderer of JSON does, puts it together with [Assemble].
//
// An [Edit] is one run of text with one fate. It knows the lines in which it
// stands on either side and, when its words moved, its other end; nobody above
// needs to look for them again. [Change.Parts] cuts the edits at line breaks.
//
// # What is promised
//
// Every clause stands in exactly one change. Joined, the old strings of a
// change's edits are its old text and the new strings its new text, to the byte.
// Words kept, moved and deleted add up to the old text, kept, moved and inserted
// to the new one. The two ends of a move have the same words. The same two texts
// give the same result: there is no clock, no random choice and no order of a map
// in it.
package compare
