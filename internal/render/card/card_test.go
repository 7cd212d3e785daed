package card

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// reports are the pair of the repository, one that is held back, and texts that act.
func reports(t *testing.T) map[string]report.Report {
	t.Helper()
	held := rendertest.MustRealPair(t)
	held.Hold("2026-12-01T10:00+04:00", true)
	long := rendertest.MustRealPair(t)
	long.Old.Title = strings.Repeat("An act of very many words ", 30)
	beside := rendertest.MustRealPair(t)
	beside.Notices = append(beside.Notices, report.Notice{Beside: []compare.Beside{{Kind: "footer", Old: "CONFIDENTIAL DRAFT", New: "FINAL TEXT"}}})
	return map[string]report.Report{
		"beside": beside,
		"real":   rendertest.MustRealPair(t), "held": held, "long": long,
		"water": rendertest.MustBuild(t, rendertest.WaterPlan()), "hostile": rendertest.MustBuild(t, rendertest.Hostile()),
	}
}

// A card says the counts, the standing and the sources in every language; no line leaves
// it or runs into another, and each has ink where it should stand.
func TestCard(t *testing.T) {
	for name, r := range reports(t) {
		for _, language := range message.Languages {
			o := render.Options{Language: language}
			l, err := newLayout(&r, o)
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			bottom := map[int]int{} // of the lines that begin at x
			for _, s := range l.lines {
				said = append(said, s.text)
				if end := s.x + l.fonts.width(s.text, s.size, s.bold); end > render.SocialSize.Width-margin+1 || s.y > render.SocialSize.Height {
					t.Errorf("%s %s: leaves the card at %d, %d: %q", name, language, end, s.y, s.text)
				}
				if s.y-s.size*3/4 < bottom[s.x] {
					t.Errorf("%s %s: %q runs into the line above it", name, language, s.text)
				}
				bottom[s.x] = s.y
			}
			whole := strings.Join(said, " ")
			for _, n := range r.Notices {
				if !strings.Contains(whole, l.ShortNotice(n)) {
					t.Errorf("%s %s: does not say %q", name, language, l.ShortNotice(n))
				}
			}
			for _, a := range r.Accounting.Parts {
				if a.Old != nil && a.New != nil && name == "real" && !strings.Contains(whole, l.ClausesThenAndNow(a)) {
					t.Errorf("%s: does not count the clauses: %s", language, whole)
				}
			}
			for _, v := range r.Sources {
				if name == "real" && !strings.Contains(whole, v.Source.Publisher) {
					t.Errorf("%s: does not name %s", language, v.Source.Publisher)
				}
			}
			drawn(t, name+" "+language, l, r, o)
		}
	}
}

// drawn holds both forms against the layout, and each against itself drawn again.
func drawn(t *testing.T, name string, l *layout, r report.Report, o render.Options) {
	t.Helper()
	var pictures, files [2]bytes.Buffer
	for i := range 2 {
		if err := PNG(&pictures[i], r, o); err != nil {
			t.Fatal(err)
		}
		if err := SVG(&files[i], r, o); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pictures[0].Bytes(), pictures[1].Bytes()) || !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Errorf("%s: drawn again it differs", name)
	}
	picture, err := png.Decode(&pictures[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds().Size(); got != (image.Point{render.SocialSize.Width, render.SocialSize.Height}) {
		t.Errorf("%s: its size is %v", name, got)
	}
	for _, s := range l.lines {
		if !inked(picture, s, l.fonts.width(s.text, s.size, s.bold)) {
			t.Errorf("%s: nothing is drawn where %q should stand", name, s.text)
		}
	}
	texts := 0
	for d := xml.NewDecoder(&files[0]); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: no XML: %v", name, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "text" {
			texts++
		}
	}
	if texts != len(l.lines) {
		t.Errorf("%s: %d of %d lines are in the SVG", name, texts, len(l.lines))
	}
}

// inked reports whether the colour of a line stands between its top and its base line.
func inked(picture image.Image, s line, width int) bool {
	for y := s.y - s.size*3/4; y <= s.y; y++ {
		for x := s.x; x < s.x+width; x++ {
			if picture.At(x, y) == s.fill {
				return true
			}
		}
	}
	return false
}
