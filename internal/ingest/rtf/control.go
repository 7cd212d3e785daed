package rtf

import (
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
)

// characters are what control words and symbols stand for; "" for what shows only
// where a line is broken. Breaks of pages and columns are a space.
var characters = map[string]string{
	"\\": "\\", "{": "{", "}": "}", "~": "\u00a0", "_": "\u2011", "-": "", "tab": " ", "line": "\n", "softline": "",
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "page": " ", "column": " ",
	"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}

// control does what a control word says. Order matters: destinations before
// characters before properties, since a word that begins a destination is none of the
// others; and a destination that is marked \* and not known hides its group.
func (r *reader) control(tok token) {
	if tok.name == "u" && tok.given {
		if r.skip > 0 {
			r.skip--
			return
		}
		r.unicode(tok.value)
		return
	}
	r.flushBytes()
	if tok.name == "*" {
		// Where it does not open a group it says nothing: some programs leave it
		// amid the text.
		r.state.starred = r.state.opens
		return
	}
	if _, known := destinations[tok.name]; known && (r.state.opens || r.state.starred) {
		r.state.starred = false
		r.enter(tok.name)
		return
	}
	if r.state.starred {
		r.state.dest, r.state.starred = ignored, false
		return
	}
	if s, ok := characters[tok.name]; ok {
		if r.skip > 0 {
			r.skip--
			return
		}
		r.write(s)
		return
	}
	if r.state.dest == fontTable || r.state.dest == styleTable {
		r.tableControl(tok)
		return
	}
	if r.state.dest == ignored {
		return
	}
	if d := r.state.dest; !r.characterControl(tok) && d != label && d != fieldCode && d != author {
		r.paragraphControl(tok)
	}
}

// characterControl knows the words that concern runs of text, and reports whether tok
// is one of them. A word without a number turns its property on, with 0 off.
func (r *reader) characterControl(tok token) bool {
	on := !tok.given || tok.value != 0
	switch tok.name {
	case "ansicpg":
		r.codepage = tok.value
	case "mac":
		r.codepage = 10000
	case "pc":
		r.codepage = 437
	case "pca":
		r.codepage = 850
	case "uc":
		r.state.unicode = min(max(tok.value, 0), 8)
	case "f":
		r.state.font = tok.value
	case "v":
		if r.state.hidden = on; on {
			r.hidden++
		}
	case "revised":
		// Moves (\mvt to, \mvf from) are an insertion and a deletion.
		r.state.revised = on
	case "deleted":
		r.state.deleted = on
	case "mvt":
		r.state.revised = on
	case "mvf":
		r.state.deleted = on
	case "plain":
		r.state.hidden, r.state.revised, r.state.deleted, r.state.script = false, false, false, flow.Script{}
	case "strike", "striked":
		r.state.script.Struck = on
	case "super":
		r.state.script.Raised = on
	case "nosupersub", "sub":
		r.state.script.Raised = false
	case "up", "dn":
		const least = 3 // half points
		r.state.script.Raised = tok.name == "up" && (tok.value >= least || !tok.given)
	case "ftnalt":
		for i := range r.stack {
			if r.stack[i].dest == note {
				r.stack[i].endnote = true
			}
		}
		r.state.endnote = true
	default:
		return false
	}
	return true
}

// paragraphControl knows the words that concern paragraphs and tables. Properties
// hold until \pard, over the ends of paragraphs.
func (r *reader) paragraphControl(tok token) {
	p := &r.out.para.props
	switch tok.name {
	case "par", "sect":
		r.endParagraph()
	case "pard":
		*p = props{}
	case "s":
		st := r.styles[tok.value]
		p.level, p.title = st.level, st.title
		if st.indented {
			p.left, p.first = st.left, st.first
		}
	case "outlinelevel":
		p.level = tok.value + 1
		if tok.value > 8 {
			p.level = 0
		}
	case "li", "lin":
		p.left = tok.value
	case "fi":
		p.first = tok.value
	case "ilvl":
		p.depth = min(max(tok.value, 0), 9)
	case "intbl":
		p.table = true
	case "cell":
		r.paragraphs++
		r.out.cell(r.place())
	case "nestcell", "nestrow":
		r.write(" ")
	case "row":
		r.out.row()
	}
}

// tableControl reads the tables of fonts and styles, in which \f and \s name the
// entry that follows. A font of character set 0 in a document of another code page is
// left out: some programs write 0 for all fonts, and the bytes are those of the
// document.
func (r *reader) tableControl(tok token) {
	switch {
	case tok.name == "f" && r.state.dest == fontTable:
		r.state.font = tok.value
	case tok.name == "fcharset" && r.state.dest == fontTable:
		if page, ok := codepageOf[tok.value]; ok && !(tok.value == 0 && r.codepage != 1252) {
			r.fonts[r.state.font] = page
		}
	case tok.name == "s" && r.state.dest == styleTable:
		r.out.style = tok.value
		r.styles[tok.value] = style{}
	case r.state.dest == styleTable && r.out.style >= 0:
		st := r.styles[r.out.style]
		switch tok.name {
		case "outlinelevel":
			if tok.value <= 8 {
				st.level = tok.value + 1
			}
		case "li", "lin":
			st.left, st.indented = tok.value, true
		case "fi":
			st.first, st.indented = tok.value, true
		case "sbasedon":
			if base, ok := r.styles[tok.value]; ok && st.level == 0 {
				st.level, st.title = base.level, base.title
			}
		}
		r.styles[r.out.style] = st
	}
}

// write puts text where it belongs, by the destination of the group at hand: the
// paragraph, its number, a field's code, the name of a style, or nowhere.
func (r *reader) write(s string) {
	if s == "" || !utf8.ValidString(s) {
		return
	}
	switch r.state.dest {
	case ignored, fontTable:
	case styleTable:
		r.styleName(s)
	case fieldCode, author:
		r.out.code.WriteString(s)
	case label:
		if r.shown() {
			r.out.para.num.WriteString(s)
		}
	default:
		r.countTracked()
		if r.shown() {
			r.out.para.text.Write(s, r.state.script)
			r.out.para.contents = r.out.para.contents || r.state.contents
		}
	}
}

// shown reports whether text of the group at hand is part of the state that is
// read.
func (r *reader) shown() bool {
	s := &r.state
	return !s.hidden && !(s.deleted && !r.reject) && !(s.revised && !s.deleted && r.reject)
}

// countTracked counts each run of text that is inserted or deleted. A run goes on
// until text of another kind; groups do not end it.
func (r *reader) countTracked() {
	kind := 0
	if r.state.revised {
		kind = 1
	}
	if r.state.deleted {
		kind = 2
	}
	if kind != r.last && kind != 0 {
		r.tracked++
	}
	r.last = kind
}
