package compare

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

func isUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// names finds names by their capitals: runs of words that start with one, and
// abbreviations (OSCE, ЕС). No evidence are a heading in title case, a month, a
// word for a provision (Article), a noun that texts of this kind capitalise
// (State) when alone, and the first word of a sentence, unless it is a name
// elsewhere in the text.
func (j *judge) names(w *wording) []span {
	inside := j.capitalInside(w)
	var out []span
	for i := 0; i < len(w.tokens); i++ {
		if !w.near[i] || !j.isNameWord(w, i) || w.head[i] && !inside[w.fold[i]] && !isAcronym(w.tokens[i].Text) {
			continue
		}
		hi, common := i+1, j.rules.common[w.fold[i]]
		for {
			n := j.nextNameWord(w, hi)
			if n < 0 {
				break
			}
			hi = n + 1
			common = common && j.rules.common[w.fold[n]]
		}
		if !common {
			out = append(out, span{lo: i, hi: hi, key: j.nameKey(w, i, hi), text: w.text(i, hi)})
		}
		i = hi - 1
	}
	return out
}

// capitalInside collects the name words that stand inside a sentence.
func (j *judge) capitalInside(w *wording) map[string]bool {
	m := make(map[string]bool)
	for i := range w.tokens {
		if !w.head[i] && j.isNameWord(w, i) {
			m[w.fold[i]] = true
		}
	}
	return m
}

func (j *judge) isNameWord(w *wording, i int) bool {
	t, f := w.tokens[i], w.fold[i]
	switch {
	case t.Class != textdiff.Word, !isCapital(t.Text), w.caps[i], isRoman(t.Text):
		return false
	case j.rules.months[f], j.rules.negations[f], j.rules.modals[f] != "", j.isProvision(f):
		return false
	}
	return isAcronym(t.Text) || !w.weak[i] && utf8.RuneCountInString(t.Text) > 1
}

// nextNameWord is the name word that continues a name that ends before token i,
// after a space, a hyphen or a small word that names hold; -1 if there is none.
func (j *judge) nextNameWord(w *wording, i int) int {
	n := i
	for small := 0; n < len(w.tokens) && small <= 2; n++ {
		switch t := w.tokens[n]; {
		case t.Class == textdiff.Space, n == i && w.fold[n] == "-":
		case j.isNameWord(w, n):
			return n
		case j.rules.connectors[w.fold[n]]:
			small++
		default:
			return -1
		}
	}
	return -1
}

// isAcronym reports whether s is two to six capitals.
func isAcronym(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 6 && isUpperCase(s)
}

func isRoman(s string) bool { return strings.Trim(s, "IVXLCDM") == "" }

func isUpperCase(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// nameKey is the words of a name in folded case, parted by spaces.
func (j *judge) nameKey(w *wording, lo, hi int) string {
	var words []string
	for i := lo; i < hi; i++ {
		if w.tokens[i].Class == textdiff.Word && !j.rules.connectors[w.fold[i]] {
			words = append(words, strings.TrimSuffix(w.fold[i], "'s"))
		}
	}
	return strings.Join(words, " ")
}

// onlyHere returns the names in a changed passage of w that the other side does
// not mention, those of most words first.
func (j *judge) onlyHere(r *reading, w *wording, names []span, other func() []string) []span {
	var out []span
	for _, s := range names {
		changed := slices.ContainsFunc(w.passage[s.lo:s.hi], func(p int) bool { return p != kept && !r.passages[p].form })
		again := slices.ContainsFunc(out, func(o span) bool { return o.key == s.key })
		if changed && again {
			w.tell(s)
		} else if changed && !j.mentions(other(), strings.Fields(s.key)) {
			w.tell(s)
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b span) int { return strings.Count(b.key, " ") - strings.Count(a.key, " ") })
	return out
}

// nameWords gives the words of one side of a change as names are compared. They
// are only read when asked for.
func (j *judge) nameWords(ch *Change, side func(Edit) string) func() []string {
	return sync.OnceValue(func() []string {
		var w wording
		for _, e := range ch.Edits {
			for _, t := range j.lex.Tokens(side(e)) {
				w.tokens = append(w.tokens, t)
				w.fold = append(w.fold, j.lex.Folded(t))
			}
		}
		return strings.Fields(j.nameKey(&w, 0, len(w.tokens)))
	})
}

// mentions reports whether a name stands in a text, in small letters or capitals
// and with any endings.
func (j *judge) mentions(text, name []string) bool {
	for i := range text {
		if len(text)-i < len(name) {
			return false
		}
		if slices.EqualFunc(text[i:i+len(name)], name, func(a, b string) bool { return a == b || j.rules.inflected && sameStem(a, b) }) {
			return true
		}
	}
	return false
}

// sameStem reports whether two words differ in their endings only, as far as can
// be told without a dictionary: they share four letters or more, and all but
// four of the shorter.
func sameStem(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	n := 0
	for n < len(ra) && n < len(rb) && ra[n] == rb[n] {
		n++
	}
	return n >= 4 && n >= min(len(ra), len(rb))-4 && max(len(ra), len(rb))-n <= 6
}
