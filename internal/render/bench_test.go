package render

import (
	"io"
	"testing"

	"conceptdiff/internal/report"
)

// The cost of each format of 2007 against the draft, and of building the report
// they all render.
func BenchmarkRender(b *testing.B) {
	r := mustRealPair(b)
	for _, f := range formats {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.write(io.Discard, r, f.options); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	in, err := realInput()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := report.Build(in); err != nil {
			b.Fatal(err)
		}
	}
}
