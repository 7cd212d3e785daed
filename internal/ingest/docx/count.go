package docx

import (
	"strings"
)

// counter counts the numbers of lists as Word does (ECMA-376 17.9). Counters belong
// to the abstract list, so that two lists made from one go on counting; a list that
// overrides the start does so once, when a paragraph first uses it.
//
//	level 0, first use      1.      the level's start
//	level 1, first below    1.1.
//	level 0 again           2.      one more, and level 1 is closed
//	level 1                 2.1.    it starts again
type counter struct {
	state   map[*abstractList]*state
	started map[startKey]bool
	unknown int // numbers in a format that is not known
}

// state is how far the levels of one abstract list have counted.
type state struct {
	value [levels]int
	open  [levels]bool // counted since the last restart
}

// startKey is a level of a list whose own start was applied.
type startKey struct {
	list  string
	level int
}

// newCounter is a counter before the first paragraph.
func newCounter() *counter {
	return &counter{state: map[*abstractList]*state{}, started: map[startKey]bool{}}
}

// next counts a paragraph and gives the number or bullet it shows, "" when it shows
// none. It must be called for each numbered paragraph, in document order, and once.
func (c *counter) next(r *ref) string {
	lv := r.list.at(r.level)
	if lv == nil || r.list.abstract == nil {
		return ""
	}
	s := c.state[r.list.abstract]
	if s == nil {
		s = &state{}
		c.state[r.list.abstract] = s
	}
	c.restart(r, s)
	if s.open[r.level] {
		s.value[r.level]++
	} else {
		s.value[r.level], s.open[r.level] = lv.start, true
	}
	c.startOnce(r, s)
	if lv.format == "bullet" || lv.picture {
		return bullet(lv)
	}
	return c.show(r, s, lv)
}

// restart makes the levels below the one at hand start again. A level with a restart
// of its own does so only after a level of that depth or above; with 0 it never does.
func (c *counter) restart(r *ref, s *state) {
	for i := r.level + 1; i < levels; i++ {
		lv := r.list.at(i)
		if lv == nil || lv.restart == nil || *lv.restart > r.level {
			s.open[i] = false
		}
	}
}

// startOnce applies the start that a list sets for itself, at the first paragraph of
// that list and level. It comes after the counting, whose value it replaces.
func (c *counter) startOnce(r *ref, s *state) {
	key := startKey{r.id, r.level}
	if c.started[key] {
		return
	}
	c.started[key] = true
	if start := r.list.start[r.level]; start != nil {
		s.value[r.level] = *start
	}
}

// show fills the level's text in with the numbers of the levels that it names:
// «%1.%2.» with 3 and 4 is «3.4.». A number of an unknown format stands in digits and
// is counted, for a warning.
func (c *counter) show(r *ref, s *state, lv *level) string {
	var b strings.Builder
	for i := 0; i < len(lv.text); i++ {
		if lv.text[i] != '%' || i+1 >= len(lv.text) || lv.text[i+1] < '1' || lv.text[i+1] > '0'+levels {
			b.WriteByte(lv.text[i])
			continue
		}
		i++
		at := int(lv.text[i] - '1')
		of := r.list.at(at)
		if of == nil || at > r.level {
			continue // a level below the one at hand has no number yet
		}
		value := s.value[at]
		if !s.open[at] {
			value = max(of.start-1, 0) // Word counts a level that was left out as not begun: 1.0.1
		}
		kind := of.format
		if lv.legal && kind != "none" {
			kind = "decimal"
		}
		text, known := format(value, kind, of.pattern)
		if !known {
			c.unknown++
		}
		b.WriteString(text)
	}
	shown := strings.Join(strings.Fields(b.String()), " ")
	if lv.caps {
		return strings.ToUpper(shown)
	}
	return shown
}

// bullet is the character that a level shows; those of symbol fonts are kept as they
// are coded, in the private area of Unicode, for whoever shows them. "" is a level
// without a mark.
func bullet(lv *level) string {
	if lv.picture {
		return "•"
	}
	switch s := strings.TrimSpace(lv.text); s {
	case "":
		return ""
	case "o":
		return "○" // Courier New, Word's second level
	case "§":
		return "\uf0a7" // Wingdings, as older files spell it
	default:
		return s
	}
}
