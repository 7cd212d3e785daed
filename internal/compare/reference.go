package compare

import (
	"cmp"
	"slices"

	"conceptdiff/internal/reference"
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
// order of the new text; see package reference. A number that was put right is left
// out, and so is one that is only new, and what is said to stand in another
// document.
func References(c *Comparison) []Reference {
	fates := c.Fates()
	lex := textdiff.NewLexicon(c.language())
	var out []Reference
	drifted := map[*revision.Provision]map[int]bool{}
	kept := map[*revision.Clause][]textdiff.Range{}
	old, now := reference.Read(c.Old), reference.Read(c.New)
	for _, d := range reference.Since(old, now, fates) {
		if drifted[d.Provision] == nil {
			drifted[d.Provision] = map[int]bool{}
		}
		drifted[d.Provision][d.Start] = true
		if d.Standing == reference.PutRight {
			continue
		}
		stretches, met := kept[d.In]
		if !met {
			stretches = c.keptIn(d.In)
			kept[d.In] = stretches
		}
		at := offsetIn(d.In, d.Provision, d.Text)
		out = appendReference(out, Reference{
			In: d.In, Text: sentenceAt(lex, d.Text, d.Start), Number: d.Number, NowAt: d.Now, WasAt: d.Was, BecameAt: d.Became,
			Kept: covered(stretches, at+d.Start, at+d.End),
		})
	}
	for _, f := range reference.Check(now) {
		if f.Fault == reference.Missing && !drifted[f.Provision][f.Start] {
			out = appendReference(out, Reference{In: c.newClause(f.In), Text: sentenceAt(lex, f.Text, f.Start), Number: f.Number})
		}
	}
	slices.SortStableFunc(out, func(a, b Reference) int { return cmp.Compare(a.In.Pos, b.In.Pos) })
	return out
}

// appendReference adds a reference, once for a sentence and a number.
func appendReference(out []Reference, r Reference) []Reference {
	for i := range out {
		if o := &out[i]; o.In == r.In && o.Number == r.Number && o.Text == r.Text {
			o.Kept = o.Kept || r.Kept
			return out
		}
	}
	return append(out, r)
}

// Fates tells package reference what became of the old clauses.
func (c *Comparison) Fates() reference.Fates {
	became, made := map[*revision.Clause]*Change{}, map[*revision.Clause]*Change{}
	for i := range c.Changes {
		ch := &c.Changes[i]
		for _, cl := range ch.Old {
			became[cl] = ch
		}
		for _, cl := range ch.New {
			made[cl] = ch
		}
	}
	return reference.Fates{
		Old: c.OldClauses, New: c.NewClauses,
		Heirs: func(old *revision.Clause) []*revision.Clause { return became[old].New },
		Before: func(new *revision.Clause) *revision.Clause {
			ch := made[new]
			switch {
			case ch.mainOld != nil:
				return ch.mainOld
			case len(ch.Old) > 0:
				return ch.Old[0]
			}
			return nil
		},
	}
}

// newClause is the comparison's own value for a clause of its new text.
func (c *Comparison) newClause(cl *revision.Clause) *revision.Clause { return c.NewClauses[cl.Pos] }

// sentenceAt is the sentence of a line in which a byte stands.
func sentenceAt(lex *textdiff.Lexicon, text string, at int) string {
	tokens := lex.Tokens(text)
	end := 0
	ends := make([]int, len(tokens)+1)
	for i, t := range tokens {
		end += len(t.Text)
		ends[i+1] = end
	}
	for _, s := range lex.Sentences(tokens) {
		if at < ends[s.End] {
			return text[ends[s.Start]:ends[s.End]]
		}
	}
	return text
}

// offsetIn is where the text of a provision begins in its clause's text.
func offsetIn(cl *revision.Clause, p *revision.Provision, text string) int {
	at := 0
	for _, b := range cl.Blocks {
		if b.Provision == p && b.Text == text {
			break
		}
		at += len(b.Text) + len("\n")
	}
	return at
}

// keptIn lists the stretches of a new clause's text that stood in the old text
// too, in order.
func (c *Comparison) keptIn(cl *revision.Clause) []textdiff.Range {
	var ch *Change
	for i := range c.Changes {
		if slices.Contains(c.Changes[i].New, cl) {
			ch = &c.Changes[i]
		}
	}
	start, before := 0, 0 // of the clause in the change's new text, of the edit likewise
	for _, other := range ch.New {
		if other == cl {
			break
		}
		if text := other.Text(); text != "" {
			start += len(text) + len("\n")
		}
	}
	var out []textdiff.Range
	for _, e := range ch.Edits {
		if e.New != "" && (e.Op == Keep || e.Op == Move) {
			lo, hi := before-start, before-start+len(e.New)
			if n := len(out); n > 0 && out[n-1].End == lo {
				out[n-1].End = hi
			} else {
				out = append(out, textdiff.Range{Start: lo, End: hi})
			}
		}
		before += len(e.New)
	}
	return out
}

// covered reports whether one of the stretches holds a whole one.
func covered(stretches []textdiff.Range, lo, hi int) bool {
	for _, s := range stretches {
		if s.Start <= lo && hi <= s.End {
			return true
		}
	}
	return false
}
