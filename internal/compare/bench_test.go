package compare_test

import (
	"testing"

	"conceptdiff/internal/compare"
)

func BenchmarkCompareConcept(b *testing.B) {
	old, new := load(b, "2007", "2007", "concept-2007.txt"), load(b, "draft", "draft", "concept-draft.md")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compare.Compare(old, new); err != nil {
			b.Fatal(err)
		}
	}
}
