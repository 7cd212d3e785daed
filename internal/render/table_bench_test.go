package render_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/render/table"
)

// largeLaw is a law of about 1 MB in which every clause has words of its own. Every
// seventh clause of the second version is amended, every thirtieth is new.
func largeLaw(version int) string {
	var b strings.Builder
	n := 0
	clause := func(own int, word string) {
		n++
		fmt.Fprintf(&b, "%d. Matter %d\n\n", n, own)
		for k := range 4 {
			fmt.Fprintf(&b, "The authority %s%d decides on matter %d within %d days and tells the applicant in writing why it decided so; "+
				"whoever disagrees may ask court %c%d to look at the decision again.\n\n", word, own*k, own, 10+k, 'A'+rune(own%26), own)
		}
	}
	for i := range 1400 {
		word := "of region "
		if version > 1 && i%7 == 0 {
			word = "for district "
		}
		clause(i, word)
		if version > 1 && i%30 == 0 {
			clause(10_000+i, "of harbour ")
		}
	}
	return b.String()
}

// The cost of a pair of texts of 1 MB.
func BenchmarkLargeTable(b *testing.B) {
	r := textReports(b, largeLaw(1), largeLaw(2))
	for _, f := range tableFormats {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := f.write(io.Discard, mustTable(b, table.Options{}, r...)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
