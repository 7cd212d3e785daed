package review

import (
	"flag"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

var show = flag.Bool("show", false, "print what became of every mark on the real texts")

func parseReal(t *testing.T, label, path string, data []byte) *revision.Revision {
	t.Helper()
	result, err := ingest.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	r := &revision.Revision{Meta: revision.Meta{Label: label, Language: "en", Source: revision.Source{SHA256: digest(string(data))}}, Components: result.Components}
	r.Walk(func(p *revision.Provision) bool {
		p.WID = compare.FirstWID(label, p)
		return true
	})
	return r
}
