package rtf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
)

func blocks(data string, changes flow.Changes) string {
	doc, err := Read([]byte(data), flow.Options{Changes: changes})
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
	for _, d := range doc.Dropped {
		out = append(out, d.Why+": "+d.Text)
	}
	return strings.Join(out, "\n")
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs", `One\par Two\par`, "One\nTwo"},
		{"lines of the file are none of the text", "One\nword\r\n\\par", "Oneword"},
		{"symbols", `a\~b\_c\-d\emdash e\'96f\{g\}\\`, "a\u00a0b\u2011cd—e–f{g}\\"},
		{"breaks", `a\tab b\line c\page d\par`, "a b\nc d"},
		{"Unicode", `\u601?\u1046\'c6\uc0\u399 \uc2\u-10179\'3f\'3f\u-8704\'3f\'3f\par`, "əЖƏ😀"},
		{"code pages", `{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset162 Arial Tur;}{\f3\fcharset2 Symbol;}}\f1\'cf\'f0\'e8 \f2\'fe\'f0 \f0\'e9 \f3\'b7\par`, "При şğ é \uf0b7"},
		{"hidden", `a{\v secret}b\v more\v0 c\par`, "abc"},
		{"destinations that are not known", `a{\*\unknown x{\b y}}b{\*\bkmkstart z}{\pict 89504e47}c\par`, "abc"},
		{"a star that opens no group", `{\loch\f0\*\cs7\rtlch 1. One}\par a\* b\par`, "1. One\na b"},
		{"fields", `see {\field{\*\fldinst REF x}{\fldrslt 4.1}}.\par`, "see 4.1."},
		{"numbers", `{\listtext\pard\plain 1.\tab}\ls1 One\par{\pntext (a)\tab}point\par{\listtext\par}`, "[1.] One\n[(a)] point"},
		{"styles", `{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3\sbasedon1 Own;}}\pard\s2 T\par\pard\s1 H\par\pard\s3 O\par\pard\s0 t\par\pard\outlinelevel1 L\par`, "# T\n# H\n# O\nt\n## L"},
		{"a table", `\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl c\par d\cell\cell\row\pard after\par`, "row a | b\nrow c d |\nafter"},
		{"a frame", `\trowd\cellx1\pard\intbl 1. One\par text\cell\row\pard after\par`, "1. One\ntext\nafter"},
		{
			"notes", `One{\super\chftn}{\footnote\pard {\super\chftn} first\par more} word{\footnote\ftnalt at the end}{\*\atnid X}{\*\atnauthor A. Member}\chatn{\*\annotation{\*\atnref 1}why?}\par`,
			"One word {footnote 1: first more} {footnote i: at the end} {comment A. Member: why?}",
		},
		{"margins", `{\header Draft\par}{\footerf page \chpgn\par}{\headerl Draft\par}text\par`, "text\nheader: Draft\nfooter: page"},
		{"a table of contents", `{\field{\*\fldinst TOC \\o}{\fldrslt 1. One 3\par}}text\par`, "text\ntable of contents: 1. One 3"},
		{"more closed than opened", `a\par}}b\par`, "a\nb"},
		{"cut short", `a\par {\b b`, "a\nb"},
	} {
		if diff := cmp.Diff(tt.want, blocks(`{\rtf1\ansi\ansicpg1252 `+tt.body+`}`, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Hidden text is no text, and it is said that there was some.
func TestHiddenIsSaid(t *testing.T) {
	doc, err := Read([]byte(`{\rtf1 1. Keep {\v secret} text\v0  and more\par}`), flow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Warnings) != 1 || doc.Warnings[0].Text != "1 × hidden text is left out" {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}

func TestTrackedChanges(t *testing.T) {
	const file = `{\rtf1\ansi The state {\deleted may}{\revised shall} act.\par {\revised New.\par}{\deleted Old.\par}end\par}`
	for changes, want := range map[flow.Changes]string{
		flow.AcceptChanges: "The state shall act.\nNew.\nend",
		flow.RejectChanges: "The state may act.\nOld.\nend",
		"":                 "error: the file holds 4 tracked changes",
	} {
		if got := blocks(file, changes); got != want {
			t.Errorf("%s: %q, want %q", changes, got, want)
		}
	}
}

func TestHostile(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"nesting", `{\rtf1` + strings.Repeat("{", 10_000) + "x", "error: groups are nested deeper than 1000"},
		{"paragraphs without end", `{\rtf1 ` + strings.Repeat(`a\par `, flow.MaxBlocks+10), "error: the document has more than 300000 paragraphs"},
		{"cells without end", `{\rtf1\trowd\intbl ` + strings.Repeat(`a\cell `, flow.MaxBlocks+10), "error: the document has more than 300000 paragraphs"},
		{"no text", `{\rtf1\ansi{\fonttbl{\f0 Arial;}}}`, "error: the Rich Text document holds no text"},
		{"a length that lies", `{\rtf1 a\bin999999999 b`, "a"},
		{"a number that is none", `{\rtf1 a\li99999999999999999999\uc99999\u99999999 ?b\par`, "a"},
	} {
		if got := blocks(tt.data, ""); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %.100q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1{\listtext 1.\tab}\f0\'cf\u1088?\par}`,
		`{\rtf1\trowd\pard\intbl a\cell b\cell\row\pard{\footnote x}{\*\annotation y}{\field{\*\fldinst TOC}{\fldrslt z\par}}{\deleted q}{\revised w}\par}`,
		`{\rtf1{\header h\par}{\shp{\*\shpinst{\shptxt box\par}}}{\pict 00}\bin3 abc\u-10179?\u-8704?}`,
	} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, reject bool) {
		state := flow.AcceptChanges
		if reject {
			state = flow.RejectChanges
		}
		doc, err := Read([]byte(s), flow.Options{Changes: state})
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

// BenchmarkRead reads some 300 pages.
func BenchmarkRead(b *testing.B) {
	data := []byte(`{\rtf1\ansi ` + strings.Repeat(`\pard{\listtext 1.\tab}`+strings.Repeat(`security of the \'93state\'94 `, 14)+`\par`+"\n", 6000) + `}`)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, flow.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
