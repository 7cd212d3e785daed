package web

import (
	"net/http"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
)

// sourcesPage is what publications say of one text, in the order of time.
type sourcesPage struct {
	frame
	Meta    revision.Meta
	Sources []heardSource
	Next    string // of a comparison with the text, for what the new text did
	// Downloads are files of the provisions that the sources speak of.
	Downloads []download
}

// heardSource is one publication.
type heardSource struct {
	*claim.Source
	Checks []claim.Check
	Same   int
	Claims []heardClaim
}

// heardClaim is one statement, and the provisions it is tied to.
type heardClaim struct {
	*claim.Claim
	Anchor string
	Flags  []tiedFlag
}

// tiedFlag is a provision that a statement is tied to.
type tiedFlag struct {
	claim.Flag
	Name, Path string
}

func showSources(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	sources, err := d.Sources()
	if err != nil {
		return err
	}
	p := sourcesPage{frame: c.frameFor("sources"), Meta: d.Meta}
	p.Title, p.Text = c.say.Say("What sources say of {0}", d.Label), d.Label
	if len(sources) > 0 {
		p.Downloads = c.sourcesDownloads(d.Label)
	}
	flags := claim.Flags(d.Revision, sources)
	for _, s := range sources {
		h := heardSource{Source: s, Checks: claim.Verify(d.Revision, s)}
		for _, check := range h.Checks {
			if check.Result == claim.Same {
				h.Same++
			}
		}
		for _, cl := range s.Claims {
			h.Claims = append(h.Claims, c.heardClaim(d.Revision, cl, flags))
		}
		p.Sources = append(p.Sources, h)
	}
	slices.SortStableFunc(p.Sources, func(a, b heardSource) int { return strings.Compare(a.Date, b.Date) })
	for _, m := range p.Metas {
		if m.Base == d.Label {
			p.Next = comparisonPath(d.Label, m.Label) + "/report#voices"
		}
	}
	return c.page(http.StatusOK, "sources", p)
}

func (c *call) heardClaim(r *revision.Revision, cl *claim.Claim, flags []claim.Flag) heardClaim {
	h := heardClaim{Claim: cl, Anchor: anchorOf(cl.ID())}
	for _, f := range flags {
		if f.Claim == cl {
			h.Flags = append(h.Flags, tiedFlag{Flag: f, Name: c.say.Cite(f.Provision), Path: clausePath(r.Label, f.Clause)})
		}
	}
	return h
}
