package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// part is one file of a package; what it holds is written when the package is made.
type part struct {
	name  string
	write func(io.Writer)
}

// whole is a part with that content.
func whole(name, content string) part {
	return part{name, func(w io.Writer) { _, _ = io.WriteString(w, content) }}
}

// zeros is a part that expands to n bytes of white space and needs a thousandth of them.
func zeros(name, before string, n int, after string) part {
	return part{name, func(w io.Writer) {
		_, _ = io.WriteString(w, before)
		block := bytes.Repeat([]byte{' '}, MB)
		for left := n; left > 0; left -= len(block) {
			_, _ = w.Write(block[:min(left, len(block))])
		}
		_, _ = io.WriteString(w, after)
	}}
}

// zipped packs the parts in order; the same parts make the same bytes.
func zipped(parts ...part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			panic(err) // a buffer takes everything
		}
		p.write(w)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// wordNS are the namespaces that the files below use.
const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// word is a Word package with that body and further parts by kind (styles, numbering).
func word(body string, further ...string) []part {
	parts := []part{whole("word/document.xml", "<w:document "+wordNS+"><w:body>"+body+"</w:body></w:document>")}
	types := `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`
	rels := ""
	for i := 0; i+1 < len(further); i += 2 {
		kind := further[i]
		parts = append(parts, whole("word/"+kind+".xml", fmt.Sprintf("<w:%s %s>%s</w:%s>", kind, wordNS, further[i+1], kind)))
		types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, kind, kind)
		rels += fmt.Sprintf(`<Relationship Id="r%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, kind, kind, kind)
	}
	const relNS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	return append(parts,
		whole("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+types+`</Types>`),
		whole("_rels/.rels", relNS+`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		whole("word/_rels/document.xml.rels", relNS+rels+`</Relationships>`))
}

// wordParagraph is one paragraph of ordinary text.
const wordParagraph = `<w:p><w:r><w:t>The gates stay open.</w:t></w:r></w:p>`

// numbered is a Word package of n paragraphs in a list whose level is described so.
func numbered(n int, level string) []part {
	p := `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Gate</w:t></w:r></w:p>`
	return word(strings.Repeat(p, n), "numbering",
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">`+level+`</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`)
}

// words are Word packages that attack by what lists show (a level's text of half a
// million numbers, counters beyond any numeral), by expanding (2 GB of spaces in a
// small file, parts that share their bytes, a size that lies), by nesting, by number
// (paragraphs, runs, tabs, open fields), by circles and chains of styles, and by
// entities. Each must be read or refused within the limits.
func words() []File {
	of := func(name string, parts func() []part) File {
		return File{name, func() []byte { return zipped(parts()...) }}
	}
	body := func(name string, content func() string) File {
		return of(name, func() []part { return word(content()) })
	}
	head := "<w:document " + wordNS + "><w:body>" + wordParagraph
	return []File{
		of("number-levels.docx", func() []part {
			return numbered(2000, `<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="`+strings.Repeat("%1.", 500_000)+`"/>`)
		}),
		of("number-letters.docx", func() []part {
			return numbered(2000, `<w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/>`)
		}),
		of("number-roman.docx", func() []part {
			return numbered(2000, `<w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>`)
		}),
		of("number-custom.docx", func() []part {
			return numbered(2000, `<w:start w:val="1"/><w:numFmt w:val="custom" w:format="`+times("0", MB)+`1"/><w:lvlText w:val="%1."/>`)
		}),
		of("number-text.docx", func() []part {
			return numbered(60_000, `<w:numFmt w:val="bullet"/><w:lvlText w:val="`+times("gate", 60_000)+`"/>`)
		}),
		of("expands-2gb.docx", func() []part {
			return append([]part{zeros("word/document.xml", head, 2048*MB, "</w:body></w:document>")}, word("")[1:]...)
		}),
		of("expands-60mb-text.docx", func() []part {
			return append([]part{whole("word/document.xml", head+"<w:p><w:r><w:t>"+times("gate ", 60*MB)+"</w:t></w:r></w:p></w:body></w:document>")}, word("")[1:]...)
		}),
		of("expands-many-parts.docx", func() []part {
			parts := word(wordParagraph)
			for i := range 20_000 {
				parts = append(parts, whole(fmt.Sprintf("word/media/%d.png", i), "g"))
			}
			return parts
		}),
		{"overlapping.docx", func() []byte { return overlapping(zipped(word(times(wordParagraph, 20*MB))...), 60) }},
		{"size-lies.docx", func() []byte { return lying(zipped(word(times(wordParagraph, 8*MB))...)) }},
		{"cut.docx", func() []byte { b := zipped(word(times(wordParagraph, MB))...); return b[:len(b)*2/3] }},
		body("elements-deep.docx", func() string {
			return nested("<w:sdt><w:sdtContent>", wordParagraph, "</w:sdtContent></w:sdt>", 20_000)
		}),
		body("elements-240.docx", func() string { return nested("<w:sdt><w:sdtContent>", wordParagraph, "</w:sdtContent></w:sdt>", 240) }),
		body("tables-deep.docx", func() string { return nested("<w:tbl><w:tr><w:tc>", wordParagraph, "</w:tc></w:tr></w:tbl>", 150) }),
		body("alternatives-deep.docx", func() string {
			return nested("<mc:AlternateContent><mc:Choice>", wordParagraph, "</mc:Choice></mc:AlternateContent>", 240)
		}),
		body("paragraphs-empty.docx", func() string { return times("<w:p/>", 9*MB) }),
		body("paragraphs.docx", func() string { return times("<w:p><w:r><w:t>g</w:t></w:r></w:p>", 40*MB) }),
		body("runs.docx", func() string { return "<w:p>" + times("<w:r><w:t>g</w:t></w:r>", 40*MB) + "</w:p>" }),
		body("tabs.docx", func() string { return "<w:p><w:r>" + times("<w:tab/>", 9*MB) + "</w:r></w:p>" }),
		body("insertions-deep.docx", func() string {
			return "<w:p>" + nested(`<w:ins w:id="1">`, "<w:r><w:t>g</w:t></w:r>", "</w:ins>", 480) + "</w:p>"
		}),
		body("fields-open.docx", func() string {
			return "<w:p>" + times(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 20*MB) + "</w:p>"
		}),
		body("span.docx", func() string {
			return "<w:tbl>" + times(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>`+wordParagraph+`</w:tc></w:tr>`, 2*MB) + "</w:tbl>"
		}),
		of("styles-circle.docx", func() []part {
			return word(strings.Replace(wordParagraph, "<w:r>", `<w:pPr><w:pStyle w:val="a"/></w:pPr><w:r>`, 1), "styles",
				`<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>`)
		}),
		of("styles-chain.docx", func() []part {
			return word(times(strings.Replace(wordParagraph, "<w:r>", `<w:pPr><w:pStyle w:val="s20000"/></w:pPr><w:r>`, 1), MB), "styles",
				counted(20_000, func(i int) string {
					return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, i-1)
				}))
		}),
		of("footnotes.docx", func() []part {
			return word("<w:p>"+times(`<w:r><w:footnoteReference w:id="1"/></w:r>`, 20*MB)+"</w:p>", "footnotes",
				`<w:footnote w:id="1"><w:p><w:r><w:t>`+times("gate ", 60_000)+`</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`)
		}),
		of("laughs.docx", func() []part {
			return append([]part{whole("word/document.xml", `<!DOCTYPE a [<!ENTITY a "gate"><!ENTITY b "&a;&a;&a;&a;">]>`+head+"<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>")}, word("")[1:]...)
		}),
	}
}

// overlapping makes every entry of an archive's directory point to its first part, n
// times more. The offsets are those of the directory's records (APPNOTE 4.3.12 and
// 4.3.16).
func overlapping(data []byte, n int) []byte {
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	dir := int(binary.LittleEndian.Uint32(data[end+16:]))
	first := data[dir:]
	size := 46 + int(binary.LittleEndian.Uint16(first[28:])) + int(binary.LittleEndian.Uint16(first[30:])) + int(binary.LittleEndian.Uint16(first[32:]))
	out := bytes.Clone(data[:end])
	for range n {
		out = append(out, first[:size]...)
	}
	tail := bytes.Clone(data[end:])
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(out)-dir))
	count := binary.LittleEndian.Uint16(tail[10:]) + uint16(n)
	binary.LittleEndian.PutUint16(tail[8:], count)
	binary.LittleEndian.PutUint16(tail[10:], count)
	return append(out, tail...)
}

// lying makes the directory of an archive tell that its first part is of ten bytes,
// whatever it expands to: limits must count what is read.
func lying(data []byte) []byte {
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	dir := binary.LittleEndian.Uint32(data[end+16:])
	out := bytes.Clone(data)
	binary.LittleEndian.PutUint32(out[dir+24:], 10)
	return out
}

// odfNS are the namespaces that the files below use.
const odfNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"`

// openDocuments are OpenDocument texts that attack by repetition that a number asks
// for (spaces, rows, cells), by what lists show, by nesting, by length, and by a
// circle of styles.
func openDocuments() []File {
	of := func(name, styles string, body func() string) File {
		return File{name, func() []byte {
			return zipped(
				whole("mimetype", "application/vnd.oasis.opendocument.text"),
				whole("content.xml", "<office:document-content "+odfNS+"><office:automatic-styles>"+styles+"</office:automatic-styles><office:body><office:text>"+body()+"</office:text></office:body></office:document-content>"),
				whole("META-INF/manifest.xml", "<manifest/>"))
		}}
	}
	list := func(level string) string {
		return `<text:list-style style:name="L"><text:list-level-style-number text:level="1" ` + level + `/></text:list-style>`
	}
	items := func() string {
		return `<text:list text:style-name="L">` + strings.Repeat("<text:list-item><text:p>Gate</text:p></text:list-item>", 2000) + `</text:list>`
	}
	return []File{
		of("spaces.odt", "", func() string { return `<text:p>g<text:s text:c="2147483647"/>g</text:p>` }),
		of("spaces-many.odt", "", func() string { return "<text:p>" + times(`<text:s text:c="100000"/>`, MB) + "</text:p>" }),
		of("cells-repeated.odt", "", func() string {
			return `<table:table><table:table-row table:number-rows-repeated="2147483647"><table:table-cell table:number-columns-repeated="2147483647"><text:p>g</text:p></table:table-cell></table:table-row></table:table>`
		}),
		of("number-letters.odt", list(`style:num-format="a" text:start-value="2147483647" style:num-suffix="."`), items),
		of("number-levels.odt", list(`style:num-format="1" text:display-levels="2147483647" style:num-suffix="."`), items),
		of("number-suffix.odt", list(`style:num-format="1" style:num-suffix="`+times("gate", MB)+`"`), items),
		of("lists-deep.odt", "", func() string {
			return nested("<text:list><text:list-item>", "<text:p>g</text:p>", "</text:list-item></text:list>", 240)
		}),
		of("lists-deeper.odt", "", func() string {
			return nested("<text:list><text:list-item>", "<text:p>g</text:p>", "</text:list-item></text:list>", 30_000)
		}),
		of("spans-deep.odt", "", func() string { return "<text:p>" + nested("<text:span>", "g", "</text:span>", 480) + "</text:p>" }),
		of("paragraphs.odt", "", func() string { return times("<text:p>g</text:p>", 30*MB) }),
		of("paragraph-60mb.odt", "", func() string { return "<text:p>" + times("gate ", 60*MB) + "</text:p>" }),
		of("styles-circle.odt", `<style:style style:name="a" style:family="paragraph" style:parent-style-name="b"/><style:style style:name="b" style:family="paragraph" style:parent-style-name="a"/>`,
			func() string { return `<text:p text:style-name="a">g</text:p>` }),
		of("sections-deep.odt", "", func() string { return nested("<text:section>", "<text:p>g</text:p>", "</text:section>", 480) }),
	}
}
