package review

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// MaxWords is the most characters (runes) that proposed words may have.
const MaxWords = 20_000

// Proposed are the words that an entry proposes, or decides on, in place of those it
// is about; "" for none.
func (e Entry) Proposed() string {
	switch s := e.Says.(type) {
	case Mark:
		return s.Words
	case Decision:
		return s.Words
	}
	return ""
}

// checkWords refuses proposed words that a provision cannot have, or that come with
// another verdict than amend.
func checkWords(v Verdict, on Anchor, proposed string) error {
	switch {
	case proposed == "":
		return nil
	case v != Amend:
		return fmt.Errorf("words are proposed with the verdict amend, not %s", v)
	case strings.ContainsAny(proposed, "\r\n"):
		return errors.New("proposed words hold a line break: a provision is one paragraph")
	case proposed == on.Quote:
		return errors.New("the proposed words are those that stand there")
	}
	return checkText("the proposal", proposed, MaxWords)
}

// MayPropose refuses to propose words for what is more than one paragraph: its parts
// are provisions of their own, for which words can be proposed.
func MayPropose(p *revision.Provision) error {
	if p.Text == "" || Words(p) != p.Text {
		return fmt.Errorf("%s is more than one paragraph: propose words for one of its paragraphs or items", p.Address())
	}
	return nil
}

// Proposals are the marks on a provision that propose words for it.
func (st *Standing) Proposals() []Entry {
	var out []Entry
	for _, m := range st.Marks {
		if m.Proposed() != "" {
			out = append(out, m)
		}
	}
	return out
}

// Collide reports whether two of the proposals on a provision change the same words in
// different ways.
func (st *Standing) Collide() bool {
	all := st.Proposals()
	for i := range all {
		for _, other := range all[i+1:] {
			if _, ok := Merge(st.Anchor.Quote, all[i].Proposed(), other.Proposed()); !ok {
				return true
			}
		}
	}
	return false
}

// Change is what words become under a proposal, as runs of both.
func Change(words, proposed string) []textdiff.Edit {
	lex := textdiff.NewLexicon("")
	return lex.Diff(lex.Tokens(words), lex.Tokens(proposed))
}

// replacement is a stretch of the old words, in bytes, and what stands in its place.
type replacement struct {
	from, to int
	with     string
}

// Merge makes both changes to the same words. ok is false when the two change the same
// words, or put different words in at the same place: a person must then say what
// holds.
func Merge(words, a, b string) (merged string, ok bool) {
	left, right := replacements(words, a), replacements(words, b)
	all := slices.Clone(left)
	for _, r := range right {
		if slices.Contains(left, r) {
			continue // both want the same
		}
		for _, l := range left {
			if l.from <= r.to && r.from <= l.to {
				return "", false
			}
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(x, y replacement) int { return cmp.Compare(x.from, y.from) })
	var out strings.Builder
	at := 0
	for _, r := range all {
		out.WriteString(words[at:r.from])
		out.WriteString(r.with)
		at = r.to
	}
	out.WriteString(words[at:])
	return out.String(), true
}

func replacements(words, proposed string) []replacement {
	var out []replacement
	at, open := 0, false
	for _, e := range Change(words, proposed) {
		if e.Op == textdiff.Keep && e.Old == e.New {
			at, open = at+len(e.Old), false
			continue
		}
		if !open {
			out = append(out, replacement{from: at, to: at})
			open = true
		}
		last := &out[len(out)-1]
		at += len(e.Old)
		last.to, last.with = at, last.with+e.New
	}
	return out
}

// Accepted is a revision's text with the words that the committee decided on: what
// decisions with proposed words, and none since, make of it. changed counts them.
// Identities are those of the revision, so that the two can be compared.
func (s *State) Accepted() (r *revision.Revision, changed int) {
	words := make(map[*revision.Provision]string)
	for _, st := range s.Provisions {
		if st.Decision != nil && st.Decision.Proposed() != "" {
			words[st.Provision] = st.Decision.Proposed()
		}
	}
	out := *s.Revision
	out.Components = nil
	for _, c := range s.Revision.Components {
		out.Components = append(out.Components, amended(c, words))
	}
	return &out, len(words)
}

func amended(p *revision.Provision, words map[*revision.Provision]string) *revision.Provision {
	out := *p
	if w, ok := words[p]; ok {
		out.Text = w
	}
	out.Children = nil
	for _, c := range p.Children {
		out.Children = append(out.Children, amended(c, words))
	}
	return &out
}
