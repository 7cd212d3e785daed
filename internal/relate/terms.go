package relate

import (
	"iter"
	"math"
	"slices"
	"strings"

	"conceptdiff/internal/words"
)

// term is a stem, a pair of stems that follow each other, or an abbreviation with
// all its spellings; each distinct one has a number.
type term = int32

// weighted is a term of a passage, with how much of its weight stands there: 1 for
// the passage's own words, less for what stands above it.
type weighted struct {
	term term
	part float64
}

// How much the words around a passage count beside its own.
const (
	headingPart = 0.2
	leadPart    = 0.35
	longPart    = 0.5 // the words that an abbreviation stands for
	pairPart    = 0.6 // two words in a row, beside each of them
)

// vocabulary numbers the terms of two texts and weighs each by how rare it is.
type vocabulary struct {
	numbers map[string]term
	keys    []string // by term
	shown   []string // by term: how it first stands in a text
	abbr    *abbreviations
	weight  []float64
}

func newVocabulary(abbr *abbreviations) *vocabulary {
	return &vocabulary{numbers: map[string]term{}, abbr: abbr}
}

func (v *vocabulary) number(key, shown string) term {
	n, ok := v.numbers[key]
	if !ok {
		n = term(len(v.shown))
		v.numbers[key] = n
		v.keys = append(v.keys, key)
		v.shown = append(v.shown, shown)
	}
	return n
}

// stems lists the stems of a text that say something, in order, with the place of
// each. A gap, where a function word or the end of a sentence stands, is told by
// after.
type stem struct {
	key        string
	start, end int
	after      bool // directly follows the stem before it, but for function words
}

func stems(s words.Stemmer, text string) []stem {
	var out []stem
	last := -1
	for _, w := range words.Scan(text) {
		if words.IsFunctionWord(w.Fold) || len(w.Fold) == 1 {
			continue
		}
		after := last >= 0 && !strings.ContainsAny(text[last:w.Start], ".;:!?\n")
		out = append(out, stem{s.Stem(w.Fold), w.Start, w.End, after})
		last = w.End
	}
	return out
}

// bag is the terms of a passage by number, each once with its largest part.
type bag []weighted

// bagOf lists the terms of a passage's own words and facts.
func (v *vocabulary) bagOf(s words.Stemmer, p *Passage) bag {
	parts := map[term]float64{}
	v.add(parts, s, p.Text, 1)
	for _, fact := range p.Facts {
		v.add(parts, s, fact, 1)
	}
	return sorted(parts)
}

// contextOf lists the terms of what stands above a passage: headings, and the line
// that introduces its list.
func (v *vocabulary) contextOf(s words.Stemmer, p *Passage) bag {
	parts := map[term]float64{}
	v.add(parts, s, lastSentence(p.Lead), leadPart)
	v.add(parts, s, p.Heading, headingPart)
	return sorted(parts)
}

func lastSentence(s string) string {
	t := strings.TrimRight(s, ". :;")
	if i := strings.LastIndex(t, ". "); i >= 0 {
		return t[i+2:]
	}
	return s
}

func (v *vocabulary) textBag(s words.Stemmer, text string) bag {
	parts := map[term]float64{}
	v.add(parts, s, text, 1)
	return sorted(parts)
}

func sorted(parts map[term]float64) bag {
	b := make(bag, 0, len(parts))
	for t, part := range parts {
		b = append(b, weighted{t, part})
	}
	slices.SortFunc(b, func(x, y weighted) int { return int(x.term - y.term) })
	return b
}

// stemBag is the stems of a text alone. met holds what words met before stand for, as
// they are written; those that say nothing have no part.
func (v *vocabulary) stemBag(met map[string]weighted, s words.Stemmer, text string) bag {
	var b bag
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
		w, ok := met[text[start:end]]
		if !ok {
			w = v.weighted(s, text[start:end])
			met[text[start:end]] = w
		}
		if w.part > 0 {
			b = append(b, w)
		}
	}
	slices.SortFunc(b, func(x, y weighted) int { return int(x.term - y.term) })
	return slices.Compact(b)
}

// weighted is a word by its stem. One that says nothing has no part.
func (v *vocabulary) weighted(s words.Stemmer, word string) weighted {
	fold := words.Fold(word)
	if len(fold) <= 1 || words.IsFunctionWord(fold) {
		return weighted{}
	}
	key := s.Stem(fold)
	w := weighted{v.number(key, word), 1}
	if plainWords()[key] {
		w.part = plainPart
	}
	return w
}

func (v *vocabulary) add(parts map[term]float64, s words.Stemmer, text string, part float64) {
	put := func(key, shown string, part float64) {
		n := v.number(key, shown)
		parts[n] = max(parts[n], part)
	}
	list := stems(s, text)
	for i, w := range list {
		own := part
		if plainWords()[w.key] {
			own *= plainPart
		}
		put(w.key, text[w.start:w.end], own)
		for _, key := range thesaurus()[w.key] {
			put(key, text[w.start:w.end], part*conceptPart)
		}
		if i > 0 && w.after && part == 1 {
			pair := pairPart
			if plainWords()[w.key] && plainWords()[list[i-1].key] {
				pair *= plainPart
			}
			put(list[i-1].key+" "+w.key, text[list[i-1].start:w.end], pair)
		}
	}
	for _, a := range v.abbr.in(list) {
		put("="+a.short, a.short, part)
		for _, k := range a.long {
			put(k, k, part*longPart)
		}
		put(a.key, a.short, part)
	}
}

// weigh sets the weight of each term from how many passages of either text hold
// it: a word that stands everywhere in one of them says little, however rare it is
// in the other. Both texts count alike, whatever their lengths.
func (v *vocabulary) weigh(a, b []bag) {
	v.weight = make([]float64, len(v.shown))
	share := make([]float64, len(v.shown))
	for _, side := range [][]bag{a, b} {
		for _, bag := range side {
			for _, w := range bag {
				{
					share[w.term] += 1 / float64(len(side)+1)
				}
			}
		}
	}
	least := 1 / float64(max(len(a), len(b))+1)
	for t := range v.weight {
		v.weight[t] = math.Log(1 + 1/max(share[t], least))
	}
}

// norm is the length of a passage's vector.
func (v *vocabulary) norm(b bag) float64 {
	sum := 0.0
	for _, w := range b {
		x := w.part * v.weight[w.term]
		sum += x * x
	}
	return math.Sqrt(sum)
}

// cosine is how alike two texts are, from 0 to 1.
func (v *vocabulary) cosine(a, b bag) float64 {
	n := v.norm(a) * v.norm(b)
	if n == 0 {
		return 0
	}
	return v.dot(a, b) / n
}

// dot is what two passages have in common.
func (v *vocabulary) dot(a, b bag) float64 {
	sum := 0.0
	for _, weight := range v.shared(a, b) {
		sum += weight
	}
	return sum
}

// shared are the words that two passages have both, with what each adds to their dot
// product.
func (v *vocabulary) shared(a, b bag) iter.Seq2[term, float64] {
	return func(yield func(term, float64) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i].term < b[j].term:
				i++
			case a[i].term > b[j].term:
				j++
			default:
				x := v.weight[a[i].term]
				if !yield(a[i].term, x*x*a[i].part*b[j].part) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}
