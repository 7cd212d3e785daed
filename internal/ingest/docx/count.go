package docx

import (
	"strings"
)

// counter counts the numbers of lists as Word does. Counters belong to the
// abstract list, so that two lists made from one go on counting; a list that
// overrides the start does so once, when a paragraph first uses it.
type counter struct {
	state   map[*abstractList]*state
	started map[startKey]bool
	unknown int // numbers in a format that is not known
}

type state struct {
	value [levels]int
	open  [levels]bool // counted since the last restart
}

type startKey struct {
	list  string
	level int
}

func newCounter() *counter {
	return &counter{state: map[*abstractList]*state{}, started: map[startKey]bool{}}
}

// next counts a paragraph and gives the number or bullet it shows, "" when it
// shows none.
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

// restart makes the levels below the one at hand start again.
func (c *counter) restart(r *ref, s *state) {
	for i := r.level + 1; i < levels; i++ {
		lv := r.list.at(i)
		if lv == nil || lv.restart == nil || *lv.restart > r.level {
			s.open[i] = false
		}
	}
}

// startOnce applies the start that a list sets for itself.
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

// show fills the level's text in with the numbers of the levels that it names.
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

// bullet is the character that a level shows; those of symbol fonts are kept.
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
