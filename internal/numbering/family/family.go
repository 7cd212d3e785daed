package family

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Opening is a line or block of a text, as far as its label is concerned.
type Opening struct {
	Text  string          // all of it, its label included
	Label numbering.Label // what the grammars read; its Form is FormUnknown for nothing
	Rest  string          // what follows the label
	Apart bool            // a block of its own: blank lines or a finished line stand before it
	Level int             // of a heading that markup makes of it, 0 for other lines
	Fixed bool            // its label, or that it has none, is certain
}

func (o *Opening) labelled() bool { return o.Label.Form != numbering.FormUnknown }

// Family is a sequence of labels found in a text.
type Family struct {
	Name    string // as its first label is printed, # for the counter: «HLAVA #»
	Members int
}

// Find looks for the families of labels that no grammar knows and gives their
// lines the labels. What a grammar reads as a number before a word, «1. jagu»,
// it reads anew where the word stays and the number runs.
func Find(openings []Opening) []Family {
	byShape, order := gather(openings)
	best := make([]*reading, len(openings))
	accepted := map[shape]bool{}
	for _, s := range order {
		members := byShape[s]
		if !accept(s, members, openings) {
			continue
		}
		accepted[s] = true
		for i := range members {
			m := &members[i]
			if b := best[m.line]; b == nil || rank(m.shape) < rank(b.shape) {
				best[m.line] = m
			}
		}
	}
	counts := map[shape]int{}
	names := map[shape]string{}
	for _, s := range order {
		if m := byShape[s]; len(m) == 1 && best[m[0].line] == nil && opensAll(&m[0], openings, best) {
			best[m[0].line] = &m[0]
		}
	}
	for i, m := range best {
		if m == nil {
			continue
		}
		openings[i].Label, openings[i].Rest = m.label, m.rest
		if counts[m.shape]++; counts[m.shape] == 1 {
			names[m.shape] = m.label.Printed
		}
	}
	var out []Family
	if n := findInserted(openings); n > 0 {
		out = append(out, Family{"# a", n})
	}
	for _, s := range order {
		if counts[s] > 0 {
			out = append(out, Family{names[s], counts[s]})
		}
	}
	return out
}

// opensAll reports whether a word and a first counter that stand but once, alone on
// their line, head a text: their title is on the next line, and the first label of
// another sequence on the one after it.
func opensAll(m *reading, openings []Opening, best []*reading) bool {
	i := m.line
	if m.shape.kind == character { // 第一编
		return m.count.val == 1 && i+1 < len(openings) && best[i+1] != nil && best[i+1].shape.kind == character
	}
	if m.shape.kind != wordBefore || m.count.val != 1 || m.rest != "" || i+2 >= len(openings) {
		return false
	}
	title, below := &openings[i+1], &openings[i+2]
	if title.labelled() || best[i+1] != nil || !isTitle(title.Text) {
		return false
	}
	if b := best[i+2]; b != nil {
		return b.count.val == 1 && b.shape.kind != inline && b.shape.kind != code
	}
	return below.labelled() && below.Label.First()
}

// gather lists the readings of all openings by their shape, and the shapes in
// the order in which they first come.
func gather(openings []Opening) (map[shape][]reading, []shape) {
	byShape := map[shape][]reading{}
	var order []shape
	var found []reading
	for i := range openings {
		o := &openings[i]
		if o.Fixed || !o.Apart {
			continue
		}
		known := o.labelled()
		if known && (o.Label.Form != numbering.FormDot || o.Label.Unit != "") {
			continue
		}
		found = read(o.Text, known, found[:0])
		for _, r := range found {
			r.line = i
			if _, ok := byShape[r.shape]; !ok {
				order = append(order, r.shape)
			}
			byShape[r.shape] = append(byShape[r.shape], r)
		}
	}
	return byShape, order
}

// rank orders the kinds of reading where a line has several: the more of the
// line it explains, the earlier.
func rank(s shape) int {
	return slices.Index([]kind{character, wordAfter, ordinalOf, inline, code, wordBefore, ordinalOne, counterOne}, s.kind)
}

// accept reports whether readings of one shape are a family.
func accept(s shape, members []reading, openings []Opening) bool {
	switch s.kind {
	case code:
		return catalogue(members)
	case inline:
		return catalogue(members)
	case character:
		return runs(members)
	case wordAfter:
		alone := share(members, func(m reading) bool { return m.alone })
		return runs(members) && (alone == 1 || share(members, func(m reading) bool { return m.rest == "" || isTitle(m.rest) }) >= inRun) && steady(members)
	case wordBefore:
		if !runs(members) {
			return false
		}
		alone := share(members, func(m reading) bool { return m.alone })
		return alone == 1 || alone >= 0.5 && len(members) > fewest || len(members) > 3 && share(members, func(m reading) bool { return isTitle(m.rest) }) >= inRun
	case ordinalOf:
		return ordinals(members, openings)
	case ordinalOne, counterOne:
		return runs(members)
	}
	return false
}

// steady reports whether the word behind a number is written like a unit's and
// not like a heading's: in small letters, or all in capitals.
func steady(members []reading) bool {
	return share(members, func(m reading) bool {
		word := m.label.Printed[strings.LastIndexAny(m.label.Printed, " \u00a0")+1:]
		return word == strings.ToLower(word) || word == strings.ToUpper(word)
	}) == 1
}

// ordinals reports whether words that vary beside one that stays are ordinals:
// they are known and count, or they are set in capitals on lines of their own
// above a title, four or more, and none comes twice.
func ordinals(members []reading, openings []Opening) bool {
	known := slices.DeleteFunc(slices.Clone(members), func(m reading) bool { return m.count.val == 0 })
	if len(known) >= fewest && 2*len(known) >= len(members) && runs(known) {
		// «First form» and «Second form» alone may be anything.
		return share(known, func(m reading) bool { return m.marked() || m.capitals() }) == 1
	}
	const many = 4
	if len(members) < many {
		return false
	}
	seen := map[string]bool{}
	for _, m := range members {
		o := openings[m.line]
		if seen[m.label.Num] || m.rest != "" || strings.ContainsFunc(o.Text, unicode.IsLower) || m.line+1 >= len(openings) || !isTitle(openings[m.line+1].Text) || !strings.HasPrefix(fold(o.Text), m.shape.words) {
			return false
		}
		seen[m.label.Num] = true
	}
	return true
}

// marked reports whether a mark closes the label.
func (m *reading) marked() bool {
	last := m.label.Printed[len(m.label.Printed)-1]
	return last == '.' || last == ':' || last == '-'
}

// capitals reports whether every word of the label opens with a capital, or is of
// a script without them.
func (m *reading) capitals() bool {
	for w := range strings.FieldsSeq(m.label.Printed) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !caseless(r) {
			return false
		}
	}
	return true
}

func share(members []reading, f func(reading) bool) float64 {
	n := 0
	for _, m := range members {
		if f(m) {
			n++
		}
	}
	return float64(n) / float64(len(members))
}

// isTitle reports whether words could be a title: few, and without a final mark.
func isTitle(s string) bool {
	const longest = 120 // bytes
	return s != "" && len(s) <= longest && !strings.ContainsAny(s[len(s)-1:], ".;,:")
}
