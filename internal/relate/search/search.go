// Package search finds passages by words: exact phrases in quotation marks, all other
// words in any of their forms, in the language of each text. What is found is ranked by
// how rare the words are, and told with the places where they stand.
package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/words"
)

// Text is one of the texts that are searched.
type Text struct {
	*relate.Text
	Kind string // "revision", "document" or "source"
}

// Hit is a passage that holds all that was sought.
type Hit struct {
	In      *Text
	Passage *relate.Passage
	Score   float64      // the better the greater
	At      []words.Span // in the passage's text, in order
}

// query is what is sought: phrases to the letter but for case, and single words.
type query struct {
	phrases [][]string // folded
	words   []string   // folded
}

// parse reads "exact phrase" and bare words. Function words alone are no query, but they
// count in a phrase.
func parse(text string) query {
	var q query
	for i, part := range strings.Split(strings.NewReplacer("«", `"`, "»", `"`, "“", `"`, "”", `"`).Replace(text), `"`) {
		var folded []string
		for _, w := range words.Scan(part) {
			folded = append(folded, w.Fold)
		}
		if i%2 == 1 && len(folded) > 0 {
			q.phrases = append(q.phrases, folded)
			continue
		}
		for _, f := range folded {
			if !words.IsFunctionWord(f) {
				q.words = append(q.words, f)
			}
		}
	}
	return q
}

// Find lists the passages that hold every word and phrase of a query, the best first,
// at most so many (0 for all). Where none does, letters without their marks are taken
// for the letters («tehlukesizlik» for «təhlükəsizlik»).
func Find(text string, in []Text, most int) []Hit {
	q := parse(text)
	if len(q.words)+len(q.phrases) == 0 {
		return nil
	}
	hits := find(q, in, func(s string) string { return s })
	if len(hits) == 0 {
		hits = find(q, in, plainLetters)
	}
	if most > 0 && len(hits) > most {
		hits = hits[:most]
	}
	return hits
}

func find(q query, in []Text, letters func(string) string) []Hit {
	var hits []Hit
	held := make([]int, len(q.words)+len(q.phrases)) // in how many passages each stands
	passages := 0
	type found struct {
		hit   Hit
		times []int
	}
	var all []found
	for i := range in {
		t := &in[i]
		s := words.NewStemmer(t.Language)
		stems := make([]string, len(q.words))
		for k, w := range q.words {
			stems[k] = letters(s.Stem(w))
		}
		cache := map[string]string{}
		stem := func(folded string) string {
			st, ok := cache[folded]
			if !ok {
				st = letters(s.Stem(folded))
				cache[folded] = st
			}
			return st
		}
		for j := range t.Passages {
			p := &t.Passages[j]
			passages++
			list := words.Scan(p.Text)
			f := found{hit: Hit{In: t, Passage: p}, times: make([]int, len(held))}
			for k := range list {
				st := stem(list[k].Fold)
				for n, want := range stems {
					if st == want {
						f.times[n]++
						f.hit.At = append(f.hit.At, words.Span{Start: list[k].Start, End: list[k].End})
						break
					}
				}
				for n, phrase := range q.phrases {
					if standsAt(list[k:], phrase, letters) {
						f.times[len(stems)+n]++
						f.hit.At = append(f.hit.At, words.Span{Start: list[k].Start, End: list[k+len(phrase)-1].End})
					}
				}
			}
			complete := true
			for n, times := range f.times {
				if times > 0 {
					held[n]++
				} else {
					complete = false
				}
			}
			if complete {
				all = append(all, f)
			}
		}
	}
	for _, f := range all {
		length := math.Sqrt(float64(60 + len(f.hit.Passage.Text)/6))
		for n, times := range f.times {
			rare := math.Log(1 + float64(passages)/float64(held[n]+1))
			f.hit.Score += rare * (1 + math.Log(float64(times))) / length
		}
		if f.hit.Passage.Title {
			f.hit.Score *= 1.5
		}
		f.hit.Score = math.Round(f.hit.Score*1e4) / 1e4
		hits = append(hits, f.hit)
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits
}

func standsAt(list []words.SearchWord, phrase []string, letters func(string) string) bool {
	if len(list) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if list[i].Fold != w && letters(list[i].Fold) != letters(w) {
			return false
		}
	}
	return true
}

// plainLetters writes letters without their marks, as people type who lack them.
func plainLetters(s string) string {
	return strings.NewReplacer("ə", "e", "ğ", "g", "ş", "s", "ç", "c", "ö", "o", "ü", "u").Replace(s)
}
