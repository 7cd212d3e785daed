package web

import (
	"context"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/render"
	markup "conceptdiff/internal/render/html"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// clausePage is one clause: its words, what was changed in it, what is said of it, and
// what became of it in every revision.
type clausePage struct {
	frame
	Meta       revision.Meta
	Clause     readClause
	Up         []readClause // what it stands in, the outermost first
	Before     *readClause
	After      *readClause
	Place      place
	Flags      []claim.Flag
	Related    []relate.Said
	Changes    []clauseChange
	Histories  []pastClause
	References []report.Reference
	Downloads  []download
	Forever    string
}

// clauseChange is what became of the clause between two revisions.
type clauseChange struct {
	Old, New string // labels
	Path     string // of the change in the comparison
	Change   *report.Change
	Body     template.HTML
	Basis    string
	Pin      *compare.Pin
	Evidence []compare.Evidence
	Second   string
	Shared   []string
}

// pastClause is where the clause stands in one revision.
type pastClause struct {
	Label, Date string
	Paths       []target
	Change      *compare.Change // since its base; nil for a first revision
	Current     bool
}

func showClause(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	p, _, err := workspace.Lookup(c.r.PathValue("address"), d.Revision)
	if err != nil {
		return c.noClause(d.Label, c.r.PathValue("address"))
	}
	clauses := d.Clauses()
	at := slices.IndexFunc(clauses, func(cl *revision.Clause) bool { return cl.Address() == workspace.ClauseAddress(d.Revision, p) })
	if at < 0 {
		return c.groupOf(d, clauses, p)
	}
	state, err := c.state(ctx, d.Revision)
	if err != nil {
		return err
	}
	if c.r.FormValue("part") == "standing" {
		return c.page(http.StatusOK, "standings", c.clausePlace(d.Revision, clauses[at], state))
	}
	page, err := c.clausePage(ctx, d, clauses, at, state)
	if err != nil {
		return err
	}
	return c.page(http.StatusOK, "clause", page)
}

// groupOf leads from a group that has no text of its own to the first clause in it.
func (c *call) groupOf(d *workspace.Document, clauses []*revision.Clause, p *revision.Provision) error {
	for _, cl := range clauses {
		found := false
		p.Walk(func(v *revision.Provision) bool {
			found = found || v == cl.Provision
			return !found
		})
		if found {
			c.redirect(clausePath(d.Label, cl.Address()))
			return nil
		}
	}
	return c.noClause(d.Label, p.Address())
}

func (c *call) noClause(label, address string) error {
	return &goneError{c.say.Say("«{0}» has no clause «{1}».", label, address)}
}

func (c *call) clausePage(ctx context.Context, d *workspace.Document, clauses []*revision.Clause, at int, state *review.State) (clausePage, error) {
	cl := clauses[at]
	page := clausePage{
		frame: c.frameFor("text"), Meta: d.Meta, Clause: c.readClause(d.Revision, cl), Place: c.clausePlace(d.Revision, cl, state), Forever: widPath(cl.WID),
	}
	page.Title, page.Text = d.Label+" "+page.Clause.Name, d.Label
	for up := cl.Parent; up != nil; up = up.Parent {
		page.Up = append([]readClause{c.readClause(d.Revision, up)}, page.Up...)
	}
	if at > 0 {
		before := c.readClause(d.Revision, clauses[at-1])
		page.Before = &before
	}
	if at+1 < len(clauses) {
		after := c.readClause(d.Revision, clauses[at+1])
		page.After = &after
	}
	flags, err := d.Flagged()
	if err != nil {
		return page, err
	}
	for _, f := range flags {
		if f.Clause == cl.Address() {
			page.Flags = append(page.Flags, f)
		}
	}
	basis, err := c.ws.RelatedBasis(ctx, d.Revision)
	if err != nil {
		return page, err
	}
	said, err := c.kept.related.Get(ctx, basis, func(ctx context.Context) (map[string][]relate.Said, error) {
		return c.ws.RelatedClauses(ctx, d.Label)
	})
	if err != nil {
		return page, err
	}
	page.Related = said[cl.Address()]
	found, err := c.changesOf(ctx, page.Metas, d, cl)
	if err != nil {
		return page, err
	}
	page.Changes, page.References = found.changes, found.references
	page.Downloads = c.clauseDownloads(page.Changes, cl.Address(), d.Label)
	return page, c.addHistory(ctx, &page, d, cl)
}

// changed is what became of a clause, and the references in it that are to be checked.
type changed struct {
	changes    []clauseChange
	references []report.Reference
}

// changesOf is what became of a clause since the base of its text, and in each text that
// revises it: found once while those comparisons stay the same.
func (c *call) changesOf(ctx context.Context, metas []revision.Meta, d *workspace.Document, cl *revision.Clause) (*changed, error) {
	key := c.Language + "\x00" + d.Label + "\x00" + cl.Address()
	var pairs []*workspace.Examination
	for _, m := range metas {
		old, new := d.Label, m.Label
		if m.Label == d.Base {
			old, new = m.Label, d.Label
		} else if m.Base != d.Label {
			continue
		}
		x, basis, err := c.examination(ctx, old, new)
		if err != nil {
			return nil, err
		}
		key += "\x00" + basis
		pairs = append(pairs, x)
	}
	return c.kept.changed.Get(ctx, key, func(context.Context) (*changed, error) {
		out := new(changed)
		for _, x := range pairs {
			c.addChange(out, x, x.Comparison.New.Label == d.Label, cl.Address())
		}
		return out, nil
	})
}

// addChange adds what became of the clause of one side of a comparison.
func (c *call) addChange(out *changed, x *workspace.Examination, isNew bool, address string) {
	old, new := x.Comparison.Old.Label, x.Comparison.New.Label
	ch := changeAt(&x.Report, address, isNew)
	if ch == nil {
		return
	}
	cc := clauseChange{
		Old: old, New: new, Change: ch, Body: markup.EmbedChange(&x.Report, ch, render.Options{Language: c.Language}),
		Path:  comparisonPath(old, new) + "#" + plain.Anchor("", ch.ID),
		Basis: c.say.Basis(ch.Basis), Evidence: ch.Evidence,
	}
	for i := range x.Comparison.Changes {
		if found := &x.Comparison.Changes[i]; found.ID == ch.ID {
			cc.Pin, cc.Shared = found.Pin, compare.SharedWords(x.Comparison, found, 12)
		}
	}
	if second := ch.RunnerUp; second != nil {
		cc.Second = c.say.Say("{0} → {1}, score {2}: {3}", second.Old, second.New, percent(second.Score), c.say.Ground(second.Why))
	}
	out.changes = append(out.changes, cc)
	for _, ref := range x.Report.References {
		if isNew && ref.In != nil && ref.In.Address == address {
			out.references = append(out.references, ref)
		}
	}
}

// changeAt finds the change of a clause of one side.
func changeAt(r *report.Report, address string, new bool) *report.Change {
	side := &r.Old
	if new {
		side = &r.New
	}
	if cl := side.Find(address); cl != nil {
		return cl.Change
	}
	return nil
}

// addHistory adds where the clause stands in every revision.
func (c *call) addHistory(ctx context.Context, page *clausePage, d *workspace.Document, cl *revision.Clause) error {
	h, err := c.history(ctx, d.Label, cl.Address())
	if err != nil {
		return err
	}
	for _, r := range h.Revisions {
		past := pastClause{Label: r.Label, Date: r.Date, Change: h.From[r.Label], Current: r.Label == d.Label}
		for _, address := range h.At[r.Label] {
			past.Paths = append(past.Paths, target{Name: c.say.Cite(address), Path: clausePath(r.Label, address)})
		}
		if len(past.Paths) > 0 || past.Change != nil {
			page.Histories = append(page.Histories, past)
		}
	}
	return nil
}

// followIdentity leads from a clause's identity to where it stands now: in the newest
// revision that has it, or in the one that is asked for.
func followIdentity(c *call) error {
	metas, err := c.ws.Metas(c.r.Context())
	if err != nil {
		return err
	}
	wid := c.r.PathValue("wid")
	in := c.r.FormValue("in")
	for _, m := range slices.Backward(metas) {
		if in != "" && m.Label != in {
			continue
		}
		d, err := c.document(c.r.Context(), m.Label)
		if err != nil {
			continue // another revision may have it
		}
		for _, cl := range d.Clauses() {
			if cl.WID == wid {
				c.redirect(clausePath(m.Label, cl.Address()))
				return nil
			}
		}
	}
	return &goneError{c.say.Say("No stored text has a clause that began as «{0}».", strings.TrimSpace(wid))}
}
