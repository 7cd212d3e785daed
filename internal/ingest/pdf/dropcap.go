package pdf

import (
	"unicode"
	"unicode/utf8"
)

// Sizes and places of a drop cap, in sizes of the letters beside it unless they say
// otherwise.
const (
	dropCap    = 2.0 // its own size, at least: over two lines
	capNearest = 1.5 // the line that it begins stands no further behind it
	capTop     = 0.3 // of its size: that line's base stands so far above its own, at least
	capHighest = 1.1 // of its size: and no further
)

// attachDropCaps puts a large letter that stands in several lines before the first of
// them, as a letter of its size: «T» and «he farms» are «The farms». The other lines
// beside it begin where it does, so that no indent parts them from what follows. It
// is of no use where the letter is a heading of its own: the line beside it must
// stand at the letter's top.
func attachDropCaps(runs []run) []run {
	kept := runs[:0]
	for i := range runs {
		if !attachDropCap(runs, i) {
			kept = append(kept, runs[i])
		}
	}
	return kept
}

// attachDropCap reports whether the run at i was a drop cap and stands in its line
// now. A drop cap is one or two characters that end in a capital, at least twice as
// large as the letters beside it; host is the highest line beside it, at its top.
func attachDropCap(runs []run, i int) bool {
	c := &runs[i]
	if utf8.RuneCountInString(c.line.Text) > 2 || !unicode.IsUpper(lastRune(c.line.Text)) {
		return false
	}
	beside := func(l *Line) bool {
		up := c.line.Base - l.Base
		return c.line.Size >= dropCap*l.Size && l.Left > c.line.Left && l.Left-c.line.Right < capNearest*l.Size && l.Left-c.line.Right > -capNearest*l.Size && up > -raise*l.Size && up < capHighest*c.line.Size
	}
	var host *run
	for k := range runs {
		l := &runs[k].line
		if k != i && len(runs[k].chars) > 1 && beside(l) && c.line.Base-l.Base > capTop*c.line.Size && (host == nil || l.Base < host.line.Base) {
			host = &runs[k]
		}
	}
	if host == nil {
		return false
	}
	left := c.line.Left
	for k := range runs {
		if r := &runs[k]; k != i && r != host && r.line.Base > host.line.Base && beside(&r.line) {
			r.chars[0].left = left
			r.measure()
		}
	}
	letters := make([]char, 0, len(c.raw)+len(host.chars))
	for _, l := range c.raw {
		if l.generated || unicode.IsSpace(l.r) && len(letters) == 0 {
			continue
		}
		l.size, l.y, l.bold = host.line.Size, host.line.Base, host.line.Bold
		if unicode.IsSpace(l.r) {
			l.r = ' '
		}
		letters = append(letters, l)
	}
	host.chars, host.raw = append(letters, host.chars...), append(letters[:len(letters):len(letters)], host.raw...)
	host.measure()
	return true
}

// lastRune is the last character of s, or the replacement character.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
