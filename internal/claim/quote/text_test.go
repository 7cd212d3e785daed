package quote

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var ferry = NewText([]string{
	"The Ferry Post",
	"The old ferry sails no more, said Jane Roe. “It  was a good boat,” she added; «very good».",
	"A bridge is being built.",
	"It is expected that a chapter on bridges will be added. Nothing else is known.",
})

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, quote string
		joined      bool
		want        string
	}{
		{"a sentence", "A bridge is being built.", false, "3:1-24"},
		{"a capital letter", "the old ferry sails no more", false, "“the old ferry sails no more” does not stand there; the nearest sentence is “The old ferry sails no more, said Jane Roe.”"},
		{"whatever the quotation marks and spaces", "\"It was a\tgood boat,\" she added; \"very good\".", false, "2:45-90"},
		{"words left out", "The old ferry […] \"It was a good boat,\"", false, "2:1-13 2:45-66"},
		{"into the next paragraph", "very good […] A bridge", false, "2:80-88 3:1-8"},
		{"further needs to be said", "The old ferry […] a chapter on bridges", false, "“a chapter on bridges” stands further on than the next paragraph: a quotation that is joined says so (joined: true)"},
		{"and then is found", "The old ferry […] a chapter on bridges", true, "2:1-13 4:21-40"},
		{"in order", "A bridge […] The old ferry sails no more", true, "“The old ferry sails no more” does not stand there; the nearest sentence is “The old ferry sails no more, said Jane Roe.”"},
		{"one letter", "A bridge is being buiIt.", false, "“A bridge is being buiIt.” does not stand there; the nearest sentence is “A bridge is being built.”"},
		{"no part of a word", "ridge is being", false, "“ridge is being” does not stand there; the nearest sentence is “A bridge is being built.”"},
		{"nothing like it", "Trains are late", false, "“Trains are late” does not stand there"},
	} {
		pins, err := ferry.Find(c.quote, c.joined)
		got := strings.Trim(fmt.Sprint(pins), "[]")
		if err != nil {
			var fault *NotFoundError
			if got = err.Error(); !errors.As(err, &fault) {
				t.Errorf("%s: no NotFoundError", c.name)
			}
		}
		if got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]bool{"Jane Roe": true, "the ferry post": true, "Jane Row": false, "Roe Jane": false} {
		if ferry.Names(name) != want {
			t.Errorf("%s: not %v", name, want)
		}
	}
}

// What stands at the pins of a quotation is the quotation, and changing one letter
// of it is noticed.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("abçəсж")), 1, 6, -1)
		var paragraphs []string
		for range rapid.IntRange(1, 4).Draw(t, "paragraphs") {
			paragraphs = append(paragraphs, strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "words"), " "))
		}
		text := NewText(paragraphs)
		all := strings.Fields(rapid.SampledFrom(paragraphs).Draw(t, "paragraph"))
		from := rapid.IntRange(0, len(all)-1).Draw(t, "from")
		quoted := strings.Join(all[from:rapid.IntRange(from+1, len(all)).Draw(t, "to")], " ")
		pins, err := text.Find(quoted, false)
		if err != nil || len(pins) != 1 || text.At(pins[0]) != quoted {
			t.Fatalf("%q in %q: %v, %v", quoted, paragraphs, pins, err)
		}
		if p, err := ParsePin(pins[0].String()); err != nil || p != pins[0] {
			t.Fatalf("%s is read as %v, %v", pins[0], p, err)
		}
		letters := []rune(quoted)
		letters[rapid.IntRange(0, len(letters)-1).Draw(t, "letter")] = 'q'
		if pins, err := text.Find(string(letters), true); err == nil {
			t.Fatalf("%q is found in %q at %v", string(letters), paragraphs, pins)
		}
	})
}
