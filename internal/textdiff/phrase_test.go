package textdiff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPhrases holds that cutting a long gap at phrases costs hardly more words
// than the shortest script there is.
func TestPhrases(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ours, least := 0, 0
	for range 40 {
		old := randomWords(r, 300)
		l := NewLexicon("")
		a, b := l.Tokens(strings.Join(old, " ")), l.Tokens(strings.Join(reworded(r, old), " "))
		var al aligner
		p := polisher{a: l.nonSpace(a), b: l.nonSpace(b)}
		for _, h := range al.hunks(p.a, p.b, l.Size()) {
			ours += p.size(h)
		}
		least += plainCost(a, b)
	}
	if ours > least+least/50 {
		t.Errorf("%d words deleted and inserted, the least is %d", ours, least)
	}
}

// randomWords are n words, some of them common.
func randomWords(r *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", int(r.ExpFloat64()*60))
	}
	return words
}

// reworded replaces, drops and adds runs of words, and keeps half of them.
func reworded(r *rand.Rand, words []string) []string {
	var out []string
	for len(words) > 0 {
		n := min(1+r.IntN(12), len(words))
		switch r.IntN(4) {
		case 0:
			out = append(out, randomWords(r, n)...)
		case 1:
		default:
			out = append(out, words[:n]...)
		}
		words = words[n:]
	}
	return out
}
