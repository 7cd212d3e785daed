package ingest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
)

// decode turns bytes into characters: UTF-8 with or without a byte order mark, UTF-16
// with one, or an older encoding told by its letters. The encoding's name is what the
// user is told.
//
// It refuses, as an [*Error] with the line where there is one, a file of more than
// [MaxSize] bytes, one that begins as a known binary format does, a zero byte or a
// byte that is no UTF-8 where no older encoding fits, more text than [flow.MaxText],
// more than [MaxLines] lines, and a file of nothing but white space.
func decode(name string, data []byte) (text, encoding string, err error) {
	fail := func(line int, msg, hint string) (string, string, error) {
		return "", "", &Error{File: name, Line: line, Msg: msg, Hint: hint}
	}
	if len(data) > MaxSize {
		return fail(0, fmt.Sprintf("file is %d MB; at most %d MB can be read", len(data)>>20, MaxSize>>20),
			"is this the text of one document? split it or remove what does not belong to it")
	}
	if kind := binaryKind(data); kind != "" {
		return fail(0, "file is "+kind+", not text", "export it as plain text (UTF-8) or Markdown")
	}
	encoding = "UTF-8"
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text, encoding = decodeUTF16(data[2:], binary.LittleEndian), "UTF-16LE"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, encoding = decodeUTF16(data[2:], binary.BigEndian), "UTF-16BE"
	}
	// A zero byte is valid UTF-8 and stands in no text: UTF-16 without its mark is
	// full of them.
	if encoding == "UTF-8" && (!utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0) {
		if guessed, by, ok := guessEncoding(data); ok {
			text, encoding = guessed, by
		}
	}
	if encoding == "UTF-8" {
		if i := bytes.IndexByte(data, 0); i >= 0 {
			return fail(lineAt(data, i), fmt.Sprintf("binary data: a zero byte at offset %d", i), "export it as plain text (UTF-8)")
		}
		if i := invalidUTF8(data); i >= 0 {
			return fail(lineAt(data, i), fmt.Sprintf("invalid UTF-8: byte 0x%02x at offset %d", data[i], i),
				"convert it first, e.g. iconv -f WINDOWS-1251 -t UTF-8")
		}
		text = string(data)
	}
	if len(text) > flow.MaxText {
		e := flow.TooLong()
		return fail(0, e.Msg, e.Hint)
	}
	lines := 0
	// Each of these ends a line for layout.SplitLines, too. CR LF counts twice, which
	// halves the limit for such a file and does no harm.
	for _, end := range []string{"\n", "\r", "\v", "\f"} {
		lines += strings.Count(text, end)
	}
	if lines > MaxLines {
		return fail(0, fmt.Sprintf("file has %d lines; at most %d can be read", lines, MaxLines), "is this the text of one document?")
	}
	if strings.TrimSpace(text) == "" {
		return fail(0, "file is empty", "")
	}
	return text, encoding, nil
}

// binaryKind names the common formats that end up here by mistake, "" for any other.
// Formats that have a reader come here only where that reader did not know the file
// for its own.
func binaryKind(data []byte) string {
	for _, k := range []struct{ magic, kind string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a ZIP archive (perhaps a Word document)"},
		{"\xd0\xcf\x11\xe0", "an old Office document"},
		{"{\\rtf", "a Rich Text document"},
		{"\x89PNG", "an image"},
		{"\xff\xd8\xff", "an image"},
		{"\x7fELF", "a program"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return k.kind
		}
	}
	return ""
}

// decodeUTF16 decodes units of two bytes; half a surrogate pair becomes U+FFFD, and
// an odd byte at the end, half a unit, is left out.
func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// invalidUTF8 is the offset in bytes of the first byte that is not UTF-8, or -1. A
// replacement character that the file itself holds is three valid bytes and no error.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// lineAt is the number, from 1, of the line in which the byte at an offset stands.
func lineAt(data []byte, offset int) int { return 1 + bytes.Count(data[:offset], []byte("\n")) }
