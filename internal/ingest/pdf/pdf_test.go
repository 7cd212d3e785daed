package pdf

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
)

// The engine is the file that its README names.
func TestEngineIsAsPublished(t *testing.T) {
	wasm, err := inflate(engineGz)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(wasm)
	readme, err := os.ReadFile("pdfium/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if digest := hex.EncodeToString(sum[:]); !strings.Contains(string(readme), digest) {
		t.Errorf("pdfium.wasm has the digest %s, which pdfium/README.md does not name", digest)
	}
}

// texts is the text of each line, with bullet and marks shown.
func texts(pages []Page) []string {
	var out []string
	for _, p := range pages {
		for _, l := range p.Lines {
			s := l.Text
			for i := len(l.Marks) - 1; i >= 0; i-- {
				m := l.Marks[i]
				s = s[:m.Start] + "^" + s[m.Start:m.End] + "^" + s[m.End:]
			}
			if l.Bullet != "" {
				s = l.Bullet + " " + s
			}
			out = append(out, s)
		}
	}
	return out
}

func TestReadLines(t *testing.T) {
	box := "0.5 w "
	tests := []struct {
		name string
		file []byte
		want []string
	}{
		{"lines from the top, in whatever order they are drawn", onePage("", at(50, 100, 12, "foot")+at(50, 700, 12, "one")+at(50, 680, 12, "two")), []string{"one", "two", "foot"}},
		{"words of a line drawn one by one", onePage("", at(50, 700, 12, "No")+at(80, 700, 12, "wide")+at(107, 700, 12, "gaps")), []string{"No wide gaps"}},
		{"raised figures", onePage("", at(50, 700, 12, "area m")+at(86.7, 705, 7, "2")+at(91, 700, 12, ", so")), []string{"area m^2^, so"}},
		{
			"marks of endnotes as large as the text, raised", onePage("", at(50, 700, 12, "su")+at(63.5, 709, 12, "[12]")+at(84, 700, 12, "axar.")+at(50, 684, 12, "Maili")+at(300, 684, 12, "x")+at(50, 668, 12, "end.")+at(50, 652, 12, "next")+at(73.3, 676, 8, "[13]")),
			[]string{"su^[12]^ axar.", "Maili x", "end.^[13]^", "next"},
		},
		{
			"columns", onePage("", at(50, 700, 12, "left one")+at(50, 680, 12, "left two")+at(300, 700, 12, "right one")+at(300, 680, 12, "right two")),
			[]string{"left one", "left two", "right one", "right two"},
		},
		{
			"bold words drawn after their line", onePage("", at(50, 700, 12, "A line with a           word")+at(50, 680, 12, "and one more")+at(128, 700, 12, "bold")),
			[]string{"A line with a bold word", "and one more"},
		},
		{
			"bullets that are shapes", onePage("", box+"40 702 4 4 re f "+at(50, 700, 12, "square")+"40 684 m 40 686 42 687 44 686 c 45 685 45 683 44 682 c f "+at(50, 680, 12, "disc")),
			[]string{"▪ square", "• disc"},
		},
		{"a turned page", onePage("/Rotate 90", "BT /F 12 Tf 0 1 -1 0 100 50 Tm (first) Tj ET BT /F 12 Tf 0 1 -1 0 120 50 Tm (second) Tj ET"), []string{"first", "second"}},
		{"an off-set page", onePage("/CropBox [100 100 500 700]", at(150, 600, 12, "inside")), []string{"inside"}},
		{
			"a size below nothing, turned upright", onePage("", at(50, 700, 12, "one")+"BT /F -12 Tf -1 0 0 -1 50 680 Tm (two) Tj ET"+at(50, 660, 12, "three")),
			[]string{"one", "two", "three"},
		},
		{"ligatures", onePage("", "BT /F 12 Tf 50 700 Td (of\\256ce) Tj ET"), []string{"office"}},
	}
	for _, tt := range tests {
		pages, err := Read(context.Background(), tt.file)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, texts(pages)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Lines through letters strike them out, however programs draw them; those below
// and above letters, thick bars and the rules of tables do not.
func TestStruckLines(t *testing.T) {
	text := at(50, 700, 12, "one two three")
	for _, tt := range []struct{ name, rules, want string }{
		{"a stroked line", "0.6 w 72 703.5 m 92 703.5 l S", "one ~two~ three"},
		{"a filled rectangle", "72 703.2 20 0.7 re f", "one ~two~ three"},
		{"two lines", "72 704.2 20 0.4 re f 72 702.6 20 0.4 re f", "one ~two~ three"},
		{"several in one path", "40 600 m 60 600 l 50 703 m 122 703 l 40 500 m 60 480 l 60 470 l S", "~one two three~"},
		{"placed by a matrix", "q 2 0 0 2 0 0 cm 36 351.6 10 0.3 re f Q", "one ~two~ three"},
		{"piece by piece", "50 703.2 20 0.7 re f 70 703.2 22 0.7 re f", "~one two~ three"},
		{"an underline", "50 698.4 70 0.7 re f", "one two three"},
		{"an overline", "50 709.5 70 0.7 re f", "one two three"},
		{"a highlight", "50 697 70 12 re f", "one two three"},
		{"a bar", "50 701.5 70 4 re f", "one two three"},
		{"the rules of a table", "48 712 m 48 690 l 48 712 m 140 712 l 48 690 m 140 690 l S", "one two three"},
		{"a line beside", "125 703 200 0.7 re f", "one two three"},
	} {
		pages, err := Read(context.Background(), onePage("", text+tt.rules+"\n"))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		l := pages[0].Lines[0]
		got := l.Text
		for i := len(l.Struck) - 1; i >= 0; i-- {
			m := l.Struck[i]
			words := got[m.Start:m.End]
			end := m.Start + len(strings.TrimRight(words, " "))
			got = got[:m.Start] + "~" + got[m.Start:end] + "~" + got[end:]
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	// A line that stands in a form of its own, placed by the page and by the form.
	for _, form := range []struct{ name, keys, content, do string }{
		{"as it is", "", "72 703.2 20 0.7 re f", "/X Do"},
		{"placed by the page", "", "0 0 20 0.7 re f", "q 1 0 0 1 72 703.2 cm /X Do Q"},
		{"placed by itself", "/Matrix [1 0 0 1 72 700]", "0 3.2 20 0.7 re f", "/X Do"},
		{"by both", "/Matrix [2 0 0 2 0 0]", "0.3 w 0 0 m 10 0 l S", "q 1 0 0 1 72 703.5 cm /X Do Q"},
	} {
		pages, err := Read(context.Background(), onePage("", text+form.do+"\n", stream("/Type /XObject /Subtype /Form /BBox [-1000 -1000 1000 1000] "+form.keys, form.content)))
		if err != nil {
			t.Errorf("%s: %v", form.name, err)
			continue
		}
		if l := pages[0].Lines[0]; len(l.Struck) != 1 || strings.TrimSpace(l.Text[l.Struck[0].Start:l.Struck[0].End]) != "two" {
			t.Errorf("a form %s: %q %v", form.name, l.Text, l.Struck)
		}
	}
	// A raised figure amid struck-out words goes with them, the mark of a note after them stays.
	pages, err := Read(context.Background(), onePage("", at(50, 700, 12, "area m")+at(86.7, 705, 7, "2")+at(93, 700, 12, "goes")+at(121, 705, 7, "[3]")+"50 703.2 70 0.7 re f"))
	if err != nil {
		t.Fatal(err)
	}
	if l := pages[0].Lines[0]; len(l.Struck) != 1 || strings.TrimSpace(l.Text[l.Struck[0].Start:l.Struck[0].End]) != "area m2 goes" {
		t.Errorf("%q %v", l.Text, l.Struck)
	}
}

func TestSidewaysIsApart(t *testing.T) {
	pages, err := Read(context.Background(), onePage("", at(50, 700, 12, "upright text")+"BT /F 40 Tf 0 1 -1 0 100 100 Tm (DRAFT) Tj ET"))
	if err != nil {
		t.Fatal(err)
	}
	if p := pages[0]; p.Sideways != "DRAFT" || len(p.Lines) != 1 {
		t.Errorf("sideways %q, lines %v", p.Sideways, texts(pages))
	}
}

func testFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "pdf", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadRefuses(t *testing.T) {
	whole := testFile(t, "charter-chromium.pdf")
	picture := stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
	var kids strings.Builder
	for range MaxPages + 1 {
		kids.WriteString("3 0 R ")
	}
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"a scan", onePage("", "600 0 0 800 0 0 cm /X Do", picture), "PDF holds no text: its pages are pictures, as of a scan"},
		{"a password", testFile(t, "locked.pdf"), "PDF is encrypted with a password"},
		{"cut in the middle", whole[:len(whole)/2], "PDF is damaged or cut off"},
		{"cut by a little", whole[:len(whole)-40], "PDF is damaged or cut off"},
		{"nothing but the mark", []byte("%PDF-1.7\n"), "PDF is damaged or cut off"},
		{"no pages", build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "PDF is damaged or cut off"},
		{"too many pages", build("<< /Type /Catalog /Pages 2 0 R >>", fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), MaxPages+1),
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), "PDF has 5001 pages; at most 5000 are read"},
	}
	for _, tt := range tests {
		_, err := Read(context.Background(), tt.file)
		var e *flow.Error
		if !errors.As(err, &e) || e.Msg != tt.want {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		} else if e.Hint == "" {
			t.Errorf("%s: no hint", tt.name)
		}
	}
}

// A file that is cut off is refused wherever it was cut: half a text is worse
// than none.
func TestCutOff(t *testing.T) {
	for _, name := range []string{"charter-chromium.pdf", "footnotes-libreoffice.pdf"} {
		whole := testFile(t, name)
		for i := range 20 {
			n := len(whole) * i / 20
			if pages, err := Read(context.Background(), whole[:n]); err == nil {
				t.Errorf("%s cut to %d of %d bytes gives %d pages", name, n, len(whole), len(pages))
			}
		}
	}
}

// Encryption that asks only for permissions has an empty password to open with.
func TestRestrictedOpens(t *testing.T) {
	pages, err := Read(context.Background(), testFile(t, "restricted.pdf"))
	if err != nil || len(pages) != 3 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
}

// TestHostile reads files made to exhaust a reader. Any answer will do that is
// one: they end, in little time and in the memory they are given.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("fills the memory three times")
	}
	form := func(n int) string { // calls the next one ten times
		return stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> /Font << /F 5 0 R >> >>", n),
			strings.Repeat("/X Do ", 10)+at(50, 700, 12, "x"))
	}
	var laughs []string
	for i := range 30 {
		laughs = append(laughs, form(min(7+i, 35)))
	}
	for name, file := range map[string][]byte{
		"forms in forms":   onePage("", "/X Do", laughs...),
		"a form in itself": onePage("", "/X Do", form(6)),
		"pages in a ring":  build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 >>"),
		"a huge page":      onePage("/MediaBox [-1e30 -1e30 1e30 1e30]", at(50, 700, 1e30, "x")),
		"a million words":  onePage("", strings.Repeat(at(50, 700, 12, "word"), 300_000)),
	} {
		t.Run(name, func(t *testing.T) {
			pages, err := Read(context.Background(), file)
			t.Log(len(pages), err)
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(onePage("", at(50, 700, 12, "text")))
	f.Add(onePage("/Rotate 90", "40 702 4 4 re f "+at(50, 700, 12, "text")+"BT /F 40 Tf 0 1 -1 0 100 100 Tm (DRAFT) Tj ET"))
	f.Add(testFile(f, "footnotes-libreoffice.pdf"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages, err := Read(context.Background(), data)
		if err != nil {
			var e *flow.Error
			if !errors.As(err, &e) {
				t.Fatal(err)
			}
			return
		}
		for _, p := range pages {
			for _, l := range p.Lines {
				for _, m := range l.Marks {
					_ = l.Text[m.Start:m.End]
				}
				if l.Left > l.Right || l.Size < 0 {
					t.Fatalf("page %d: %+v", p.Number, l)
				}
			}
		}
	})
}
