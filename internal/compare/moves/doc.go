// Package moves finds the words that left one clause and arrived in another.
//
// It works on the runs of all changes of a comparison: tokens kept, deleted and
// inserted. The deleted and inserted runs are cut into sentences, the pieces, and
// a deleted piece is paired with an inserted one
//
//   - inside one change when they are sentences of ten words or more that share three
//     fifths of them, rows of eight words, or whole lines (stretches.go);
//
//   - inside one change when the two are equal and have two words or more: an item
//     that changed its place in a list (matchInside);
//
//   - anywhere when they are equal, have six words or more, and stand once on
//     either side (matchEqual);
//
//   - anywhere when they have ten words or more and share three fifths of them: a
//     sentence that was reworded on the way (matchReworded);
//
//   - in a text that was written anew, any row of eight words (anywhere.go).
//
//     old 4.1  Ferries run hourly. [Tolls are paid at the gate by every driver.]
//     old 4.3  Carts need a lamp.
//     move 1 ↓
//     new 4.1  Ferries run hourly.
//     new 4.3  Carts need a lamp. {Tolls are paid at the gate by every driver.}
//
// Both sides of a pair are then rewritten (apply.go): what the two have in common
// becomes moves, each with a number that both its ends bear, the rest stays
// deleted or inserted. Moves that follow each other on both sides are joined, and
// the white space between two that go the same way goes with them.
//
// The two ends of a move have the same words. A wrong move is worse than a missed
// one: below these bounds words are deleted and inserted.
package moves
