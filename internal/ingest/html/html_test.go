package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest/flow"
)

// outline writes blocks in one line each: depth and level, number, text, notes.
func outline(p *Page) string {
	var b strings.Builder
	for _, blk := range p.Blocks {
		b.WriteString(strings.Repeat("  ", blk.Depth))
		if blk.Level > 0 {
			fmt.Fprintf(&b, "h%d ", blk.Level)
		}
		if blk.Row {
			b.WriteString("row ")
		}
		if blk.Num != "" {
			fmt.Fprintf(&b, "[%s] ", blk.Num)
		}
		b.WriteString(strings.ReplaceAll(blk.Text, "\n", " / "))
		for _, n := range blk.Notes {
			fmt.Fprintf(&b, " {%s %s: %s}", n.Kind, n.Mark, n.Text)
		}
		b.WriteByte('\n')
	}
	for _, d := range p.Dropped {
		fmt.Fprintf(&b, "- %s: %s\n", d.Why, d.Text)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{
			"paragraphs, breaks, white space",
			"<!doctype html><p>One\n  two<br>three</p><div>four<p>five</div>six<br><br>seven",
			"One   two / three\nfour\nfive\nsix\nseven\n",
		},
		{
			"headings",
			"<!doctype html><h1>Law</h1><h2>Article 1. <small>Scope</small></h2><p>Text.</p>",
			"h1 Law\nh2 Article 1. Scope\nText.\n",
		},
		{
			"lists count as browsers do",
			`<!doctype html><ol start=3><li>c<li value=7>g<li>h<ol type=a><li>x<li>y</ol></ol><ol reversed><li>b<li>a</ol>
			<ol type="I"><li>one</ol><ol style="list-style-type:lower-russian"><li>раз<li>два</ol><ul><li>p<ul><li>q</ul></ul><ul style="list-style:none"><li>1) typed</ul>`,
			"  [3.] c\n  [7.] g\n  [8.] h\n    [a.] x\n    [b.] y\n  [2.] b\n  [1.] a\n  [I.] one\n  [а.] раз\n  [б.] два\n  [•] p\n    [◦] q\n  1) typed\n",
		},
		{
			"a number that is typed as well stands once",
			"<!doctype html><ol><li>1. First</li><li>2) Second</li><li>Third</li></ol>",
			"  1. First\n  2) Second\n  [3.] Third\n",
		},
		{
			"tables",
			`<!doctype html><table><tr><th>What<th>When<tr><td>Plan<td>2024<tr><td><p>Two</p><p>lines</p><td></table>
			<table><tr><td>(1)<td>First.<tr><td>(2)<td>Second.</table>
			<table><tr><td><h1>Title</h1><p>Body.</table>`,
			"row What | When\nrow Plan | 2024\nrow Two lines |\n[(1)] First.\n[(2)] Second.\nh1 Title\nBody.\n",
		},
		{
			"what is not shown is not read",
			`<!doctype html><head><title>x</title><style>p{}</style></head><p hidden>a<p style="display: none">b<script>c</script><noscript>d</noscript>
			<template>e</template><!-- f --><iframe src="http://example.org/">g</iframe><svg><text>h</text></svg><p>Shown.</p><img src="http://example.org/i.png" alt="i">`,
			"Shown.\n- hidden text: a\n- hidden text: b\n",
		},
		{
			"drawings and formulas",
			`<!doctype html><p>The toll is <math><mfrac><mi>a</mi><mn>10</mn></mfrac><mo>+</mo><msup><mn>10</mn><mn>2</mn></msup></math> of it.</p>
			<p>Keep <svg><style>p{}</style><title>A gate</title><g><text x="1">the <tspan>gate</tspan></text><text>shut</text></g></svg> it.</p>
			<p>Half: <math><semantics><mrow><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">2\frac12</annotation></semantics></math></p>`,
			"The toll is a/10+10^2 of it.\nKeep  it.\nHalf: 2 1/2\n- text of a picture: the gate shut\n",
		},
		{
			"quotation marks that the browser prints",
			`<!doctype html><p>It says <q>words are free</q>.</p>`,
			"It says “words are free”.\n",
		},
		{
			"a site around the text",
			`<!doctype html><body><header><a href=/>Home</a><form><input value=q><button>Find</button></form></header>
			<nav><a href=/a>A</a> <a href=/b>B</a></nav>
			<div class="breadcrumb"><a href=/>Home</a> › Laws</div>
			<main><h1>Law on Words</h1><p>Article 1. Words are free, and everybody may use them as they wish.</p><div class="share-buttons"><a href=f>F</a></div>
			<p>Article 2. This Law enters into force on the day of its publication in the official journal.</p></main>
			<div>Opening hours: 9 to 5</div><footer>© Ministry</footer>`,
			"h1 Law on Words\nArticle 1. Words are free, and everybody may use them as they wish.\n" +
				"Article 2. This Law enters into force on the day of its publication in the official journal.\n" +
				"- navigation: Home Find\n- navigation: A B\n- outside the page's main text: Home › Laws\n- navigation: F\n- outside the page's main text: Opening hours: 9 to 5\n- navigation: © Ministry\n",
		},
		{
			"menus without names are known by their links",
			`<!doctype html><body><div><a href=1>Laws</a> <a href=2>Decrees</a> <a href=3>Orders</a></div><ul><li><a href="#a1">Article 1</a><li><a href="#a2">Article 2</a><li><a href="#a3">Article 3</a></ul>
			<p id=a1>Article 1. The first article says what this law is about, at some length, so that it is a sentence.</p>
			<p id=a2>Article 2. The second article says who applies it, at some length, so that it is a sentence as well.</p>
			<p id=a3>Article 3. See <a href="/x">Law 1</a>, <a href="/y">Law 2</a>, <a href="/z">Law 3</a>.</p>`,
			"Article 1. The first article says what this law is about, at some length, so that it is a sentence.\n" +
				"Article 2. The second article says who applies it, at some length, so that it is a sentence as well.\nArticle 3. See Law 1, Law 2, Law 3.\n" +
				"- navigation: Laws Decrees Orders\n- table of contents: Article 1 Article 2 Article 3\n",
		},
		{
			"footnotes are notes, raised figures are figures",
			`<!doctype html><p>Article 12<sup>1</sup>. Security<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup> of all<a href="#n2">*</a>, the 1<sup>st</sup>.</p>
			<hr><div id="_ftn1"><p><a href="#_ftnref1">[1]</a> Of the State.</p></div><p id=n2>* And of people.</p>`,
			"Article 12¹. Security of all, the 1st. {footnote 1: Of the State.} {footnote *: And of people.}\n",
		},
		{
			"a raised link to a numbered provision is a reference, another a note",
			`<!doctype html><p>Maddə 1. Rüsum</p><p>Bu, 3<a href="#m3"><sup>1</sup></a>-cü maddəyə əsasən ödənilir<a href="#n2"><sup>[2]</sup></a>.</p>
			<p id=m3>Maddə 3<sup>1</sup>. Möhlət</p><hr><p id=n2>2 Limanda. <a href="#r">↩</a></p>`,
			"Maddə 1. Rüsum\nBu, 3¹-cü maddəyə əsasən ödənilir. {footnote 2: Limanda.}\nMaddə 3¹. Möhlət\n",
		},
		{
			"a word processor's page",
			`<html><body lang=AZ><div class=WordSection1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1.<span>&nbsp;&nbsp; </span></span><![endif]>Kitab saxlanılır<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p></div>
			<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 2 iyun 2017-ci il tarixli 735-VQD nömrəli Qanun ilə əvəz edilmişdir.</p></div></div></body></html>`,
			"1.1.\u00a0\u00a0 Kitab saxlanılır. {editorial 1: 2 iyun 2017-ci il tarixli 735-VQD nömrəli Qanun ilə əvəz edilmişdir.}\n",
		},
		{
			"notes of consolidation",
			`<!doctype html><p>Статья 3. Основные понятия</p><p>(в ред. Федерального закона от 02.07.2021 N 351-ФЗ)</p>
			<p>1. Текст (далее - Закон) действует. (часть 1 в редакции Закона от 01.01.2010 № 5)</p><p>2. Утратил силу. - Федеральный закон от 01.01.2012 N 1-ФЗ.</p>
			<p>Сноска. Статья 3 с изменениями, внесенными Законом РК от 29.12.2014 № 271-V.</p>
			<p>1.1. Qanun qüvvəyə minir (2 iyun 2017-ci il tarixli 735-VQD nömrəli Qanun ilə əvəz edilmişdir).</p><p>(3) The council (as amended by Act No. 12 of 2019) meets.</p>`,
			"Статья 3. Основные понятия {editorial : (в ред. Федерального закона от 02.07.2021 N 351-ФЗ)}\n" +
				"1. Текст (далее - Закон) действует. {editorial : (часть 1 в редакции Закона от 01.01.2010 № 5)}\n" +
				"2. Утратил силу. - Федеральный закон от 01.01.2012 N 1-ФЗ. {editorial : Сноска. Статья 3 с изменениями, внесенными Законом РК от 29.12.2014 № 271-V.}\n" +
				"1.1. Qanun qüvvəyə minir. {editorial : (2 iyun 2017-ci il tarixli 735-VQD nömrəli Qanun ilə əvəz edilmişdir)}\n" +
				"(3) The council meets. {editorial : (as amended by Act No. 12 of 2019)}\n",
		},
	}
	for _, tt := range tests {
		p, err := Read([]byte(tt.page), flow.Options{}, nil)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, outline(p)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// What a style sheet hides is read, since a script may show it, and that is said; what it
// hides on paper alone is not.
func TestReadSaysWhatStyleHides(t *testing.T) {
	for style, want := range map[string]bool{
		`.tab { display: none }`:                         true,
		`@media print { .tab { display: none } } p {}`:   false,
		`@media print { b {} } .tab { display: none; }`:  true,
		`.tab { display: none } .tab { display: block }`: false,
	} {
		page, err := Read([]byte(`<!doctype html><style>`+style+`</style><p>First.</p><div class="tab"><p>Second.</p></div>`), flow.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(page.Warnings) > 0; got != want {
			t.Errorf("%s: warns %v", style, got)
		}
		if len(page.Blocks) != 2 {
			t.Errorf("%s: %d blocks, want both", style, len(page.Blocks))
		}
	}
}

// What a browser counts by the page's style is not in the text, and that is said.
func TestReadSaysWhatStyleCounts(t *testing.T) {
	for style, want := range map[string]bool{
		`p:before { counter-increment: c; content: counter(c) ". " }`: true,
		`p:before { content: "§ " }`:                                  false,
	} {
		page, err := Read([]byte(`<!doctype html><style>`+style+`</style><p>The owner pays.</p>`), flow.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(page.Warnings) > 0; got != want {
			t.Errorf("%s: warns %v", style, got)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	deep := "<!doctype html>" + strings.Repeat("<div>", 10_000) + "x"
	many := "<!doctype html>" + strings.Repeat("<b>x</b>", maxTags)
	var attributes strings.Builder
	attributes.WriteString("<!doctype html><p")
	for i := range maxTags + 1 {
		fmt.Fprint(&attributes, " a", i)
	}
	tests := []struct{ name, page, want string }{
		{"no text", "<!doctype html><script>document.write('x')</script>", "web page holds no text"},
		{"deep", deep, "web page nests more than 512 elements"},
		{"many tags", many, "web page has more than 1000000 tags and attributes"},
		{"many attributes", attributes.String() + ">x", "web page has more than 1000000 tags and attributes"},
		{"large", "<!doctype html>" + strings.Repeat("x", maxSize), "web page is 32 MB; at most 32 MB can be read"},
	}
	for _, tt := range tests {
		_, err := Read([]byte(tt.page), flow.Options{}, nil)
		e, ok := err.(*flow.Error)
		if !ok || e.Msg != tt.want {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		} else if e.Hint == "" {
			t.Errorf("%s: no hint", tt.name)
		}
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct{ name, page, text, encoding string }{
		{"UTF-8", "<!doctype html><p>Əsas", "Əsas", "UTF-8"},
		{"UTF-8 with a mark", "\ufeff<!doctype html><p>Əsas", "Əsas", "UTF-8"},
		{"Windows-1251 by meta", "<!doctype html><meta charset=windows-1251><p>\xc7\xe0\xea\xee\xed", "Закон", "Windows-1251"},
		{"Windows-1254 by http-equiv", "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1254'><p>\xdeah", "Şah", "Windows-1254"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00\x8f\x01", "Ə", "UTF-16LE"},
		{"a meta that lies", "<!doctype html><meta charset=utf-8><p>caf\xe9", "caf\ufffd", "UTF-8"},
	}
	for _, tt := range tests {
		p, err := Read([]byte(tt.page), flow.Options{}, nil)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := p.Blocks[0].Text; got != tt.text || p.Encoding != tt.encoding {
			t.Errorf("%s: %q in %s, want %q in %s", tt.name, got, p.Encoding, tt.text, tt.encoding)
		}
	}
}

// A page that a browser saved with its pictures in one file.
func TestReadArchive(t *testing.T) {
	file := strings.ReplaceAll(`From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/law
Subject: Law
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html><head><meta charset=3D"windows-1251"></head><body><p>=CC=E0=E4=
=E4=E5 1.</p><img src=3D"https://example.org/i.png"></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
`, "\n", "\r\n")
	if !IsArchive([]byte(file)) || IsArchive([]byte("<html>multipart/related mime-version: ")) {
		t.Error("saved pages are not told from others")
	}
	p, err := ReadArchive([]byte(file), flow.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := outline(p); got != "Мадде 1.\n" || p.Encoding != "Windows-1251" {
		t.Errorf("%q in %s", got, p.Encoding)
	}
	if _, err := ReadArchive([]byte(file[:300]), flow.Options{}, nil); err == nil {
		t.Error("half a file is read")
	}
}

func TestIs(t *testing.T) {
	for page, want := range map[string]bool{
		"<!DOCTYPE html>": true, " \n<!-- saved --><HTML lang=az>": true, "<?xml version='1.0'?>\n<html>": true, "<head>": true,
		"<p>text": true, "<meta charset=x>": true, "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00": true,
		"": false, "text <html>": false, "<akomaNtoso>": false, "<pre": false, "<!--": false, "# Title\n\n<div>": false, "<header": false,
	} {
		if Is([]byte(page)) != want {
			t.Errorf("Is(%q) = %v", page, !want)
		}
	}
}

// TestHostileCost reads pages of the worst shapes that the limits let through.
func TestHostileCost(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	nest := func(open string, n int, inner string) string {
		return "<!doctype html>" + strings.Repeat(open, n) + inner
	}
	for name, page := range map[string]string{
		"deep and wide":   nest("<div class=menu>", 400, strings.Repeat("<p>x ", 50_000)),
		"nested tables":   nest("<table><tr><td>a<td>", 120, strings.Repeat("<b>x</b> ", 30_000)),
		"unclosed styles": nest("<b>", 400, strings.Repeat("<p><i>x", 400)),
		"nested lists":    nest("<ol><li>", 200, strings.Repeat("word ", 300_000)),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read([]byte(page), flow.Options{}, nil); err != nil {
				t.Log(err)
			}
		})
	}
}

// Nothing is lost: every word of a drawn page stands in a block, a note or the
// list of what was left out, once.
func TestReadLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := 0
		var b strings.Builder
		word := func() {
			words++
			fmt.Fprintf(&b, "w%dx ", words)
		}
		tags := []string{"p", "div", "div class=menu", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "b", "a href=x", "nav", "main", "article", "section", "blockquote", "pre", "sup", "span", "center"}
		var element func(depth int)
		element = func(depth int) {
			for range rapid.IntRange(0, 4).Draw(t, "children") {
				if depth > 5 || rapid.Bool().Draw(t, "is text") {
					word()
					continue
				}
				tag := rapid.SampledFrom(tags).Draw(t, "tag")
				b.WriteString("<" + tag + ">")
				element(depth + 1)
				if rapid.IntRange(0, 9).Draw(t, "is closed") > 0 {
					b.WriteString("</" + strings.Fields(tag)[0] + ">")
				}
			}
		}
		b.WriteString("<!doctype html><body>")
		word()
		element(0)
		p, err := Read([]byte(b.String()), flow.Options{}, nil)
		if err != nil {
			t.Fatal(err, b.String())
		}
		seen := outline(p)
		seen += p.Plain
		for i := 1; i <= words; i++ {
			if n := strings.Count(seen, fmt.Sprintf("w%dx", i)); n != 1 {
				t.Fatalf("w%dx stands %d times in\n%s\nof %s", i, n, seen, b.String())
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<!doctype html><h1>a</h1><ol start=2><li>b<ul><li>c</ul></ol><table><tr><th>d<td>e</table><sup><a href=#n>1</a></sup><p id=n>1 f"))
	f.Add([]byte("<main><p>(as amended by Act 1)</p></main><nav><a href=x>y</a></nav><pre>a\nb</pre>"))
	f.Add([]byte("<meta charset=windows-1251>\xc7<table><tr><td>1.<td>x</table><li value=-9>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(data, flow.Options{}, nil)
		if err != nil {
			return
		}
		for i, b := range p.Blocks {
			if b.Text == "" && b.Num == "" && !b.Struck || b.Line != i+1 {
				t.Fatalf("block %d is %+v", i, b)
			}
		}
	})
}
