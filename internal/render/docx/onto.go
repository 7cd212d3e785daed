package docx

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"sync"

	"conceptdiff/internal/ooxml"
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
	p, err := ooxml.Open(file)
	if errors.Is(err, ooxml.ErrNoPackage) {
		return fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	if err != nil {
		return err
	}
	main, err := p.Read(p.Main)
	if err != nil {
		return err
	}
	if trackedElement().Match(main) {
		return ErrTracked
	}
	name, comments, err := commentsOf(p)
	if err != nil {
		return err
	}
	d.ids = lastID(main, comments)
	d.compose()
	d.noticeComment()
	if main, err = d.graft(main); err != nil {
		return err
	}
	p.Set(p.Main, main)
	if len(d.comments) > 0 {
		if err := addComments(p, name, comments, d.commentElements()); err != nil {
			return err
		}
	}
	return p.Write(w)
}

var (
	trackedElement = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<w:(ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange)[ />]`)
	})
	idAttribute = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`:id\s*=\s*["']([0-9]{1,9})["']`) })
)

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
