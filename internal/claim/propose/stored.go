package propose

import (
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// stored is the revision, cut into sentences and indexed by the stems of their words.
type stored struct {
	rev       *revision.Revision
	sentences []sentence
	holding   map[string][]int           // by stem the sentences that have it
	forms     map[string]map[string]bool // by stem the folded words that have it
	title     map[string]bool            // its words, folded
	names     map[string]bool            // words that begin with a capital in the midst of a sentence, folded
	stem      words.Stemmer
}

// sentence is one of the revision, or one of its headings.
type sentence struct {
	clause, provision string // addresses
	text              string
	stems             []string // sorted
	weight            float64
}

func newStored(rev *revision.Revision) *stored {
	s := &stored{
		rev: rev, stem: words.NewStemmer(rev.Language),
		holding: make(map[string][]int), forms: make(map[string]map[string]bool), names: make(map[string]bool),
	}
	s.title = words.Set(rev.Title)
	for _, c := range rev.Components {
		maps.Copy(s.title, words.Set(c.Heading))
	}
	cutter := words.NewCutter(rev.Language)
	for _, c := range rev.Clauses() {
		for _, b := range c.Blocks {
			if b.Kind == revision.BlockHeading {
				s.add(c.Address(), b.Provision.Address(), b.Text)
				continue
			}
			for _, span := range cutter.Sentences(nil, b.Text) {
				s.add(c.Address(), b.Provision.Address(), b.Text[span.Start:span.End])
			}
		}
	}
	for i := range s.sentences {
		s.sentences[i].weight = s.weigh(s.sentences[i].stems)
	}
	return s
}

func (s *stored) add(clause, provision, text string) {
	n := len(s.sentences)
	one := sentence{clause: clause, provision: provision, text: text, stems: s.stems(text)}
	if len(one.stems) == 0 {
		return
	}
	for i, stem := range one.stems {
		if i == 0 || one.stems[i-1] != stem {
			s.holding[stem] = append(s.holding[stem], n)
		}
	}
	for i, w := range words.Scan(text) {
		stem := s.stem.Stem(w.Fold)
		if s.forms[stem] == nil {
			s.forms[stem] = make(map[string]bool)
		}
		s.forms[stem][w.Fold] = true
		if i > 0 && isCapital(text[w.Start:w.End]) {
			s.names[w.Fold] = true
		}
	}
	s.sentences = append(s.sentences, one)
}

// stems are those of a text's words, function words left out; sorted.
func (s *stored) stems(text string) []string {
	var out []string
	for _, w := range words.Scan(text) {
		if !words.IsFunctionWord(w.Fold) {
			out = append(out, s.stem.Stem(w.Fold))
		}
	}
	slices.Sort(out)
	return out
}

// rarity is how much a word tells: the rarer in the revision, the more. A word that
// does not stand there tells as much as one that stands in a sentence of many.
func (s *stored) rarity(stem string) float64 {
	n := len(s.holding[stem])
	if n == 0 {
		n = 1 + len(s.sentences)/20
	}
	return math.Log(1 + float64(len(s.sentences))/float64(n))
}

func (s *stored) weigh(stems []string) float64 {
	var sum float64
	for _, stem := range stems {
		sum += s.rarity(stem)
	}
	return sum
}

// like is how alike a text and a sentence are in weighted words, from 0 to 1.
func (s *stored) like(stems []string, weight float64, n int) float64 {
	one := &s.sentences[n]
	var shared float64
	for i, j := 0, 0; i < len(stems) && j < len(one.stems); {
		switch {
		case stems[i] == one.stems[j]:
			shared += s.rarity(stems[i])
			i, j = i+1, j+1
		case stems[i] < one.stems[j]:
			i++
		default:
			j++
		}
	}
	if weight+one.weight == 0 {
		return 0
	}
	return 2 * shared / (weight + one.weight)
}

// nearest finds the sentence most like a text, -1 when none shares a word; within, if
// not "", only among those of a clause.
func (s *stored) nearest(text, within string) (at int, like float64) {
	stems := s.stems(text)
	weight := s.weigh(stems)
	at = -1
	seen := make(map[int]bool)
	for i, stem := range stems {
		if i > 0 && stems[i-1] == stem {
			continue
		}
		for _, n := range s.holding[stem] {
			if seen[n] || within != "" && s.sentences[n].clause != within {
				continue
			}
			seen[n] = true
			if l := s.like(stems, weight, n); l > like || l == like && n < at {
				at, like = n, l
			}
		}
	}
	return at, like
}

// documents are the beginnings of the words for a document and its parts, folded: who
// says one of them speaks of the revision.
var documents = words.Folded(`draft concept strateg plan programme program doctrine polic document clause article section chapter provision
	amendment layihə konsepsiya strategiya plan proqram doktrina sənəd bənd maddə bölmə fəsil müddəa dəyişiklik düzəliş
	проект концепц стратеги план программ доктрин документ пункт стать раздел глав положени поправ изменен`)

// near reports whether a text has two words in common with one sentence of the revision,
// or one that stands in few of them. That it names the revision makes it not near.
func (s *stored) near(text string) bool {
	var own []words.SearchWord
	for _, w := range words.Scan(text) {
		if !s.title[w.Fold] && !begins(documents(), w.Fold) && tells(w.Fold) {
			own = append(own, w)
		}
	}
	rare := func(w words.SearchWord) bool {
		n := len(s.holders(w.Fold))
		return n > 0 && n <= few+len(s.sentences)/rareIn
	}
	return s.shared(own, 2) || slices.ContainsFunc(own, rare)
}

// A word that stands in so many sentences, and one more for each so many of the
// revision, makes a text near by itself.
const few, rareIn = 2, 200

// shares reports whether a text has a word in common with a sentence of the revision, or
// one for a document.
func (s *stored) shares(text string) bool {
	var own []words.SearchWord
	for _, w := range words.Scan(text) {
		if begins(documents(), w.Fold) {
			return true
		}
		if tells(w.Fold) {
			own = append(own, w)
		}
	}
	return s.shared(own, 1)
}

// tells reports whether a word tells what a text is about.
func tells(fold string) bool {
	return !words.IsFunctionWord(fold) && !slices.Contains(empty(), fold) && utf8.RuneCountInString(fold) >= leastTerm
}

// shared reports whether one sentence of the revision has so many of the words, in
// whatever form.
func (s *stored) shared(own []words.SearchWord, least int) bool {
	count := make(map[int]int)
	done := make(map[string]bool)
	for _, w := range own {
		stem := s.stem.Stem(w.Fold)
		if done[stem] {
			continue
		}
		done[stem] = true
		for n := range s.holders(w.Fold) {
			if count[n]++; count[n] >= least {
				return true
			}
		}
	}
	return false
}

// holders are the sentences of the revision that have a word in whatever form.
func (s *stored) holders(fold string) map[int]bool {
	out := make(map[int]bool)
	own := s.stem.Stem(fold)
	for stem := range s.forms {
		if !closeForm(stem, own) {
			continue
		}
		for _, n := range s.holding[stem] {
			out[n] = true
		}
	}
	return out
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return isUpper(r)
}
