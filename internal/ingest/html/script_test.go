package html

import (
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
)

// Raised figures keep their height and struck-out words are no text, whether an
// element, a class or the style sheet says so.
func TestScripts(t *testing.T) {
	head := `<!doctype html><style>/* x */ .W9{vertical-align:top; font-size:9pt} span.gone, p b.out { text-decoration: line-through }
		td { vertical-align: top } @media screen { .up { vertical-align: super } } .small { font-size: 8pt }</style>`
	for _, tt := range []struct{ name, body, dropped, struck string }{
		{"sup", "<p>Статья 7<sup>1</sup>. Паром", "Статья 7¹. Паром", ""},
		{"a class", `<p>Статья 7<span class="W9">1</span>. Паром`, "Статья 7¹. Паром", ""},
		{"a number with marks of its own", `<p>2<span class="W9">1</span>. Паром<p>12<span class="W9">1</span>) берег`, "2¹. Паром\n12¹) берег", ""},
		{"a class inside @media", `<p>12<i class="up">3</i> m`, "12³ m", ""},
		{"a style", `<p>12<span style="vertical-align: 4pt">3</span> m`, "12³ m", ""},
		{"small type on the line", `<p>12<span class="small">3</span> m`, "123 m", ""},
		{"a cell that begins at the top", `<table><tr><td>12<td>3</table>`, "12 | 3", ""},
		{"letters", `<p>the 1<sup>st</sup> of May`, "the 1st of May", ""},
		{"s, strike, del", "<p>The <s>old</s> mill <strike>grinds</strike> rests<del> now</del>.", "The mill rests.", "old|grinds|now"},
		{"a class that strikes", `<p>köhnə <span class="gone">su <i>axar</i></span> yeni <b class="out">x</b><b>y</b>`, "köhnə yeni y", "su axar|x"},
		{"a style that strikes", `<p style="text-decoration:line-through">2. Gone.<p>3. Here.`, "3. Here.", "2. Gone."},
	} {
		page, err := Read([]byte(head+tt.body), flow.Options{Struck: flow.DropStruck}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var texts, struck []string
		for _, b := range page.Blocks {
			if b.Struck && b.Text == "" {
				continue // of which nothing is left
			}
			texts = append(texts, strings.Join(strings.Fields(b.Text), " "))
		}
		for _, s := range page.Struck {
			struck = append(struck, s.Text)
		}
		if got := strings.Join(texts, "\n"); got != tt.dropped {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.dropped)
		}
		if got := strings.Join(struck, "|"); got != tt.struck {
			t.Errorf("%s: struck %q, want %q", tt.name, got, tt.struck)
		}
		if tt.struck == "" {
			continue
		}
		if page, err = Read([]byte(head+tt.body), flow.Options{Struck: flow.KeepStruck}, nil); err != nil || len(page.Struck) > 0 {
			t.Fatal(err, page.Struck)
		}
	}
}

// A link whose text is a number is a footnote's mark only where what it leads to
// looks like a note.
func TestNumberLinks(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"a clause", `<p>1.1. As in point <a href="#p3">3</a> of this article.<p id="p3">3. Gas is free.`, "1.1. As in point 3 of this article.\n3. Gas is free."},
		{"an article", `<p>See <a href="#a2">2</a>.<div id="a2">Article 2. Fees</div>`, "See 2.\nArticle 2. Fees"},
		{"a page", `<p>Scope <a href="#page4">4</a><p><a id="page4"></a>The scope is wide.`, "Scope 4\nThe scope is wide."},
		{"a note's class", `<p>A word<a href="#x1">1</a>.<p class="footnote" id="x1">1 On words.`, "A word. {1: On words.}"},
		{"a note's name", `<p>A word<a href="#fn1">1</a>.<p id="fn1">1. On words.`, "A word. {1: On words.}"},
		{"a raised mark", `<p>A word<sup><a href="#x1">1</a></sup>.<p id="x1">1 On words.`, "A word. {1: On words.}"},
		{"a link back", `<p>A word<a href="#x1" id="r1">1</a>.<p id="x1"><a href="#r1">1</a> On words.`, "A word. {1: On words.}"},
		{"a mark in brackets", `<p>A word<a href="#x1">[1]</a>.<p id="x1">[1] On words.`, "A word. {1: On words.}"},
		{"an endnote of Word", `<p>A word<a href="#_edn1" name="_ednref1">[1]</a>.<div id="edn1"><p><a href="#_ednref1" name="_edn1">[1]</a> On words.<p>It said: old words.</div>`, "A word. {1: On words. It said: old words.}"},
	} {
		page, err := Read([]byte("<!doctype html>"+tt.body), flow.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, b := range page.Blocks {
			s := b.Text
			for _, n := range b.Notes {
				s += " {" + n.Mark + ": " + n.Text + "}"
			}
			out = append(out, s)
		}
		if got := strings.Join(out, "\n"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
