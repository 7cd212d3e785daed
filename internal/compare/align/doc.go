// Package align finds out which clauses of a new text the clauses of an old one
// became: one for one, split, merged, moved, renumbered, new, removed.
//
// # The words
//
// A unit is a clause with what the alignment wants to know of it: its words, its
// number, its neighbours. A pair is an old and a new unit of which the old one
// became the new one. A flow is text of one unit that stands in a unit of the
// other side, whether or not the two are a pair. Two units compete for a third
// when both could be its partner.
//
// # The stages
//
//	old clauses ─┐
//	             ├─ anchor ─ propose ─ settle ⟲ ─ splits ─┬─ moved ─┬─▶ fates
//	new clauses ─┘                                        └─ kinds ─┘
//
// Anchor (anchors.go) pairs texts that are equal after normalisation: unique
// ones first, then repeated ones by their order between those, then the equal
// neighbours of pairs.
//
// Propose (candidates.go, propose.go) finds for every other old clause a few new
// ones worth weighing, by an index from rare words and word pairs to clauses, by
// number, by heading, and by the clauses above and below. No clause is weighed
// against all others, so the cost grows with the text and not with its square.
//
// Settle (align.go, score.go, assign.go) weighs each candidate: shared words by
// rarity, heading, number, and whether parents and neighbours are paired with
// each other. It keeps what is above the threshold and chooses the pairs whose
// sum is largest, all at once, because the best pair of one clause may be the
// only one of another. Since parents and neighbours depend on the pairs, it is
// done again until nothing changes.
//
//	old            new
//	(a) ports ───── (a) ports        «(b) roads» alone would fit either of two;
//	(b) roads ─┐    (b) rail         that its neighbour (c) became (d) decides
//	(c) tolls ─┼┐ ╱ (c) roads
//	           └┼─
//	            └── (d) tolls
//
// Splits (splits.go): what a pair leaves unexplained of one clause may be what
// fills another that has no partner. So splits and merges are found by the same
// measure as pairs; each word goes to one of those that could have it. Where the
// same text stands in two places (duplicates.go) it went to both; points that a
// sentence lists now (enumerations.go) belong with it; and a number
// over paragraphs that all belong to one change (empty_parents.go) belongs to it
// too.
//
// Kinds (fate.go): a fate with several parts on one side is a split or a merge.
// What leads to a point is read with it, so a clause that got a single point is
// amended.
//
// Moved (moved.go): of the pairs under the same parent as many as keep their
// order stay; the others moved. Another number in the same place is renumbered.
//
// # What is promised
//
// Every clause of either side has exactly one fate. The same two texts give the
// same result: there is no clock, no random choice and no order of a map in it.
// The weights were fitted to official correspondence tables, see
// docs/alignment.md.
package align
