package compare_test

import (
	"path/filepath"
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

func BenchmarkUnmarshalConcept(b *testing.B) {
	old, new := load(b, "2007", "2007", "concept-2007.txt"), load(b, "draft", "draft", "concept-draft.md")
	c, err := compare.Compare(old, new)
	if err != nil {
		b.Fatal(err)
	}
	data, err := c.Marshal()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compare.Unmarshal(old, new, data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkComparePairs compares the real pairs that are measured on, where they
// are at hand.
func BenchmarkComparePairs(b *testing.B) {
	folders, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "alignment", "*", "old.txt"))
	if len(folders) == 0 {
		b.Skip("no shared/alignment beside the repository")
	}
	for _, old := range folders {
		dir := filepath.Dir(old)
		b.Run(filepath.Base(dir), func(b *testing.B) {
			x, y := loadFile(b, "old", old), loadFile(b, "new", filepath.Join(dir, "new.txt"))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compare.Compare(x, y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
