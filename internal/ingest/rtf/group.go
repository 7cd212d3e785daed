package rtf

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// destination is what the text of a group is for.
type destination uint8

const (
	body       destination = iota
	ignored                // and all groups below
	fontTable              // \fonttbl
	styleTable             // \stylesheet
	label                  // \listtext: the number as shown
	fieldCode              // \fldinst
	note                   // \footnote
	comment                // \annotation
	author                 // \atnauthor
	heading                // a page's header or footer
	shapeText              // \shptxt
)

// state is what a group inherits and restores. Control words inside a group change a
// copy.
type state struct {
	dest     destination
	opens    bool // nothing has come in this group yet
	starred  bool // \*: to be ignored unless known
	font     int
	unicode  int // \uc
	hidden   bool
	revised  bool
	deleted  bool
	script   flow.Script
	contents bool // of a field that makes a table of contents
	// Where text goes again when a note, a comment, a margin or a shape ends, and
	// what it needs until then: whether the note is an endnote, and which margin it
	// is.
	outer   *output
	endnote bool
	why     string
}

// destinations are those that are known; text of others marked \* is ignored.
var destinations = map[string]destination{
	"fonttbl": fontTable, "stylesheet": styleTable, "listtext": label, "pntext": label,
	"fldinst": fieldCode, "footnote": note, "annotation": comment, "atnauthor": author,
	"header": heading, "headerl": heading, "headerr": heading, "headerf": heading,
	"footer": heading, "footerl": heading, "footerr": heading, "footerf": heading,
	"shptxt": shapeText, "shpinst": body, "fldrslt": body, "shp": body, "field": body,
	"colortbl": ignored, "info": ignored, "pict": ignored, "object": ignored, "nonshppict": ignored,
	"listtable": ignored, "listoverridetable": ignored, "revtbl": ignored, "filetbl": ignored,
	"sp": ignored, "nonesttables": ignored, "xe": ignored, "tc": ignored, "tcn": ignored, "rxe": ignored,
	"ftnsep": ignored, "ftnsepc": ignored, "ftncn": ignored, "aftnsep": ignored, "aftnsepc": ignored, "aftncn": ignored,
	"bkmkstart": ignored, "bkmkend": ignored, "atnid": ignored, "atnref": ignored, "atrfstart": ignored, "atrfend": ignored,
	"template": ignored, "private": ignored, "passwordhash": ignored,
}

// enter begins a destination. A group inside an ignored one stays ignored, and the
// tables of fonts and styles hold no text. Text that stands beside the body's (a
// note, a margin, a shape) goes to a stream of its own until its group ends.
func (r *reader) enter(name string) {
	dest := destinations[name]
	s := &r.state
	if s.dest == ignored || s.dest == fontTable || s.dest == styleTable {
		if dest == ignored || s.dest == ignored {
			s.dest = ignored
		}
		return
	}
	switch dest {
	case ignored:
		if name == "pict" || name == "object" {
			r.pictures++
		}
		s.dest = ignored
	case body:
		// what is around goes on
	case note, comment, heading:
		s.outer = r.out
		r.out = r.beside()
		s.dest, s.hidden, s.script = dest, false, flow.Script{}
		s.why, _, _ = strings.Cut(name, "er") // header, footer
		s.why += "er"
	case shapeText:
		s.outer = r.out
		r.out = r.beside()
		s.dest = dest
	default:
		s.dest = dest
		if dest == label {
			r.out.para.num.Reset()
		}
		if dest == fieldCode || dest == author {
			r.out.code.Reset()
		}
	}
}

// leave ends a group: properties go back to what they were before it, and what was
// gathered beside the text is put where it belongs. There must be an open group.
func (r *reader) leave() {
	inner := r.state
	r.state = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	switch {
	case inner.dest == fieldCode && r.state.dest != fieldCode:
		if code := strings.TrimSpace(r.out.code.String()); code == "TOC" || strings.HasPrefix(code, "TOC ") {
			r.state.contents = true
		}
	case inner.dest == author && r.state.dest != author:
		r.out.author = strings.TrimSpace(r.out.code.String())
	}
	if inner.outer == nil || r.state.outer == inner.outer {
		return
	}
	// The end of text that stands beside the body's.
	own := r.out
	own.end()
	r.out = inner.outer
	switch inner.dest {
	case note:
		n := revision.Note{Kind: revision.NoteFootnote, Text: own.line()}
		if inner.endnote {
			r.endnote++
			n.Mark = endnoteMark(r.endnote)
		} else {
			r.footnote++
			n.Mark = footnoteMark(r.footnote)
		}
		r.out.note(n, r.shown())
	case comment:
		r.out.note(revision.Note{Kind: revision.NoteComment, Author: r.out.author, Text: own.line()}, true)
		r.out.author = ""
	case heading:
		if s := own.line(); s != "" && !r.out.drops(s) {
			r.out.doc.Dropped = append(r.out.doc.Dropped, flow.Dropped{Text: s, Why: inner.why})
		}
	case shapeText:
		r.out.boxes = append(r.out.boxes, own.doc.Blocks...)
		r.out.doc.Struck = append(r.out.doc.Struck, own.doc.Struck...)
	}
}

// beside is a stream for text that stands beside the one at hand, with a document of
// its own.
func (r *reader) beside() *output { return newOutput(&flow.Document{}, r.out.para.text.KeepStruck) }
