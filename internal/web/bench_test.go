package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// committee is a server of the repository's texts on which ten members have entered so
// many marks, on ten clauses.
func committee(b *testing.B, marks int) (h http.Handler, mark func(n int)) {
	b.Helper()
	var members []string
	for i := range 10 {
		members = append(members, fmt.Sprintf("Member %d", i))
	}
	s := newSite(b, members...)
	clauses := []string{"4.1.1", "4.1.2", "4.1.3", "4.1.4", "3.1", "3.2", "3.3", "3.4", "4.2", "4.3.1"}
	verdicts := []review.Verdict{review.Keep, review.Amend, review.Obsolete, review.Disputed}
	mark = func(n int) {
		_, err := s.Work.Mark(b.Context(), workspace.Mark{
			Revision: "2007", Address: clauses[n/10%10], Verdict: verdicts[n%4], By: members[n%10], Note: fmt.Sprint("note ", n),
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for n := range marks {
		mark(n)
	}
	served, err := newServer(b.Context(), Options{Workspace: s.Work, Log: b.Logf}, true)
	if err != nil {
		b.Fatal(err)
	}
	return served.guarded(false), mark
}

// What a page costs: as it stands, and after somebody has marked something.
func BenchmarkPage(b *testing.B) {
	for _, marks := range []int{100, 2500} {
		h, mark := committee(b, marks)
		get := func(path string) {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil))
			if w.Code != http.StatusOK {
				b.Fatalf("%s: %d", path, w.Code)
			}
		}
		n := marks
		for _, path := range []string{"/", "/r/2007", "/r/2007/4.1.1", "/c/2007/draft", "/agenda/2007", "/record"} {
			name := fmt.Sprintf("%d marks%s", marks, strings.TrimSuffix(path, "/"))
			b.Run(name, func(b *testing.B) {
				get(path)
				for b.Loop() {
					get(path)
				}
			})
			b.Run(name+" marked", func(b *testing.B) {
				get(path)
				for b.Loop() {
					b.StopTimer()
					mark(n)
					n++
					b.StartTimer()
					get(path)
				}
			})
		}
		b.Run(fmt.Sprintf("%d marks/mark", marks), func(b *testing.B) {
			for b.Loop() {
				mark(n)
				n++
			}
		})
	}
}
