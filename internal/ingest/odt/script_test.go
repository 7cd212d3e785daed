package odt

import (
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
)

// Raised figures keep their height; struck-out words are no text unless they are
// kept.
func TestScripts(t *testing.T) {
	styles := `<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
		`<style:style style:name="V" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>` +
		`<style:style style:name="D" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>` +
		`<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>` +
		`<style:style style:name="P" style:family="paragraph"><style:text-properties style:text-line-through-style="solid"/></style:style>`
	span := func(style, s string) string {
		return `<text:span text:style-name="` + style + `">` + s + `</text:span>`
	}
	for _, tt := range []struct{ name, body, dropped, kept, struck string }{
		{"a raised number", `<text:p>Maddə 15` + span("U", "1") + `. Anbar</text:p>`, "Maddə 15¹. Anbar", "Maddə 15¹. Anbar", ""},
		{"raised by a share", `<text:p>10` + span("V", "2") + ` m, H` + span("D", "2") + `O</text:p>`, "10² m, H2O", "10² m, H2O", ""},
		{"struck-out words", `<text:p>The mill ` + span("S", "grinds at night") + ` rests.</text:p>`, "The mill rests.", "The mill grinds at night rests.", "grinds at night"},
		{"a struck-out paragraph", `<text:p text:style-name="P">2. Gone.</text:p><text:p>3. Here.</text:p>`, "(struck out)\n3. Here.", "2. Gone.\n3. Here.", "2. Gone."},
	} {
		for choice, want := range map[flow.Struck]string{flow.DropStruck: tt.dropped, flow.KeepStruck: tt.kept} {
			doc, err := Read(testFile(t, tt.body, styles, ""), flow.Options{Struck: choice})
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
