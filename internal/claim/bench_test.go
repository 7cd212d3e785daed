package claim

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

func BenchmarkClaims(b *testing.B) {
	old := readRevision(b, "revisions/2007/concept-2007.txt")
	now := readRevision(b, "revisions/draft/concept-draft.md")
	sources := realSources(b)
	flags := Flags(old, sources)
	c := mustCompare(b, old, now)
	b.Run("Flags", func(b *testing.B) {
		for b.Loop() {
			Flags(old, sources)
		}
	})
	b.Run("Against", func(b *testing.B) {
		for b.Loop() {
			Against(c, flags)
		}
	})
	b.Run("Unannounced", func(b *testing.B) {
		for b.Loop() {
			Unannounced(c, flags)
		}
	})
	b.Run("Expectations", func(b *testing.B) {
		for b.Loop() {
			Expectations(c, sources)
		}
	})
	b.Run("Examine", func(b *testing.B) {
		for b.Loop() {
			Examine(c, sources)
		}
	})
	b.Run("LookAhead", func(b *testing.B) {
		for b.Loop() {
			LookAhead(old, sources)
		}
	})
	b.Run("LookAheadAgainst", func(b *testing.B) {
		for b.Loop() {
			LookAhead(old, sources).Against(c)
		}
	})
	b.Run("Parse", func(b *testing.B) {
		for b.Loop() {
			realSources(b)
		}
	})
}

// BenchmarkOneLargeClause is a clause of 1 MB in which every second sentence is
// reworded beyond what the comparison carries over: what a schedule of a law
// that was written anew costs.
func BenchmarkOneLargeClause(b *testing.B) {
	c := mustCompare(b, largeClause(1<<20, false), largeClause(1<<20, true))
	b.ResetTimer()
	for b.Loop() {
		Unannounced(c, nil)
	}
}

// largeClause makes a text of one clause of about size bytes: sentences of rare
// and frequent words, every second one turned round in the new text.
func largeClause(size int, now bool) *revision.Revision {
	draw := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for i := 0; text.Len() < size; i++ {
		words := make([]string, 12)
		for k := range words {
			words[k] = fmt.Sprintf("w%dord", draw.IntN(50))
			if k%3 == 0 {
				words[k] = fmt.Sprintf("rare%d", draw.IntN(1<<16))
			}
		}
		if now && i%2 == 1 {
			slices.Reverse(words)
			words[0], words[1] = "other", "words"
		}
		text.WriteString("The " + strings.Join(words, " ") + ".\n")
	}
	return tree("1 Schedule | " + strings.ReplaceAll(strings.TrimSpace(text.String()), "\n", " | "))
}
