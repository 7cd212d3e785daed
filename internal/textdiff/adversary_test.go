package textdiff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// TestAdversary checks that no text makes the diff slow: each pair is of ten
// thousand words and more, and would take a quadratic search minutes.
func TestAdversary(t *testing.T) {
	const n = 20000
	random := rand.New(rand.NewPCG(1, 2))
	text := func(word func(i int) string) string {
		words := make([]string, n)
		for i := range words {
			words[i] = word(i)
		}
		return strings.Join(words, " ")
	}
	few := func(k int) func(int) string {
		return func(int) string { return fmt.Sprint("w", random.IntN(k)) }
	}
	for _, c := range []struct{ name, old, new string }{
		{"all different", text(func(i int) string { return fmt.Sprint("a", i) }), text(func(i int) string { return fmt.Sprint("b", i) })},
		{"all the same", text(func(int) string { return "a" }), text(func(int) string { return "a" }) + " a a"},
		{"one word against two", text(func(int) string { return "a" }), text(few(2))},
		{"a b against b a", text(func(i int) string { return string("ab"[i%2]) }), text(func(i int) string { return string("ba"[i%2]) })},
		{"two words at random", text(few(2)), text(few(2))},
		{"a hundred words at random", text(few(100)), text(few(100))},
		{"shuffled", text(func(i int) string { return fmt.Sprint("w", i) }), text(func(i int) string { return fmt.Sprint("w", i*7919%n) })},
		{"backwards", text(func(i int) string { return fmt.Sprint("w", i) }), text(func(i int) string { return fmt.Sprint("w", n-i) })},
		{"sentences shuffled", text(func(i int) string { return fmt.Sprintf("S%d is here.", i) }), text(func(i int) string { return fmt.Sprintf("S%d is here.", i*7919%n) })},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			checkLaws(t, c.old, c.new)
			t.Log(time.Since(start))
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}
