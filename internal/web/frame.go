package web

import (
	"fmt"
	"net/url"
	"strings"

	"conceptdiff/internal/render/message"
	rendered "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// frame is what stands around every page.
type frame struct {
	say       rendered.Phrases
	Language  string
	Languages []string
	Title     string
	Nav       string // the entry of the navigation that is shown as current
	Here      string // path and query of the page, to come back to
	Viewer    viewer
	SignsIn   bool            // members sign in: nobody chooses who speaks
	Bare      bool            // nothing of what is stored is shown
	Metas     []revision.Meta // the stored revisions, a base before what revises it
	Old, New  string          // what the navigation compares; "" when there is nothing
	Text      string          // the revision that the navigation leads to
	Said      *review.Entry   // what was entered just now, by this page
	Page      string          // the class of the page's body
	Wide      bool            // it uses all of a wide screen
}

// frameFor makes the frame of a page. What cannot be looked up is left out: the page
// itself says what is wrong.
func (c *call) frameFor(nav string) frame {
	f := frame{
		say:      c.say,
		Language: c.Language, Languages: message.Languages, Nav: nav, Here: c.r.URL.RequestURI(), Viewer: c.viewer,
		SignsIn: c.sessions != nil, Page: nav, Bare: c.bare || c.signedOut(),
	}
	if c.r.Method != "GET" && c.r.Method != "HEAD" {
		f.Here = c.back("/")
	}
	if f.Bare {
		return f
	}
	metas, err := c.ws.Metas(c.r.Context())
	if err != nil {
		return f
	}
	f.Metas = metas
	f.Old, f.New, f.Text = current(metas)
	if hash := c.r.URL.Query().Get("said"); hash != "" {
		if record, err := c.ws.Record(c.r.Context()); err == nil {
			if e, ok := record.Find(hash); ok {
				f.Said = &e
			}
		}
	}
	return f
}

// current is the comparison that people most probably want, of the newest revision
// with its base, and the text that is in force or else the oldest.
func current(metas []revision.Meta) (old, new, text string) {
	for _, m := range metas {
		if m.Base != "" {
			old, new = m.Base, m.Label
		}
		if text == "" || m.Status == revision.InForce {
			text = m.Label
		}
	}
	if new == "" && len(metas) > 1 {
		old, new = metas[len(metas)-2].Label, metas[len(metas)-1].Label
	}
	return old, new, text
}

// Cite writes the address of a provision of the page's text.
func (f frame) Cite(address string) string { return f.say.Cite(address) }

// Undo is whether the viewer may take back what was entered just now.
func (f frame) Undo() bool {
	if f.Said == nil || f.Said.By != f.Viewer.Member.Name {
		return false
	}
	_, isMark := f.Said.Says.(review.Mark)
	return isMark && f.Said.Verdict() != review.Withdraw
}

// SaidOn is what the entry is about, as the forms name it.
func (f frame) SaidOn() string {
	if m, ok := f.Said.Says.(review.Mark); ok {
		return onOf(m.On.Revision, m.On.Address)
	}
	return ""
}

// The paths of pages. Labels and addresses may hold characters that a path may not.
func revisionPath(label string) string { return "/r/" + url.PathEscape(label) }

func clausePath(label, address string) string {
	return revisionPath(label) + "/" + (&url.URL{Path: address}).EscapedPath()
}

func comparisonPath(old, new string) string {
	return "/c/" + url.PathEscape(old) + "/" + url.PathEscape(new)
}

func agendaPath(label string) string { return "/agenda/" + url.PathEscape(label) }

func sourcesPath(label string) string { return "/sources/" + url.PathEscape(label) }

// widPath leads to a clause by its identity, which no later draft changes.
func widPath(wid string) string { return "/w/" + (&url.URL{Path: wid}).EscapedPath() }

// onOf names a provision of a revision in a form.
func onOf(label, address string) string { return label + "/" + address }

// clauseName is how a clause is called in a list: its number and its heading, or else
// its first words.
func clauseName(cl *revision.Clause) string {
	words := cl.Heading
	if words == "" && len(cl.Blocks) > 0 {
		words = rendered.Shorten(cl.Blocks[0].Text)
	}
	return strings.TrimSpace(cl.Num + " " + words)
}

// anchorOf is the fragment of a provision on the page of its text.
func anchorOf(address string) string { return plain.Anchor("at", address) }

// percent writes a part of one as a person reads it.
func percent(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }

// sameName reports whether a name was typed as another is stored.
func sameName(stored, typed string) bool {
	clean, err := review.CleanName(typed)
	return err == nil && clean == stored
}
