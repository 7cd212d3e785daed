package html

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"

	"conceptdiff/internal/ingest/flow"
)

// maxParts is how many parts of a saved page are looked through for its text, which
// browsers write first. Pictures and style sheets count too; a page has some hundred.
const maxParts = 1_000

// IsArchive reports whether data is a page saved with all its pictures in one file
// (MHTML, RFC 2557): a mail message whose parts are related. The header must end
// within the first 4,096 bytes.
func IsArchive(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	end := strings.Index(strings.ReplaceAll(head, "\r\n", "\n"), "\n\n")
	return end > 0 && strings.Contains(head, "mime-version:") && strings.Contains(head, "multipart/related")
}

// ReadArchive reads the page in such a file: its first part of HTML. Pictures and
// styles are passed over. What the part's header says of its encoding counts as
// evidence from outside the page. Errors, [*flow.Error] all: the file is larger than
// 64 MB (base64 makes a third more of the page and its pictures), the message is
// damaged, or it holds no page.
func ReadArchive(data []byte, opts flow.Options, fallback func([]byte) (text, encoding string)) (*Page, error) {
	damaged := &flow.Error{Msg: "saved web page is damaged: it holds no page", Hint: "save it again, as a complete page"}
	if len(data) > 2*maxSize {
		return nil, &flow.Error{Msg: "saved web page is too large", Hint: "save its text only"}
	}
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, damaged
	}
	_, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return nil, damaged
	}
	parts := multipart.NewReader(message.Body, params["boundary"])
	for range maxParts {
		part, err := parts.NextPart() // decodes quoted-printable
		if err != nil {
			return nil, damaged
		}
		kind, params, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		var body io.Reader = part
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			body = base64.NewDecoder(base64.StdEncoding, part)
		}
		// One byte more than read allows, so that it sees that the page is too large
		// rather than cut.
		page, err := io.ReadAll(io.LimitReader(body, maxSize+1))
		if err != nil {
			return nil, damaged
		}
		return read(page, params["charset"], opts, fallback)
	}
	return nil, damaged
}
