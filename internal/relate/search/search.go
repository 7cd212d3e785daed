// Package search finds passages by words: exact phrases in quotation marks, all other
// words in any of their forms, in the language of each text. What is found is ranked by
// how rare the words are, and told with the places where they stand.
//
//	text ──Build──▶ parts ──Find──▶ words of part 0 ──▶ passages, scored ──▶ the best, read from their parts
package search

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/words"
)

// Hit is a passage that holds all that was sought.
type Hit struct {
	Key, Kind string // of the text it stands in
	Gist      bool   // the passage is a summary in words of ours
	Passage   relate.Passage
	Score     float64      // the better the greater
	At        []words.Span // in the passage's text, in order
}

// query is what is sought: phrases to the letter but for case, and single words.
type query struct {
	phrases [][]string // folded
	words   []string   // folded
}

// parse reads "exact phrase" and bare words. Function words count in a phrase; bare ones
// only where nothing else is sought, which is then sought to the letter.
func parse(text string) query {
	var q query
	var plain []string
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
			if words.IsFunctionWord(f) {
				plain = append(plain, f)
			} else {
				q.words = append(q.words, f)
			}
		}
	}
	if len(q.words)+len(q.phrases) == 0 && len(plain) > 0 {
		q.phrases = [][]string{plain}
	}
	return q
}

// Sought reports whether a query holds a word.
func Sought(text string) bool {
	q := parse(text)
	return len(q.words)+len(q.phrases) > 0
}

// Find lists the passages that hold every word and phrase of a query, the best first,
// at most so many (0 for all). Where none does, letters without their marks are taken
// for the letters («tehlukesizlik» for «təhlükəsizlik»), and where none does so either,
// forms that no rule of endings tells («ёлок» for «ёлки», «qazın» for «qaz»). An index that cannot be read is
// an error that wraps [ErrIndex].
func Find(text string, in []Indexed, most int) ([]Hit, error) {
	q := parse(text)
	if len(q.words)+len(q.phrases) == 0 {
		return nil, nil
	}
	open, err := openAll(in)
	if err != nil {
		return nil, err
	}
	for _, way := range []reading{asWritten, withoutMarks, looseForms} {
		if hits, err := find(q, open, most, way); err != nil || len(hits) > 0 {
			return hits, err
		}
	}
	return nil, nil
}

type opened struct {
	*index
	Indexed
	stemmer words.Stemmer
}

// openAll reads the words of all texts, side by side.
func openAll(in []Indexed) ([]opened, error) {
	out, errs := make([]opened, len(in)), make([]error, len(in))
	var all sync.WaitGroup
	for i, t := range in {
		all.Go(func() {
			data, err := t.Part(0)
			if err != nil {
				errs[i] = err
				return
			}
			x, err := open(data)
			if err != nil {
				errs[i] = err
				return
			}
			out[i] = opened{x, t, words.NewStemmer(x.language)}
		})
	}
	all.Wait()
	return out, errors.Join(errs...)
}

// found is a passage with how often it holds each thing that is sought.
type found struct {
	in      *opened
	passage int
	times   []int32
	score   float64
}

// complete lists the passages that hold all that is sought.
func (t *opened) complete(times [][]int32) []found {
	if slices.ContainsFunc(times, func(of []int32) bool { return of == nil }) {
		return nil
	}
	var out []found
next:
	for p := range t.passages {
		for _, of := range times {
			if of[p] == 0 {
				continue next
			}
		}
		f := found{in: t, passage: p, times: make([]int32, len(times))}
		for n, of := range times {
			f.times[n] = of[p]
		}
		out = append(out, f)
	}
	return out
}

// find looks for a query in all texts, its words read in a way.
func find(q query, in []opened, most int, way reading) ([]Hit, error) {
	held := make([]int, len(q.words)+len(q.phrases)) // in how many passages each stands
	passages := 0
	var all []found
	for i := range in {
		t := &in[i]
		letters := way(t.language)
		passages += len(t.passages)
		times := make([][]int32, len(held)) // of each, by passage; nil where it stands nowhere
		for n := range held {
			var err error
			if n < len(q.words) {
				times[n], err = t.word(q.words[n], letters)
			} else {
				times[n], err = t.phrase(q.phrases[n-len(q.words)], letters)
			}
			if err != nil {
				return nil, err
			}
			for _, k := range times[n] {
				if k > 0 {
					held[n]++
				}
			}
		}
		all = append(all, t.complete(times)...)
	}
	for i := range all {
		all[i].weigh(held, passages)
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	if most > 0 && len(all) > most {
		all = all[:most]
	}
	hits := make([]Hit, len(all))
	for i, f := range all {
		p, err := f.in.passage(f.passage, f.in.Part)
		if err != nil {
			return nil, err
		}
		hits[i] = Hit{f.in.key, f.in.Kind, f.in.Gists, p, f.score, f.in.places(q, p.Text, way(f.in.language))}
	}
	return hits, nil
}

// weigh scores a passage: the rarer what it holds, the oftener it does and the shorter it
// is, the better; a heading is better still.
func (f *found) weigh(held []int, passages int) {
	size := f.in.passages[f.passage]
	length := math.Sqrt(float64(60 + int(size>>1)/6))
	for n, times := range f.times {
		rare := math.Log(1 + float64(passages)/float64(held[n]+1))
		f.score += rare * (1 + math.Log(float64(times))) / length
	}
	if size&1 == 1 {
		f.score *= 1.5
	}
	f.score = math.Round(f.score*1e4) / 1e4
}

// each tells the words of an index that have a stem, or that have it once both are
// written more plainly.
func (t *opened) each(stem string, letters func(string) string, tell func(fold string, postings []byte) error) error {
	from := 0
	if letters != nil {
		stem = letters(stem)
	} else {
		var bad error
		from = sort.Search(t.words(), func(n int) bool {
			s, _, _, err := t.index.word(n)
			bad = cmp.Or(bad, err)
			return string(s) >= stem
		})
		if bad != nil {
			return bad
		}
	}
	for n := from; n < t.words(); n++ {
		s, fold, postings, err := t.index.word(n)
		switch {
		case err != nil:
			return err
		case letters != nil && (!mayBecome(s, stem) || letters(string(s)) != stem):
			continue
		case letters == nil && string(s) != stem:
			return nil
		}
		if err := tell(string(fold), postings); err != nil {
			return err
		}
	}
	return nil
}

// mayBecome reports whether a word may be another once it is written more plainly: its
// ASCII letters stay as they are, or are left out at the end.
func mayBecome(word []byte, plain string) bool {
	if len(word) < len(plain) {
		return false
	}
	for i := range min(len(word), len(plain)) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
		if word[i] != plain[i] {
			return false
		}
	}
	return true
}

// word counts by passage how often a word stands there in any form.
func (t *opened) word(folded string, letters func(string) string) ([]int32, error) {
	var times []int32
	err := t.each(t.stem(folded, letters), letters, func(_ string, postings []byte) error {
		if times == nil {
			times = make([]int32, len(t.passages))
		}
		return t.stand(postings, func(p int, places []int) { times[p] += int32(len(places)) })
	})
	return times, err
}

// stem is that of a word that is sought. Who types Azerbaijani without marks leaves them
// out of the endings too.
func (t *opened) stem(folded string, letters func(string) string) string {
	if letters != nil && words.Primary(t.language) == "az" {
		folded = strings.ReplaceAll(folded, "e", "ə")
	}
	return t.stemmer.Stem(folded)
}

// phrase counts by passage how often words stand there in a row.
func (t *opened) phrase(folded []string, letters func(string) string) ([]int32, error) {
	var ends [][]int // by passage, the places at which what was found so far ends
	for i, want := range folded {
		var at [][]int
		err := t.each(t.stemmer.Stem(want), letters, func(fold string, postings []byte) error {
			if fold != want && (letters == nil || letters(fold) != letters(want)) {
				return nil
			}
			if at == nil {
				at = make([][]int, len(t.passages))
			}
			return t.stand(postings, func(p int, places []int) {
				for _, place := range places {
					if i == 0 || slices.Contains(ends[p], place-1) {
						at[p] = append(at[p], place)
					}
				}
			})
		})
		if err != nil || at == nil {
			return nil, err
		}
		ends = at
	}
	times := make([]int32, len(ends))
	for p, places := range ends {
		times[p] = int32(len(places))
	}
	return times, nil
}

// places are those of all that is sought in the text of a passage.
func (t *opened) places(q query, text string, letters func(string) string) []words.Span {
	stems := make(map[string]bool)
	for _, w := range q.words {
		stem := t.stem(w, letters)
		if letters != nil {
			stem = letters(stem)
		}
		stems[stem] = true
	}
	if letters == nil {
		letters = func(s string) string { return s }
	}
	var out []words.Span
	list := words.Scan(text)
	for k, w := range list {
		if stems[letters(t.stemmer.Stem(w.Fold))] {
			out = append(out, words.Span{Start: w.Start, End: w.End})
		}
		for _, phrase := range q.phrases {
			if standsAt(list[k:], phrase, letters) {
				out = append(out, words.Span{Start: w.Start, End: list[k+len(phrase)-1].End})
			}
		}
	}
	return out
}

func standsAt(list []words.SearchWord, phrase []string, letters func(string) string) bool {
	if len(list) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if letters(list[i].Fold) != letters(w) {
			return false
		}
	}
	return true
}
