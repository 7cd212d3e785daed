package claim

import (
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/words"
)

// Echo is a passage of a new clause that speaks of what a claim speaks of: a subject of
// the claim is recognised in it, or it has most of the words of the quotation.
type Echo struct {
	Claim     *Claim
	Clause    string // address in the new revision
	Provision string // address down to paragraph and item
	Text      string // the sentence or heading
	Words     []string
}

// Echoes finds, in the order of the sources and of the new text, where clauses that
// are new in c speak of what a claim speaks of.
func Echoes(c *compare.Comparison, sources []*Source) []Echo {
	return newTracer(c).echoes(sources, newRecogniser())
}

// echoes finds them in the clauses that are new, in the order of the claims and of the
// text. What stands under "not" of a subject is no reason to be silent here: a clause
// on the return of those who «were displaced» is spoken of by who speaks of that.
func (t *tracer) echoes(sources []*Source, rec *recogniser) []Echo {
	open := make(map[*Subject]*Subject) // by subject the same without its "not"
	var out []Echo
	for _, src := range sources {
		for _, c := range src.Claims {
			var subjects []*Subject
			for _, s := range c.Subjects {
				if open[s] == nil {
					open[s] = &Subject{Key: s.Key, Terms: s.Terms}
				}
				subjects = append(subjects, open[s])
			}
			out = append(out, t.echoesOf(c, subjects, rec)...)
		}
	}
	return out
}

func (t *tracer) echoesOf(c *Claim, subjects []*Subject, rec *recogniser) []Echo {
	said := tellingWords(c.Quote)
	var out []Echo
	for i := range t.traces {
		if t.traces[i].change.Kind != compare.New {
			continue
		}
		for _, u := range t.traces[i].new {
			cut := u.sentences()
			for j := range cut {
				s := &cut[j]
				found := unique(texts(s.text, rec.find(subjects, s)))
				if len(found) == 0 {
					found = sharedWords(said, s)
				}
				if len(found) > 0 {
					out = append(out, Echo{c, u.clause.Address(), u.provision.Address(), s.text, found})
				}
			}
		}
	}
	return out
}

// How much of a quotation a sentence must have to speak of the same: so many telling
// words, and this part of them.
const (
	leastEchoed = 4
	mostOfQuote = 0.5
)

// tellingWords are the words of a text that are no function words and have letters
// enough to tell something, folded, each once.
func tellingWords(text string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range words.Scan(text) {
		if isTelling(text[w.Start:w.End]) && !words.IsFunctionWord(w.Fold) {
			out[w.Fold] = true
		}
	}
	return out
}

// sharedWords are those of a sentence that a quotation has, where they are most of it.
func sharedWords(said map[string]bool, s *sentence) []string {
	var out []string
	for _, w := range s.words() {
		if said[w.Fold] {
			out = append(out, s.text[w.Start:w.End])
		}
	}
	out = unique(out)
	if len(out) < leastEchoed || float64(len(out)) < mostOfQuote*float64(len(said)) {
		return nil
	}
	return slices.Clip(out)
}
