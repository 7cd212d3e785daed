package render_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// The cost of each format of 2007 against the draft, and of building the report
// they all render.
func BenchmarkRender(b *testing.B) {
	r := rendertest.MustRealPair(b)
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

// The cost of each format of two texts of one megabyte.
func BenchmarkLarge(b *testing.B) {
	r, err := largePair()
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range formats {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := f.write(io.Discard, r, f.options); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	in, err := rendertest.RealInput()
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

// largePair is a law of sixteen chapters, each with the clauses of the draft in
// other words, against itself with every third paragraph changed.
var largePair = sync.OnceValues(func() (report.Report, error) {
	draft, err := os.ReadFile(filepath.Join(rendertest.RevisionsDir, "draft", "concept-draft.md"))
	if err != nil {
		return report.Report{}, err
	}
	var revs [2]*revision.Revision
	for i, changed := range []bool{false, true} {
		res, err := ingest.Read("law.md", []byte(largeText(string(draft), changed)))
		if err != nil {
			return report.Report{}, err
		}
		revs[i] = &revision.Revision{Meta: revision.Meta{Label: fmt.Sprint("law ", i), Language: "en"}, Components: res.Components}
	}
	c, err := compare.Compare(revs[0], revs[1])
	if err != nil {
		return report.Report{}, err
	}
	return report.Build(report.Input{Comparison: c})
})

func largeText(draft string, changed bool) string {
	var b strings.Builder
	b.WriteString("# A long law\n\n")
	rnd := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same text each time
	for chapter := 1; chapter <= 16; chapter++ {
		fmt.Fprintf(&b, "## %d. Chapter %d\n", chapter, chapter)
		for line := range strings.Lines(draft) {
			hashes := len(line) - len(strings.TrimLeft(line, "#"))
			number, rest, _ := strings.Cut(strings.TrimLeft(line, "# "), " ")
			switch {
			case hashes == 1, hashes > 1 && !strings.HasSuffix(number, "."):
			case hashes > 1:
				fmt.Fprintf(&b, "%s %d.%s %s", line[:hashes], chapter, number, rest)
			default:
				words := strings.Fields(line)
				for i, w := range words {
					if len(w)%5 == chapter%5 { // other chapters, other words
						words[i] = w + string(rune('a'+chapter))
					}
					if changed && len(words) > 5 && i == len(words)/2 && rnd.IntN(3) == 0 {
						words[i] = "another wording"
					}
				}
				b.WriteString(strings.Join(words, " ") + "\n")
			}
		}
	}
	return b.String()
}
