package ingest

import (
	"strings"

	"conceptdiff/internal/ingest/html"
)

// FormatHTML is a web page.
const FormatHTML = "html"

func isHTML(_ string, data []byte) bool { return html.Is(data) || html.IsArchive(data) }

func readHTML(name string, data []byte, _ Options) (*Result, error) {
	read := html.Read
	if html.IsArchive(data) {
		read = html.ReadArchive
	}
	page, err := read(data, func(b []byte) (string, string) {
		text, encoding, err := decode(name, b)
		if err != nil {
			return strings.ToValidUTF8(string(b), "\ufffd"), "UTF-8"
		}
		return text, encoding
	})
	if err != nil {
		return readFlow(name, FormatHTML, nil, err)
	}
	if page.Plain != "" {
		res := readText(page.Plain)
		res.Format, res.Encoding, res.Language = FormatHTML, page.Encoding, page.Language
		return res, nil
	}
	return readFlow(name, FormatHTML, &page.Document, nil)
}
