package onto

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/markup"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Errors of a file that cannot be written onto. Other errors have no value to be
// compared with.
var (
	ErrNotWord = errors.New("not a Word document")
	ErrTracked = errors.New("the Word document has tracked changes of its own: accept or reject them first")
)

// Files are the Word files that the texts were read from.
type Files struct {
	New []byte
	Old []byte // nil where the old text comes from another format
}

// Write writes the tracked changes into a copy of the Word file that the new text
// was read from, which keeps its styles, tables, headers, notes and all else:
// with all changes accepted it is that file again.
//
// With all rejected it reads as the old text: with the paragraphs, tables and
// lists of the old file where that is given. Numbers that Word counts are counted
// anew. Options.Author and Options.Date name who made the
// changes and on which day, as for a redline.
//
// It fails for a filtered report, when the file does not hold the new text, when a
// part that takes our comments cannot be understood, and with [ErrNotWord] or
// [ErrTracked]. The error is one of these, or that of w.
func Write(w io.Writer, files Files, r report.Report, o render.Options) error {
	if r.Filter != nil {
		return errors.New("a redline shows both texts as a whole: leave out what limits the comparison to some clauses")
	}
	p, main, err := open(files.New)
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
	d := &overlay{
		Author: markup.NewAuthor(&r, o), report: &r, options: o, formats: &stream.Formats{},
		lines: make(map[*paragraph]*stream.Line), paragraphOf: make(map[*stream.Line]*paragraph),
		behind: make(map[*stream.Paragraph]spotBehind), left: make(map[*paragraph]bool), gone: make(map[*paragraph]*stream.Paragraph),
	}
	d.Last = lastID(main, comments)
	layout, err := newLayout(main, readStyles(p))
	if err != nil {
		return err
	}
	if was, _, err := open(files.Old); err == nil {
		d.beside = untracked(was, p, message.In(o.Language))
		d.books = readNotes(was, p)
	}
	if err := d.compose(layout, files.Old); err != nil {
		return err
	}
	p.Set(p.Main, d.write())
	if err := d.addNotes(p); err != nil {
		return err
	}
	if len(d.comments) > 0 {
		if err := addComments(p, name, comments, d.Comments(d.comments)); err != nil {
			return err
		}
	}
	return p.Write(w)
}

// open opens a Word file and reads its main part. It fails with [ErrNotWord] for what
// is no package of Office Open XML; nil is an error, too.
func open(file []byte) (*ooxml.Opened, []byte, error) {
	p, err := ooxml.Open(file)
	if errors.Is(err, ooxml.ErrNoPackage) {
		return nil, nil, fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	if err != nil {
		return nil, nil, err
	}
	main, err := p.Read(p.Main)
	return p, main, err
}

// overlay is the redline laid over the user's file. Its fields are filled by the
// steps of [overlay.compose] in the order in which they stand; each says by which.
type overlay struct {
	*markup.Author
	report  *report.Report
	options render.Options
	formats *stream.Formats
	books   map[string]*noteBooks // of notes, by the kind of their part
	beside  []string              // what differs beside the text and is not tracked
	old     *side
	now     *side
	// Partners of both texts, by the old one; see pair.
	partner      map[*container]*container
	rowPartner   map[*row]*row
	tablePartner map[*table]*table
	// The stream, and where its lines come from; see segment.
	held        map[*paragraph][]*piece
	lines       map[*paragraph]*stream.Line
	paragraphOf map[*stream.Line]*paragraph
	paragraphs  []*stream.Paragraph
	segments    [][]*stream.Paragraph
	rest        map[*stream.Paragraph][]*stream.Paragraph // those behind it in its segment
	behind      map[*stream.Paragraph]spotBehind          // those behind all of the file's in their segment
	left        map[*paragraph]bool                       // before a table or at an end, where the other text has none: programs leave them empty
	order       int                                       // of what was put into the file so far
	inserted    []*row
	deleted     []deleted
	gone        map[*paragraph]*stream.Paragraph // in rows that are deleted
	inherited   map[*stream.Paragraph]bool       // see stream.Inherited
	// What is written of it; see plan.
	moves    []*stream.MoveRange
	comments []*markup.Comment
	notes    map[*stream.Paragraph][]*markup.Comment
	starts   map[stream.Position][]*stream.MoveRange
	ends     map[stream.Position][]*stream.MoveRange
	endsWith map[int][]*stream.MoveRange // after that paragraph
	became   map[kind]*paragraph
	models   map[string]*paragraph // by style of a line's format
	plans    []plan                // by paragraph of the new file
	patches  []patch
}

// compose makes the stream of both texts and plans what happens to each paragraph of
// the file. The order is needed: lines are found before runs are cut, runs are cut
// before they are tied to paragraphs, and moves are known only of paragraphs of the
// stream.
func (o *overlay) compose(l *layout, oldFile []byte) error {
	t := stream.Cut(o.report, o.formats)
	found, err := l.locate(t.New.Lines)
	if err != nil {
		return err
	}
	t.Chain()
	t.MatchMoved()
	o.now = newSide(l, t.New.Lines, found)
	o.now.label()
	o.old = o.oldSide(t, oldFile)
	cut(o.old, o.now)
	o.settle()
	if o.old.layout == nil {
		o.mirror()
	}
	o.pair()
	o.merge()
	o.moves = t.Moves(o.paragraphs)
	o.inherit()
	o.comment(t)
	o.learn()
	o.place()
	return nil
}

// oldSide is the old text, in the tree of its own file where that can be read. A file
// that cannot be read, holds changes of its own or does not hold the old text is left
// aside: the tree is then made by [overlay.mirror].
func (o *overlay) oldSide(t *stream.Texts, file []byte) *side {
	if file != nil {
		if p, main, err := open(file); err == nil && !trackedElement().Match(main) {
			if l, err := newLayout(main, readStyles(p)); err == nil {
				if found, err := l.locate(t.Old.Lines); err == nil {
					s := newSide(l, t.Old.Lines, found)
					s.label()
					return s
				}
			}
		}
	}
	return newSide(nil, t.Old.Lines, nil)
}

// comment writes the reason beside every change, and what standing the texts have
// where a reader begins: the file keeps its own headers.
func (o *overlay) comment(t *stream.Texts) {
	begins := make(map[*stream.Line]*stream.Paragraph)
	for _, p := range o.paragraphs {
		for _, s := range p.Spans {
			for _, side := range []struct {
				side *side
				run  *stream.Run
			}{{o.old, s.Old}, {o.now, s.New}} {
				if side.run == nil {
					continue
				}
				if q := side.side.of[side.run]; q != nil && q.line != nil && begins[q.line] == nil {
					begins[q.line] = p
				}
			}
		}
	}
	o.comments = o.Explain(o.report, o.options, t, o.paragraphs, begins)
	var text []string
	for _, n := range o.report.Notices {
		text = append(text, o.options.Phrases().Notice(n))
	}
	text = append(text, o.beside...)
	if len(text) > 0 && len(o.paragraphs) > 0 {
		notice := &markup.Comment{ID: o.ID(), Paragraph: o.paragraphs[0], Text: text}
		o.comments = append([]*markup.Comment{notice}, o.comments...)
	}
	o.notes = make(map[*stream.Paragraph][]*markup.Comment)
	for _, c := range o.comments {
		o.notes[c.Paragraph] = append(o.notes[c.Paragraph], c)
	}
}

// What is looked for in the bytes of a part: tracked changes, whatever their
// attributes, and identifiers under any prefix.
var (
	trackedElement = lazy.Regexp(`<w:(ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange)[ />]`)
	idAttribute    = lazy.Regexp(`:id\s*=\s*["']([0-9]{1,9})["']`)
)

// lastID is the highest identifier that the parts use, by whatever prefix. Ours come
// after it.
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
