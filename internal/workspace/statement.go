package workspace

import (
	"context"
	"fmt"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// enter adds a statement to the record.
func (l *library) enter(ctx context.Context, by string, says review.Statement) (review.Entry, error) {
	return l.store.Enter(ctx, l.w.opts.Now(), by, says)
}

// Mark is a member's verdict on a provision of a stored revision.
type Mark struct {
	Revision, Address string // as a person writes them
	Verdict           review.Verdict
	By                string // "" for the default member
	Note              string
	Source            string // key of the source relied on, or ""
	Words             string // proposed in place of the paragraph's, with the verdict amend; "" for none
}

// Mark enters a mark.
func (w *Workspace) Mark(ctx context.Context, m Mark) (review.Entry, error) {
	return w.say(ctx, m.Revision, m.By, func(d *Document) (review.Statement, error) {
		on, err := markAnchor(d.Revision, m.Address)
		if err != nil {
			return nil, err
		}
		if m.Source != "" {
			err = d.knowsSource(m.Source)
		}
		if err == nil && m.Words != "" {
			err = mayPropose(d.Revision, m.Address)
		}
		return review.Mark{On: on, Verdict: m.Verdict, Note: m.Note, Source: m.Source, Words: oneLine(m.Words)}, err
	})
}

// Decision is the committee's verdict on a provision.
type Decision struct {
	Revision string // "" for the one on which that provision is marked
	Address  string
	Verdict  review.Verdict
	Votes    review.Votes
	By       string // a chair; "" for the default member
	Note     string
	Words    string // that are to stand in the paragraph's place, with the verdict amend; "" for none
}

// Decide enters a decision.
func (w *Workspace) Decide(ctx context.Context, given Decision) (review.Entry, error) {
	if given.Revision == "" {
		var err error
		if given.Revision, err = w.markedRevision(ctx, given.Address); err != nil {
			return review.Entry{}, err
		}
	}
	return w.say(ctx, given.Revision, given.By, func(d *Document) (review.Statement, error) {
		on, err := markAnchor(d.Revision, given.Address)
		if err == nil && given.Words != "" {
			err = mayPropose(d.Revision, given.Address)
		}
		return review.Decision{On: on, Verdict: given.Verdict, Votes: given.Votes, Note: given.Note, Words: oneLine(given.Words)}, err
	})
}

// mayPropose refuses words for what is more than one paragraph.
func mayPropose(r *revision.Revision, typed string) error {
	p, _, err := Lookup(typed, r)
	if err != nil {
		return err
	}
	return fault.Misuse(review.MayPropose(p))
}

// oneLine makes one paragraph of what a form sent. Other spaces stay as they are.
func oneLine(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s))
}

// Accepted compares a stored revision with its text as the committee decided it should
// read: see [review.State.Accepted]. It returns a report of what the decisions change,
// or an error where they change nothing.
func (w *Workspace) Accepted(ctx context.Context, label string) (report.Report, error) {
	d, err := w.Stored(ctx, label)
	if err != nil {
		return report.Report{}, err
	}
	record, err := w.Record(ctx)
	if err != nil {
		return report.Report{}, err
	}
	accepted, changed := record.StateOf(d.Revision).Accepted()
	if changed == 0 {
		return report.Report{}, fault.Misusef("the committee has decided on no words for %s yet", d.Label)
	}
	accepted.Label, accepted.Status, accepted.Base = d.Label+"-decided", revision.Draft, d.Label
	accepted.Note = ""
	c, err := compare.Compare(d.Revision, accepted)
	if err != nil {
		return report.Report{}, err
	}
	return report.Build(report.Input{Comparison: c})
}

// say makes a statement on a stored revision and enters it.
func (w *Workspace) say(ctx context.Context, label, by string, what func(*Document) (review.Statement, error)) (review.Entry, error) {
	d, err := w.Stored(ctx, label)
	if err != nil {
		return review.Entry{}, err
	}
	says, err := what(d)
	if err != nil {
		return review.Entry{}, err
	}
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return review.Entry{}, err
	}
	if by, err = lib.speaker(ctx, by); err != nil {
		return review.Entry{}, err
	}
	record, err := lib.soundRecord(ctx)
	if err != nil {
		return review.Entry{}, err
	}
	if err := record.MayWithdraw(d.Revision, by, says); err != nil {
		return review.Entry{}, err
	}
	return lib.enter(ctx, by, says)
}

// Rebinding settles where the marks on a provision of Old belong in New.
type Rebinding struct {
	Old, New string // labels
	From     string
	To       []string // none when nothing stands in its place
	By, Note string
}

// Rebind enters a rebinding.
func (w *Workspace) Rebind(ctx context.Context, given Rebinding) (review.Entry, error) {
	return w.rule(ctx, given.Old, given.New, given.By, func(old, new *Document) (review.Statement, error) {
		if old.Label == new.Label {
			return nil, fault.Misusef("marks on %s need no rebinding in %s", old.Label, new.Label)
		}
		said := review.Rebinding{In: new.Label, Note: given.Note}
		var err error
		if said.From, err = markAnchor(old.Revision, given.From); err != nil {
			return nil, err
		}
		for _, typed := range given.To {
			to, err := markAnchor(new.Revision, strings.TrimSpace(typed))
			if err != nil {
				return nil, err
			}
			said.To = append(said.To, to)
		}
		record, err := w.Record(ctx)
		if err != nil {
			return nil, err
		}
		if record.StateOf(old.Revision).At(said.From.Address) == nil {
			w.log.Warn("%s", fmt.Sprintf("nothing is marked on %s yet; the rebinding holds for marks that come", said.From))
		}
		return said, review.CheckReason("rebinding", given.Note)
	})
}

// Ruling overrules the comparison: a clause of Old became a clause of New, or did not.
type Ruling struct {
	Old, New string // labels
	From, To string // addresses
	Apart    bool
	By, Note string
}

// Rule enters a ruling.
func (w *Workspace) Rule(ctx context.Context, given Ruling) (review.Entry, error) {
	return w.rule(ctx, given.Old, given.New, given.By, func(old, new *Document) (review.Statement, error) {
		said := review.Pin{Apart: given.Apart, Note: given.Note}
		var err error
		if said.Old, err = clauseAnchor(old.Revision, given.From); err != nil {
			return nil, err
		}
		if said.New, err = clauseAnchor(new.Revision, given.To); err != nil {
			return nil, err
		}
		return said, review.CheckReason("ruling", given.Note)
	})
}

// rule makes a statement on two stored revisions and enters it.
func (w *Workspace) rule(ctx context.Context, oldLabel, newLabel, by string, what func(old, new *Document) (review.Statement, error)) (review.Entry, error) {
	old, err := w.Stored(ctx, oldLabel)
	if err != nil {
		return review.Entry{}, err
	}
	return w.say(ctx, newLabel, by, func(new *Document) (review.Statement, error) { return what(old, new) })
}

// markAnchor finds what a person means by an address and ties a mark to it.
func markAnchor(r *revision.Revision, typed string) (review.Anchor, error) {
	p, _, err := Lookup(typed, r)
	if err != nil {
		return review.Anchor{}, err
	}
	return review.MarkAnchor(r, p)
}

func clauseAnchor(r *revision.Revision, typed string) (review.Anchor, error) {
	p, _, err := Lookup(typed, r)
	if err != nil {
		return review.Anchor{}, err
	}
	return review.ClauseAnchor(r, p)
}

// markedRevision finds the one revision on which a provision with that address is
// marked or decided.
func (w *Workspace) markedRevision(ctx context.Context, typed string) (string, error) {
	record, err := w.Record(ctx)
	if err != nil {
		return "", err
	}
	revisions, err := w.All(ctx)
	if err != nil {
		return "", err
	}
	var found []string
	for _, r := range revisions {
		p, _ := r.Lookup(typed)
		if p != nil && record.StateOf(r).At(p.Address()) != nil {
			found = append(found, r.Label)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fault.Hint(fault.Misusef("nobody has marked %s, so the revision must be named", typed), "conceptdiff decide REVISION %s VERDICT", typed)
	}
	return "", fault.Hint(fault.Misusef("%s is marked on %s: the revision must be named", typed, phrase.And(found)), "conceptdiff decide %s %s VERDICT", found[0], typed)
}
