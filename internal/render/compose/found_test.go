package compose

import (
	"testing"

	"conceptdiff/internal/render/model"
)

// Words that tie a provision are marked where they stand, once where two of
// them overlap, and nothing of the passage is lost.
func TestFound(t *testing.T) {
	var got string
	for _, s := range found("the <occupied> occupied territories", []string{"occupied territories", "occupied"}) {
		got += map[model.Mark]string{model.Quoted: "(", model.Found: "["}[s.Mark] + s.Text
	}
	if want := "(the <[occupied(> [occupied territories"; got != want {
		t.Errorf("got %s", got)
	}
}

// A link lies over its words where these are no part of others, the longest first, and one
// whose words are not there is left out.
func TestLinked(t *testing.T) {
	to := func(text string) model.Span { return model.Span{Text: text, Link: "to-" + text} }
	for said, want := range map[string]string{
		"tied to 4.1; 4; 14": "tied to [4.1]; [4]; 14",
		"In 4.1.1, not 4.":   "In 4.1.1, not [4].",
		"4":                  "[4]",
		"nowhere":            "nowhere",
	} {
		var got string
		for _, s := range linked(said, to("4"), to("4.1")) {
			if s.Link != "" {
				got += "[" + s.Text + "]"
				continue
			}
			got += s.Text
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", said, got, want)
		}
	}
}
