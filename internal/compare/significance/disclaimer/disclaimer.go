// Package disclaimer knows the lines in which a text speaks of its own standing: that
// it is a draft, for discussion, not official. What such a line says is no change of the
// document's subject.
package disclaimer

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/textdiff"
)

// selfWords name the text in which they stand, and standings say what such a text is
// not yet, or never will be. A line of a text's front matter with one of either speaks
// of the draft and not of its subject. In small letters.
var (
	selfWords = []string{
		"this text", "this document", "this draft", "this version", "the present draft",
		"bu mətn", "bu sənəd", "bu layihə", "hazırkı layihə", "təqdim olunan layihə",
		"настоящий текст", "настоящий документ", "настоящий проект", "этот текст", "этот документ", "этот проект", "данный текст", "данный документ", "данный проект",
		"ce texte", "ce document", "le présent projet", "ce projet",
	}
	standings = []string{
		"not an official", "not official", "unofficial", "illustrative", "for illustration", "for discussion", "for consultation", "for comment", "not been adopted",
		"has no legal force", "no legal effect",
		"rəsmi mətn deyil", "rəsmi sənəd deyil", "qeyri-rəsmi", "rəsmi deyil", "illüstrativ", "nümunə üçün", "müzakirə üçün", "hüquqi qüvvəsi yoxdur",
		"не является официальн", "неофициальн", "иллюстрат", "для обсуждения", "не имеет юридической силы", "не принят",
		"pas un texte officiel", "pas officiel", "à titre d'illustration", "pour consultation",
	}
)

// Without leaves out of the runs of front matter the lines that were added or removed as
// a whole and in which the text only speaks of its own standing. It reports whether there
// were any.
func Without(runs []moves.Run, lex *textdiff.Lexicon) (rest []moves.Run, any bool) {
	rest = make([]moves.Run, 0, len(runs))
	for i := range runs {
		r := runs[i]
		switch {
		case r.Op == moves.Insert:
			lines, cut := ownLines(r.New, lex)
			r.New, any = lines, any || cut
		case r.Op == moves.Delete:
			lines, cut := ownLines(r.Old, lex)
			r.Old, any = lines, any || cut
		}
		if len(r.Old)+len(r.New) > 0 {
			rest = append(rest, r)
		}
	}
	return rest, any
}

// ownLines are the tokens without the lines in which a text speaks of its standing.
func ownLines(tokens []textdiff.Token, lex *textdiff.Lexicon) (out []textdiff.Token, cut bool) {
	for start := 0; start < len(tokens); {
		end := start
		for end < len(tokens) && !tokens[end].EndsLine() {
			end++
		}
		if speaksOfItself(tokens[start:end], lex) {
			cut = true
		} else {
			out = append(out, tokens[start:min(end+1, len(tokens))]...)
		}
		start = end + 1
	}
	if cut && !slices.ContainsFunc(out, func(t textdiff.Token) bool { return !t.IsWhite() }) {
		out = nil // the break before the line
	}
	return out, cut
}

func speaksOfItself(line []textdiff.Token, lex *textdiff.Lexicon) bool {
	var b strings.Builder
	for i := range line {
		b.WriteString(line[i].Text)
	}
	text := lex.Small(strings.Join(strings.Fields(b.String()), " "))
	return contains(text, selfWords) && contains(text, standings)
}

func contains(text string, any []string) bool {
	for _, s := range any {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}
