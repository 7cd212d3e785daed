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

// checkLaws checks everything that holds for the edits of any two texts.
func checkLaws(t interface {
	Helper()
	Fatalf(string, ...any)
}, old, new string,
) {
	t.Helper()
	l := NewLexicon("az")
	a, b := l.Tokens(old), l.Tokens(new)
	if got := join(a); got != old {
		t.Fatalf("tokens of %q join to %q", old, got)
	}
	es := l.Diff(a, b)
	var o, n strings.Builder
	kept, deleted, inserted := 0, 0, 0
	for i, e := range es {
		o.WriteString(e.Old)
		n.WriteString(e.New)
		words := Words(l.Tokens(e.Old + e.New))
		switch e.Op {
		case Keep:
			if e.Old == "" || e.New == "" {
				t.Fatalf("edit %d keeps nothing: %q", i, es)
			}
			kept += Words(l.Tokens(e.Old))
			if d := cmp.Diff(idsOf(l.Tokens(e.Old)), idsOf(l.Tokens(e.New))); d != "" {
				t.Fatalf("edit %d keeps different tokens: %q", i, es)
			}
		case Delete:
			deleted += words
			if e.New != "" || e.Old == "" {
				t.Fatalf("edit %d is no deletion: %q", i, es)
			}
		case Insert:
			inserted += words
			if e.Old != "" || e.New == "" {
				t.Fatalf("edit %d is no insertion: %q", i, es)
			}
		}
		if i > 0 && (es[i-1].Op == e.Op || es[i-1].Op == Insert && e.Op == Delete) {
			t.Fatalf("edits %d and %d are not in order: %q", i-1, i, es)
		}
	}
	if o.String() != old || n.String() != new {
		t.Fatalf("old %q, new %q; the edits %q join to %q, %q", old, new, es, o.String(), n.String())
	}
	if d := cmp.Diff(es, l.Diff(a, b)); d != "" {
		t.Fatalf("a second run differs: %s", d)
	}
	_ = kept
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
