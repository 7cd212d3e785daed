package model

import (
	"iter"

	"conceptdiff/internal/report"
)

// Account is a place for a picture of what became of the words of both texts, which
// sentences beside it say.
type Account struct{ report.WordAccount }

// Tags say in a few words each what became of something, and more in sentences. They
// stand on pages only: see [OnPage].
type Tags struct {
	Tags []Tag
	More []string
}

// Tag is a word or a few. Kind is what they stand for, in English and in one word.
type Tag struct{ Kind, Text string }

// Fold is what a page folds away under a title until it is asked for. In other formats
// it stands open and has no title.
type Fold struct {
	Title string
	Nodes []Node
}

// Beside is what two texts have, side by side; one may be empty. It stands on pages only:
// see [OnPage].
type Beside struct{ Old, New []Node }

// OnPage is for a page that links, folds and has room for columns. Instead says the same
// in other formats; none where they can do without.
type OnPage struct{ Nodes, Instead []Node }

func (Account) node() {}
func (Tags) node()    {}
func (Fold) node()    {}
func (Beside) node()  {}
func (OnPage) node()  {}

// Flat is nodes as formats show them that are no pages: what stands in place of an
// [OnPage], and what is folded open. They have no [Account].
func Flat(nodes []Node) iter.Seq[Node] {
	return func(yield func(Node) bool) { flat(nodes, yield) }
}

func flat(nodes []Node, yield func(Node) bool) bool {
	for _, n := range nodes {
		more := true
		switch n := n.(type) {
		case OnPage:
			more = flat(n.Instead, yield)
		case Fold:
			more = flat(n.Nodes, yield)
		case Account:
		default:
			more = yield(n)
		}
		if !more {
			return false
		}
	}
	return true
}
