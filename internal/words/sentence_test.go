package words

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "One is here. Two is there! Three? Yes.", "One is here.|Two is there!|Three?|Yes."},
		{"en", "no stop", "no stop"},
		{"en", "First line\nSecond line", "First line|Second line"},
		{"en", "He said: «It is so.» Then he left.", "He said: «It is so.»|Then he left."},
		{"en", "(It ends here.) The next one.", "(It ends here.)|The next one."},
		{"en", "Under Art. 5 and No. 7 it holds. Next.", "Under Art. 5 and No. 7 it holds.|Next."},
		{"en", "That is the state of the art. Others follow.", "That is the state of the art.|Others follow."},
		{"en", "Mr. Smith met J. R. Brown. They spoke.", "Mr. Smith met J. R. Brown.|They spoke."},
		{"en", "It grew by 3.5 percent. Then it fell.", "It grew by 3.5 percent.|Then it fell."},
		{"en", "4.1.1. The State acts. It does.", "4.1.1. The State acts.|It does."},
		{"en", "See Article 5. The rest follows.", "See Article 5.|The rest follows."},
		{"en", "Article 5. The rest follows. Here.", "Article 5. The rest follows.|Here."},
		{"en", "Many things, e.g. Baku, are here etc. and more.", "Many things, e.g. Baku, are here etc. and more."},
		{"en", "In the U.S. Congress it passed. Then.", "In the U.S. Congress it passed.|Then."},
		{"en", "It ended in 1918. In 1920 it began.", "It ended in 1918.|In 1920 it began."},
		{"en", "What now... Nothing. wait.", "What now...|Nothing. wait."},
		{"ru", "Согласно п. 4 ст. 5 прил. 2 это так. Далее.", "Согласно п. 4 ст. 5 прил. 2 это так.|Далее."},
		{"ru", "Принято в 2007 г. Азербайджан продолжает.", "Принято в 2007 г.|Азербайджан продолжает."},
		{"ru", "В г. Баку это есть. И т. д. и т. п. тоже.", "В г. Баку это есть.|И т. д. и т. п. тоже."},
		{"ru", "Создан им. Низами. Конец.", "Создан им. Низами.|Конец."},
		{"az", "Maddə 1.1. Bu Qanun tətbiq olunur. Sonra.", "Maddə 1.1. Bu Qanun tətbiq olunur.|Sonra."},
		{"az", "Ş. İ. Xətai burada idi. O getdi.", "Ş. İ. Xətai burada idi.|O getdi."},
		{"en", " . a", ". a"},
	} {
		l := NewLexicon(c.lang)
		tokens := l.Tokens(c.text)
		var got []string
		for _, r := range l.Sentences(tokens) {
			got = append(got, join(tokens[r.Start:r.End]))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestSentencesHoldAllInk checks the law of Sentences.
func TestSentencesHoldAllInk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := NewLexicon("en")
		tokens := l.Tokens(text(t, "text"))
		i := 0
		for _, r := range l.Sentences(tokens) {
			for ; i < r.Start; i++ {
				if !tokens[i].IsWhite() {
					t.Fatalf("token %d %q is in no sentence", i, tokens[i].Text)
				}
			}
			if r.Start >= r.End || tokens[r.Start].IsWhite() || tokens[r.End-1].IsWhite() {
				t.Fatalf("sentence %v starts or ends with white space, or is empty", r)
			}
			for _, x := range tokens[r.Start:r.End] {
				if x.Class() == Break {
					t.Fatalf("sentence %v holds a break", r)
				}
			}
			i = r.End
		}
		for ; i < len(tokens); i++ {
			if !tokens[i].IsWhite() {
				t.Fatalf("token %d %q is in no sentence", i, tokens[i].Text)
			}
		}
	})
}
