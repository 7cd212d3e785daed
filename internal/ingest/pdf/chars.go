package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"conceptdiff/internal/ingest/flow"
)

// char is one character as PDFium sees it. Lengths are in points; until turn they are
// those of the PDF, in the space of the page, and afterwards those of the page as it
// is read.
type char struct {
	r           rune
	x, y        float64 // origin, on the base line; y grows upwards until turn
	box         box     // of its advance and line height, until turn
	left, right float64 // of its advance; set by turn
	size        float64
	angle       int8 // in quarter turns
	bold        bool
	generated   bool // a space or break that PDFium infers
	mark        bool // of an endnote, set by attachMarks
	struck      bool // a ruled line runs through it, set by strike
}

// font is what the characters of one text object have in common, so that PDFium is
// asked once for all of them. size is as printed, the matrix of the text applied.
type font struct {
	size  float64
	angle int8
	bold  bool
}

// page reads the page with that index, from 0. It answers how many characters it has
// and refuses to go beyond the limit. The pages before say where numbers of lines
// stand. The handles of the page are closed on the way that succeeds; on any other
// the whole instance is thrown away.
func (in *instance) page(doc uint64, index, limit int, numbers *lineNumbers) (Page, int, error) {
	number := index + 1
	handle := uint64(in.handle("FPDF_LoadPage", doc, uint64(index)))
	if handle == 0 {
		return Page{}, 0, in.damaged(number)
	}
	text := uint64(in.handle("FPDFText_LoadPage", handle))
	if text == 0 {
		return Page{}, 0, in.damaged(number)
	}
	n := in.int("FPDFText_CountChars", text)
	if n > limit {
		return Page{}, 0, &flow.Error{
			Place: flow.Place{Page: number},
			Msg:   fmt.Sprintf("PDF holds more than %d million characters up to here", MaxChars>>20),
			Hint:  "is this the text of one document? split it or remove what does not belong to it",
		}
	}
	chars := in.chars(text, n)
	p := Page{Number: number}
	var edges box
	// Rotation and cropping of the page are in these edges already.
	if in.call("FPDF_GetPageBoundingBox", handle, uint64(in.scratch)) != 0 {
		edges = in.boxAt(in.scratch)
	}
	bullets, rules := in.shapes(handle, edges, &p)
	in.call("FPDFText_ClosePage", text)
	in.call("FPDF_ClosePage", handle)
	if in.broken != nil {
		return Page{}, 0, in.damaged(number)
	}
	p.compose(chars, bullets, rules, edges, numbers)
	return p, n, nil
}

// chars reads the n characters of a page, in the order in which PDFium has them,
// which is nearly that of the file. PDFium counts units of UTF-16: two of them may be
// one character here.
func (in *instance) chars(text uint64, n int) []char {
	out := make([]char, 0, n)
	var f font
	last := uint32(math.MaxUint32)
	out16 := rune(0) // the first half of a pair
	for i := range n {
		if in.broken != nil {
			return nil
		}
		at := uint64(i)
		r := rune(in.handle("FPDFText_GetUnicode", text, at))
		switch {
		case utf16.IsSurrogate(r) && out16 == 0:
			out16 = r
			continue
		case out16 != 0:
			r, out16 = utf16.DecodeRune(out16, r), 0
		}
		c := char{r: r}
		object := in.handle("FPDFText_GetTextObject", text, at)
		if object == 0 {
			c.generated = true
			out = append(out, c)
			continue
		}
		if object != last {
			f, last = in.font(text, at), object
		}
		c.size, c.angle, c.bold = f.size, f.angle, f.bold
		in.place(text, at, &c)
		if r == hyphenMark {
			c.r = '-'
		}
		out = append(out, c)
	}
	return out
}

// hyphenMark is what PDFium puts for a hyphen at the end of a line. Whether it
// belongs to the word is for package page to say.
const hyphenMark = 2

// place reads where a character stands. Without a box its origin is all that is
// known, and it has no width.
func (in *instance) place(text, at uint64, c *char) {
	p := uint64(in.scratch)
	if in.call("FPDFText_GetCharOrigin", text, at, p, p+8) != 0 {
		c.x, c.y = in.float64At(in.scratch), in.float64At(in.scratch+8)
	}
	c.box = box{c.x, c.y, c.x, c.y}
	if in.call("FPDFText_GetLooseCharBox", text, at, p) != 0 {
		c.box = in.boxAt(in.scratch)
	}
}

// boxAt reads a rectangle that PDFium wrote at p: left, top, right, bottom, four
// float32 (FS_RECTF).
func (in *instance) boxAt(p uint32) box {
	return box{in.float32At(p), in.float32At(p + 12), in.float32At(p + 8), in.float32At(p + 4)}
}

// font reads the size, direction and weight of the character at that index. The name
// of a font has up to 240 bytes here; a longer one says nothing, and the weight
// decides.
func (in *instance) font(text, at uint64) font {
	size := finite(in.float64Result("FPDFText_GetFontSize", text, at))
	f := font{size: math.Abs(size)}
	p := uint64(in.scratch)
	if in.call("FPDFText_GetMatrix", text, at, p) != 0 { // a, b, c, d, e, f
		a, b := in.float32At(in.scratch), in.float32At(in.scratch+4)
		c, d := in.float32At(in.scratch+8), in.float32At(in.scratch+12)
		if scale := math.Hypot(c, d); scale > 0 {
			f.size = finite(f.size * scale)
		}
		turn := math.Atan2(b, a) / (math.Pi / 2)
		if size < 0 { // stands on its head
			turn += 2
		}
		f.angle = int8(int(math.Round(turn)+4) % 4)
	}
	const most = scratchSize - 16
	if n := in.int("FPDFText_GetFontInfo", text, at, p+16, most, p); n > 1 && n <= most {
		name, _ := in.memory.Read(in.scratch+16, uint32(n-1))
		f.bold = namesAny(string(name), "bold", "black", "heavy", "-bd", "demi")
		if f.bold || namesAny(string(name), "-regular", "-book", "-roman", "-italic", "-oblique", "-medium", "-light", "-it") {
			return f
		}
	}
	f.bold = f.bold || in.int("FPDFText_GetFontWeight", text, at) >= boldWeight
	return f
}

// boldWeight is the least weight that is bold. PDFium guesses weights from the
// width of the stems, which makes some text faces bold: the name of a font comes
// first where it says its style.
const boldWeight = 600

// namesAny reports whether the name of a font holds one of the words.
func namesAny(name string, words ...string) bool {
	low := strings.ToLower(name)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(low, w) })
}

// float64Result is call for functions that answer with a float64.
func (in *instance) float64Result(name string, args ...uint64) float64 {
	return math.Float64frombits(in.call(name, args...))
}

// float32At reads a number at p, 0 where p is no address.
func (in *instance) float32At(p uint32) float64 {
	v, _ := in.memory.ReadFloat32Le(p)
	return finite(float64(v))
}

// float64At reads a number at p, 0 where p is no address.
func (in *instance) float64At(p uint32) float64 {
	v, _ := in.memory.ReadFloat64Le(p)
	return finite(v)
}

// finite keeps places that are no numbers, or beyond any page, out of sums: a page is
// at most 14,400 points wide (ISO 32000-1, annex C), and one such value would make a
// whole line's width senseless.
func finite(v float64) float64 {
	const far = 1e6
	if math.IsNaN(v) || v > far || v < -far {
		return 0
	}
	return v
}
