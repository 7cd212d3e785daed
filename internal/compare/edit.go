package compare

import (
	"iter"
	"strings"

	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/revision"
)

// Op is what became of a run of words.
type Op = moves.Op

// The operations.
const (
	Keep   = moves.Keep
	Delete = moves.Delete
	Insert = moves.Insert
	Move   = moves.Move
)

// Edit is one run of text with one fate. It knows where it stands in the text of
// either side and, when its words moved, where they went: a move is two edits,
// one with Old and To where the words left, one with New and From where they
// arrived, and each is the other's Partner.
type Edit struct {
	Op       Op
	Old, New string
	// Where Old and New begin; of an insertion OldAt is where it would stand in
	// the old text, of a deletion NewAt where it would in the new one.
	OldAt, NewAt Place
	// The rest is for Move alone.
	From, To string // address of the clause at the other end
	// Move numbers the moves of a comparison from 1; both ends bear the number.
	Move int
	// Partner is the other end. It has the same words; white space at its ends, and
	// what counts as the same (quotation marks, dashes), may be others.
	Partner *Edit
}

// Place is a point in one side's text of a change: the texts of its clauses
// joined by line breaks.
type Place struct {
	Block  *revision.Block // the line, with its provision and clause; nil when the side has no text
	Line   int             // from 0
	Offset int             // in bytes, from 0
}

// Clause is the clause that the place stands in, nil when there is no text.
func (p Place) Clause() *revision.Clause {
	if p.Block == nil {
		return nil
	}
	return p.Block.Clause
}

// Part is what of an edit stands in one line of either side, without line breaks.
type Part struct {
	*Edit
	Old, New         string
	OldAt, NewAt     Place
	OldEnds, NewEnds bool // the side's line ends behind it
}

// Parts cuts the edits of a change at the line breaks of either side: whoever
// shows or follows a text line by line reads it here. A part may be empty on both
// sides, where nothing but a line break stands.
func (c *Change) Parts() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		old, new := cursor{lines: blocksOf(c.Old)}, cursor{lines: blocksOf(c.New)}
		for i := range c.Edits {
			e := &c.Edits[i]
			restOld, restNew := e.Old, e.New
			for more := true; more; {
				p := Part{Edit: e, OldAt: old.place(), NewAt: new.place()}
				p.Old, restOld, p.OldEnds = strings.Cut(restOld, "\n")
				p.New, restNew, p.NewEnds = strings.Cut(restNew, "\n")
				if !yield(p) {
					return
				}
				old.pass(p.Old, p.OldEnds)
				new.pass(p.New, p.NewEnds)
				more = p.OldEnds || p.NewEnds
			}
		}
	}
}

// cursor walks the lines of one side of a change.
type cursor struct {
	lines        []*revision.Block
	line, offset int
}

// place is where the cursor stands. Beyond the last line, where no complete
// comparison leads, there is no block.
func (c *cursor) place() Place {
	p := Place{Line: c.line, Offset: c.offset}
	if c.line < len(c.lines) {
		p.Block = c.lines[c.line]
	}
	return p
}

func (c *cursor) pass(text string, ends bool) {
	c.offset += len(text)
	if ends {
		c.offset++
		c.line++
	}
}

// passAll passes a text with the line breaks in it.
func (c *cursor) passAll(text string) {
	c.offset += len(text)
	c.line += strings.Count(text, "\n")
}

// blocksOf lists the lines of the clauses' joined text. A clause without text of
// its own adds none.
func blocksOf(cs []*revision.Clause) []*revision.Block {
	n := 0
	for _, c := range cs {
		n += len(c.Blocks)
	}
	out := make([]*revision.Block, 0, n)
	for _, c := range cs {
		for i := range c.Blocks {
			out = append(out, &c.Blocks[i])
		}
	}
	return out
}
