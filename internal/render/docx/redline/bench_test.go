package redline

import (
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"

	"conceptdiff/internal/render"
	"conceptdiff/internal/revision"
)

// The Concept against the draft; to stay under 150 ms.
func BenchmarkConcept(b *testing.B) {
	p := realPair(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := Redline(io.Discard, p.report, render.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Two texts of one megabyte; to stay under 3 s.
func BenchmarkMegabyte(b *testing.B) {
	p := realPair(b)
	old, now := repeat(p.old, 1<<20), repeat(p.new, 1<<20)
	large := mustPair(b, old, now)
	b.ReportMetric(float64(len(large.docx))/1e6, "MB")
	for b.Loop() {
		if err := Redline(io.Discard, large.report, render.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// repeat makes a long text: the main part of a revision again and again, each
// an annex of its own with words of its own.
func repeat(rev *revision.Revision, size int) *revision.Revision {
	out := &revision.Revision{Meta: rev.Meta}
	main := rev.Components[len(rev.Components)-1]
	for n := 0; size > 0; n++ {
		comp := wordtest.CopyOf(main)
		comp.EID = "annex-" + strings.Repeat("i", n+1)
		comp.Walk(func(p *revision.Provision) bool {
			words := strings.Fields(p.Text)
			for i := n % 7; i < len(words); i += 7 {
				words[i] += string(rune('a' + n%26))
			}
			p.Text = strings.Join(words, " ")
			size -= len(p.Text) + len(p.Heading)
			return true
		})
		out.Components = append(out.Components, comp)
	}
	revision.AssignEIDs(out.Components)
	return out
}
