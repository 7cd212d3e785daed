package rtf

import (
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
)

// Raised figures keep their height; struck-out words are no text unless they are
// kept; a star that opens no group says nothing.
func TestScripts(t *testing.T) {
	for _, tt := range []struct{ name, body, dropped, kept, struck string }{
		{"a raised number", `Article 15{\super 1}. Yard\par`, "Article 15¹. Yard", "Article 15¹. Yard", ""},
		{"raised by a distance", `10\up6 2\up0  m, H{\sub 2}O\par`, "10² m, H2O", "10² m, H2O", ""},
		{"until plain", `15\super 1\plain 6\par`, "15¹6", "15¹6", ""},
		{"struck-out words", `The mill {\strike grinds at night} rests.\par`, "The mill rests.", "The mill grinds at night rests.", "grinds at night"},
		{"twice", `\pard\striked1 2. Gone.\striked0\par 3. Here.\par`, "(struck out)\n3. Here.", "2. Gone.\n3. Here.", "2. Gone."},
		{"a star amid the text", `1. The owner \*\b rings\b0  the bell.\par{\*\unknown x}2. In fog.\par`, "1. The owner rings the bell.\n2. In fog.", "1. The owner rings the bell.\n2. In fog.", ""},
	} {
		for choice, want := range map[flow.Struck]string{flow.DropStruck: tt.dropped, flow.KeepStruck: tt.kept} {
			doc, err := Read([]byte(`{\rtf1\ansi `+tt.body+`}`), flow.Options{Struck: choice})
			if err != nil {
				t.Fatal(err)
			}
			var texts, struck []string
			for _, b := range doc.Blocks {
				if b.Text == "" && b.Struck {
					b.Text = "(struck out)" // settled where all formats meet
				}
				texts = append(texts, strings.Join(strings.Fields(b.Text), " "))
			}
			for _, s := range doc.Struck {
				struck = append(struck, s.Text)
			}
			if got := strings.Join(texts, "\n"); got != want {
				t.Errorf("%s, %s: %q, want %q", tt.name, choice, got, want)
			}
			if got := strings.Join(struck, "|"); choice == flow.DropStruck && got != tt.struck {
				t.Errorf("%s: struck %q, want %q", tt.name, got, tt.struck)
			}
		}
	}
}
