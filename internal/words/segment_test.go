package words

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func texts(tokens []Token) []string {
	out := []string{}
	for _, t := range tokens {
		out = append(out, t.Text)
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"The State shall act.", "The| |State| |shall| |act|."},
		{"1,000.5 of 4.1.1.", "1,000.5| |of| |4.1.1|."},
		{"Euro-Atlantic – don’t", "Euro|-|Atlantic| |–| |don’t"},
		{"a \u00a0\t b", "a| \u00a0\t |b"},
		{"a\n\nb\r\nc", "a|\n|\n|b|\r\n|c"},
		{"wait... what…", "wait|...| |what|…"},
		{"co\u00adoperation", "co\u00adoperation"},
		{"\ufeffThe end", "\ufeffThe| |end"},
		{"«Bakı» № 5", "«|Bakı|»| |№| |5"},
		{"п. 4.1 ст. 2", "п|.| |4.1| |ст|.| |2"},
		{"\uf0a7 item", "\uf0a7| |item"},
		{"e\u0301te\u0301", "e\u0301te\u0301"},
		{"50%", "50|%"},
		{"1\u202f000 for\u202feach\u202f", "1|\u202f|000| |for|\u202f|each|\u202f"}, // not as UAX #29 has it
		{"autho\u200brity 1\u200b0 a\u200b b\u200b", "autho\u200brity| |1\u200b0| |a\u200b| |b\u200b"},
		{"ก\u200bข", "ก\u200b|ข"},
	} {
		if got := strings.Join(texts(NewLexicon("").Tokens(c.text)), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTokenClasses(t *testing.T) {
	for text, want := range map[string]Class{
		" ": Space, "\u00a0": Space, "\t": Space, "\n": Break, "\r\n": Break, "\u2028": Break,
		".": Punct, "«": Punct, "№": Punct, "%": Punct, "\uf0a7": Punct, "🙂": Punct,
		"law": Word, "İlham": Word, "статья": Word, "_x": Word, "漢": Word, "5": Number, "4.1.1": Number, "10a": Number,
	} {
		tokens := NewLexicon("").Tokens(text)
		if len(tokens) != 1 || tokens[0].Class() != want {
			t.Errorf("%q: got %+v, want one token of class %d", text, tokens, want)
		}
	}
}

// TestTokensAreThoseOfUAX29 checks the shortcuts against the tables, but for what
// segmentLen has of its own.
func TestTokensAreThoseOfUAX29(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"a", "Bc", "'", ".", ":", "_", ",", ";", "\"", "5", "1,2", "-", " ", "  ", "\n", "\r", "\t", "\u00a0", "\u0301", "\u00ad", "\u200d",
		"é", "ə", "Ə", "ж", "Ґ", "×", "\u0482", "\u0483", "ש", "カ", "ก", "🇦", "🙂", "·", "\xff", "\xc3", "\xd0", "\x00",
		"’", "‘", "“", "–", "«", "\u2009", "\u2024", "7", "/", "(",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "s"), "")
		it := words.FromString(s)
		for rest := s; rest != "" && it.Next(); rest = rest[len(it.Value()):] {
			if got := rest[:tokenLen(rest)]; got != it.Value() {
				t.Fatalf("%q at %q: got %q, want %q", s, rest, got, it.Value())
			}
		}
	})
}

// TestNormalisation checks that texts which differ only in how the same is
// written have equal IDs, and that others have not.
func TestNormalisation(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"«a»", "“a”", true},
		{"«a»", "\"a\"", true},
		{"‘a’", "'a'", true},
		{"a – b", "a - b", true},
		{"a—b", "a-b", true},
		{"a\u2011b", "a-b", true},
		{"a  b", "a\u00a0b", true},
		{"a\u2009b", "a b", true},
		{"co\u00adoperate", "cooperate", true},
		{"a\u200b b", "a b", true},
		{"a\u200bb", "ab", true},
		{"5\u202f000", "5 000", true},
		{"oﬃce ﬁle", "office file", true},
		{"\ufeffa", "a", true},
		{"e\u0301", "é", true},
		{"don’t", "don't", true},
		{"don\u02bct", "don't", true},
		{"a…", "a...", true},
		{"a\r\nb", "a\nb", true},
		{"a", "A", false},
		{"a b", "ab", false},
		{"a b", "a\nb", false},
		{"a,", "a;", false},
		{"е", "e", false}, // Cyrillic, Latin
	} {
		l := NewLexicon("")
		if got := cmp.Equal(idsOf(l.Tokens(c.a)), idsOf(l.Tokens(c.b))); got != c.same {
			t.Errorf("%q and %q: equal is %v", c.a, c.b, got)
		}
	}
}
