package svg

import (
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/rendertest"
)

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

// Labels do not cover each other, in any frame that leaves them room.
func TestLabelsStandApart(t *testing.T) {
	r := rendertest.MustRealPair(t)
	for _, size := range []render.Size{render.DefaultSize, render.SocialSize, {Width: 390, Height: 640}, {Width: 800, Height: 500}} {
		pic := newFlowPicture(&r, phrases{phrase.English()}, float64(size.Width), float64(size.Height), 30, float64(size.Height)-40)
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
