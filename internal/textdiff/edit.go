package textdiff

// Op is what happened to a run of text.
type Op uint8

// The operations. A diff of two texts knows no moves; those are found above it.
const (
	Keep Op = iota
	Delete
	Insert
)

// Edit is one run of text with one fate. Old is "" for an insertion, New is ""
// for a deletion; for Keep the two are equal after normalisation, not always
// byte for byte (quotation marks, dashes, spaces).
//
// Joined, the Old strings of a diff are the old text and the New strings the
// new text, exactly.
type Edit struct {
	Op       Op
	Old, New string
}
