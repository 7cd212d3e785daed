package page

import (
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/revision"
)

// whyNote marks the lines of footnotes. They are not listed as dropped: the notes
// keep their text.
const whyNote = "footnote"

// takeFootnotes makes notes of the footnotes on each page: lines at its bottom
// in smaller type, of which the first opens with a mark that stands raised in
// the text above. The marks leave the text, and the notes go to their lines. A
// footnote that began on the page before goes on at the bottom of the next.
func takeFootnotes(lines []pageLine, set *pageSetting) {
	var open *revision.Note // the last note of the page before
	for i := 0; i < len(lines); {
		n := 1
		for i+n < len(lines) && lines[i+n].page == lines[i].page {
			n++
		}
		open = footnotesOf(lines[i:i+n], set, open)
		i += n
	}
}

// footnotesOf reads the footnotes of one page, and gives the last of them, on which
// the next page may go on; nil when there is none. open is that of the page before.
// Lines of notes are marked; type counts as small below 93 per cent of the body's
// size. Small print without any mark that the text has is text.
func footnotesOf(page []pageLine, set *pageSetting, open *revision.Note) *revision.Note {
	start := len(page)
	for start > 0 && (page[start-1].why != "" || page[start-1].Size < 0.93*set.body) {
		start--
	}
	if start == 0 {
		return nil // a page of small type
	}
	text, foot := page[:start], page[start:]
	var last *revision.Note
	begun := false
	for i := range foot {
		ln := &foot[i]
		if ln.why != "" {
			continue
		}
		mark, rest := footnoteMark(ln)
		if at := findMark(text, mark); at != nil {
			takeMark(at, mark)
			at.notes = append(at.notes, revision.Note{Kind: revision.NoteFootnote, Mark: mark, Text: rest})
			last, begun = &at.notes[len(at.notes)-1], true
			ln.why = whyNote
			continue
		}
		switch {
		case begun:
			appendNote(last, ln)
		case open != nil && mark == "":
			appendNote(open, ln)
			last = open
		default:
			return nil // small type, but no footnotes
		}
		ln.why = whyNote
	}
	return last
}

// appendNote adds a line to a note's text.
func appendNote(n *revision.Note, ln *pageLine) {
	var b strings.Builder
	b.WriteString(n.Text)
	layout.AppendLine(&b, layout.Squeeze(ln.Text))
	n.Text = b.String()
}

// footnoteMark is the mark that opens a footnote, at most four bytes of digits or
// signs, and what follows it; "" and the whole line where none does.
func footnoteMark(ln *pageLine) (mark, rest string) {
	s := layout.Squeeze(ln.Text)
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune("*†‡§", r) })
	if n <= 0 || n > 4 {
		return "", s
	}
	rest = strings.TrimLeft(s[n:], ".) ")
	if rest == "" {
		return "", s
	}
	return s[:n], rest
}

// findMark finds the first line on which a mark stands raised after a word, nil when
// none has it. Lines that were dropped have no marks; neither has a raised character
// that opens its line, which may be a footnote's own.
func findMark(text []pageLine, mark string) *pageLine {
	if mark == "" {
		return nil
	}
	for i := range text {
		ln := &text[i]
		if ln.why != "" {
			continue
		}
		for _, m := range ln.Marks {
			if m.Start > 0 && strings.TrimSpace(ln.Text[m.Start:m.End]) == mark {
				return ln
			}
		}
	}
	return nil
}

// takeMark takes the first such mark out of a line, and moves the places behind it:
// those of other marks and of struck-out words.
func takeMark(ln *pageLine, mark string) {
	for k, m := range ln.Marks {
		if m.Start == 0 || strings.TrimSpace(ln.Text[m.Start:m.End]) != mark {
			continue
		}
		ln.Text = ln.Text[:m.Start] + ln.Text[m.End:]
		ln.Marks = without(append(ln.Marks[:k:k], ln.Marks[k+1:]...), m)
		ln.Struck = without(ln.Struck, m)
		return
	}
}

// without gives runs their places in a text out of which another run was cut. What
// stood in that run is gone; a run of which nothing is left is none.
func without(runs []pdf.Mark, cut pdf.Mark) []pdf.Mark {
	moved := func(at int) int { return at - max(min(at, cut.End)-cut.Start, 0) }
	out := make([]pdf.Mark, 0, len(runs))
	for _, r := range runs {
		if r = (pdf.Mark{Start: moved(r.Start), End: moved(r.End)}); r.Start < r.End {
			out = append(out, r)
		}
	}
	return out
}
