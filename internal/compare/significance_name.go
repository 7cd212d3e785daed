package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

func isUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// names finds names by their capitals: runs of words that start with one, and
// abbreviations (OSCE, ЕС). The first word of a sentence is no evidence alone,
// nor is a heading in title case, a month, or a word for a provision (Article).
func (j *judge) names(w *wording) []span {
	var out []span
	for i := 0; i < len(w.tokens); i++ {
		if !j.isNameWord(w, i) {
			continue
		}
		hi := i + 1
		for {
			n := j.nextNameWord(w, hi)
			if n < 0 {
				break
			}
			hi = n + 1
		}
		if hi > i+1 || !w.head[i] || isAcronym(w.tokens[i].Text) {
			out = append(out, span{lo: i, hi: hi, key: j.nameKey(w, i, hi), text: w.text(i, hi)})
		}
		i = hi - 1
	}
	return out
}

func (j *judge) isNameWord(w *wording, i int) bool {
	t := w.tokens[i]
	if t.Class != textdiff.Word || !isCapital(t.Text) || w.caps[i] {
		return false
	}
	if isAcronym(t.Text) {
		return true
	}
	return utf8.RuneCountInString(t.Text) > 1 && !w.weak[i] && !j.rules.months[w.fold[i]] &&
		!j.isProvision(w.fold[i]) && !(w.head[i] && j.rules.negations[w.fold[i]])
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

// isAcronym reports whether s is two to six capitals that are no Roman number.
func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 6 && strings.Trim(s, "IVXLCDM") != ""
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
// not have.
func (j *judge) onlyHere(r *reading, w *wording, names, others []span) []span {
	var out []span
	for _, s := range names {
		changed := slices.ContainsFunc(w.passage[s.lo:s.hi], func(p int) bool { return p != kept && !r.passages[p].form })
		if changed && !slices.ContainsFunc(others, func(o span) bool { return j.holds(o.key, s.key) }) {
			w.tell(s)
			out = append(out, s)
		}
	}
	return out
}

// holds reports whether all words of a name stand in another.
func (j *judge) holds(other, name string) bool {
	words := strings.Fields(other)
	for _, n := range strings.Fields(name) {
		if !slices.ContainsFunc(words, func(o string) bool { return o == n || j.rules.inflected && sameStem(o, n) }) {
			return false
		}
	}
	return true
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
