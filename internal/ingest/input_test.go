package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

func TestReadRefuses(t *testing.T) {
	tests := []struct {
		name string
		data string
		line int
		want string
	}{
		{"empty", "", 0, "x.txt: file is empty"},
		{"white space only", " \n\t\n", 0, "x.txt: file is empty"},
		{"byte order mark only", "\ufeff\n", 0, "x.txt: file is empty"},
		{"zero byte", "1. One\nTwo\x00\n", 2, "x.txt:2: binary data: a zero byte at offset 10"},
		{"not UTF-8", "1. One\n\xcd\xe0 one\n", 2, "x.txt:2: invalid UTF-8: byte 0xcd at offset 7"},
		{"database", "SQLite format 3\x00", 0, "x.txt: file is a database, not text"},
		{"image", "\x89PNG\r\n", 0, "x.txt: file is an image, not text"},
	}
	for _, tt := range tests {
		res, err := Read("x.txt", []byte(tt.data))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want an *Error", tt.name, err)
			continue
		}
		if res != nil || e.Line != tt.line || err.Error() != tt.want {
			t.Errorf("%s: %q at line %d, want %q at %d", tt.name, err, e.Line, tt.want, tt.line)
		}
	}
}

func TestReadRefusesTooLarge(t *testing.T) {
	_, err := Read("big.txt", make([]byte, 100<<20))
	if want := "big.txt: file is 100 MB; at most 64 MB can be read"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestReadRefusesTooManyLines(t *testing.T) {
	_, err := Read("long.txt", bytes.Repeat([]byte("x\n"), MaxLines+1))
	if want := "long.txt: file has 2097153 lines; at most 2097152 can be read"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestReadEncodings(t *testing.T) {
	const text = "1. Əsas müddəalar\r\n1.1. Общие положения «ё»\r\n"
	utf16le, utf16be := []byte("\xff\xfe"), []byte("\xfe\xff")
	for _, u := range utf16.Encode([]rune(text)) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
		utf16be = append(utf16be, byte(u>>8), byte(u))
	}
	want, err := Read("x.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		encoding string
		data     []byte
	}{
		{"UTF-8", []byte("\ufeff" + text)},
		{"UTF-8", []byte(strings.ReplaceAll(text, "\r\n", "\n"))},
		{"UTF-8", []byte(strings.ReplaceAll(text, "\r\n", "\r"))},
		{"UTF-16LE", utf16le},
		{"UTF-16BE", utf16be},
	} {
		got, err := Read("x.txt", tt.data)
		if err != nil {
			t.Errorf("%s: %v", tt.encoding, err)
			continue
		}
		if got.Encoding != tt.encoding {
			t.Errorf("encoding %s, want %s", got.Encoding, tt.encoding)
		}
		if diff := cmp.Diff(want.Components, got.Components); diff != "" {
			t.Errorf("%s read otherwise (-want +got):\n%s", tt.encoding, diff)
		}
	}
}

func TestReadWarns(t *testing.T) {
	tests := []struct {
		name, text, addresses string
		want                  []Warning
	}{
		{
			"no numbers", "Only words here.\nAnd more of them.\n", "preface",
			[]Warning{{Line: 0, Text: "no numbered provisions found: the text is kept as headings and paragraphs"}},
		},
		{
			"headings without numbers", "The Plan\nWhy we plan\nBecause we must, and soon.\nHow we plan\nWith care, and in order.\nAnd with others.\n", "preface=The Plan | why-we-plan=Why we plan | how-we-plan=How we plan",
			[]Warning{{Text: "no numbered provisions found: the text is kept as headings and paragraphs"}},
		},
		{
			"a number twice", "4. Four.\n4.1. One.\n4.1. One again.\n4.2. Two.\n", "4 | 4.1 | 4.1~2 | 4.2",
			[]Warning{{Line: 1, Text: "numbering starts with 4."}, {Line: 3, Text: "4.1 stands twice: the address of this one is 4.1~2"}},
		},
		{
			"numbers that jump", "1. One.\n2. Two.\n5. Five.\n5.1. A.\n5.4. B.\n", "1 | 2 | 5 | 5.1 | 5.4",
			[]Warning{{Line: 3, Text: "number jumps from 2. to 5."}, {Line: 5, Text: "number jumps from 5.1. to 5.4."}},
		},
		{
			"a number that goes back", "1. One.\n2. Two.\n3. Three.\n2. Two again.\n", "1 | 2 | 3 | 2~2",
			[]Warning{{Line: 4, Text: "2 stands twice: the address of this one is 2~2"}, {Line: 4, Text: "number goes back from 3. to 2."}},
		},
		{
			"numbers that start again", "1. One.\n2. Two.\n1. One again.\n2. Two again.\n", "1 | 2 | 1~2 | 2~2",
			[]Warning{
				{Line: 3, Text: "numbering starts again with 1."},
				{Line: 3, Text: "1 stands twice: the address of this one is 1~2"},
				{Line: 4, Text: "2 stands twice: the address of this one is 2~2"},
			},
		},
		{
			"a list of the same form inside a clause", "1. One.\n2. Two.\n3. Three.\n1. First.\n2. Second.\n4. Four.\n", "1 | 2 | 3 | 3.1 | 3.2 | 4",
			nil,
		},
		{
			"an act without a stamp",
			"Order of the President\n1. Approve the Plan.\n2. This Order is in force.\nPresident\nThe Plan\nIntroduction\nWords.\n1. Aims\nThe aims.\n2. Means\nThe means.\n",
			"order=Order of the President | order/1 | order/2 | preface=The Plan | introduction=Introduction | 1=Aims | 2=Means",
			[]Warning{{Line: 5, Text: "numbering starts again without a mark of approval: taken for the text that the act before it approves"}},
		},
	}
	for _, tt := range tests {
		got, res := addresses(t, "x.txt", tt.text)
		if got != tt.addresses {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.addresses)
		}
		byText := cmp.Transformer("set", func(ws []Warning) map[string]bool {
			m := map[string]bool{}
			for _, w := range ws {
				m[fmt.Sprintf("%s %d:%d %s", w.File, w.Page, w.Line, w.Text)] = true
			}
			return m
		})
		if diff := cmp.Diff(tt.want, res.Warnings, byText); diff != "" {
			t.Errorf("%s: warnings (-want +got):\n%s", tt.name, diff)
		}
		checkTree(t, res)
		checkNothingLost(t, res, tt.text)
	}
}

// What would hurt a reader that is not linear: it must come to an end at once.
func TestReadBearsRepetition(t *testing.T) {
	const n = 1 << 14
	beyond := map[string]bool{"words": true, "quotes": true, "articles": true, "chains": true} // a limit, which the error names
	for name, text := range map[string]string{
		"brackets":   strings.Repeat("(", 16*n),
		"bullets":    strings.Repeat("• x\n", n),
		"same":       strings.Repeat("1. x\n", n),
		"sections":   strings.Repeat("Section 1\n", n),
		"annexes":    strings.Repeat("Annex 1\n", n),
		"words":      strings.Repeat("word ", 16*n),
		"quotes":     strings.Repeat("> ", 1<<10) + "x",
		"deeper":     deeper(2000),
		"stamps":     "1. x\n" + strings.Repeat("Approved\n", n) + "5. y\n",
		"page marks": strings.Repeat("x\f1\n", n),
		"articles":   strings.Repeat("the ", 256*n) + "x",
		"chains":     strings.Repeat("(1)", 256*n),
		"letters":    strings.Repeat("a x:\n", 8*n),
		"two lists":  strings.Repeat(numberedLines(2*n), 2),
		"restarts":   strings.Repeat("1. x\n2. y\n", 4*n),
	} {
		for _, file := range []string{"x.txt", "x.md"} {
			res, err := Read(file, []byte(text))
			if err != nil {
				if !beyond[name] || !strings.Contains(err.Error(), "the most that is read") {
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			checkTree(t, res)
		}
	}
}

// numberedLines are n lines with numbers and words of their own.
func numberedLines(n int) string {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, "%d. x%d\n", i+1, i)
	}
	return b.String()
}

// deeper nests a list as deep as n.
func deeper(n int) string {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(strings.Repeat(" ", i%80) + "- x\n" + strings.Repeat("1.", i%30) + " y\n")
	}
	return b.String()
}
