package web

import (
	"bytes"
	"context"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// revisionPage is the main part of the page of one text whole: its contents, its words,
// and what sources and members say of them.
type revisionPage struct {
	Meta      revision.Meta
	Tally     workspace.Tally
	Clauses   []readClause
	Unmarked  int
	Downloads []download
	Long      bool // the contents are folded
}

// readClause is a clause as it is read in its text.
type readClause struct {
	Anchor   string
	Path     string
	Forever  string
	On       string
	Num      string
	Heading  string
	Name     string // in the contents
	Depth    int    // from 0
	Lines    []readLine
	Marks    []review.Count
	View     review.View
	Flags    []claim.Flag
	Language string
	Part     string // name of the component that begins here
}

// readLine is one block of a clause.
type readLine struct {
	Anchor    string
	Num, Text string
	Item      bool
	Depth     int
	Heading   bool
	On        string // the provision, as forms name it
	Name      string
	Notes     []revision.Note
}

// document is a stored revision with its claims, loaded once for all who ask.
func (s *server) document(ctx context.Context, label string) (*workspace.Document, error) {
	basis, err := s.ws.Basis(ctx, label, label)
	if err != nil {
		return nil, err
	}
	return s.kept.documents.Get(ctx, label+"\x00"+basis, func(ctx context.Context) (*workspace.Document, error) {
		return s.ws.Stored(ctx, label)
	})
}

// document is a stored revision whose clauses the page calls as its labels do.
func (c *call) document(ctx context.Context, label string) (*workspace.Document, error) {
	d, err := c.server.document(ctx, label)
	if err == nil {
		c.say = c.say.Naming(d.Revision)
	}
	return d, err
}

func showRevision(c *call) error {
	ctx, label := c.r.Context(), c.r.PathValue("label")
	basis, err := c.ws.Basis(ctx, label, label)
	if err != nil {
		return err
	}
	state, err := c.ws.RecordState(ctx)
	if err != nil {
		return err
	}
	d, err := c.document(ctx, label)
	if err != nil {
		return err
	}
	key := "text\x00" + c.Language + "\x00" + label + "\x00" + basis + "\x00" + state
	main, err := c.kept.pages.Get(ctx, key, func(ctx context.Context) ([]byte, error) {
		p, err := c.revisionPage(ctx, d)
		if err != nil {
			return nil, err
		}
		var buf bytes.Buffer
		err = templatesIn[c.Language]().ExecuteTemplate(&buf, "revision", p)
		return buf.Bytes(), err
	})
	if err != nil {
		return err
	}
	f := c.frameFor("text")
	f.Title, f.Text = d.Label, d.Label
	if d.Title != "" {
		f.Title = d.Label + ": " + d.Title
	}
	return c.pageAround(main, "top", f)
}

func (c *call) revisionPage(ctx context.Context, d *workspace.Document) (*revisionPage, error) {
	state, err := c.state(ctx, d.Revision)
	if err != nil {
		return nil, err
	}
	flags, err := d.Flagged()
	if err != nil {
		return nil, err
	}
	p := &revisionPage{
		Meta: d.Meta, Tally: workspace.TallyOf(d.Revision), Unmarked: len(state.Unmarked),
		Downloads: c.revisionDownloads(d.Label), Clauses: c.readClauses(d.Revision, state, flags),
	}
	p.Long = len(p.Clauses) > 150
	return p, nil
}

// readClauses puts the clauses of a text as they are read.
func (c *call) readClauses(r *revision.Revision, state *review.State, flags []claim.Flag) []readClause {
	standing := make(map[*revision.Provision]*review.Standing)
	for _, st := range state.Provisions {
		standing[st.Clause.Provision] = worse(standing[st.Clause.Provision], st)
	}
	flagged := make(map[string][]claim.Flag)
	for _, f := range flags {
		flagged[f.Clause] = append(flagged[f.Clause], f)
	}
	var out []readClause
	component := (*revision.Provision)(nil)
	for _, cl := range r.Clauses() {
		rc := c.readClause(r, cl)
		rc.Flags = oncePerClaim(flagged[cl.Address()])
		if st := standing[cl.Provision]; st != nil {
			rc.Marks, rc.View = st.Tally, st.View
		}
		if cl.Component != component {
			component = cl.Component
			if rc.Part = component.Heading; rc.Part == "" && component.EID != "" {
				rc.Part = c.say.Cite(component.EID)
			}
			if rc.Part == cl.Heading {
				rc.Part = "" // it stands at the clause
			}
		}
		out = append(out, rc)
	}
	return out
}

// worse is the one of two standings that needs talking about sooner.
func worse(a, b *review.Standing) *review.Standing {
	if a == nil {
		return b
	}
	for _, v := range review.Views {
		if a.View == v {
			return a
		}
		if b.View == v {
			return b
		}
	}
	return a
}

// oncePerClaim leaves one flag a claim: a clause has several provisions.
func oncePerClaim(flags []claim.Flag) []claim.Flag {
	var out []claim.Flag
	seen := map[*claim.Claim]bool{}
	for _, f := range flags {
		if !seen[f.Claim] {
			seen[f.Claim] = true
			out = append(out, f)
		}
	}
	return out
}

func (c *call) readClause(r *revision.Revision, cl *revision.Clause) readClause {
	rc := readClause{
		Anchor: anchorOf(cl.Address()), Path: clausePath(r.Label, cl.Address()), Forever: widPath(cl.WID), On: onOf(r.Label, cl.Address()),
		Num: cl.Num, Heading: cl.Heading, Name: clauseName(cl), Language: r.Language,
	}
	for up := cl.Parent; up != nil; up = up.Parent {
		rc.Depth++
	}
	depth := map[*revision.Provision]int{}
	cl.Walk(func(p *revision.Provision) bool {
		for _, child := range p.Children {
			depth[child] = depth[p]
			if p.Kind == revision.KindItem {
				depth[child]++
			}
		}
		return p == cl.Provision || !p.IsClause()
	})
	for _, b := range cl.Blocks {
		if b.Kind == revision.BlockHeading && b.Provision == cl.Provision {
			continue
		}
		l := readLine{Text: b.Text, Item: b.Kind == revision.BlockItem, Heading: b.Kind == revision.BlockHeading, Depth: min(depth[b.Provision], 6)}
		l.On, l.Name, l.Anchor = onOf(r.Label, b.Provision.Address()), c.say.Cite(b.Provision.Address()), anchorOf(b.Provision.Address())
		if b.Provision != cl.Provision {
			l.Num = b.Provision.Num
		} else {
			l.Anchor = ""
		}
		for _, n := range b.Provision.Notes {
			if n.Kind != revision.NoteEID && n.Kind != revision.NoteWID {
				l.Notes = append(l.Notes, n)
			}
		}
		rc.Lines = append(rc.Lines, l)
	}
	return rc
}
