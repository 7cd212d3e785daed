package textdiff

// Op is what happened to a run of text.
type Op uint8

// The operations. A diff of two texts knows no moves; those are found above it.
const (
	Keep Op = iota
	Delete
	Insert
)

// Run is one run of tokens with one fate: those of Old in the old text, those of
// New in the new one. New is empty for a deletion, Old for an insertion.
type Run struct {
	Op       Op
	Old, New Range
}

// Edit is a [Run] as text. Old is "" for an insertion, New is "" for a deletion;
// for Keep the two are equal after normalisation, not always byte for byte
// (quotation marks, dashes, spaces).
//
// Joined, the Old strings of a diff are the old text and the New strings the
// new text, exactly.
type Edit struct {
	Op       Op
	Old, New string
}
