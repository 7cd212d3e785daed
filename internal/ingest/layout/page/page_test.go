package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest/pdf"
)

// pageOf makes a page of lines: left edge, base line, size, text; a size below
// zero is bold.
func pageOf(number int, lines ...pdf.Line) pdf.Page {
	return pdf.Page{Number: number, Width: 600, Height: 800, Lines: lines}
}

// setLine is a line as a printer would set it, half an em to the letter.
func setLine(left, base, size float64, text string) pdf.Line {
	width := func(s string) float64 { return float64(len([]rune(s))) * size / 2 }
	first, _, _ := strings.Cut(text, " ")
	return pdf.Line{Left: left, Right: left + width(text), Base: base, Size: size, FirstWord: width(first), Text: text}
}

func TestPageFurniture(t *testing.T) {
	var pages []pdf.Page
	for n := 1; n <= 3; n++ {
		pages = append(pages, pageOf(n,
			setLine(50, 30, 8, fmt.Sprintf("Official Journal No. %d", 40+n)),
			setLine(50, 100, 12, fmt.Sprintf("Article %d", n)),
			setLine(50, 120, 12, "The same words stand in each article here."),
			setLine(300, 780, 8, fmt.Sprintf("- %d -", n+10)),
		))
	}
	doc := Document(pages, false)
	var why []string
	for _, d := range doc.Dropped {
		why = append(why, fmt.Sprintf("%s %s: %s", d.Place, d.Why, d.Text))
	}
	want := []string{
		"page 1, line 1 running header or footer: Official Journal No. 41", "page 1, line 4 page number: - 11 -",
		"page 2, line 1 running header or footer: Official Journal No. 42", "page 2, line 4 page number: - 12 -",
		"page 3, line 1 running header or footer: Official Journal No. 43", "page 3, line 4 page number: - 13 -",
	}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(doc.Blocks) != 6 {
		t.Errorf("%d blocks, want 6", len(doc.Blocks))
	}
}

// What comes at the edge of some pages, and is of the text, stays: endnotes that open
// alike, the ends of sentences, formulas now and then.
func TestNoFurniture(t *testing.T) {
	var pages []pdf.Page
	for n := 1; n <= 12; n++ {
		top := fmt.Sprintf("the words of the list go on%s from one page to the next", strings.Repeat(" and on", n))
		if n%4 == 0 {
			top = "18 June 2010, Law No. 40 (Gazette, No. 7, article 8) on the fields"
		}
		if n%3 == 1 {
			top = fmt.Sprintf("[%d] 2 June 2008, Law No. 4 of the Republic (Gazette, No. 5,", n)
		}
		pages = append(pages, pageOf(n, setLine(50, 40, 10, top), setLine(50, 52, 10, "word"+strings.Repeat(" after word", n)), setLine(50, 760, 10, "was replaced.")))
	}
	for _, d := range Document(pages, false).Dropped {
		t.Errorf("dropped: %s %s", d.Place, d.Text)
	}
}

// A title over two lines: in the middle of the page, the first ending in «and»; of
// an article whose number alone is not bold.
func TestTitleOverLines(t *testing.T) {
	bold := func(l pdf.Line) pdf.Line { l.Bold = true; return l }
	middle := func(base float64, s string) pdf.Line {
		return bold(setLine(300-float64(len([]rune(s)))*3, base, 12, s))
	}
	lines := []pdf.Line{middle(100, "THE LAND OF FIELDS AND"), middle(117, "ROADS")}
	base := 140.0
	add := func(left float64, s string) { lines = append(lines, setLine(left, base, 10, s)); base += 12 }
	add(70, "Article 1. The farms of the old river valley and all of the fields in the old country of the")
	lines[len(lines)-1].Right = 470
	lines = append(lines, bold(setLine(50, base, 10, "Neighbourhoodlessnessnesses")))
	base += 24
	for range 6 {
		add(70, "The farms of the valley keep the fields in order and show them to whoever comes to see them all,")
		add(50, "and the farms of the valley keep the roads in order and show them to whoever comes to see them all,")
		lines[len(lines)-2].Right, lines[len(lines)-1].Right = 550, 550
		add(50, "as before.")
	}
	doc := Document([]pdf.Page{pageOf(1, lines...)}, false)
	if got := doc.Blocks[0].Text; got != "THE LAND OF FIELDS AND ROADS" {
		t.Errorf("%q", got)
	}
	if got := doc.Blocks[1].Text; !strings.HasSuffix(got, "of the Neighbourhoodlessnessnesses") {
		t.Errorf("%q", got)
	}
}

// In a short text no line is known to go on: how far the lines of a paragraph stand apart
// is told from those that stand closest.
func TestShortPage(t *testing.T) {
	first := setLine(70, 100, 10, "1. The keeper of the harbour answers for what is named in clause 4 of these present")
	first.Right = 485
	rest := setLine(50, 114, 10, "Regulations.")
	doc := Document([]pdf.Page{pageOf(1, first, rest, setLine(70, 134, 10, "2. The keeper is a person."), setLine(70, 154, 10, "3. Done."))}, false)
	if len(doc.Blocks) != 3 || !strings.HasSuffix(doc.Blocks[0].Text, "these present Regulations.") {
		t.Errorf("%+v", doc.Blocks)
	}
}

// A browser's header and footer are known on a single page.
func TestBrowserFurniture(t *testing.T) {
	doc := Document([]pdf.Page{pageOf(1,
		setLine(24, 22, 8, "21.11.2026, 19:17 Law on Words"), setLine(50, 100, 12, "1. Words are free."), setLine(24, 790, 8, "https://example.org/law 1/1"),
	)}, false)
	if len(doc.Blocks) != 1 || len(doc.Dropped) != 2 {
		t.Errorf("blocks %+v, dropped %+v", doc.Blocks, doc.Dropped)
	}
}

func TestHyphens(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"the document writes the word without", []string{"The conflict and con-", "flict again"}, "The conflict and conflict again"},
		{"the document writes it with", []string{"well-being, con-", "flict or conflict, well-", "being"}, "well-being, conflict or conflict, well-being"},
		{"unknown words in a document that parts words", []string{"conflict con-", "flict inde-", "pendence"}, "conflict conflict independence"},
		{"unknown words in one that does not", []string{"Euro-Atlantic and the Caspian-", "Caucasus region"}, "Euro-Atlantic and the Caspian-Caucasus region"},
		{"a soft hyphen", []string{"re\u00ad", "gion"}, "region"},
		{"numbers", []string{"in 2007-", "2008"}, "in 2007-2008"},
		{"a range with a dash", []string{"the years 2019–", "2020 and Baku—", "Tbilisi –", "a line"}, "the years 2019–2020 and Baku—Tbilisi – a line"},
		{
			"a word that recurs",
			[]string{"transnational trans-", "national, trans-", "national, socio-economic, self-governing, socio-", "economic and self-", "governing"},
			"transnational trans-national, trans-national, socio-economic, self-governing, socio-economic and self-governing",
		},
	}
	for _, tt := range tests {
		var lines []pageLine
		for _, s := range tt.lines {
			lines = append(lines, pageLine{Line: pdf.Line{Text: s}, page: 1})
		}
		h := newHyphenator(lines)
		var text []byte
		for i := range lines {
			text = h.join(text, &lines[i])
		}
		if string(text) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, text, tt.want)
		}
	}
}

// BenchmarkReadPages joins the lines of 300 pages.
func BenchmarkReadPages(b *testing.B) {
	var pages []pdf.Page
	for n := range 300 {
		var lines []pdf.Line
		for i := range 40 {
			lines = append(lines, setLine(50, 60+float64(i)*15, 12, "which the parties to the agreement have in mind when they speak of the well-"))
		}
		pages = append(pages, pageOf(n+1, lines...))
	}
	for b.Loop() {
		Document(slices.Clone(pages), false)
	}
}

// Nothing is lost: every character of drawn pages is in a block, in a note or in
// the list of what was dropped; raised figures as raised ones.
func TestReadPagesLosesNothing(t *testing.T) {
	lower := strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
	texts := []string{
		"1. Words", "1.1. A sentence that goes on", "and ends here.", "(a) a point;", "• an item", "Article 5", "Chapter 2", "con-", "flict", "12", "Page 3 of 4",
		"Contents", "Words ............ 7", "IN CAPITALS", "well-being of the", "The end.", "the", "1 Scope", "№ 5", "*", "1 A note on something",
	}
	rapid.Check(t, func(t *rapid.T) {
		var pages []pdf.Page
		count := map[rune]int{}
		for n := 1; n <= rapid.IntRange(1, 4).Draw(t, "pages"); n++ {
			var lines []pdf.Line
			base := 20.0
			for range rapid.IntRange(0, 12).Draw(t, "lines") {
				base += rapid.SampledFrom([]float64{12, 15, 15, 15, 24, 60}).Draw(t, "step")
				l := setLine(rapid.SampledFrom([]float64{50, 50, 50, 74, 200}).Draw(t, "left"), base,
					rapid.SampledFrom([]float64{12, 12, 12, 8, 16}).Draw(t, "size"), rapid.SampledFrom(texts).Draw(t, "text"))
				l.Bold = rapid.Bool().Draw(t, "bold")
				l.Column = rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "column")
				if rapid.IntRange(0, 5).Draw(t, "raised") == 0 {
					l.Marks = []pdf.Mark{{Start: len(l.Text), End: len(l.Text) + 1}}
					l.Text += "1"
				}
				lines = append(lines, l)
				for _, r := range visible(l.Text) {
					count[r]++
				}
			}
			pages = append(pages, pageOf(n, lines...))
		}
		doc := Document(pages, false)
		notes := 0
		for _, b := range doc.Blocks {
			notes += len(b.Notes)
			for _, r := range visible(lower.Replace(b.Num + b.Text)) {
				count[r]--
			}
			for _, n := range b.Notes {
				for _, r := range visible(n.Mark + n.Mark + n.Text) { // it stood in the text and before the note
					count[r]--
				}
			}
		}
		for _, d := range doc.Dropped {
			if strings.HasPrefix(d.Why, "hyphens") {
				count['-'] -= strings.Count(d.Text, "-")
				continue
			}
			for _, r := range visible(d.Text) {
				count[r]--
			}
		}
		for r, n := range count {
			if n != 0 && !(r == '.' && n <= notes) { // «1. See above» loses its mark's full stop
				t.Fatalf("%q: %d too few or too many in\n%+v\nof %+v", r, n, doc, pages)
			}
		}
	})
}

// visible is the text without any white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// A footnote's mark leaves its line; what is struck out behind it stays where it was.
func TestStruckBehindMark(t *testing.T) {
	line := setLine(50, 100, 12, "The club1 meets on wet")
	line.Marks, line.Struck = []pdf.Mark{{Start: 8, End: 9}}, []pdf.Mark{{Start: 19, End: 22}}
	doc := Document([]pdf.Page{pageOf(1,
		setLine(50, 80, 12, "Rules of the field that everyone keeps."),
		line,
		setLine(50, 114, 12, "days."),
		setLine(50, 760, 8, "1 A club of farmers."),
	)}, false)
	if len(doc.Struck) != 1 || doc.Struck[0].Text != "wet" {
		t.Errorf("struck out: %+v", doc.Struck)
	}
}
