package claim

import "testing"

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
	b.Run("Parse", func(b *testing.B) {
		for b.Loop() {
			realSources(b)
		}
	})
}
