package ingest

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// legacy are the encodings that are told by their letters, in the order in which
// equals are preferred: Russian, Western European, Turkish and Azerbaijani (which
// differs from it in six letters), and the older Russian ones.
var legacy = []struct {
	name    string
	charmap *charmap.Charmap
}{
	{"Windows-1251", charmap.Windows1251},
	{"Windows-1252", charmap.Windows1252},
	{"Windows-1254", charmap.Windows1254},
	{"KOI8-R", charmap.KOI8R},
	{"CP866", charmap.CodePage866},
}

// Evidence that is asked for before an encoding is told by letters alone. A dozen
// letters are two or three words: in fewer, one name in quotes decides. The share
// leaves room for three odd characters in a hundred, for names and quotations in a
// third language.
const (
	leastLetters = 12   // that are not ASCII
	leastSense   = 0.97 // share of characters beyond ASCII that make sense
	evidence     = 64 << 10
)

// guessEncoding tells the encoding of a text that is not UTF-8 and has no byte order
// mark; ok is false when there is too little to go by. It judges the first 64 KB and
// decodes all: a guess from the beginning holds for a file that one program wrote.
//
// Each encoding is tried on the same bytes, and the one in which most characters
// stand as they do in words is taken, the earlier of two that are alike.
func guessEncoding(data []byte) (text, name string, ok bool) {
	if order, name := guessUTF16(data); order != nil {
		return decodeUTF16(data, order), name, true
	}
	sample := data[:min(len(data), evidence)]
	if multibyte, broken := countUTF8(sample); multibyte > broken {
		return "", "", false // UTF-8 with damage: that must be told
	}
	best, most := -1, 0.0
	for i, enc := range legacy {
		if sense := senseOf(decodeBytes(sample, enc.charmap)); sense > most {
			best, most = i, sense
		}
	}
	if best < 0 || most < leastSense {
		return "", "", false
	}
	return decodeBytes(data, legacy[best].charmap), legacy[best].name, true
}

// decodeBytes decodes one byte to one character; a byte that the encoding leaves free
// becomes U+FFFD, which senseOf takes as proof against it.
func decodeBytes(data []byte, m *charmap.Charmap) string {
	out := make([]byte, 0, len(data)+len(data)/2)
	for _, c := range data {
		out = utf8.AppendRune(out, m.DecodeByte(c))
	}
	return string(out)
}

// guessUTF16 tells UTF-16 without a byte order mark, nil when it is none: nearly
// every other byte of Latin text is zero, of Cyrillic text four; the spaces between
// words are zero and 32 in either. Nine units of ten must be usual in one order of
// bytes, and more than in the other.
func guessUTF16(data []byte) (binary.ByteOrder, string) {
	sample := data[:min(len(data), evidence)&^1]
	if len(sample) < 2*leastLetters {
		return nil, ""
	}
	var little, big int // units that are a space or a letter of those scripts
	for i := 0; i+1 < len(sample); i += 2 {
		little += usual(sample[i+1], sample[i])
		big += usual(sample[i], sample[i+1])
	}
	units := len(sample) / 2
	switch {
	case little*10 > units*9 && little > big:
		return binary.LittleEndian, "UTF-16LE"
	case big*10 > units*9 && big > little:
		return binary.BigEndian, "UTF-16BE"
	}
	return nil, ""
}

// usual is 1 for a unit of UTF-16 that common text is made of, by its two bytes:
// printable ASCII and Latin-1, line ends and tabs, U+0100 to U+02FF (where ə and ğ
// are), Cyrillic (U+04xx) and the dashes and quotation marks of U+20xx.
func usual(high, low byte) int {
	if high == 0 && (low >= ' ' || low == '\n' || low == '\r' || low == '\t') || high == 1 || high == 2 || high == 4 || high == 0x20 {
		return 1
	}
	return 0
}

// countUTF8 counts the characters of several bytes and the bytes that are none. The
// letters of Windows-1251 lie at C0 to FF, where UTF-8 has first bytes and none that
// follow, so that nearly every letter of such a text is broken.
func countUTF8(data []byte) (multibyte, broken int) {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			multibyte++
		}
		i += n
	}
	return multibyte, broken
}

// senseOf is the share of the characters beyond ASCII that stand as they do in words:
// among letters of their own script, small after small. A Russian text in the wrong
// encoding has its capitals inside words; a Turkish one has Cyrillic among Latin
// letters. The share is 0 for a text with control characters, with bytes that the
// encoding does not use, or with fewer letters beyond ASCII than leastLetters.
func senseOf(s string) float64 {
	var letters, other, bad int
	prev := ' '
	for _, r := range s {
		if r < utf8.RuneSelf {
			if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' || r == 0x7f {
				return 0
			}
			// «dоm» with a Cyrillic о: the letters of one word are of one script in
			// text that is decoded rightly.
			if unicode.IsLetter(r) && prev >= utf8.RuneSelf && unicode.Is(unicode.Cyrillic, prev) {
				bad++
			}
			prev = r
			continue
		}
		switch {
		case unicode.IsLetter(r):
			letters++
			mixed := unicode.IsLetter(prev) && unicode.Is(unicode.Cyrillic, r) != unicode.Is(unicode.Cyrillic, prev)
			if mixed || unicode.IsUpper(r) && unicode.IsLower(prev) || !commonLetter(r) {
				bad++
			}
		case r == utf8.RuneError || unicode.IsControl(r):
			return 0
		default:
			other++
			if !commonMark(r) {
				bad++
			}
		}
		prev = r
	}
	if letters < leastLetters {
		return 0
	}
	return 1 - float64(bad)/float64(letters+other)
}

// commonLetter reports whether a letter belongs to Russian, Azerbaijani, Turkish or
// the larger languages of Western Europe. ə is in none of these encodings; i is here
// for İ, whose small letter it is.
func commonLetter(r rune) bool {
	const latin = "çğıöşüâîûəàáäåæèéêëìíïñòóôõøùúœßÿ"
	r = unicode.ToLower(r)
	for _, l := range latin {
		if l == r {
			return true
		}
	}
	return r == 'i' || r >= 'а' && r <= 'я' || r == 'ё' || r == 'і' || r == 'ї' || r == 'є' || r == 'ґ' || r == 'ў'
}

// commonMark reports whether a mark beyond ASCII is one of running text: quotation
// marks, dashes, the signs of sections and numbers, a no-break space, a soft hyphen.
func commonMark(r rune) bool {
	const marks = "«»“”„‘’‚–—…•№§©®°·\u00a0\u00ad€´¹²³ªº½"
	for _, m := range marks {
		if m == r {
			return true
		}
	}
	return false
}
