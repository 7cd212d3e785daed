// Package textdiff finds the word-level edits between two texts, for people to
// read: whole words, whole phrases where a phrase was reworded, and no more of
// the text than changed.
//
// A [Lexicon] cuts texts into [Token] values and gives each distinct word a
// number; [Lexicon.Diff] and [Lexicon.Runs] compare two lists of tokens. Nothing
// in what they find depends on a clock, a random number or the order of a map.
//
// # Words used here
//
// A token is a word (UAX #29), a run of spaces, a line break or a mark. Two
// tokens are equal when their normal forms are: NFC, one shape for each sort of
// quotation mark, dash and space, nothing invisible. A non-space token is one that is
// not white space. A hunk is one difference: a run of old non-space tokens that became
// a run of new ones, either of which may be empty; what stands between two hunks is
// kept. An island is a short kept run between two hunks.
//
// # The algorithm
//
//	old   In this regard, the State will support peace, and order.
//	new   The State shall support lasting peace and order.
//
// 1. Only non-space tokens are aligned (nonspace.go). White space has no place of its
// own: it goes with the tokens around it. It would otherwise be half of all tokens and
// match anything.
//
//	old   In this regard , the State will support peace , and order .
//	new   The State shall support lasting peace and order .
//
// 2. Sentences that stand once on either side and are equal anchor the alignment
// (anchor.go): patience diff, with sentences for lines, and of the chains that
// keep their order the heaviest in words. In what lies between, common ends are
// taken off (align.go).
//
// 3. The gaps are aligned by a shortest edit script of their words, found by
// go-diff with a rune for each word (exact.go). What stands on one side only is
// left out first. A gap of more than some ninety words is first cut at the phrases
// that stand once on either side (phrase.go); if that leaves one in which the search
// could take long, at the words that do, and if there are none, piece by piece
// (align.go). So time is bounded for any text.
//
//	[In this regard , the|The] State [will|shall] support [|lasting] peace [,|] and order .
//
// 4. The script is made readable (polish.go). Words are kept rather than marks
// and function words (reweigh.go). Deletions and insertions slide to
// the limits of phrases (shift.go). Two sentences that share hardly anything are
// shown as one replaced by the other (replace.go). Islands without weight, a
// «the» or a comma that two rewritten phrases happen to share, are given up
// (islands.go). References stay whole: 4(1) became 4(2) (reference.go). Each costs
// words deleted and inserted beyond the least possible; TestMeasure prints how
// many on real revisions, and fails at a tenth.
//
// 5. The white space is dealt out and the edits are written (emit.go): a space
// between two words that were kept is kept; at the edge of a hunk it is kept if
// one stands there on both sides, and else goes with the words beside it. A
// paragraph that was split shows as a space that became a line break.
//
//	[-In this regard, the-]{+The+} State [-will-]{+shall+} support {+lasting +}peace[-,-] and order.
//
// # Speed
//
// Words are compared as integers from the first step on, and a text is cut only
// once: [Lexicon.Runs] gives ranges of tokens, not strings. What a diff works in
// is used again by the next one (differ.go), so that a diff of two clauses
// allocates its result and hardly more.
package textdiff
