package propose

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/words"
)

// Signal is what tells that a sentence states something: phrases that must all stand
// in it. In a phrase "*" at the end or the beginning of a word stands for any ending or
// beginning, and "..." between two words for up to three others, twice for six.
type Signal struct {
	Line string // as written: "neither + nor"
	Kind string // what it may be a sign of: "fulfilled", "expected", …; may be ""
	Weak bool   // it tells only of a sentence that shares two words with one of the revision
	all  [][]pattern
	ours bool // of the program's lists
}

type pattern struct {
	fold           string
	prefix, suffix bool // the word begins, or ends, so
	gap            int  // words that may stand before it
}

// mostBetween is how many words "..." stands for.
const mostBetween = 3

//go:embed signals/*.txt
var lists embed.FS

// SignalsFor are the signals of a language, those of all three that there are lists
// for where it is another one.
func SignalsFor(language string) []Signal {
	known := []string{"en", "az", "ru"}
	if l := words.Primary(language); slices.Contains(known, l) {
		known = []string{l}
	}
	var out []Signal
	for _, l := range known {
		data, err := lists.ReadFile("signals/" + l + ".txt")
		if err != nil {
			panic(err) // part of the program
		}
		found, err := ParseSignals(string(data))
		if err != nil {
			panic(err)
		}
		for i := range found {
			found[i].ours = true
		}
		out = append(out, found...)
	}
	return out
}

// ParseSignals reads a list of signals, one a line: «KIND: PHRASE + PHRASE», the kind
// and the further phrases left out where there are none. A kind that begins with ~ is
// that of a weak signal. Lines that begin with # are notes. The error names the line.
func ParseSignals(list string) ([]Signal, error) {
	var out []Signal
	n := 0
	for line := range strings.Lines(list) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		s := Signal{Line: line}
		if kind, rest, ok := strings.Cut(line, ":"); ok {
			s.Kind, s.Line = strings.TrimSpace(kind), strings.TrimSpace(rest)
			s.Kind, s.Weak = strings.TrimPrefix(s.Kind, "~"), strings.HasPrefix(s.Kind, "~")
		}
		for phrase := range strings.SplitSeq(s.Line, "+") {
			p, err := parsePhrase(phrase)
			if err != nil {
				return nil, fmt.Errorf("line %d: %q: %w", n, line, err)
			}
			s.all = append(s.all, p)
		}
		out = append(out, s)
	}
	return out, nil
}

func parsePhrase(phrase string) ([]pattern, error) {
	var out []pattern
	gap := 0
	for _, w := range strings.Fields(phrase) {
		if w == "..." || w == "…" {
			gap += mostBetween
			continue
		}
		p := pattern{prefix: strings.HasSuffix(w, "*"), suffix: strings.HasPrefix(w, "*"), gap: gap}
		gap = 0
		found := words.Scan(strings.Trim(w, "*"))
		if len(found) == 0 {
			return nil, fmt.Errorf("%q is no word", w)
		}
		for i, f := range found {
			each := pattern{fold: f.Fold, gap: p.gap}
			each.prefix = p.prefix && i == len(found)-1
			each.suffix = p.suffix && i == 0
			if i > 0 {
				each.gap = 0
			}
			out = append(out, each)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("a phrase without words")
	}
	return out, nil
}

// signalled lists the signals that stand in a text, the first of each kind; the weak
// ones where it is near to the revision.
func signalled(text string, signals []Signal, near func() bool) []Signal {
	in := words.Scan(text)
	var out []Signal
	for _, s := range signals {
		if s.stands(in) && (!s.Weak || near()) && !slices.ContainsFunc(out, func(o Signal) bool { return o.Kind == s.Kind }) {
			out = append(out, s)
		}
	}
	return out
}

func (s *Signal) stands(in []words.SearchWord) bool {
	return !slices.ContainsFunc(s.all, func(p []pattern) bool { return !standsIn(p, in) })
}

func standsIn(phrase []pattern, in []words.SearchWord) bool {
	for i := range in {
		if phrase[0].is(in[i].Fold) && follows(phrase[1:], in[i+1:]) {
			return true
		}
	}
	return false
}

func follows(phrase []pattern, in []words.SearchWord) bool {
	if len(phrase) == 0 {
		return true
	}
	for k := 0; k <= phrase[0].gap && k < len(in); k++ {
		if phrase[0].is(in[k].Fold) && follows(phrase[1:], in[k+1:]) {
			return true
		}
	}
	return false
}

func (p pattern) is(fold string) bool {
	switch {
	case p.prefix && p.suffix:
		return strings.Contains(fold, p.fold)
	case p.prefix:
		return strings.HasPrefix(fold, p.fold)
	case p.suffix:
		return strings.HasSuffix(fold, p.fold)
	}
	return fold == p.fold
}
