package pdf

import (
	"math"
	"strings"
	"unicode"
)

// run is a stretch of characters on one line that nothing interrupts: no gap wider
// than a column's gutter, no jump. It has at least one character, and line is
// measured from chars.
type run struct {
	raw   []char // as the file has them
	chars []char // those that are seen, and the spaces between words
	line  Line
}

// Distances in ems, the size of the type. They hold for Latin and Cyrillic type of
// any size.
const (
	gutter       = 1.8  // wider gaps part columns, cells, a number from its text
	wordGap      = 0.2  // wider gaps are spaces
	inferredGap  = 0.1  // so are these where PDFium infers one
	raise        = 0.12 // characters that stand higher by this are raised …
	highest      = 0.75 // … but not by more than this, which is another line
	smallMark    = 0.85 // of the line's size; raised characters are smaller …
	smallestMark = 0.45 // … but not by more than this, which stand beside a drop cap
	overlap      = 0.5  // of a line's size: two lines that share it stand side by side
	farDown      = 6    // a jump down by more starts a new strand: a footer drawn after the header
)

// compose makes the lines of a page from its characters and shapes. Order matters:
// struck-out letters must be known before runs are cut, numbers of lines gone before
// drop caps and marks look for the line beside them, and letters drawn late put back
// before lines are ordered. The steps in which each run is held against each are left
// out on a page of more than 2,000 runs.
func (p *Page) compose(chars []char, bullets, rules []shape, box box, numbers *lineNumbers) {
	angle := mainAngle(chars)
	upright := make([]char, 0, len(chars))
	var sideways strings.Builder
	for _, c := range chars {
		switch {
		case c.generated:
			upright = append(upright, c)
		case c.angle == angle:
			c.turn(angle, box)
			upright = append(upright, c)
		default:
			sideways.WriteRune(c.r)
		}
	}
	p.Sideways = strings.TrimSpace(sideways.String())
	p.Width, p.Height = box.width(), box.height()
	if angle%2 == 1 {
		p.Width, p.Height = p.Height, p.Width
	}
	for i := range bullets {
		bullets[i].turn(angle, box)
	}
	for i := range rules {
		rules[i].turn(angle, box)
	}
	strike(upright, rules)
	const mostRuns = 2_000 // of a page of text; each is held against each
	runs := cutRuns(upright)
	if len(runs) <= mostRuns {
		runs, p.LineNumbers = numbers.cut(runs)
		runs = attachDropCaps(runs)
	}
	p.Lines = order(interleave(attachMarks(runs)))
	addBullets(p.Lines, bullets)
}

// mainAngle is the direction in which most characters are written; 0, upright, where
// none are.
func mainAngle(chars []char) int8 {
	var count [4]int
	for _, c := range chars {
		if !c.generated {
			count[c.angle&3]++
		}
	}
	best := 0
	for a, n := range count {
		if n > count[best] {
			best = a
		}
	}
	return int8(best)
}

// cutRuns cuts the characters, in the order in which the file draws them, into runs.
// Control characters, and code points that Unicode keeps from text, are left out; no
// font shows them. White space becomes one space between two characters of a run,
// where the gap is wide enough or the file says so.
func cutRuns(chars []char) []run {
	var runs []run
	var cur []char
	from := 0
	flush := func(to int) {
		if r, ok := newRun(cur); ok {
			r.raw = chars[from:to:to]
			runs = append(runs, r)
		}
		cur, from = nil, to
	}
	space, inferred := false, false // before the character at hand
	var last *char
	for i := range chars {
		c := &chars[i]
		if c.generated || unicode.IsSpace(c.r) && c.r != '\u00a0' {
			space, inferred = space || !c.generated, inferred || c.generated
			continue
		}
		if unicode.IsControl(c.r) || c.r == 0xfffe || c.r == 0xffff || c.r == 0xfeff || c.r >= 0xfdd0 && c.r <= 0xfdef {
			continue
		}
		if last != nil {
			em := max(last.size, c.size, 1)
			gap := c.left - last.right
			up := math.Abs(c.y - last.y)
			small := math.Min(last.size, c.size)
			// Of one size the letters must stand on one line; a smaller one may stand
			// higher.
			same := up < em*raise || up < em*highest && last.size != c.size && small < smallMark*em && small > smallestMark*em
			switch {
			case !same || gap > gutter*em || gap < -em && c.left < last.left-em:
				flush(i)
			case gap > wordGap*em || space && gap > -wordGap*em || inferred && gap > inferredGap*em:
				cur = append(cur, char{r: ' ', x: last.right, y: last.y, left: last.right, right: c.left, size: last.size, bold: last.bold})
			}
		}
		space, inferred = false, false
		cur = append(cur, *c)
		last = c
	}
	flush(len(chars))
	return runs
}

// newRun measures a run and writes its text.
func newRun(chars []char) (run, bool) {
	if len(chars) == 0 {
		return run{}, false
	}
	r := run{chars: chars}
	r.measure()
	return r, true
}

// measure writes the text of a run and measures its line anew: whoever changes chars
// must call it. Places of marks are in bytes of the text, in which a ligature takes
// more than one letter.
func (r *run) measure() {
	l := &r.line
	l.Size, l.Base = mainSize(r.chars)
	l.Left, l.Right = math.Inf(1), math.Inf(-1)
	l.Bold = true
	l.Marks, l.Struck = nil, nil
	var text strings.Builder
	mark, struck := -1, -1
	for i := range r.chars {
		c := &r.chars[i]
		raised := c.r != ' ' && (c.mark || c.size < smallMark*l.Size && l.Base-c.y > raise*c.size)
		if raised && mark < 0 {
			mark = text.Len()
		} else if !raised && mark >= 0 {
			l.Marks = append(l.Marks, Mark{mark, text.Len()})
			mark = -1
		}
		if c.r != ' ' && c.struck && struck < 0 {
			struck = text.Len()
		} else if c.r != ' ' && !c.struck && struck >= 0 {
			l.Struck = append(l.Struck, Mark{struck, text.Len()})
			struck = -1
		}
		writeRune(&text, c.r)
		if c.r != ' ' {
			l.Left, l.Right = min(l.Left, c.left), max(l.Right, c.right)
			l.Bold = l.Bold && (c.bold || raised)
		}
	}
	if mark >= 0 {
		l.Marks = append(l.Marks, Mark{mark, text.Len()})
	}
	if struck >= 0 {
		l.Struck = append(l.Struck, Mark{struck, text.Len()})
	}
	l.Text = text.String()
	l.FirstWord = firstWord(r.chars)
}

// firstWord is the width of a run up to its first space, or with its first hyphen:
// what a line break could not part.
func firstWord(chars []char) float64 {
	for i, c := range chars {
		if c.r == ' ' && i > 0 {
			return chars[i-1].right - chars[0].left
		}
		if (c.r == '-' || c.r == '\u2010') && i > 0 {
			return c.right - chars[0].left
		}
	}
	return chars[len(chars)-1].right - chars[0].left
}

// mainSize is the size and base line of most of a run's characters, marks of endnotes
// aside. They are counted by stretches of one size and height, of which the longest
// decides, the larger type of two alike.
func mainSize(chars []char) (size, base float64) {
	best := 0
	for i := 0; i < len(chars); {
		n, weight := 0, 0
		for i+n < len(chars) && chars[i+n].size == chars[i].size && chars[i+n].y == chars[i].y {
			if chars[i+n].r != ' ' && !chars[i+n].mark {
				weight++
			}
			n++
		}
		if weight > best || weight == best && chars[i].size > size {
			best, size, base = weight, chars[i].size, chars[i].y
		}
		i += n
	}
	return size, base
}

// ligatures that fonts draw as one character (U+FB00 to U+FB06), by their letters.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// writeRune writes a character, a ligature by its letters.
func writeRune(b *strings.Builder, r rune) {
	if s, ok := ligatures[r]; ok {
		b.WriteString(s)
		return
	}
	b.WriteRune(r)
}
