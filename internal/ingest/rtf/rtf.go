// Package rtf reads Rich Text Format (Microsoft's specification 1.9.1): the text
// with the numbers that the writing program left beside it, headings, tables,
// footnotes, comments and tracked changes. Pictures, objects and whatever
// destination is not known are passed over.
//
// Files: token cuts the file, control says what each control word does, group
// knows the destinations, charset the characters, paragraph makes the blocks.
package rtf

import (
	"bytes"
	"fmt"

	"conceptdiff/internal/ingest/flow"
)

// MaxGroups is how deep groups may stand in each other; documents need some 20.
const MaxGroups = 1000

// Is reports whether data begins as Rich Text does.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte(`{\rtf`)) }

// Read reads a Rich Text document. A document with tracked changes is refused with a
// [*flow.TrackedError] unless opts say which state is meant. Other errors are
// [*flow.Error]: groups nested too deep, too many paragraphs, no text. Damage is no
// error: what can be read is read, as in Word. Line in the places of blocks is the
// number of the paragraph.
func Read(data []byte, opts flow.Options) (*flow.Document, error) {
	r := newReader(data, opts)
	if err := r.read(); err != nil {
		return nil, err
	}
	if r.tracked > 0 && opts.Changes != flow.AcceptChanges && opts.Changes != flow.RejectChanges {
		return nil, &flow.TrackedError{Count: r.tracked}
	}
	r.doc.LeftOut(r.pictures, flow.OddObjects)
	r.doc.LeftOut(r.hidden, flow.OddHidden)
	if len(r.doc.Blocks) == 0 {
		return nil, &flow.Error{Msg: "the Rich Text document holds no text"}
	}
	return r.doc, nil
}

// reader goes through the tokens once. Numbers of lists are not counted: the writing
// program leaves what it showed before each paragraph (\listtext), for readers that
// do not count.
type reader struct {
	tokens     tokens
	doc        *flow.Document
	reject     bool
	state      state
	stack      []state
	codepage   int         // of the document
	fonts      map[int]int // code page by font
	styles     map[int]style
	out        *output  // where text goes: the body, a note, a margin
	pending    []uint16 // a surrogate that waits for its partner
	bytes      []byte   // of a character of several bytes
	raw        int      // code page of those bytes
	skip       int      // characters that repeat a Unicode one for old readers
	tracked    int      // changes
	last       int      // kind of change that the text before stood in
	hidden     int      // pieces of hidden text
	pictures   int
	paragraphs int // of the body, its notes and cells
	footnote   int
	endnote    int
}

// newReader is a reader at the beginning, in code page 1252 and with one character to
// skip after each Unicode one, which are the defaults of the specification.
func newReader(data []byte, opts flow.Options) *reader {
	r := &reader{
		tokens: tokens{data: data}, doc: &flow.Document{}, reject: opts.Changes == flow.RejectChanges,
		codepage: 1252, fonts: map[int]int{}, styles: map[int]style{}, state: state{unicode: 1},
	}
	r.out = newOutput(r.doc, opts.Struck == flow.KeepStruck)
	return r
}

// read is the loop over the tokens. Groups that are never closed are closed at the
// end.
func (r *reader) read() error {
	for {
		tok, ok := r.tokens.next()
		if !ok {
			break
		}
		if r.paragraphs > flow.MaxBlocks {
			return flow.TooMany()
		}
		switch tok.kind {
		case openGroup:
			r.flushBytes()
			r.skip = 0
			if len(r.stack) >= MaxGroups {
				return &flow.Error{Msg: fmt.Sprintf("groups are nested deeper than %d, the most that is read", MaxGroups)}
			}
			r.stack = append(r.stack, r.state)
			r.state.opens, r.state.starred = true, false
		case closeGroup:
			r.flushBytes()
			r.skip = 0
			if len(r.stack) == 0 {
				continue // more closed than opened
			}
			r.leave()
		case word:
			r.control(tok)
			r.state.opens = false
		case text:
			r.character(tok.char)
			r.state.opens = false
		}
	}
	r.flushBytes()
	for len(r.stack) > 0 {
		r.leave()
	}
	r.out.end()
	return nil
}
