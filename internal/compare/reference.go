package compare

import (
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Reference is a cross-reference in the new text that a person should look at,
// because its number says something else than it did: it stood for another
// clause in the old text, or stands for none now. Whether it is meant so, only a
// reader can tell.
type Reference struct {
	In     *revision.Clause // the new clause it stands in
	Text   string           // the sentence, on one line
	Number string           // the number as an address
	// Kept is set where the number was not written anew but taken over from the
	// old text, where it had its old meaning.
	Kept     bool
	NowAt    *revision.Clause   // the new clause that bears the number, nil when none does
	WasAt    *revision.Clause   // the old clause that bore it, nil when none did
	BecameAt []*revision.Clause // what that old clause became; none when it was removed
}

// References lists the cross-references of the new text («clause 4.3.11»,
// «Article 12(2)», «пункт 3.4», «5-ci maddə», «§ 4») whose number stood for
// another clause in the old text, or stands for none in the new text, in the
// order of the new text. A number that is only new is left out, and so is what
// is said to stand in another document.
//
// The number of a paragraph or point is looked for in the clause that is named
// with it, then around the clause it stands in, then in the whole component.
// Chapters and other groups are known by their own numbers.
func References(c *Comparison) []Reference {
	f := newReferenceFinder(c)
	var out []Reference
	for _, cl := range c.NewClauses {
		out = f.appendClause(out, cl)
	}
	return out
}

// referenceFinder knows which clause bears which address on either side.
type referenceFinder struct {
	judge    *judge
	own      map[string]bool // words of the new text's title: «of the Concept» is this one
	old, new map[string]*revision.Clause
	became   map[*revision.Clause]*Change // by old clause
	made     map[*revision.Clause]*Change // by new clause
}

func newReferenceFinder(c *Comparison) *referenceFinder {
	lex := textdiff.NewLexicon(c.New.Language)
	f := &referenceFinder{
		judge: newJudge(lex, c.New.Language, nil),
		own:   make(map[string]bool),
		old:   bearers(c.OldClauses), new: bearers(c.NewClauses),
		became: make(map[*revision.Clause]*Change), made: make(map[*revision.Clause]*Change),
	}
	for _, t := range lex.Tokens(c.New.Title) {
		f.own[lex.Folded(t.Fold())] = t.Class() == textdiff.Word
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		for _, cl := range ch.Old {
			f.became[cl] = ch
		}
		for _, cl := range ch.New {
			f.made[cl] = ch
		}
	}
	return f
}

// bearers tells which clause bears each address.
func bearers(clauses []*revision.Clause) map[string]*revision.Clause {
	out := make(map[string]*revision.Clause, len(clauses))
	for _, c := range clauses {
		out[c.Address()] = c
	}
	return out
}

// appendClause adds what is to be said of the references in one new clause. A
// heading cites nothing.
func (f *referenceFinder) appendClause(out []Reference, cl *revision.Clause) []Reference {
	kept := f.keptIn(cl)
	at := 0 // of the block in the clause's text
	for _, b := range cl.Blocks {
		if b.Kind != revision.BlockHeading && strings.ContainsAny(b.Text, "0123456789") {
			out = f.appendBlock(out, cl, b.Text, at, kept)
		}
		at += len(b.Text) + len("\n")
	}
	return out
}

func (f *referenceFinder) appendBlock(out []Reference, cl *revision.Clause, text string, at int, kept []span) []Reference {
	w := &wording{}
	w.reset(f.judge.traits.lex)
	w.add(w.lex.Tokens(text), 0) // as if all of it had changed, so that all of it is looked at
	w.finish(&f.judge.traits)
	cited := f.cited(w)
	if len(cited) == 0 {
		return out
	}
	starts := make([]int, len(w.tokens)+1) // in the clause's text
	starts[0] = at
	for i, t := range w.tokens {
		starts[i+1] = starts[i] + len(t.Text)
	}
	sentences := w.sentences
	for _, r := range cited {
		for len(sentences) > 1 && sentences[0].End <= r.lo {
			sentences = sentences[1:]
		}
		ref, ok := f.resolve(cl, r)
		if !ok {
			continue
		}
		ref.Text = w.text(sentences[0].Start, sentences[0].End)
		ref.Kept = covered(kept, starts[r.lo], starts[r.hi])
		if n := len(out); n > 0 && out[n-1].says(&ref) {
			out[n-1].Kept = out[n-1].Kept || ref.Kept // twice in one sentence
			continue
		}
		out = append(out, ref)
	}
	return out
}

// says reports whether two references stand in one sentence and bear one number.
func (r *Reference) says(o *Reference) bool {
	return r.In == o.In && r.Number == o.Number && r.Text == o.Text
}

// keptIn lists the stretches of a new clause's text that stood in the old text
// too, in order.
func (f *referenceFinder) keptIn(cl *revision.Clause) []span {
	ch := f.made[cl]
	start, before := 0, 0 // of the clause in the change's new text, of the edit likewise
	for _, other := range ch.New {
		if other == cl {
			break
		}
		if text := other.Text(); text != "" {
			start += len(text) + len("\n")
		}
	}
	var out []span
	for _, e := range ch.Edits {
		if e.New != "" && (e.Op == Keep || e.Op == Move) {
			lo, hi := before-start, before-start+len(e.New)
			if n := len(out); n > 0 && out[n-1].hi == lo {
				out[n-1].hi = hi
			} else {
				out = append(out, span{lo: lo, hi: hi})
			}
		}
		before += len(e.New)
	}
	return out
}

// covered reports whether one of the stretches holds a whole one.
func covered(stretches []span, lo, hi int) bool {
	for _, s := range stretches {
		if s.lo <= lo && hi <= s.hi {
			return true
		}
	}
	return false
}

// resolve says what a citation means in either text, and whether that is worth
// telling.
func (f *referenceFinder) resolve(cl *revision.Clause, r citation) (Reference, bool) {
	ref := Reference{In: cl, Number: r.key}
	for _, m := range f.meanings(cl, r) {
		now, was := f.new[m.new], f.old[m.old]
		if now == nil && (was == nil || ref.WasAt != nil) {
			continue
		}
		ref.Number, ref.NowAt, ref.WasAt = m.new, now, was
		if now != nil {
			break
		}
	}
	switch {
	case ref.NowAt == nil && ref.WasAt == nil:
		return ref, f.isMissing(cl, r)
	case ref.WasAt == nil: // new, and had no other meaning
		return ref, false
	case ref.NowAt != nil && f.made[ref.NowAt] == f.became[ref.WasAt]:
		return ref, false
	}
	ref.BecameAt = f.became[ref.WasAt].New
	return ref, true
}

// meaning is a pair of addresses that a number can stand for, in the new text
// and in the old.
type meaning struct{ new, old string }

// meanings lists what a citation in a new clause can stand for, what is to be
// tried first in front.
func (f *referenceFinder) meanings(cl *revision.Clause, r citation) []meaning {
	comp := component(cl.Address())
	var out []meaning
	switch {
	case r.within != "":
		r.key = r.within + "." + r.key
	case r.level == groupLevel:
		r.key = groupOf(r.word) + "-" + r.key
	case r.level == partLevel:
		for at := cl; at != nil; at = at.Parent {
			m := meaning{new: at.Address() + "." + r.key}
			if before := f.before(at); before != nil {
				m.old = before.Address() + "." + r.key
			}
			out = append(out, m)
		}
	}
	out = append(out, meaning{comp + r.key, comp + r.key})
	if comp != "" {
		out = append(out, meaning{r.key, r.key})
	}
	return out
}

// before is the old clause that became a new one, nil when none did.
func (f *referenceFinder) before(cl *revision.Clause) *revision.Clause {
	ch := f.made[cl]
	switch {
	case ch.mainOld != nil:
		return ch.mainOld
	case len(ch.Old) > 0:
		return ch.Old[0]
	}
	return nil
}

// isMissing reports whether a number that no clause of either text bears can be
// meant for one of this text: the clause above the one it names is there.
func (f *referenceFinder) isMissing(cl *revision.Clause, r citation) bool {
	i := strings.LastIndexByte(r.key, '.')
	return i > 0 && r.level == clauseLevel && f.new[component(cl.Address())+r.key[:i]] != nil
}
