package odt

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/zipdoc"
)

const ns = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ` +
	`xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
	`xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"`

// testFile makes a document of a body and automatic styles.
func testFile(t testing.TB, body, styles, manifest string) *zipdoc.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, content string }{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<office:document-content ` + ns + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + body +
			`</office:text></office:body></office:document-content>`},
		{"META-INF/manifest.xml", `<manifest:manifest ` + ns + `>` + manifest + `</manifest:manifest>`},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := zipdoc.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func blocks(t testing.TB, body, styles string, changes flow.Changes) string {
	t.Helper()
	f := testFile(t, body, styles, "")
	if !Is(f) {
		t.Fatal("not known as OpenDocument")
	}
	doc, err := Read(f, flow.Options{Changes: changes})
	if err != nil {
		return "error: " + err.Error()
	}
	var out []string
	for _, b := range doc.Blocks {
		s := strings.Repeat("#", b.Level)
		if s != "" {
			s += " "
		}
		if b.Row {
			s += "row "
		}
		if b.Num != "" {
			s += "[" + b.Num + "] "
		}
		s += b.Text
		for _, n := range b.Notes {
			s += fmt.Sprintf(" {%s %s%s: %s}", n.Kind, n.Mark, n.Author, n.Text)
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func numberStyle(name string, levels ...string) string {
	s := `<text:list-style style:name="` + name + `">`
	for i, l := range levels {
		s += fmt.Sprintf(`<text:list-level-style-number text:level="%d" %s/>`, i+1, l)
	}
	return s + `</text:list-style>`
}

func item(inner string) string { return `<text:list-item>` + inner + `</text:list-item>` }

func p(s string) string { return `<text:p>` + s + `</text:p>` }

func TestText(t *testing.T) {
	styles := `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>` +
		numberStyle("L", `style:num-format="1" style:num-suffix="."`, `style:num-format="a" style:num-prefix="(" style:num-suffix=")"`, `style:num-format="i" style:num-suffix="." text:display-levels="2"`) +
		numberStyle("R", `style:num-format="I" loext:num-list-format="Art. %1%" text:start-value="4"`) + numberStyle("C", `style:num-format="а, б, .., аа, бб, ... (ru)" style:num-suffix=")"`) +
		`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`
	for _, tt := range []struct{ name, body, want string }{
		{"white space", p("a\n   b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e"), "a    b c d\ne"},
		{"spans and links", p(`a<text:span>b</text:span><text:a>c</text:a><text:bookmark/>`), "abc"},
		{"hidden", p(`a<text:span text:style-name="H">secret</text:span>b`) + `<text:section text:display="none">` + p("secret") + `</text:section>`, "ab"},
		{"headings", `<text:h text:outline-level="2">Two</text:h>`, "## Two"},
		{
			"lists", `<text:list text:style-name="L">` + item(p("a")+p("more")) + item(p("b")+`<text:list>`+item(p("x"))+item(p("y")+`<text:list>`+item(p("deep"))+`</text:list>`)+`</text:list>`) + item(p("c")) + `</text:list>`,
			"[1.] a\nmore\n[2.] b\n[(a)] x\n[(b)] y\n[b.i.] deep\n[3.] c",
		},
		{
			"a list that goes on", `<text:list xml:id="l1" text:style-name="L">` + item(p("a")) + `</text:list>` + p("between") + `<text:list text:continue-list="l1" text:style-name="L">` + item(p("b")) + `</text:list>` +
				`<text:list text:style-name="L">` + item(p("c")) + `</text:list><text:list text:continue-numbering="true" text:style-name="L">` + item(p("d")) + `</text:list>`,
			"[1.] a\nbetween\n[2.] b\n[1.] c\n[2.] d",
		},
		{
			"values and headers", `<text:list text:style-name="L"><text:list-header>` + p("head") + `</text:list-header><text:list-item text:start-value="7">` + p("a") + `</text:list-item>` + item(p("b")) + `</text:list>`,
			"head\n[7.] a\n[8.] b",
		},
		{"patterns", `<text:list text:style-name="R">` + item(p("a")) + item(p("b")) + `</text:list>`, "[Art. IV] a\n[Art. V] b"},
		{"Russian letters", `<text:list text:style-name="C">` + item(p("a")) + item(p("b")) + `</text:list>`, "[а)] a\n[б)] b"},
		{"bullets", `<text:list text:style-name="B">` + item(p("a")) + `</text:list>`, "[•] a"},
		{
			"a table", `<table:table><table:table-header-rows><table:table-row><table:table-cell>` + p("a") + `</table:table-cell><table:table-cell>` + p("b") + p("c") +
				`</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell/><table:table-cell>` + p("d") + `</table:table-cell></table:table-row></table:table>`,
			"row a | b c\nrow | d",
		},
		{
			"notes", p(`One<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>` + p("foot") + `</text:note-body></text:note> word` +
				`<office:annotation><dc:creator>A</dc:creator>` + p("why?") + `</office:annotation>`),
			"One word {footnote 1: foot} {comment A: why?}",
		},
		{"a box", p(`a<draw:frame><draw:text-box>` + p("b") + `</draw:text-box></draw:frame>`), "a\nb"},
		{"contents", `<text:table-of-content><text:index-body>` + p("1. One 3") + `</text:index-body></text:table-of-content>` + p("x"), "x"},
	} {
		if diff := cmp.Diff(tt.want, blocks(t, tt.body, styles, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Hidden text is no text, and it is said that there was some.
func TestHiddenIsSaid(t *testing.T) {
	f := testFile(t, p("seen")+`<text:section text:display="none">`+p("secret")+`</text:section>`, "", "")
	doc, err := Read(f, flow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Warnings) != 1 || doc.Warnings[0].Text != "1 × hidden text is left out" {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}

func TestTrackedChanges(t *testing.T) {
	region := func(id, kind, content string) string {
		return `<text:changed-region text:id="` + id + `"><text:` + kind + `><office:change-info/>` + content + `</text:` + kind + `></text:changed-region>`
	}
	start, end := `<text:change-start text:change-id="i"/>`, `<text:change-end text:change-id="i"/>`
	for _, tt := range []struct{ name, regions, body, before, after string }{
		{"words", region("d", "deletion", p("may")) + region("i", "insertion", ""), p(`State <text:change text:change-id="d"/>` + start + `shall` + end + ` act`), "State may act", "State shall act"},
		{"a paragraph", region("i", "insertion", ""), p("one") + p(start+"two") + p(end+"three"), "one\nthree", "one\ntwo\nthree"},
		{"a paragraph less", region("d", "deletion", p("two")+p("")), p("one") + p(`<text:change text:change-id="d"/>three`), "one\ntwo\nthree", "one\nthree"},
		{"joined", region("d", "deletion", p("")+p("")), p(`one<text:change text:change-id="d"/> two`), "one\ntwo", "one two"},
		{"formatting alone", region("f", "format-change", ""), p(`<text:change-start text:change-id="f"/>x<text:change-end text:change-id="f"/>`), "x", "x"},
	} {
		body := `<text:tracked-changes>` + tt.regions + `</text:tracked-changes>` + tt.body
		if got := blocks(t, body, "", flow.RejectChanges); got != tt.before {
			t.Errorf("%s: before %q, want %q", tt.name, got, tt.before)
		}
		if got := blocks(t, body, "", flow.AcceptChanges); got != tt.after {
			t.Errorf("%s: after %q, want %q", tt.name, got, tt.after)
		}
		if got := blocks(t, body, "", ""); strings.HasPrefix(got, "error: the file holds") != (tt.before != tt.after) {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, tt := range []struct{ name, body, manifest, want string }{
		{"encrypted", p("x"), `<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>`, "protected by a password"},
		{"no text", "", "", "holds no text"},
		{"nesting", strings.Repeat("<text:section>", 10_000), "", "nested deeper than 500"},
	} {
		if _, err := Read(testFile(t, tt.body, "", tt.manifest), flow.Options{}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	styles := numberStyle("L", `style:num-format="1" style:num-suffix="."`, `style:num-format="a" loext:num-list-format="%1%.%2%"`)
	f.Add(`<text:list text:style-name="L">`+item(p("a")+`<text:list>`+item(p("x"))+`</text:list>`)+`</text:list>`, styles, false)
	f.Add(`<text:tracked-changes><text:changed-region text:id="d"><text:deletion>`+p("a")+p("b")+`</text:deletion></text:changed-region></text:tracked-changes>`+p(`x<text:change text:change-id="d"/>y`), styles, true)
	f.Add(`<table:table><table:table-row><table:table-cell>`+p("a")+`</table:table-cell><table:table-cell/></table:table-row></table:table><draw:frame><draw:text-box>`+p("b")+`</draw:text-box></draw:frame>`, "", false)
	f.Fuzz(func(t *testing.T, body, styles string, reject bool) {
		state := flow.AcceptChanges
		if reject {
			state = flow.RejectChanges
		}
		doc, err := Read(testFile(t, body, styles, ""), flow.Options{Changes: state})
		if err != nil {
			return
		}
		for _, b := range doc.Blocks {
			if b.Text == "" && b.Num == "" && !b.Struck && len(b.Notes) == 0 || b.Indent < 0 || b.Level < 0 || b.Depth < 0 {
				t.Fatalf("%+v", b)
			}
		}
	})
}
