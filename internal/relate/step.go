package relate

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Fate is what a new text did with a provision that a document speaks of.
type Fate string

// The fates, the furthest from the document first.
const (
	NotCarried Fate = "not carried over" // less than half of its words stand in the new text
	Reworded   Fate = "amended"          // some of them do not, or others stand among them
	MovedAway  Fate = "moved"            // word for word, in another clause
	Renumbered Fate = "renumbered"       // word for word, under another number
)

// Fates lists them in the order in which they are told.
var Fates = []Fate{NotCarried, Reworded, MovedAway, Renumbered}

// Step is a relation that falls out of step: a passage of a document speaks of a
// provision of the old text, and the new text changed it.
type Step struct {
	Relation
	Fate    Fate
	Now     []string // addresses of clauses of the new text in which its words stand
	Kept    int      // words of the provision that stand in the new text
	Of      int      // its words
	Gone    string   // the longest run of its words that is gone
	Added   string   // the longest run that was put in among its words, or in their place
	Dropped []string // names that both the passage and the old provision have and the new clause has not
}

// OutOfStep lists, of the relations of a document with the old text of a comparison,
// those whose provision the new text changed, in the order of the document; guesses too,
// which are not Shown.
func OutOfStep(related *Related, c *compare.Comparison) []Step {
	t := tracer{lex: words.NewLexicon(c.Old.Language), at: map[string]*provision{}}
	for i := range c.Changes {
		t.trace(&c.Changes[i])
	}
	finder := newNameFinder(TextOf(c.New), related.named.abbr)
	var out []Step
	for _, list := range related.Of {
		for _, r := range list {
			if p := t.at[r.To.Address]; p != nil {
				if s, ok := p.step(r); ok {
					if len(r.Names) > 0 {
						s.Dropped = p.dropped(&r, finder, related.named.common)
					}
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// provision is what became of the words of an old provision.
type provision struct {
	kept, moved, of int
	gone            string
	put             []insertion
	in              map[*revision.Block]bool // lines of the new text in which its words stand
	now             []string
	renumbered      bool
	removed         bool
	newText         string          // of the clauses in which it stands now
	text            string          // the same, folded
	held            map[string]bool // keys of the names in it, once they were asked for
}

// stays reports whether enough of a provision stands in the new text to be more than
// words that any clause has.
func (p *provision) stays() bool { return p.kept+p.moved > 0 && (p.kept+p.moved)*5 >= p.of }

// insertion is words put in beside those of a provision.
type insertion struct {
	text string
	in   *revision.Block
}

// added is the longest run that was put in among the words of the provision, or, where
// none of them stand, in their place, and whether there is one among them. What stands
// in a line of its own beside them is another provision.
func (p *provision) added() (longest string, among bool) {
	stands := p.stays()
	for _, x := range p.put {
		if stands && !p.in[x.in] {
			continue
		}
		among = among || stands
		if len(x.text) > len(longest) {
			longest = x.text
		}
	}
	return longest, among
}

type tracer struct {
	lex *words.Lexicon
	at  map[string]*provision
}

func (t *tracer) of(b *revision.Block) *provision {
	key := b.Provision.Address()
	if t.at[key] == nil {
		t.at[key] = &provision{in: map[*revision.Block]bool{}}
	}
	return t.at[key]
}

// trace goes through the words of a change, line by line of the old text.
func (t *tracer) trace(ch *compare.Change) {
	if len(ch.Old) == 0 {
		return
	}
	text := ""
	for _, c := range ch.New {
		text += c.Text() + "\n"
	}
	for part := range ch.Parts() {
		b := part.OldAt.Block
		if b == nil {
			continue
		}
		p := t.of(b)
		p.renumbered = p.renumbered || ch.Renumbered
		p.removed = p.removed || ch.Kind == compare.Removed
		if p.newText == "" {
			p.newText = text
		}
		old, now := strings.TrimSpace(part.Old), strings.TrimSpace(part.New)
		n := words.Count(t.lex.Tokens(old))
		switch part.Op {
		case compare.Keep:
			p.kept += n
			p.of += n
			if n > 0 {
				p.stands(part.NewAt)
			}
		case compare.Delete:
			p.of += n
			if len(old) > len(p.gone) && n > 0 {
				p.gone = old
			}
		case compare.Insert:
			if words.Count(t.lex.Tokens(now)) > 0 {
				p.put = append(p.put, insertion{now, part.NewAt.Block})
			}
		case compare.Move:
			if old == "" {
				continue
			}
			p.moved += n
			p.of += n
			if part.Partner != nil && n > 0 {
				p.stands(part.Partner.NewAt)
				if c := part.Partner.NewAt.Clause(); c != nil {
					p.newText += c.Text() + "\n"
				}
			}
		}
	}
}

func (p *provision) stands(at compare.Place) {
	p.in[at.Block] = true
	if c := at.Clause(); c != nil && !slices.Contains(p.now, c.Address()) {
		p.now = append(p.now, c.Address())
	}
}

// step tells how a relation falls out of step; ok is false when it does not.
func (p *provision) step(r Relation) (Step, bool) {
	s := Step{Relation: r, Now: p.now, Kept: p.kept + p.moved, Of: p.of, Gone: p.gone}
	added, among := p.added()
	s.Added = added
	switch {
	case s.Kept*2 < s.Of || s.Kept == 0:
		s.Fate = NotCarried
	case s.Kept < s.Of || among:
		s.Fate = Reworded
	case p.moved > 0 && p.kept*2 < p.of:
		s.Fate = MovedAway
	case p.renumbered:
		s.Fate = Renumbered
	default:
		return s, false
	}
	if !p.stays() {
		s.Now = nil
	}
	return s, true
}

// dropped lists the names that a passage shares with the old provision and that the
// clauses of the new text in which it stands no longer hold, in any spelling.
func (p *provision) dropped(r *Relation, finder *nameFinder, common map[string]bool) []string {
	if p.held == nil {
		p.text, p.held = folded(p.newText), map[string]bool{}
		finder.each(p.newText, func(key, _ string) { p.held[groupKey(key, common)] = true })
	}
	var out []string
	for i, name := range r.Names {
		if !p.held[r.keys[i]] && !strings.Contains(p.text, folded(name)) {
			out = append(out, name)
		}
	}
	return out
}

// folded is the folded words of a text, with a space about each.
func folded(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range words.Scan(text) {
		b.WriteString(w.Fold)
		b.WriteByte(' ')
	}
	return b.String()
}
