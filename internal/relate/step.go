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
	Added   string   // the longest run that was put in beside it
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
	var out []Step
	for _, list := range related.Of {
		for _, r := range list {
			if p := t.at[r.To.Address]; p != nil {
				if s, ok := p.step(r); ok {
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
	gone, added     string
	inserted        int
	now             []string
	renumbered      bool
	removed         bool
	newText         string // of the clauses in which it stands now
}

type tracer struct {
	lex *words.Lexicon
	at  map[string]*provision
}

func (t *tracer) of(b *revision.Block) *provision {
	key := b.Provision.Address()
	if t.at[key] == nil {
		t.at[key] = &provision{}
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
			if k := words.Count(t.lex.Tokens(now)); k > 0 {
				p.inserted += k
				if len(now) > len(p.added) {
					p.added = now
				}
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
	if c := at.Clause(); c != nil && !slices.Contains(p.now, c.Address()) {
		p.now = append(p.now, c.Address())
	}
}

// step tells how a relation falls out of step; ok is false when it does not.
func (p *provision) step(r Relation) (Step, bool) {
	s := Step{Relation: r, Now: p.now, Kept: p.kept + p.moved, Of: p.of, Gone: p.gone, Added: p.added}
	switch {
	case s.Kept*2 < s.Of || s.Kept == 0:
		s.Fate = NotCarried
	case s.Kept < s.Of || p.inserted > 0:
		s.Fate = Reworded
	case p.moved > 0 && p.kept*2 < p.of:
		s.Fate = MovedAway
	case p.renumbered:
		s.Fate = Renumbered
	default:
		return s, false
	}
	if s.Fate == NotCarried && s.Kept*5 < s.Of {
		s.Now = nil // what stands of it are words that any clause has
	}
	s.Dropped = droppedNames(r, p.newText)
	return s, true
}

// droppedNames lists the names that a passage shares with the old provision and that
// the clauses of the new text in which it stands no longer hold.
func droppedNames(r Relation, now string) []string {
	var out []string
	small := words.Fold(now)
	for _, name := range r.Names {
		if !strings.Contains(small, words.Fold(name)) {
			out = append(out, name)
		}
	}
	return out
}
