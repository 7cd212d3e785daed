package workspace

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/form"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// Taken says what came of a row of a form.
type Taken string

// What came of a row.
const (
	TakenNow     Taken = "taken"
	TakenAlready Taken = "said already"
	LeftEmpty    Taken = "left empty"
	WordsChanged Taken = "the words have changed since"
	NotRead      Taken = "not read"
	Refused      Taken = "refused"
)

// FormRow is a row of a form that came back, and what came of it.
type FormRow struct {
	form.Row
	Member  string
	Outcome Taken
	Why     string // for what was not taken, in plain words; "" when the outcome says all
	Entry   review.Entry
}

// FormTaken is what came of a form.
type FormTaken struct {
	Revision string
	Rows     []FormRow
}

// Count counts the rows with an outcome.
func (t FormTaken) Count(o Taken) int {
	n := 0
	for _, r := range t.Rows {
		if r.Outcome == o {
			n++
		}
	}
	return n
}

// FormFile is a form that came back.
type FormFile struct {
	Name string
	Data []byte
	By   string // the member; "" for the one whom the form names
	// Revision is the text that the comments of a Word file are on; "" for the one
	// whose words they stand on. A form names its own.
	Revision string
}

// Form is what needs talking about on a text as a form that a member fills in.
func (w *Workspace) Form(ctx context.Context, label, member string) (form.Form, error) {
	d, err := w.Stored(ctx, label)
	if err != nil {
		return form.Form{}, err
	}
	record, err := w.Record(ctx)
	if err != nil {
		return form.Form{}, err
	}
	flags, err := d.Flagged()
	if err != nil {
		return form.Form{}, err
	}
	var flagged []review.Flagged
	for _, f := range flags {
		flagged = append(flagged, review.Flagged{Address: f.Provision, Says: f.Claim.Speaker + ", " + f.Claim.Date + ": " + string(f.Claim.Says)})
	}
	return form.New(d.Revision, record.StateOf(d.Revision).Agenda(flagged), member), nil
}

// IsForm reports whether a file may be a form or a Word file with comments, and not a
// record that another copy exported.
func IsForm(data []byte) bool { return form.MayBe(data) }

// TakeForm enters the marks of a form that came back, row by row: by address and text,
// so that what has changed since is told and not taken. A Word file without a form is
// read for comments on its words: «obsolete: …». One row that is refused keeps no other
// from being taken.
func (w *Workspace) TakeForm(ctx context.Context, f FormFile) (FormTaken, error) {
	filled, err := form.Read(f.Data)
	if errors.Is(err, form.ErrNone) && bytes.HasPrefix(f.Data, []byte("PK")) {
		return w.takeComments(ctx, f)
	}
	if err != nil {
		return FormTaken{}, fmt.Errorf("%s: %w", f.Name, err)
	}
	d, err := w.Stored(ctx, filled.Meta.Label)
	if err != nil {
		return FormTaken{}, err
	}
	rows := make([]FormRow, len(filled.Rows))
	for i, r := range filled.Rows {
		rows[i] = FormRow{Row: r, Member: strings.TrimSpace(f.By)}
		if rows[i].Member == "" {
			rows[i].Member = filled.Member
		}
	}
	return w.takeRows(ctx, d.Revision, rows)
}

// takeRows enters what rows say of a text.
func (w *Workspace) takeRows(ctx context.Context, r *revision.Revision, rows []FormRow) (FormTaken, error) {
	for i := range rows {
		if err := w.takeRow(ctx, r, &rows[i]); err != nil {
			return FormTaken{}, err
		}
	}
	return FormTaken{Revision: r.Label, Rows: rows}, nil
}

// takeRow enters what a row says. The error is one of the store: what is wrong with the
// row itself is told in it.
func (w *Workspace) takeRow(ctx context.Context, r *revision.Revision, row *FormRow) error {
	set := func(o Taken, why form.Oddity) error {
		row.Outcome, row.Why = o, string(why)
		return nil
	}
	switch {
	case row.Odd != "":
		return set(NotRead, row.Odd)
	case row.Verdict == "":
		return set(LeftEmpty, "")
	case row.Member == "":
		return set(NotRead, form.NoMember)
	}
	p := r.Find(row.Address)
	if p == nil {
		return set(WordsChanged, form.NoProvision)
	}
	if !row.Is(review.AnchorOf(r, p).Digest) {
		return set(WordsChanged, "")
	}
	record, err := w.Record(ctx)
	if err != nil {
		return err
	}
	if st := record.StateOf(r).At(row.Address); st != nil {
		for _, e := range st.Marks {
			if e.By == row.Member && e.Verdict() == row.Verdict && e.Note() == row.Note {
				return set(TakenAlready, "")
			}
		}
	}
	row.Entry, err = w.Mark(ctx, Mark{Revision: r.Label, Address: row.Address, Verdict: row.Verdict, By: row.Member, Note: row.Note})
	var stranger *review.NotMemberError
	var role *review.RoleError
	switch {
	case errors.As(err, &stranger), errors.As(err, &role), fault.IsMisuse(err):
		return set(Refused, form.Oddity(err.Error()))
	case err != nil:
		return err
	}
	return set(TakenNow, "")
}

// takeComments enters the comments of a Word file as marks on the words they stand on.
func (w *Workspace) takeComments(ctx context.Context, f FormFile) (FormTaken, error) {
	read, err := w.Look(ctx, Received{Name: f.Name, Data: f.Data, Changes: flow.RejectChanges, Struck: flow.KeepStruck})
	if err != nil {
		return FormTaken{}, err
	}
	var found []*revision.Provision
	read.Walk(func(p *revision.Provision) bool {
		if slices.ContainsFunc(p.Notes, isComment) {
			found = append(found, p)
		}
		return true
	})
	if len(found) == 0 {
		return FormTaken{}, fault.Hint(fmt.Errorf("%s holds no comments, and %w", f.Name, form.ErrNone),
			"a form is made with conceptdiff marks REVISION --form docx -o FILE")
	}
	r, err := w.commented(ctx, f, found)
	if err != nil {
		return FormTaken{}, err
	}
	byDigest := map[string][]*revision.Provision{}
	r.Walk(func(p *revision.Provision) bool {
		byDigest[review.AnchorOf(r, p).Digest] = append(byDigest[review.AnchorOf(r, p).Digest], p)
		return true
	})
	var rows []FormRow
	for _, p := range found {
		for _, n := range p.Notes {
			if isComment(n) {
				rows = append(rows, commentRow(r, read.Revision, p, n, byDigest, f.By))
			}
		}
	}
	return w.takeRows(ctx, r, rows)
}

func isComment(n revision.Note) bool { return n.Kind == revision.NoteComment }

// commented is the stored text that most of the commented words stand in.
func (w *Workspace) commented(ctx context.Context, f FormFile, found []*revision.Provision) (*revision.Revision, error) {
	if f.Revision != "" {
		d, err := w.Stored(ctx, f.Revision)
		if err != nil {
			return nil, err
		}
		return d.Revision, nil
	}
	all, err := w.All(ctx)
	if err != nil {
		return nil, err
	}
	var best *revision.Revision
	most := 0
	for _, r := range all {
		words := map[string]bool{}
		r.Walk(func(p *revision.Provision) bool {
			words[review.Words(p)] = true
			return true
		})
		n := 0
		for _, p := range found {
			if words[review.Words(p)] {
				n++
			}
		}
		if n >= most && n > 0 { // of several, the newest
			best, most = r, n
		}
	}
	if best == nil {
		return nil, fault.Hint(fmt.Errorf("%s: the words that are commented on stand in no stored text", f.Name), "name the text with --revision, or import it first")
	}
	return best, nil
}

// commentRow is a comment as a row of a form.
func commentRow(r, read *revision.Revision, p *revision.Provision, n revision.Note, byDigest map[string][]*revision.Provision, by string) FormRow {
	anchor := review.AnchorOf(read, p)
	row := FormRow{Row: form.Row{Address: p.Address(), Digest: anchor.Digest, Words: anchor.Quote, Place: "comment on " + p.Address()}, Member: n.Author}
	if by != "" {
		row.Member = by
	}
	if same := byDigest[anchor.Digest]; len(same) > 0 {
		row.Address = same[0].Address()
		for _, s := range same {
			if s.Address() == p.Address() {
				row.Address = s.Address()
			}
		}
		if len(same) > 1 && r.Find(p.Address()) == nil {
			row.Odd = form.SeveralPlaces
		}
	}
	word, note, _ := strings.Cut(n.Text, ":")
	v, err := review.ParseVerdict(strings.ToLower(strings.TrimSpace(word)))
	if err != nil {
		row.Odd = form.NoColon
		return row
	}
	row.Verdict, row.Note = v, strings.TrimSpace(note)
	return row
}
