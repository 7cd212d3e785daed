package hostile

import (
	"fmt"
	"strings"
)

// pages are web pages that attack by nesting beyond what a parser's stack holds, by
// tags left open, which it opens again in every paragraph, by many attributes,
// entities and comments, by lists that begin with a number of ten digits, and by
// footnotes, each of which is looked for.
func pages() []File {
	page := func(body string) string {
		return "<!DOCTYPE html><html><head><title>t</title></head><body><h1>Aims</h1><p>1. The gates stay open.</p>" + body + "</body></html>"
	}
	of := func(name string, body func() string) File {
		return text(name, func() string { return page(body()) })
	}
	return []File{
		of("div-deep.html", func() string { return nested("<div>", "g", "</div>", 200_000) }),
		of("lists-deep.html", func() string { return nested("<ul><li>g", "g", "</li></ul>", 60_000) }),
		of("tables-deep.html", func() string { return nested("<table><tr><td>", "g", "</td></tr></table>", 20_000) }),
		of("formatting-open.html", func() string { return times("<b><i><u>g", 2*MB) }),
		of("formatting-misnested.html", func() string { return times("<a><p><b><div>", MB) }),
		of("paragraphs.html", func() string { return times("<p>g", 30*MB) }),
		of("paragraph-60mb.html", func() string { return "<p>" + times("gate ", 60*MB) }),
		of("attributes.html", func() string {
			return "<p " + counted(200_000, func(i int) string { return fmt.Sprintf("a%d=g ", i) }) + ">g</p>"
		}),
		of("entities.html", func() string { return "<p>" + times("&lt;&amp", 10*MB) }),
		of("entities-open.html", func() string { return "<p>" + times("&", 10*MB) }),
		of("comments-open.html", func() string { return times("<!--g", 10*MB) }),
		of("scripts.html", func() string { return times("<script>g", 10*MB) }),
		of("ordered-start.html", func() string { return times(`<ol start="2147483647" type="i"><li>g</li></ol>`, MB) }),
		of("ordered-letters.html", func() string { return times(`<ol start="999999999" type="a"><li>g</li></ol>`, MB) }),
		of("table-wide.html", func() string { return "<table><tr>" + times("<td>g", 10*MB) }),
		of("table-span.html", func() string {
			return "<table>" + times(`<tr><td colspan="999999" rowspan="999999">g</td></tr>`, MB) + "</table>"
		}),
		of("select.html", func() string { return times("<select><option>g", 4*MB) }),
		of("svg.html", func() string { return nested("<svg><foreignObject><math>", "g", "", 60_000) }),
		of("templates.html", func() string { return nested("<template>", "g", "</template>", 60_000) }),
		of("notes.html", func() string {
			return counted(40_000, func(i int) string {
				return fmt.Sprintf(`<p>g<a href="#n%d"><sup>%d</sup></a></p><p id="n%d">%d g</p>`, i, i, i, i)
			})
		}),
		of("ruby.html", func() string { return nested("<ruby><rt>", "g", "", 60_000) }),
		of("charset.html", func() string { return `<meta charset="utf-7">` + times("+ADw-", MB) }),
		text("archive.mhtml", func() string {
			const part = "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
			return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + strings.Repeat(part+"<p>1. g=20=20</p>\r\n", 60_000) + "--b--\r\n"
		}),
	}
}
