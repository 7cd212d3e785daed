package words

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// text draws a text of words, marks and spaces of the kinds that texts hold.
func text(t *rapid.T, name string) string {
	piece := rapid.SampledFrom([]string{
		"the", "The", "state", "Azerbaijan", "law", "a", "b", "və", "mәn", "İlham", "ı", "cтатья", "ООН",
		"ст", "п", "No", "Art", "il", "г", "5", "4.1.1", "1,000.5", ".", ".", "?", ",", ";", "(", ")", "«", "»", "“", "”", "-", "–", "...", "…",
		" ", " ", " ", " ", " ", "\u00a0", "\n", "\r\n", "\t", "\u00ad", "e\u0301", "é", "\u0301", "\xff", "'", "_", "🙂", "漢字",
	})
	return strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, name), "")
}

func join(tokens []Token) string {
	var b strings.Builder
	for i := range tokens {
		b.WriteString(tokens[i].Text)
	}
	return b.String()
}

func idsOf(tokens []Token) []uint32 {
	var ids []uint32
	for _, t := range tokens {
		ids = append(ids, t.ID)
	}
	return ids
}

// failer is what checkLaws needs of *testing.T and *rapid.T.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkLaws checks what holds for every text.
func checkLaws(t failer, s string) {
	t.Helper()
	l := NewLexicon("az")
	tokens := l.Tokens(s)
	if join(tokens) != s {
		t.Fatalf("the tokens of %q join to %q", s, join(tokens))
	}
	for i := range tokens {
		if tokens[i].IsWord() && l.Folded(tokens[i].Fold()) == "" {
			t.Fatalf("%q: the word %q folds to nothing", s, tokens[i].Text)
		}
	}
	checkSentences(t, s, tokens, l.Sentences(tokens))
	checkScan(t, s, tokens)
	if once := Fold(s); Fold(once) != once {
		t.Fatalf("%q folds to %q, and that to %q", s, once, Fold(once))
	}
}

// checkSentences holds the sentences of a cutter against those of tokens.
func checkSentences(t failer, s string, tokens []Token, want []Range) {
	t.Helper()
	got := NewCutter("az").Sentences(nil, s)
	if len(got) != len(want) {
		t.Fatalf("%q: %d sentences, %d in tokens", s, len(got), len(want))
	}
	for i, r := range want {
		if s[got[i].Start:got[i].End] != join(tokens[r.Start:r.End]) {
			t.Fatalf("%q: sentence %d is %q, in tokens %q", s, i, s[got[i].Start:got[i].End], join(tokens[r.Start:r.End]))
		}
	}
}

// checkScan checks that search words are made of letters and digits, in order,
// that no letter or digit is left out, and that each token that is a word holds
// one.
func checkScan(t failer, s string, tokens []Token) {
	t.Helper()
	at := 0
	for start, end := Next(s, 0); start < end; start, end = Next(s, end) {
		if strings.ContainsFunc(s[at:start], isLetterOrDigitRune) {
			t.Fatalf("%q: a letter or digit in %q stands in no search word", s, s[at:start])
		}
		at = end
	}
	if strings.ContainsFunc(s[at:], isLetterOrDigitRune) {
		t.Fatalf("%q: a letter or digit in %q stands in no search word", s, s[at:])
	}
	for i := range tokens {
		if tokens[i].IsWord() && strings.ContainsFunc(tokens[i].Text, isLetterOrDigitRune) && len(Scan(tokens[i].Text)) == 0 {
			t.Fatalf("%q: no search word in the word %q", s, tokens[i].Text)
		}
	}
}

func isLetterOrDigitRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkLaws(t, text(t, "text")) })
}

func FuzzLaws(f *testing.F) {
	for _, s := range []string{"", "Maddə 1.1. Bu Qanun. Sonra.", "cтатья ı I\u0307 ΐ ŉ", "п. 5 ст. 4\r\n…", "a\u00ad\u200d\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkLaws(t, s) })
}
