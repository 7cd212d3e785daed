package textdiff

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// text draws a text made of few words, so that two of them share a lot.
func text(t *rapid.T, name string) string {
	piece := rapid.SampledFrom([]string{
		"the", "The", "state", "shall", "will", "Azerbaijan", "law", "a", "b", "c", "və", "İlham", "ı",
		"ст", "п", "5", "4.1.1", "1,000.5", ".", ",", ";", "(", ")", "«", "»", "“", "”", "-", "–", "...", "…",
		" ", " ", " ", " ", " ", "\u00a0", "\n", "\r\n", "\t", "\u00ad", "e\u0301", "é", "\u0301", "\xff", "'", "_", "🙂", "漢字",
	})
	return strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, name), "")
}

// failer is what [checkLaws] needs of *testing.T and *rapid.T.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkLaws checks everything that holds for the edits of any two texts.
func checkLaws(t failer, old, new string) {
	t.Helper()
	l := NewLexicon("az")
	a, b := l.Tokens(old), l.Tokens(new)
	if join(a) != old || join(b) != new {
		t.Fatalf("tokens of %q and %q join to %q and %q", old, new, join(a), join(b))
	}
	es := l.Diff(a, b)
	checkEdits(t, es)
	var o, n strings.Builder
	restA, restB := a, b
	count := map[Op]int{}
	for _, e := range es {
		o.WriteString(e.Old)
		n.WriteString(e.New)
		ai, bi := take(&restA, e.Old), take(&restB, e.New)
		if e.Op == Keep {
			if d := cmp.Diff(idsOf(ai), idsOf(bi)); d != "" {
				t.Fatalf("%q and %q are kept and differ: %s", e.Old, e.New, d)
			}
		}
		count[e.Op] += max(Words(ai), Words(bi))
	}
	if o.String() != old || n.String() != new {
		t.Fatalf("old %q, new %q; the edits %q join to %q, %q", old, new, es, o.String(), n.String())
	}
	if count[Keep]+count[Delete] != Words(a) || count[Keep]+count[Insert] != Words(b) {
		t.Fatalf("old %q, new %q: %v words do not add up", old, new, count)
	}
	if d := cmp.Diff(es, l.Diff(a, b)); d != "" {
		t.Fatalf("a second run differs: %s", d)
	}
	if len(a)*len(b) < 1e6 {
		if least, got := plainCost(a, b), count[Delete]+count[Insert]; got < least || got > 2*least+8 {
			t.Fatalf("old %q, new %q: %d words deleted and inserted, the least is %d", old, new, got, least)
		}
	}
}

// checkEdits checks the form of edits.
func checkEdits(t failer, es []Edit) {
	t.Helper()
	for i, e := range es {
		if (e.Old != "") != (e.Op != Insert) || (e.New != "") != (e.Op != Delete) {
			t.Fatalf("edit %d is no %d: %q", i, e.Op, es)
		}
		if i > 0 && (es[i-1].Op == e.Op || es[i-1].Op == Insert && e.Op == Delete) {
			t.Fatalf("edits %d and %d are not in order: %q", i-1, i, es)
		}
	}
}

// take takes the tokens that make up text from the front of tokens.
func take(tokens *[]Token, text string) []Token {
	end := 0
	for n := 0; n < len(text); end++ {
		n += len((*tokens)[end].Text)
	}
	taken := (*tokens)[:end]
	*tokens = (*tokens)[end:]
	return taken
}

func idsOf(tokens []Token) []uint32 {
	var ids []uint32
	for _, t := range tokens {
		ids = append(ids, t.ID)
	}
	return ids
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkLaws(t, text(t, "old"), text(t, "new")) })
}

// TestLawsOfRevisions draws the new text as a revision of the old one, sentence
// by sentence, so that all steps have work to do.
func TestLawsOfRevisions(t *testing.T) {
	words := strings.Fields("the state of law and order shall protect rights , borders ( which ) in peace to a the of and")
	sentence := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 14).Draw(t, "words"), " ") + "."
	})
	rapid.Check(t, func(t *rapid.T) {
		old := rapid.SliceOfN(sentence, 0, 8).Draw(t, "old")
		var new []string
		for _, s := range old {
			switch rapid.IntRange(0, 5).Draw(t, "fate") {
			case 0: // removed
			case 1:
				new = append(new, sentence.Draw(t, "new"))
			case 2:
				new = append(new, s, sentence.Draw(t, "added"))
			case 3:
				ws := strings.Fields(s)
				i := rapid.IntRange(0, len(ws)-1).Draw(t, "at")
				ws[i] = rapid.SampledFrom(words).Draw(t, "word")
				new = append(new, strings.Join(ws, " "))
			default:
				new = append(new, s)
			}
		}
		between := rapid.SampledFrom([]string{" ", "\n"})
		checkLaws(t, strings.Join(old, between.Draw(t, "gap")), strings.Join(new, between.Draw(t, "gap")))
	})
}

// TestSameText checks that a text has no differences from itself.
func TestSameText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := text(t, "text")
		l := NewLexicon("en")
		var want []Edit
		if s != "" {
			want = []Edit{{Keep, s, s}}
		}
		if d := cmp.Diff(want, l.Diff(l.Tokens(s), l.Tokens(s))); d != "" {
			t.Fatal(d)
		}
	})
}

func FuzzDiff(f *testing.F) {
	f.Add("", "")
	f.Add("The State will act.", "The State shall act.\nIt may.")
	f.Add("«a» – b…", "\"a\" - b...")
	f.Fuzz(func(t *testing.T, old, new string) { checkLaws(t, old, new) })
}

// TestOnlyNormalisationDiffers checks that rewriting marks and spaces changes
// nothing.
func TestOnlyNormalisationDiffers(t *testing.T) {
	rewrite := strings.NewReplacer("«", "“", "»", "”", " ", "\u00a0", "-", "–", "...", "…", "e\u0301", "é", "\r\n", "\n", "aw", "a\u00adw")
	rapid.Check(t, func(t *rapid.T) {
		old := text(t, "old")
		plain := strings.NewReplacer("\u00ad", "", "…", "...").Replace(old)
		if strings.Contains(plain, "....") || strings.Contains(plain, ".\u0301") {
			t.Skip("which three of four dots are the ellipsis is anyone's guess")
		}
		l := NewLexicon("en")
		for _, e := range l.Diff(l.Tokens(old), l.Tokens(rewrite.Replace(old))) {
			if e.Op != Keep {
				t.Fatalf("%q: %+v", old, e)
			}
		}
	})
}
