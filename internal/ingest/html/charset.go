package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decode turns the bytes of a page into characters. The order of evidence is that of
// the HTML standard: a byte order mark, what was said outside the page, its own meta
// element, then whether the bytes are UTF-8. fallback may be nil.
//
// A page that claims UTF-8 and is not is taken at its word unless that was a guess of
// ours: its damaged bytes become U+FFFD.
func decode(data []byte, outside string, fallback func([]byte) (text, encoding string)) (text, name string) {
	kind := ""
	if outside != "" {
		kind = "text/html; charset=" + outside
	}
	enc, name, certain := charset.DetermineEncoding(data, kind)
	if !certain || name == "utf-8" {
		switch {
		case utf8.Valid(data):
			return strings.TrimPrefix(string(data), "\ufeff"), "UTF-8"
		case fallback != nil && !certain:
			return fallback(data)
		}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), "UTF-8"
	}
	return strings.TrimPrefix(string(out), "\ufeff"), encodingName(name)
}

// encodingName is the name of an encoding as people write it: «windows-1251» is
// Windows-1251, «koi8-r» is KOI8-R.
func encodingName(name string) string {
	upper := strings.ToUpper(name)
	if rest, ok := strings.CutPrefix(upper, "WINDOWS"); ok {
		return "Windows" + rest
	}
	return upper
}
