package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/report"
)

func drawn(tb testing.TB, r report.Report, o Options) string {
	tb.Helper()
	var b bytes.Buffer
	if err := DiffSVG(&b, r, o); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// The picture says the counts of the accounting, the standing of the texts, and
// in words what it shows; every clause that moved, was split or merged is named.
func TestPictureAgrees(t *testing.T) {
	for _, r := range []report.Report{mustBuild(t, waterPlan()), mustRealPair(t)} {
		for _, size := range []Size{{}, SocialSize, {390, 800}} {
			for _, language := range []string{"en", "az", "ru"} {
				o := Options{Picture: size, Language: language}
				p := o.phrases()
				got := drawn(t, r, o)
				w := r.Accounting.Words
				for _, want := range []string{
					p.Say("{0 word} kept", w.Kept), p.Say("{0 word} deleted", w.Deleted), p.Say("{0 word} inserted", w.Inserted),
				} {
					if !strings.Contains(got, ">"+want+"<") {
						t.Errorf("%v %s: the legend does not say %s", size, language, want)
					}
				}
				for _, s := range p.flowSentences(&r) {
					if !strings.Contains(got, s) {
						t.Errorf("does not say: %s", s)
					}
				}
				for _, n := range r.Notices {
					if banner := p.Upper(p.status(n.Status)) + "."; !strings.Contains(got, banner) {
						t.Errorf("%v %s does not say: %s", size, language, banner)
					}
				}
				for _, c := range r.Changes {
					if c.Kind == "split" || c.Kind == "merged" {
						if !strings.Contains(got, p.numbers(c)) {
							t.Errorf("does not name %s", p.numbers(c))
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
	for _, r := range []report.Report{mustBuild(t, hostile()), mustBuild(t, waterPlan()), mustRealPair(t)} {
		for _, size := range []Size{{}, SocialSize, {320, 320}, {1, 1}} {
			d := xml.NewDecoder(strings.NewReader(drawn(t, r, Options{Picture: size})))
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

// Labels do not cover each other, in any frame that leaves them room.
func TestLabelsStandApart(t *testing.T) {
	r := mustRealPair(t)
	for _, size := range []Size{DefaultSize, SocialSize, {390, 640}, {800, 500}} {
		pic := newFlowPicture(&r, english(), float64(size.Width), float64(size.Height), 30, float64(size.Height)-40)
		for _, side := range [][]*node{pic.old, pic.now} {
			end := 0.0
			for _, n := range side {
				if top := n.labelY - labelLine/2; top < end-0.5 {
					t.Errorf("%v: the label %q begins at %.1f, the one before ends at %.1f", size, n.label, top, end)
				}
				end = n.labelY - labelLine/2 + labelLine*float64(len(n.label))
				for _, line := range n.label {
					if w := widthOf(line, labelSize); w > 0.29*float64(size.Width) {
						t.Errorf("%v: the line %q is %.0f wide", size, line, w)
					}
				}
			}
		}
	}
}

func TestBreakLines(t *testing.T) {
	for _, tc := range []struct {
		text  string
		width float64
		lines int
		want  string
	}{
		{"one two three", 1000, 2, "one two three"},
		{"one two three", 60, 2, "one two|three"},
		{"one two three four five", 60, 2, "one two|three f…"},
		{"unbreakableunbreakable", 60, 3, "unbrea…"},
		{"", 60, 2, ""},
	} {
		if got := strings.Join(breakLines(tc.text, tc.width, 13, tc.lines), "|"); got != tc.want {
			t.Errorf("%q in %.0f: got %q, want %q", tc.text, tc.width, got, tc.want)
		}
	}
}
