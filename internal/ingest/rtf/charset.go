package rtf

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// symbols is the code page we give to fonts of symbols, whose characters stand in the
// private area from U+F000, as Word has them too.
const symbols = -1

// codepageOf is the code page of a font's character set (\fcharset), as the
// specification lists them; 0, ANSI, stands for that of Western Europe.
var codepageOf = map[int]int{
	0: 1252, 2: symbols, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// encodings are the code pages that are known; text of any other is read as
// Windows-1252.
var encodings = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 866: charmap.CodePage866,
	874: charmap.Windows874, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252,
	1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256,
	1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic,
	932: japanese.ShiftJIS, 949: korean.EUCKR, 936: simplifiedchinese.GBK, 950: traditionalchinese.Big5,
}

// character takes one byte of text, in the code page of its font or, where the font
// has none, of the document. Bytes of code pages 932 to 950 come in pairs. Characters
// that repeat a Unicode one for older readers are skipped.
func (r *reader) character(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	page, known := r.fonts[r.state.font]
	if !known || page == 0 {
		page = r.codepage
	}
	switch {
	case page == symbols && r.state.dest != fontTable && r.state.dest != styleTable:
		r.flushBytes()
		if c < ' ' {
			return
		}
		r.write(string(rune(0xf000 + int(c))))
	case c < utf8.RuneSelf && len(r.bytes) == 0:
		r.flushBytes()
		r.write(string(rune(c)))
	default:
		if page != r.raw {
			r.flushBytes()
			r.raw = page
		}
		r.bytes = append(r.bytes, c)
		if page < 932 || page > 950 || len(r.bytes) == 2 {
			r.flushBytes()
		}
	}
}

// flushBytes decodes the bytes that wait, and gives up on half a surrogate. It must
// come before anything that is no byte of text.
func (r *reader) flushBytes() {
	if len(r.pending) > 0 {
		r.pending = r.pending[:0]
		r.write(string(utf8.RuneError))
	}
	if len(r.bytes) == 0 {
		return
	}
	enc := encodings[r.raw]
	if enc == nil {
		enc = charmap.Windows1252
	}
	if s, err := enc.NewDecoder().Bytes(r.bytes); err == nil {
		r.write(string(s))
	}
	r.bytes = r.bytes[:0]
}

// unicode takes a UTF-16 unit (\u), which may be half of a character, and sets how
// many characters after it repeat it (\uc).
func (r *reader) unicode(v int) {
	if len(r.bytes) > 0 {
		r.flushBytes()
	}
	u := uint16(v) //nolint:gosec // negative numbers stand for those from 0x8000
	switch {
	case len(r.pending) > 0:
		c := utf16.DecodeRune(rune(r.pending[0]), rune(u))
		r.pending = r.pending[:0]
		r.write(string(c))
	case u >= 0xd800 && u < 0xdc00:
		r.pending = append(r.pending, u)
	default:
		r.write(string(rune(u)))
	}
	r.skip = r.state.unicode
}
