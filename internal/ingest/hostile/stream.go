package hostile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// richTexts are Rich Text files that attack by groups, by numbers beyond any (binary
// data of 2 GB, characters to skip), by words without end, and by the number of
// paragraphs, cells and fields.
func richTexts() []File {
	of := func(name string, body func() string) File {
		return text(name, func() string { return `{\rtf1\ansi Aims\par The gates stay open.\par ` + body() + "}" })
	}
	return []File{
		of("groups-deep.rtf", func() string { return nested("{", "g", "}", 4*MB) }),
		of("groups-open.rtf", func() string { return times("{", 8*MB) }),
		of("paragraphs.rtf", func() string { return times(`g\par `, 20*MB) }),
		of("paragraph-60mb.rtf", func() string { return times("gate ", 60*MB) }),
		of("binary.rtf", func() string { return `\bin2147483647 g` }),
		of("binary-negative.rtf", func() string { return `\bin-2147483648 g` }),
		of("word-long.rtf", func() string { return `\` + times("g", 8*MB) }),
		of("number-long.rtf", func() string { return `\u` + times("9", 8*MB) + " g" }),
		of("characters.rtf", func() string { return times(`\'e9\u1091?`, 20*MB) }),
		of("cells.rtf", func() string { return times(`\trowd g\cell\row `, 10*MB) }),
		of("lists.rtf", func() string { return times(`{\listtext 1.\tab}g\par `, 10*MB) }),
		of("fields.rtf", func() string { return nested(`{\field{\fldrslt `, "g", "}}", 60_000) }),
		of("skip.rtf", func() string { return `\uc2147483647\u1091 g` }),
	}
}

// portable is a PDF whose objects, from 1, hold that; the first is its catalogue.
func portable(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.String()
}

// stream is a PDF stream with that dictionary and content.
func stream(dict, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(content), content)
}

// deflated is a stream whose content is compressed.
func deflated(dict, content string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(content)) // a buffer takes everything
	_ = z.Close()
	return stream(dict+"/Filter/FlateDecode", b.String())
}

// portables are PDF files that attack by circles (of pages, forms, tables), by claims
// (two billion pages, a page of 1e30 points), by expanding, and by naming one page or
// one content thousands of times, which costs as much each time.
func portables() []File {
	const catalog, font = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	const pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	page := func(box string) string {
		return "<</Type/Page/Parent 2 0 R/MediaBox" + box + "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>"
	}
	const box = "[0 0 612 792]"
	show := func(n int) string { return "BT /F 12 Tf 72 700 Td " + times("(gate ) Tj ", n) + "ET" }
	form := func(content string) string {
		return stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", content)
	}
	return []File{
		text("empty.pdf", func() string { return "%PDF-1.7\n" }),
		text("pages-circle.pdf", func() string { return portable(catalog, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>") }),
		text("pages-lie.pdf", func() string {
			return portable(catalog, "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", page(box), stream("", show(100)), font, form(""))
		}),
		text("text-6mb.pdf", func() string { return portable(catalog, pages, page(box), deflated("", show(6*MB)), font, form("")) }),
		text("expands-1gb.pdf", func() string {
			return portable(catalog, pages, page(box), deflated("", times(" ", 1024*MB)+show(100)), font, form(""))
		}),
		text("form-itself.pdf", func() string {
			return portable(catalog, pages, page(box), stream("", "/X Do "+show(100)), font, form("/X Do /X Do"))
		}),
		text("box-huge.pdf", func() string {
			return portable(catalog, pages, page("[0 0 1e30 1e30]"), stream("", show(100)), font, form(""))
		}),
		text("arrays-deep.pdf", func() string { return portable(catalog+nested("[", "", "]", MB), pages) }),
		text("xref-circle.pdf", func() string {
			return "%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n"
		}),
		text("same-page.pdf", func() string {
			return portable(catalog, "<</Type/Pages/Kids["+times("3 0 R ", 60_000*6)+"]/Count 60000>>", page(box), stream("", show(100)), font, form(""))
		}),
		text("draws-much.pdf", func() string {
			return portable(catalog, "<</Type/Pages/Kids["+times("3 0 R ", 5000*6)+"]/Count 5000>>", page(box), deflated("", times("q Q ", 1<<20)), font, form(""))
		}),
		text("contents-many.pdf", func() string {
			p := strings.Replace(page(box), "/Contents 4 0 R", "/Contents["+times("4 0 R ", 200_000)+"]", 1)
			return portable(catalog, pages, p, stream("", show(300)), font, form(""))
		}),
	}
}
