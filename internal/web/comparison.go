package web

import (
	"bytes"
	"context"
	"net/http"
	"slices"

	"conceptdiff/internal/render"
	markup "conceptdiff/internal/render/html"
	"conceptdiff/internal/report"
	"conceptdiff/internal/workspace"
)

// piece is a stretch of a comparison's page, see [markup.Piece], and the place at its
// end as it is while nobody has marked anything there.
type piece struct {
	markup.Piece
	Unmarked []byte
}

// comparisonPage is two revisions and everything that happened between them.
type comparisonPage struct {
	frame
	OldLabel, NewLabel string
	Downloads          []download
	Report             bool // it is the report of what changed, not the comparison
	For                render.Audience
	MarkKeys           bool
}

// examination is a comparison, made once for all who ask.
func (s *server) examination(ctx context.Context, old, new string) (x *workspace.Examination, basis string, err error) {
	if basis, err = s.ws.Basis(ctx, old, new); err != nil {
		return nil, "", err
	}
	x, err = s.kept.examinations.Get(ctx, old+"\x00"+new+"\x00"+basis, func(ctx context.Context) (*workspace.Examination, error) {
		return s.ws.Examine(ctx, old, new)
	})
	return x, basis, err
}

// examination is that of two texts whose clauses the page calls as their labels do.
func (c *call) examination(ctx context.Context, old, new string) (x *workspace.Examination, basis string, err error) {
	if x, basis, err = c.server.examination(ctx, old, new); err == nil {
		c.say = c.say.Naming(x.Comparison.Old, x.Comparison.New)
	}
	return x, basis, err
}

func showComparison(c *call) error {
	old, new := c.r.PathValue("old"), c.r.PathValue("new")
	ctx := c.r.Context()
	x, basis, err := c.examination(ctx, old, new)
	if err != nil {
		return err
	}
	state, err := c.ws.RecordState(ctx)
	if err != nil {
		return err
	}
	key := "comparison\x00" + c.Language + "\x00" + old + "\x00" + new + "\x00" + basis + "\x00" + state
	main, err := c.kept.pages.Get(ctx, key, func(ctx context.Context) ([]byte, error) {
		return c.comparisonMain(ctx, x, basis)
	})
	if err != nil {
		return err
	}
	p := comparisonPage{
		frame: c.frameFor("comparison"), OldLabel: old, NewLabel: new, Downloads: c.comparisonDownloads(old, new, render.Journalist), MarkKeys: true,
	}
	p.Title = c.say.Say("Comparison") + ": " + old + " → " + new
	p.Old, p.New, p.Wide = old, new, true
	return c.pageAround(main, "comparison", p)
}

// comparisonMain puts what the committee says into the kept pieces of a comparison.
func (c *call) comparisonMain(ctx context.Context, x *workspace.Examination, basis string) ([]byte, error) {
	r := &x.Report
	pieces, err := c.kept.pieces.Get(ctx, c.Language+"\x00"+r.Old.Label+"\x00"+r.New.Label+"\x00"+basis, func(context.Context) ([]piece, error) {
		return c.pieces(x)
	})
	if err != nil {
		return nil, err
	}
	marks, err := c.marksByChange(ctx, x, basis)
	if err != nil {
		return nil, err
	}
	known := widsOf(x.Comparison.Old, x.Comparison.New)
	var buf bytes.Buffer
	for _, p := range pieces {
		buf.Write(p.HTML)
		if p.Change == nil || len(marks[p.Change.ID]) == 0 {
			buf.Write(p.Unmarked)
			continue
		}
		if err := templatesIn[c.Language]().ExecuteTemplate(&buf, "place", c.changePlace(p.Change, r, known, marks[p.Change.ID])); err != nil {
			return nil, err
		}
	}
	return buf.Bytes(), nil
}

// pieces are the stretches of a comparison's page.
func (c *call) pieces(x *workspace.Examination) ([]piece, error) {
	cut, err := markup.EmbedDiff(&x.Report, render.Options{Language: c.Language})
	if err != nil {
		return nil, err
	}
	known := widsOf(x.Comparison.Old, x.Comparison.New)
	out := make([]piece, len(cut))
	for i, p := range cut {
		out[i].Piece = p
		if p.Change == nil {
			continue
		}
		var buf bytes.Buffer
		if err := templatesIn[c.Language]().ExecuteTemplate(&buf, "place", c.changePlace(p.Change, &x.Report, known, nil)); err != nil {
			return nil, err
		}
		out[i].Unmarked = buf.Bytes()
	}
	return out, nil
}

// marksByChange is what the committee says of either text, by the change it belongs
// to.
func (c *call) marksByChange(ctx context.Context, x *workspace.Examination, basis string) (map[string][]*report.Marked, error) {
	carried, err := c.carriage(ctx, x, basis)
	if err != nil {
		return nil, err
	}
	now, err := c.state(ctx, x.Comparison.New)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]*report.Marked)
	for _, m := range x.Report.MarksOf(carried, now) {
		if m.Clause != nil && m.Clause.Change != nil {
			out[m.Clause.Change.ID] = append(out[m.Clause.Change.ID], m)
		}
	}
	return out, nil
}

// showChangePlace is the place of one change alone, for a page that is open.
func showChangePlace(c *call) error {
	x, basis, err := c.examination(c.r.Context(), c.r.PathValue("old"), c.r.PathValue("new"))
	if err != nil {
		return err
	}
	marks, err := c.marksByChange(c.r.Context(), x, basis)
	if err != nil {
		return err
	}
	id := c.r.FormValue("id")
	for _, ch := range x.Report.Changes {
		if ch.ID == id {
			return c.page(http.StatusOK, "standings", c.changePlace(ch, &x.Report, wids{}, marks[id]))
		}
	}
	return &goneError{c.say.Say("This comparison has no such change.")}
}

// showReport is the report of what changed, with what the committee says in it.
func showReport(c *call) error {
	old, new := c.r.PathValue("old"), c.r.PathValue("new")
	ctx := c.r.Context()
	basis, err := c.ws.Basis(ctx, old, new)
	if err != nil {
		return err
	}
	state, err := c.ws.RecordState(ctx)
	if err != nil {
		return err
	}
	audience := render.Audience(c.r.FormValue("for"))
	if !slices.Contains(render.Audiences, audience) {
		audience = render.Journalist
	}
	key := "report\x00" + c.Language + "\x00" + old + "\x00" + new + "\x00" + basis + "\x00" + state + "\x00" + string(audience)
	main, err := c.kept.pages.Get(ctx, key, func(ctx context.Context) ([]byte, error) {
		r, err := c.ws.FullReport(ctx, old, new)
		if err != nil {
			return nil, err
		}
		pieces, err := markup.EmbedReport(&r, render.Options{Language: c.Language, Audience: audience})
		if err != nil {
			return nil, err
		}
		var buf bytes.Buffer
		for _, p := range pieces {
			buf.Write(p.HTML)
		}
		return buf.Bytes(), nil
	})
	if err != nil {
		return err
	}
	p := comparisonPage{
		frame: c.frameFor("report"), OldLabel: old, NewLabel: new, Downloads: c.comparisonDownloads(old, new, audience), Report: true, For: audience,
	}
	p.Title = c.say.Say("What changed") + ": " + old + " → " + new
	p.Old, p.New = old, new
	return c.pageAround(main, "comparison", p)
}

// chooseComparison leads from the form with two labels to their comparison.
func chooseComparison(c *call) error {
	old, new := c.r.FormValue("old"), c.r.FormValue("new")
	if old == "" || new == "" {
		c.redirect("/")
		return nil
	}
	c.redirect(comparisonPath(old, new))
	return nil
}
