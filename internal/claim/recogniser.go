package claim

import (
	"slices"
	"strings"

	"conceptdiff/internal/words"
)

// recogniser finds subjects in sentences. It remembers what it found, since
// several claims have one subject.
type recogniser struct {
	compiled map[*Subject]*compiledSubject
	found    map[hitKey][]words.Span // without what the sieve holds back
	words    []words.SearchWord      // of the sentence last looked at; its memory is used again
}

type hitKey struct {
	subject  *Subject
	sentence *sentence
}

type compiledSubject struct {
	terms, not []compiledTerm
	sieve      *sieve
}

// compiledTerm is a term's phrases, each a list of words to be found in a row.
type compiledTerm [][]wordPattern

type wordPattern struct {
	fold   string
	prefix bool // any ending may follow
}

func newRecogniser() *recogniser {
	return &recogniser{compiled: make(map[*Subject]*compiledSubject), found: make(map[hitKey][]words.Span)}
}

func (r *recogniser) compile(subject *Subject) *compiledSubject {
	if c, ok := r.compiled[subject]; ok {
		return c
	}
	c := &compiledSubject{terms: compileTerms(subject.Terms), not: compileTerms(subject.Not)}
	c.sieve = newSieve(c.terms)
	r.compiled[subject] = c
	return c
}

// sieveOf is a sieve for all terms of some subjects.
func (r *recogniser) sieveOf(subjects []*Subject) *sieve {
	all := &sieve{}
	for _, subject := range subjects {
		for _, w := range r.compile(subject).sieve.words {
			all.add(w)
		}
	}
	return all
}

func compileTerms(terms []Term) []compiledTerm {
	var out []compiledTerm
	for _, t := range terms {
		var ct compiledTerm
		for _, phrase := range t.All {
			if p := compilePhrase(phrase); len(p) > 0 {
				ct = append(ct, p)
			}
		}
		if len(ct) > 0 {
			out = append(out, ct)
		}
	}
	return out
}

// compilePhrase reads "occupied territor*" as the words of which it consists.
func compilePhrase(phrase string) []wordPattern {
	var out []wordPattern
	for _, w := range words.Scan(phrase) {
		out = append(out, wordPattern{w.Fold, strings.HasPrefix(phrase[w.End:], "*")})
	}
	return out
}

// find returns the stretches of a sentence by which one of the subjects is
// recognised there, joined where they overlap, in order; none when none is.
func (r *recogniser) find(subjects []*Subject, s *sentence) []words.Span {
	var hits []words.Span
	for _, subject := range subjects {
		hits = append(hits, r.findOne(subject, s)...)
	}
	return merge(hits)
}

func (r *recogniser) findOne(subject *Subject, s *sentence) []words.Span {
	c := r.compile(subject)
	if !c.sieve.passes(s.text) {
		return nil
	}
	key := hitKey{subject, s}
	hits, ok := r.found[key]
	if !ok {
		r.words = words.AppendScan(r.words[:0], s.text)
		hits = c.find(r.words)
		r.found[key] = hits
	}
	return hits
}

func (s *compiledSubject) find(in []words.SearchWord) []words.Span {
	var hits []words.Span
	for _, t := range s.terms {
		hits = append(hits, t.find(in)...)
	}
	if len(hits) == 0 {
		return nil
	}
	for _, t := range s.not {
		if t.find(in) != nil {
			return nil
		}
	}
	return hits
}

// find returns every place of every phrase of the term, or nil unless all of
// its phrases stand there.
func (t compiledTerm) find(in []words.SearchWord) []words.Span {
	var hits []words.Span
	for _, phrase := range t {
		n := len(hits)
		first := phrase[0].fold[0]
		for i := 0; i+len(phrase) <= len(in); i++ {
			if in[i].Fold[0] == first && matchesAt(phrase, in[i:]) {
				hits = append(hits, words.Span{Start: in[i].Start, End: in[i+len(phrase)-1].End})
			}
		}
		if len(hits) == n {
			return nil
		}
	}
	return hits
}

func matchesAt(phrase []wordPattern, in []words.SearchWord) bool {
	for i, p := range phrase {
		if !p.matches(in[i].Fold) {
			return false
		}
	}
	return true
}

// matches reports whether a folded word is the pattern's.
func (p wordPattern) matches(fold string) bool {
	return strings.HasPrefix(fold, p.fold) && (p.prefix || len(fold) == len(p.fold))
}

// merge sorts spans and joins those that overlap.
func merge(spans []words.Span) []words.Span {
	slices.SortFunc(spans, func(a, b words.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	var out []words.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// texts cuts the spans out of a text.
func texts(text string, spans []words.Span) []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = text[s.Start:s.End]
	}
	return out
}

// unique drops what stands in the list before, folded alike.
func unique(list []string) []string {
	seen := make(map[string]bool, len(list))
	var out []string
	for _, s := range list {
		if f := words.Fold(s); !seen[f] {
			seen[f] = true
			out = append(out, s)
		}
	}
	return out
}
