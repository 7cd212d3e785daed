package textdiff

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// concept returns the 2007 text and a copy in which about every tenth
// paragraph is edited.
func concept(tb testing.TB) (old, new string) {
	tb.Helper()
	raw, err := os.ReadFile("../../revisions/2007/concept-2007.txt")
	if err != nil {
		tb.Fatal(err)
	}
	old = string(raw)
	paras := strings.Split(old, "\n")
	for i := range paras {
		switch i % 30 {
		case 3:
			paras[i] = strings.ReplaceAll(paras[i], "will", "shall")
		case 11:
			paras[i] += " This sentence was added to the paragraph."
		case 19:
			paras[i] = regexp.MustCompile(`\bsecurity\b`).ReplaceAllString(paras[i], "safety")
		case 27:
			paras[i] = ""
		}
	}
	return old, strings.Join(paras, "\n")
}

func BenchmarkTokens(b *testing.B) {
	old, new := concept(b)
	b.SetBytes(int64(len(old) + len(new)))
	b.ReportAllocs()
	for b.Loop() {
		l := NewLexicon("en")
		l.Tokens(old)
		l.Tokens(new)
	}
}

func BenchmarkDiff(b *testing.B) {
	old, new := concept(b)
	l := NewLexicon("en")
	o, n := l.Tokens(old), l.Tokens(new)
	b.ReportAllocs()
	for b.Loop() {
		l.Diff(o, n)
	}
}

func BenchmarkSentences(b *testing.B) {
	old, _ := concept(b)
	l := NewLexicon("en")
	o := l.Tokens(old)
	b.ReportAllocs()
	for b.Loop() {
		l.Sentences(o)
	}
}
