package onto

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/docx/stream"
)

// commentsOf is the part that holds a file's comments, or would: its name and
// content, nil where there is none. The name is one that no part has, where there are
// no comments yet.
func commentsOf(p *ooxml.Opened) (string, []byte, error) {
	if r := p.Choose(p.Relations, "comments"); r != nil {
		data, err := p.Read(r.Target)
		return p.Name(r.Target), data, err
	}
	return p.Free(path.Join(path.Dir(p.Main), "comments")), nil, nil
}

// addComments adds comments to those of the file, or a part for them. elements are
// w:comment elements. It fails where the part is not one of comments, or cannot be
// declared.
func addComments(p *ooxml.Opened, name string, data []byte, elements string) error {
	if data == nil {
		space := wordml.Space
		if p.Strict {
			space = wordml.StrictSpace
		}
		data = []byte(ooxml.Head + `<w:comments xmlns:w="` + space + `"></w:comments>`)
		part := ooxml.Part{Name: name, Type: wordml.MediaType + "comments+xml", Data: data}
		if err := p.AddPart(part, "comments", "conceptdiffComments"); err != nil {
			return fmt.Errorf("the comments cannot be declared in the Word document: %w", err)
		}
	}
	data, err := ooxml.Insert(data, "comments", []string{wordml.Space, wordml.StrictSpace}, "w:comment", elements)
	if err != nil {
		return fmt.Errorf("the comments have no place in %s of the Word document: %w", name, err)
	}
	p.Set(name, data)
	return nil
}

// noteMark is the mark of a footnote or an endnote in a paragraph. Notes have no
// characters of their own in the text, so their marks are kept beside them.
type noteMark struct {
	at        int // how many characters stand before it
	run, mark *ooxml.Element
}

// noteKinds are the marks of notes, with the part that holds what they stand for.
var noteKinds = map[string]string{"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}

// noteBetween reports whether the mark of a note stands between two characters of a
// paragraph.
func (s *side) noteBetween(a, b spot) bool {
	return slices.ContainsFunc(s.layout.paragraphs[a.paragraph].notes, func(m noteMark) bool { return a.char < m.at && m.at <= b.char })
}

// notesBehind are the marks of notes that stand right behind a run. White space may
// stand between.
func (s *side) notesBehind(r *stream.Run) []noteMark {
	p := s.of[r]
	if p == nil || p.home == nil || len(p.spots) == 0 {
		return nil
	}
	end := p.spots[len(p.spots)-1].char + 1
	var out []noteMark
	for _, m := range p.home.notes {
		if m.at >= end && !slices.ContainsFunc(p.home.chars[end:m.at], func(c char) bool { return !unseen(c.char) }) {
			out = append(out, m)
		}
	}
	return out
}

// notesOf are the marks behind a span that only one of the texts has: those of the
// old one, and the runs of those of the new one. Of an old text without a Word file
// nothing is known. Where both texts have words and notes behind them, the notes are
// paired in order, and only those left over came or went.
func (o *overlay) notesOf(s stream.Span) (gone, came []noteMark) {
	if o.old.layout.data == nil {
		return nil, nil
	}
	gone, came = o.old.notesBehind(s.Old), o.now.notesBehind(s.New)
	if s.Old == nil || s.New == nil {
		return gone, nil // what stands behind words that came comes with them
	}
	n := min(len(gone), len(came))
	return gone[n:], came[n:]
}

// noteBooks are the parts of notes of both files, and what goes from one into the
// other. Numbers of notes are those of one part: those of footnotes and endnotes may
// be the same.
type noteBooks struct {
	name     string // of the new file's part
	old, now *ooxml.Element
	oldData  []byte
	last     int // the highest number in the new file
	added    strings.Builder
}

// readNotes reads the parts of notes that both files have. A kind that one of the
// files lacks, or of which a part cannot be read, is not in it: its notes are then
// not carried over.
func readNotes(was, is *ooxml.Opened) map[string]*noteBooks {
	books := make(map[string]*noteBooks)
	for _, kind := range noteKinds {
		a, b := was.Choose(was.Relations, kind), is.Choose(is.Relations, kind)
		if a == nil || b == nil {
			continue
		}
		oldData, err := was.Read(a.Target)
		if err != nil {
			continue
		}
		newData, err := is.Read(b.Target)
		if err != nil {
			continue
		}
		book := &noteBooks{name: is.Name(b.Target), oldData: oldData}
		if book.old, err = ooxml.Scan(oldData); err != nil {
			continue
		}
		if book.now, err = ooxml.Scan(newData); err != nil {
			continue
		}
		for _, n := range book.now.Children {
			id, _ := strconv.Atoi(n.Attr("w:id"))
			book.last = max(book.last, id)
		}
		books[kind] = book
	}
	return books
}

// oldNote is the mark of a note of the old text, in the element of the text before
// it; its note is put among those of the new file, as plain text. It is "" where that
// is not possible. As a change of its own it comes back when the changes are
// rejected, with a number that the new file had not.
func (o *overlay) oldNote(m noteMark, s stream.Span) string {
	book := o.books[noteKinds[m.mark.Name]]
	if book == nil {
		return ""
	}
	element := noteKinds[m.mark.Name]
	element = "w:" + element[:len(element)-1]
	for _, n := range book.old.Children {
		if n.Attr("w:id") != m.mark.Attr("w:id") {
			continue
		}
		book.last++
		var w wordml.Writer
		fmt.Fprintf(&w, `<%s w:id="%d">`, element, book.last)
		for i, line := range noteLines(n, book.oldData) {
			w.WriteString("<w:p>")
			if i == 0 {
				w.WriteString(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><` + element + `Ref/></w:r>`)
			}
			w.Run("", line)
			w.WriteString("</w:p>")
		}
		w.WriteString("</" + element + ">")
		book.added.Write(w.Bytes())
		tag := cmp.Or(s.Tag(), "w:del") // text that stayed may have lost its note
		return o.Change(tag) + `><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><` + m.mark.Name + ` w:id="` + strconv.Itoa(book.last) + `"/></w:r></` + tag + `>`
	}
	return ""
}

// noteLines is the text of a note, paragraph by paragraph. Text deleted in it, and
// what a program would take for instructions, is left out.
func noteLines(n *ooxml.Element, data []byte) []string {
	var out []string
	n.Walk(func(e *ooxml.Element) bool {
		switch e.Name {
		case "w:p":
			out = append(out, "")
		case "w:t":
			if len(out) > 0 {
				out[len(out)-1] += e.Text(data)
			}
		case "mc:Fallback", "w:del", "w:instrText":
			return false
		}
		return true
	})
	return out
}

// addNotes puts the notes that came back into the file.
func (o *overlay) addNotes(p *ooxml.Opened) error {
	for _, mark := range []string{"w:footnoteReference", "w:endnoteReference"} {
		kind := noteKinds[mark]
		book := o.books[kind]
		if book == nil || book.added.Len() == 0 {
			continue
		}
		data, err := p.Read(book.name)
		if err != nil {
			return err
		}
		data, err = ooxml.Insert(data, kind, []string{wordml.Space, wordml.StrictSpace}, "w:"+kind[:len(kind)-1], book.added.String())
		if err != nil {
			return fmt.Errorf("the notes of the old text have no place in %s of the Word document: %w", book.name, err)
		}
		p.Set(book.name, data)
	}
	return nil
}
