package relate

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Themes are the names and words by what became of their weight, as facts: none is
// called important.
type Themes struct{ Gone, New, Lost, Gained []Theme }

// Theme is a name or a word with how often it stands in either text.
type Theme struct {
	Text           string   // as it stands most often
	Name           bool     // a name, else a word in all its forms
	Old, New       int      // how often
	OldPer, NewPer float64  // per 1,000 words
	At             []string // addresses of clauses: of the new text, for what is gone of the old
}

const (
	mostThemes   = 12  // of each sort
	mostPlaces   = 6   // addresses of a theme
	leastTheme   = 3   // times that a name stands in the text that has it, twice as often a word
	weightChange = 2.0 // how many times as often a theme must stand to have gained or lost
)

// named counts the names and words of a text by clause.
type named struct {
	clauses []*revision.Clause
	counts  []map[string]int // of names, by clause
	terms   []map[string]int // of stems, by clause, with those that have a capital
	folded  string           // the whole text
	shown   map[string]map[string]int
	words   int // of the text
}

func newNamed(t *Text, clauses []*revision.Clause, size int, abbr *abbreviations) *named {
	f := newNameFinder(t, abbr)
	n := &named{clauses: clauses, shown: map[string]map[string]int{}, words: size}
	see := func(key, shown string) {
		if n.shown[key] == nil {
			n.shown[key] = map[string]int{}
		}
		n.shown[key][shown]++
	}
	var all strings.Builder
	for _, c := range clauses {
		all.WriteString(folded(c.Text()))
		names, terms := map[string]int{}, map[string]int{}
		for _, b := range c.Blocks {
			if b.Kind != revision.BlockHeading {
				f.each(b.Text, func(key, shown string) {
					if f.small[words.Fold(shown)] {
						return // «the Nation» of a text that also has «the nation»
					}
					names[key]++
					see(key, shown)
				})
			}
			list := stems(f.stemmer, b.Text)
			for i := 0; i < len(list); i++ {
				w, shown := list[i], ""
				if whole := f.torn(b.Text, list[i:]); whole != "" {
					w.key, shown = f.stemmer.Stem(whole), whole
					i++
				} else {
					shown = words.Fold(b.Text[w.start:w.end])
				}
				if !plainWords()[w.key] && !isNumber(w.key) && len(w.key) > 3 {
					terms[w.key]++
					if !capital(b.Text[w.start:]) {
						see("."+w.key, shown)
					}
				}
			}
		}
		n.counts = append(n.counts, names)
		n.terms = append(n.terms, terms)
	}
	n.folded = all.String()
	return n
}

// torn is the word whose halves a list begins with, where the end of a page or line has
// left its hyphen («destruc-tion») and the text has it whole elsewhere; "" for none.
func (f *nameFinder) torn(text string, list []stem) string {
	if len(list) < 2 || list[0].end+1 != list[1].start || text[list[0].end] != '-' {
		return ""
	}
	if whole := words.Fold(text[list[0].start:list[0].end] + text[list[1].start:list[1].end]); f.small[whole] {
		return whole
	}
	return ""
}

// text is how a name stands most often.
func (n *named) text(key string) string {
	best, most := "", 0
	for s, k := range n.shown[key] {
		if k > most || k == most && s < best {
			best, most = s, k
		}
	}
	return best
}

// below counts the names of a clause and of those below it; none for nil.
func (n *named) below(c *revision.Clause) map[string]int {
	all := map[string]int{}
	for i, x := range n.clauses {
		for up := x; c != nil && up != nil; up = up.Parent {
			if up == c {
				for key, k := range n.counts[i] {
					all[key] += k
				}
			}
		}
	}
	return all
}

// textBelow is the folded text of a clause and of those below it; none for nil.
func (n *named) textBelow(c *revision.Clause) string {
	var b strings.Builder
	for _, x := range n.clauses {
		for up := x; c != nil && up != nil; up = up.Parent {
			if up == c {
				b.WriteString(folded(x.Text()))
			}
		}
	}
	return b.String()
}

// only lists the names of one clause that another has not, not even as part of a longer
// name or of a heading, the most frequent first.
func (n *named) only(of, not map[string]int, text string) []string {
	var keys []string
	for key := range of {
		if not[key] == 0 && !strings.Contains(text, folded(n.text(key))) {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(of[b]-of[a], strings.Compare(a, b)) })
	var out []string
	for _, key := range keys[:min(mostNames, len(keys))] {
		out = append(out, n.text(key))
	}
	return out
}

// themes holds the names and words of two texts against each other.
func themes(old, now *named) Themes {
	var all []Theme
	for _, sort := range []struct {
		name bool
		of   func(*named) []map[string]int
	}{{true, func(n *named) []map[string]int { return n.counts }}, {false, func(n *named) []map[string]int { return n.terms }}} {
		a, b := total(sort.of(old)), total(sort.of(now))
		keys := make([]string, 0, len(a)+len(b))
		for key := range a {
			keys = append(keys, key)
		}
		for key := range b {
			if a[key] == 0 {
				keys = append(keys, key)
			}
		}
		slices.Sort(keys)
		for _, key := range keys {
			x, y := a[key], b[key]
			least := leastTheme
			if !sort.name {
				least *= 2
			}
			if max(x, y) < least {
				continue
			}
			side, other := now, old
			if y == 0 {
				side, other = old, now
			}
			shown := key
			if !sort.name {
				shown = "." + key
			}
			text := cmp.Or(side.text(shown), other.text(shown))
			if text == "" || min(x, y) == 0 && strings.Contains(other.folded, folded(text)) {
				continue // a word that only names hold; a name that stands there within a longer one
			}
			t := Theme{Text: text, At: side.places(sort.of(side), key), Name: sort.name, Old: x, New: y, OldPer: per(x, old.words), NewPer: per(y, now.words)}
			all = append(all, t)
		}
	}
	weight := func(t Theme) float64 { return surprise(t.Old, t.New, old.words, now.words) }
	slices.SortStableFunc(all, func(a, b Theme) int { return cmp.Compare(weight(b), weight(a)) })
	var out Themes
	put := func(list *[]Theme, t Theme) {
		if len(*list) < mostThemes {
			*list = append(*list, t)
		}
	}
	for _, t := range all {
		switch {
		case t.New == 0:
			put(&out.Gone, t)
		case t.Old == 0:
			put(&out.New, t)
		case t.OldPer >= weightChange*t.NewPer:
			put(&out.Lost, t)
		case t.NewPer >= weightChange*t.OldPer:
			put(&out.Gained, t)
		}
	}
	return out
}

func total(by []map[string]int) map[string]int {
	all := map[string]int{}
	for _, m := range by {
		for key, k := range m {
			all[key] += k
		}
	}
	return all
}

func per(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return math.Round(float64(n)/float64(of)*1e5) / 100
}

// places lists the clauses in which a name or word stands most, in their order.
func (n *named) places(by []map[string]int, key string) []string {
	var at []int
	for i, m := range by {
		if m[key] > 0 {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return by[b][key] - by[a][key] })
	at = at[:min(mostPlaces, len(at))]
	slices.Sort(at)
	var out []string
	for _, i := range at {
		out = append(out, n.clauses[i].Address())
	}
	return out
}

// surprise is how little two counts can be explained by one rate: the log-likelihood
// ratio. Source: T. Dunning, «Accurate Methods for the Statistics of Surprise and
// Coincidence», Computational Linguistics 19 (1993).
func surprise(a, b, ofA, ofB int) float64 {
	rate := float64(a+b) / math.Max(1, float64(ofA+ofB))
	part := func(k, n int) float64 {
		if k == 0 || n == 0 {
			return 0
		}
		return float64(k) * math.Log(float64(k)/(rate*float64(n)))
	}
	return 2 * (part(a, ofA) + part(b, ofB))
}
