package ingest

import (
	"context"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/html"
)

// FormatHTML is a web page.
const FormatHTML = "html"

// isHTML tells a web page, alone or in the archive of one (MHTML).
func isHTML(_ string, data []byte) bool { return html.Is(data) || html.IsArchive(data) }

// readHTML reads a web page. Its reader calls back for the characters, since the page
// may name an encoding of its own; bytes that no rule can decode are shown as U+FFFD,
// as a browser shows them, and refuse nothing.
func readHTML(_ context.Context, name string, data []byte, opts Options) (*Result, error) {
	read := html.Read
	if html.IsArchive(data) {
		read = html.ReadArchive
	}
	page, err := read(data, opts, func(b []byte) (string, string) {
		text, encoding, err := decode(name, b)
		if err != nil {
			return strings.ToValidUTF8(string(b), "\ufffd"), "UTF-8"
		}
		return text, encoding
	})
	if err != nil {
		return readFlow(name, FormatHTML, nil, opts, err)
	}
	if page.Plain != "" {
		return readPlainPage(name, page)
	}
	return readFlow(name, FormatHTML, &page.Document, opts, nil)
}

// readPlainPage reads a page whose text stands in it as plain text, with its own
// lines: a server that sends a .txt inside a frame of HTML. It goes the way of a
// text; the format stays HTML, since that is what the file is.
func readPlainPage(name string, page *html.Page) (*Result, error) {
	res, err := readText(name, page.Plain)
	if err != nil {
		return nil, err
	}
	res.Format, res.Encoding, res.Language = FormatHTML, page.Encoding, page.Language
	if res.Language == "" {
		res.Language = guessLanguage(page.Plain)
	}
	for _, w := range page.Warnings {
		res.told = append(res.told, warned(flow.Place{}, w))
	}
	res.Warnings = append(res.Warnings, res.told...)
	for _, d := range page.Dropped {
		res.Dropped = append(res.Dropped, Dropped{Text: d.Text, Why: d.Why})
	}
	return res, nil
}
