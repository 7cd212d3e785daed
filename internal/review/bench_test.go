package review

import (
	"fmt"
	"strings"
	"testing"
)

// A committee's year: 4,000 marks.
func manyMarks(b *testing.B) *copyOf {
	b.Helper()
	c := newCopy(b)
	c.enrol("Лейла", Chair)
	on := AnchorOf(sample, sample.Find("1/p1"))
	entries := c.record.Entries()
	tips := c.record.Tips()
	for i := range 4000 {
		e, err := NewEntry(tips, c.now, "Лейла", Mark{On: on, Verdict: Verdicts[i%4], Note: fmt.Sprint("note ", i)})
		if err != nil {
			b.Fatal(err)
		}
		entries, tips = append(entries, e), []Tip{{e.Hash, e.Seq}}
	}
	c.add(entries, nil)
	return c
}

func BenchmarkReadFile(b *testing.B) {
	text := export(b, manyMarks(b).record)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := ReadFile(strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStateOf(b *testing.B) {
	r := manyMarks(b).record
	for b.Loop() {
		r.StateOf(sample)
	}
}
