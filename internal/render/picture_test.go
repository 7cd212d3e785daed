package render_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

func drawn(tb testing.TB, r report.Report, o render.Options) string {
	tb.Helper()
	var b bytes.Buffer
	if err := svg.Diff(&b, r, o); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// The picture says the counts of the accounting, the standing of the texts, and
// in words what it shows; every clause that moved, was split or merged is named.
func TestPictureAgrees(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
		for _, size := range []render.Size{{}, render.SocialSize, {390, 800}} {
			for _, language := range []string{"en", "az", "ru"} {
				o := render.Options{Picture: size, Language: language}
				p := o.Phrases()
				got := drawn(t, r, o)
				w := r.Accounting.Words
				for _, want := range []string{
					p.Say("{0 word} kept", w.Kept), p.Say("{0 word} deleted", w.Deleted), p.Say("{0 word} inserted", w.Inserted),
				} {
					if !strings.Contains(got, ">"+want+"<") {
						t.Errorf("%v %s: the legend does not say %s", size, language, want)
					}
				}
				for _, s := range svg.FlowSentences(p, &r) {
					if !strings.Contains(got, s) {
						t.Errorf("does not say: %s", s)
					}
				}
				for _, n := range r.Notices {
					if banner := p.Upper(p.Status(n.Status)) + "."; !strings.Contains(got, banner) {
						t.Errorf("%v %s does not say: %s", size, language, banner)
					}
				}
				for _, c := range r.Changes {
					if c.Kind == "split" || c.Kind == "merged" {
						if !strings.Contains(got, p.Numbers(c)) {
							t.Errorf("does not name %s", p.Numbers(c))
						}
					}
				}
			}
		}
	}
}

// A picture is well-formed whatever the texts hold, and nothing in it acts or
// points outside.
func TestPictureIsSafe(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.Hostile()), rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
		for _, size := range []render.Size{{}, render.SocialSize, {320, 320}, {1, 1}} {
			d := xml.NewDecoder(strings.NewReader(drawn(t, r, render.Options{Picture: size})))
			for {
				tok, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if e, ok := tok.(xml.StartElement); ok {
					if !strings.Contains(" svg title desc style rect path text ", " "+e.Name.Local+" ") {
						t.Errorf("a <%s> in a picture", e.Name.Local)
					}
					for _, a := range e.Attr {
						if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
							t.Errorf("<%s %s>", e.Name.Local, a.Name.Local)
						}
					}
				}
			}
		}
	}
}
