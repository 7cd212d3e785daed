package layout

import (
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// Block is a run of text that belongs together: a paragraph, an item, a heading,
// with the label that opens it.
type Block struct {
	// Line is where it starts in the file, from 1; in blocks of a flow the number of
	// the block. Indent is in columns.
	Line   int // where it starts in the file
	Indent int
	Label  numbering.Label // Form is FormUnknown when there is none
	Text   string          // without the label
	Level  int             // of a Markdown heading, 1 to 6; 0 for other blocks
	Plain  bool            // never a heading (Markdown paragraphs)
	Row    bool            // of a table
	Struck bool            // its words are struck out: a number, and a note of them
	Gap    int             // blank lines before it, where they say something
	Notes  []revision.Note
}

// Labelled reports whether the block opens with a number, a letter or a bullet.
func (b *Block) Labelled() bool { return b.Label.Form != numbering.FormUnknown }

// Bullet reports whether the block is an item of a list.
func (b *Block) Bullet() bool { return b.Label.Form == numbering.FormBullet }

// Numbered reports whether the block opens with a number or letter.
func (b *Block) Numbered() bool { return b.Labelled() && !b.Bullet() }

// IndentStep is how far a list stands in, in columns. Every list around a block adds
// one.
const IndentStep = 4
