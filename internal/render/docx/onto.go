package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"sync"

	"conceptdiff/internal/render"
	"conceptdiff/internal/report"
)

// Errors of a file that cannot be written onto.
var (
	ErrNotWord = errors.New("not a Word document")
	ErrTracked = errors.New("the Word document has tracked changes of its own: accept or reject them first")
)

// Onto writes the tracked changes into a copy of the Word file that the new text
// was read from, which keeps its styles, tables, headers, notes and all else:
// with all changes accepted it is that file again.
//
// With all rejected it reads as the old text, but for what the file makes itself:
// numbers that Word counts are counted anew, and old rows of a table stand as
// paragraphs in it. It fails when the file does not hold the new text, when
// a part that takes our comments cannot be understood, and with [ErrNotWord] or
// [ErrTracked].
func Onto(w io.Writer, file []byte, r report.Report, o render.Options) error {
	d, err := newDocument(&r, o)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	parts := make(map[string][]byte)
	for _, name := range []string{documentPart, commentsPart, linksPart, typesPart} {
		if parts[name], err = readEntry(z, name); err != nil {
			return err
		}
	}
	if parts[documentPart] == nil || parts[typesPart] == nil {
		return ErrNotWord
	}
	if trackedElement().Match(parts[documentPart]) {
		return ErrTracked
	}
	d.ids = lastID(parts[documentPart], parts[commentsPart])
	if err := d.compose(); err != nil {
		return err
	}
	d.noticeComment()
	if parts[documentPart], err = d.graft(parts[documentPart]); err != nil {
		return err
	}
	if err := d.addComments(parts); err != nil {
		return err
	}
	return rezip(w, z, parts)
}

// The parts of a Word file that change.
const (
	documentPart = "word/document.xml"
	commentsPart = "word/comments.xml"
	linksPart    = "word/_rels/document.xml.rels"
	typesPart    = "[Content_Types].xml"
)

var (
	trackedElement = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<w:(ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange)[ />]`)
	})
	idAttribute = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`:id\s*=\s*["']([0-9]{1,9})["']`) })
)

// maxPart is the largest part that is read, in bytes.
const maxPart = 512 << 20

// readEntry reads a part of the package, nil when there is none.
func readEntry(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if err == nil && len(data) > maxPart {
			err = fmt.Errorf("%s is larger than %d MB unpacked", name, maxPart>>20)
		}
		return data, err
	}
	return nil, nil
}

// lastID is the highest identifier that the parts use, by whatever prefix.
func lastID(parts ...[]byte) int {
	last := 0
	for _, p := range parts {
		for _, m := range idAttribute().FindAllSubmatch(p, -1) {
			n, _ := strconv.Atoi(string(m[1])) // at most nine digits
			last = max(last, n)
		}
	}
	return last
}

// noticeComment says what standing the texts have where a reader begins: the
// file keeps its own headers.
func (d *document) noticeComment() {
	var text []string
	for _, n := range d.report.Notices {
		text = append(text, render.NoticeText(n, d.options))
	}
	if len(text) == 0 {
		return
	}
	first := &comment{id: d.id(), paragraph: d.paragraphs[0], text: text}
	d.comments = append([]*comment{first}, d.comments...)
}

// addComments adds our comments to those of the file, or a part for them.
func (d *document) addComments(parts map[string][]byte) error {
	if len(d.comments) == 0 {
		return nil
	}
	add := func(name, root, tag, elements string) error {
		data, err := insert(parts[name], root, tag, elements)
		if err != nil {
			return fmt.Errorf("the comments have no place in %s of the Word document: %w", name, err)
		}
		parts[name] = data
		return nil
	}
	ours := d.commentsPart()
	if parts[commentsPart] != nil {
		from := bytes.Index(ours, []byte(`<w:comment `))
		to := bytes.LastIndex(ours, []byte(`</w:comments>`))
		return add(commentsPart, "comments", "w:comment", string(ours[from:to]))
	}
	parts[commentsPart] = ours
	if parts[linksPart] == nil {
		parts[linksPart] = []byte(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	if err := add(typesPart, "Types", "Override",
		`<Override PartName="/`+commentsPart+`" ContentType="`+wordType+`comments+xml"/>`); err != nil {
		return err
	}
	return add(linksPart, "Relationships", "Relationship",
		`<Relationship Id="conceptdiffComments" Type="`+officeRel+`comments" Target="comments.xml"/>`)
}

// rezip writes the package anew: the parts that changed, and all others as they
// are, to the byte.
func rezip(w io.Writer, z *zip.Reader, parts map[string][]byte) error {
	out := zip.NewWriter(w)
	written := make(map[string]bool)
	for _, f := range z.File {
		data, changed := parts[f.Name]
		if !changed || data == nil {
			raw, err := f.OpenRaw()
			if err != nil {
				return err
			}
			entry, err := out.CreateRaw(&f.FileHeader)
			if err != nil {
				return err
			}
			if _, err := io.Copy(entry, raw); err != nil {
				return err
			}
			continue
		}
		written[f.Name] = true
		if err := writeEntry(out, f.Name, data); err != nil {
			return err
		}
	}
	for _, name := range []string{commentsPart, linksPart} {
		if parts[name] != nil && !written[name] {
			if err := writeEntry(out, name, parts[name]); err != nil {
				return err
			}
		}
	}
	return out.Close()
}
