package compare

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// reading is a change as the rules of significance read it: both sides token by
// token, and the passages in which they differ.
type reading struct {
	old, new *wording
	passages []passage
}

// passage is one place at which the texts differ: the tokens of either side that
// were deleted and inserted between two that were kept.
type passage struct {
	old, new []int
	form     bool // differs in form only
}

// kept stands in [wording.passage] for a token that was kept or moved.
const kept = -1

// wording is one side of a change.
type wording struct {
	tokens  []textdiff.Token
	passage []int    // for each token the passage it belongs to, or kept
	fold    []string // for each token its text, normalised and in folded case
	weak    []bool   // whether it is a function word
	head    []bool   // whether it is the first word of a sentence
	told    []bool   // whether a reason accounts for it, see tell
	caps    []bool   // whether it stands in a sentence that is set in capitals or title case
	near    []bool   // whether something within reach of it changed
}

// reach is how many tokens from a change something is looked for that may be part
// of it: a name, a list of references.
const reach = 32

// newReading reads a change. Of long stretches that were kept only the
// paragraphs beside a change are read.
func newReading(ch *Change, j *judge) *reading {
	r := &reading{old: &wording{}, new: &wording{}}
	open := false // whether the last passage can go on
	for i, e := range ch.Edits {
		at := kept
		switch e.Op {
		case Keep:
			open = false
			e.Old, e.New = nearChanges(e.Old, i, len(ch.Edits)), nearChanges(e.New, i, len(ch.Edits))
		case Delete, Insert:
			if !open {
				r.passages = append(r.passages, passage{})
				open = true
			}
			at = len(r.passages) - 1
		}
		lo, hi := r.old.read(j, e.Old, at)
		for k := lo; at != kept && k < hi; k++ {
			r.passages[at].old = append(r.passages[at].old, k)
		}
		lo, hi = r.new.read(j, e.New, at)
		for k := lo; at != kept && k < hi; k++ {
			r.passages[at].new = append(r.passages[at].new, k)
		}
	}
	r.old.finish(j)
	r.new.finish(j)
	return r
}

// nearChanges leaves of a kept text, the i-th of n edits, the paragraphs beside
// the edits around it and a break for the rest.
func nearChanges(text string, i, n int) string {
	first, last := strings.IndexByte(text, '\n'), strings.LastIndexByte(text, '\n')
	switch {
	case first < 0:
		return text
	case i == 0:
		return text[last:]
	case i == n-1:
		return text[:first+1]
	}
	return text[:first] + text[last:]
}

// read appends the tokens of text, which belong to one passage or were kept, and
// gives their range.
func (w *wording) read(j *judge, text string, passage int) (lo, hi int) {
	lo = len(w.tokens)
	w.tokens = append(w.tokens, j.lex.Tokens(text)...)
	for range len(w.tokens) - lo {
		w.passage = append(w.passage, passage)
	}
	return lo, len(w.tokens)
}

// finish looks up the words and finds the sentences.
func (w *wording) finish(j *judge) {
	n := len(w.tokens)
	w.fold = make([]string, n)
	flags := make([]bool, 5*n)
	w.weak, w.head, w.told, w.caps, w.near = flags[:n], flags[n:2*n], flags[2*n:3*n], flags[3*n:4*n], flags[4*n:]
	end := 0 // of what is near the last change
	for i, t := range w.tokens {
		w.fold[i], w.weak[i] = j.lex.Folded(t), j.lex.IsWeak(t)
		if w.passage[i] != kept {
			for k := max(end, i-reach); k <= min(i+reach, n-1); k++ {
				w.near[k] = true
			}
			end = i + reach
		}
	}
	for _, s := range j.lex.Sentences(w.tokens) {
		words, capitals, upper := 0, 0, 0
		for i := s.Start; i < s.End; i++ {
			if w.tokens[i].Class != textdiff.Word || w.weak[i] {
				continue
			}
			words++
			if isCapital(w.tokens[i].Text) {
				capitals++
			}
			if isUpperCase(w.tokens[i].Text) {
				upper++
			}
		}
		titleCase := words >= 4 && 10*capitals >= 9*words || words >= 2 && upper == words
		first := true
		for i := s.Start; i < s.End; i++ {
			w.caps[i] = titleCase
			if first && w.tokens[i].IsWord() {
				w.head[i], first = true, false
			}
		}
	}
}

// words picks those of the tokens that are words.
func (w *wording) words(tokens []int) []int {
	var out []int
	for _, i := range tokens {
		if w.tokens[i].IsWord() {
			out = append(out, i)
		}
	}
	return out
}

// tell notes that a reason accounts for spans, with the endings of ordinal
// numbers (12-ci, 5-й).
func (w *wording) tell(spans ...span) {
	for _, s := range spans {
		for i := s.lo; i < w.pastEnding(s.hi); i++ {
			w.told[i] = true
		}
	}
}

// pastEnding is the token after the ending of an ordinal number, if one starts at
// i right after the number, else i.
func (w *wording) pastEnding(i int) int {
	if i == 0 || i+1 >= len(w.tokens) || w.tokens[i-1].Class != textdiff.Number ||
		w.fold[i] != "-" || w.tokens[i+1].Class != textdiff.Word || utf8.RuneCountInString(w.fold[i+1]) > 3 {
		return i
	}
	return i + 2
}

// text is the text from token lo up to hi on one line.
func (w *wording) text(lo, hi int) string {
	var b strings.Builder
	for _, t := range w.tokens[lo:hi] {
		switch t.Class {
		case textdiff.Space, textdiff.Break:
			b.WriteByte(' ')
		default:
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

// next is the first token from i on that is no white space, or len.
func (w *wording) next(i int) int {
	for i < len(w.tokens) && w.tokens[i].Class == textdiff.Space {
		i++
	}
	return i
}

// span is something found in a text: a number, a name, a modal verb.
type span struct {
	lo, hi int    // tokens
	key    string // equal for two that say the same
	text   string // as shown
	mode   mode   // of a modal verb
	vague  bool   // says something only against another of its sort: «one» is mostly no number
}

func (s span) isVague() bool { return s.vague }

// in returns the spans of which a part belongs to passage p and none to an
// earlier one, and for which no reason accounts yet.
func (w *wording) in(p int, spans []span) []span {
	var out []span
	for _, s := range spans {
		if w.told[s.lo] {
			continue
		}
		for _, q := range w.passage[s.lo:s.hi] {
			if q != kept {
				if q == p {
					out = append(out, s)
				}
				break
			}
		}
	}
	return out
}
