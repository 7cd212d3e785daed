package phrase

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// Facets names what stands beside a change's kind, in a fixed order and in
// English: the words are classes in HTML too.
func Facets(c *report.Change) []string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{c.Renumbered, "renumbered"}, {c.Moved, "moved"}, {c.Retitled, "retitled"}, {c.Uncertain, "uncertain"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
}

// KindPhrase is a change's kind with its facets: "amended, renumbered".
func (p Phrases) KindPhrase(c *report.Change) string {
	s := p.KindWord(c)
	for _, f := range Facets(c) {
		s += ", " + p.Word(f)
	}
	return s
}

// Became is [Phrases.KindPhrase] for a change as package compare has it, without the
// report's knowledge: split clauses are not counted, and a part without counterpart
// is not known.
func (p Phrases) Became(ch *compare.Change) string {
	s := p.Word(string(ch.Kind))
	for _, f := range []struct {
		on   bool
		name string
	}{{ch.Renumbered, "renumbered"}, {ch.Moved, "moved"}, {ch.Retitled, "retitled"}, {ch.Uncertain, "uncertain"}} {
		if f.on {
			s += ", " + p.Word(f.name)
		}
	}
	return s
}

// KindWord is what became of a change's clauses in a word or a few, as tags show it.
// Counts of a split or merger are small numbers and stand as words in English.
func (p Phrases) KindWord(c *report.Change) string {
	switch c.Kind {
	case compare.Removed:
		if c.Lone {
			return p.Say("no counterpart")
		}
	case compare.Split:
		return p.Say("split into {0}", p.small(len(c.New)))
	case compare.Merged:
		return p.Say("{0} merged into {1}", p.small(len(c.Old)), p.small(len(c.New)))
	}
	return p.Word(string(c.Kind))
}

// WordPhrase counts a change's words: "9 words deleted, 12 inserted". The noun stands
// with the first count alone; "" where no word changed. Nothing can stand before
// deleted words, so that they need no short form.
func (p Phrases) WordPhrase(c *report.Change) string {
	w := c.Words
	var parts []string
	add := func(n int, first, then func() string) {
		switch {
		case n == 0:
		case len(parts) == 0:
			parts = append(parts, first())
		default:
			parts = append(parts, then())
		}
	}
	add(w.Deleted, func() string { return p.Say("{0 word} deleted", w.Deleted) }, nil)
	add(w.Inserted, func() string { return p.Say("{0 word} inserted", w.Inserted) },
		func() string { return p.Say("{0} inserted", w.Inserted) })
	add(w.MovedOut, func() string { return p.Say("{0 word} moved away", w.MovedOut) },
		func() string { return p.Say("{0} moved away", w.MovedOut) })
	add(w.MovedIn, func() string { return p.Say("{0 word} moved here", w.MovedIn) },
		func() string { return p.Say("{0} moved here", w.MovedIn) })
	return strings.Join(parts, ", ")
}

// Numbers says which numbers a change bore and bears, when they differ: "4.3.2 →
// 4.3.3", "article 4 → article 5". One side alone is named for what is new or
// removed, and once where both are the same.
func (p Phrases) Numbers(c *report.Change) string {
	old, now := p.Mention(c.Old), p.Mention(c.New)
	if old == "" || now == "" || old == now {
		return old + strings.TrimPrefix(now, old)
	}
	return old + " → " + now
}

// Title is how a change is called beside its numbers. It is the title of the first
// clause, the new one's where there is one; "" when the title is what its label says
// already.
func (p Phrases) Title(c *report.Change) string {
	cs := c.New
	if len(cs) == 0 {
		cs = c.Old
	}
	if len(cs) == 0 || p.Label(cs[0]) == cs[0].Title {
		return ""
	}
	return cs[0].Title
}

// ChangeName is a change's numbers and title. An article is headed as laws do it:
// «Article 5. Scope».
func (p Phrases) ChangeName(c *report.Change) string {
	numbers, title := p.Numbers(c), p.Title(c)
	if title == "" || numbers == "" {
		return numbers + title
	}
	for _, c := range append(slices.Clone(c.Old), c.New...) {
		if p.units[c.Address].word != "" { // as laws head an article
			return p.Capital(numbers) + ". " + title
		}
	}
	return numbers + " " + title
}

// ChangeFacts is a change's kind, facets, significance and word counts, and which
// clauses speak of the same, parted by semicolons. Significance is left out where the
// kind tells it.
func (p Phrases) ChangeFacts(c *report.Change) string {
	s := p.KindPhrase(c)
	switch {
	case saysAll(c.Kind):
	case c.Significance == compare.Substantive:
		s += "; " + p.Say("changed in substance [beside a kind]")
	case c.Significance == compare.Editorial:
		s += "; " + p.Say("changed in form only [beside a kind]")
	}
	if words := p.WordPhrase(c); words != "" {
		s += "; " + words
	}
	if same := p.SameSubject(c); same != "" {
		s += "; " + same
	}
	return s
}

// SameSubject says which clauses of the other text speak of the same as one without a
// partner, "" when none is known to.
func (p Phrases) SameSubject(c *report.Change) string {
	var told []string
	for _, s := range c.Subjects {
		if c.Kind == compare.New {
			told = append(told, p.Say("same subject as old {0}, rewritten", p.Mention([]*report.Clause{s.Clause})))
		} else {
			told = append(told, p.Say("same subject as new {0}, rewritten", p.Mention([]*report.Clause{s.Clause})))
		}
	}
	return strings.Join(told, "; ")
}

// Significance is a change's significance in plain words, "" where the kind says
// it already.
func (p Phrases) Significance(c *report.Change) string {
	switch {
	case saysAll(c.Kind):
		return ""
	case c.Significance == compare.Substantive:
		return p.Say("in substance")
	case c.Significance == compare.Editorial:
		return p.Say("in form only")
	}
	return ""
}

// saysAll reports whether a kind leaves nothing to be said of a change's significance:
// all of its words are new or gone, or all of them stay.
func saysAll(k compare.Kind) bool {
	return k == compare.New || k == compare.Removed || k == compare.Unchanged
}

// HighlightWhy says why a change stands among the most important ones: how sources speak
// of it, if any does, and why it counts. Whether they name it or it shares their subject
// is told apart: the second is found by a computer.
func (p Phrases) HighlightWhy(h report.Highlight) []string {
	var out []string
	switch names := p.List(h.Speakers); h.Basis {
	case claim.Cited:
		out = append(out, p.Say("named or quoted by a source: {0}", names))
	case claim.SameSubject:
		out = append(out, p.Say("on the same subject as statements by {0}", names))
	}
	return append(out, p.Reasons(h.Change)...)
}

// Folded tells in a line of changes that are not told in full. It tells of clauses
// that are unchanged, of those that have other numbers alone, and of those told with
// their part; the [report.Stretch] says which.
func (p Phrases) Folded(s report.Stretch) string {
	switch s.Telling {
	case report.AsLone:
		return p.Say("a part without counterpart, told above: {0}", p.Labels(s.Clauses(true)))
	case report.AsNumbers:
		return p.Renumbering(s.Changes)
	}
	untouched := s.Clauses(false)
	return p.calling(untouched).Say("{0 clause} unchanged: {1}", len(untouched), p.Labels(untouched))
}

// Renumbering tells of changes that left the words alone and follow each other on both
// sides: "4.3–4.3.13 → 4.2–4.2.13, words unchanged (14 clauses)".
func (p Phrases) Renumbering(changes []*report.Change) string {
	if len(changes) == 1 {
		return p.Say("{0} (words unchanged)", p.ChangeName(changes[0]))
	}
	return p.Say("{0} → {1}, words unchanged ({2 clause})", p.Range(changes, true), p.Range(changes, false), len(changes))
}

// Range names the first and the last clause of one side of changes that follow each
// other. It is the labels themselves, "4.3–4.3.13"; of one clause, its own.
func (p Phrases) Range(changes []*report.Change, old bool) string {
	clauses := func(c *report.Change) []*report.Clause {
		if old {
			return c.Old
		}
		return c.New
	}
	first, last := p.Labels(clauses(changes[0])), p.Labels(clauses(changes[len(changes)-1]))
	if first == last {
		return first
	}
	return first + "–" + last
}

// FateNote says beside a clause's name what its place in a list does not. It begins
// with a space and stands in brackets, "" where there is nothing to say. A list is of
// one kind, so the kind is said only where a number belongs to it, or where the
// clause is a title page.
func (p Phrases) FateNote(c *report.Change) string {
	var parts []string
	if c.Kind == compare.Split || c.Kind == compare.Merged || c.Front() {
		parts = append(parts, p.KindWord(c))
	}
	for _, f := range Facets(c) {
		parts = append(parts, p.Word(f))
	}
	if c.Significance == compare.Editorial && !saysAll(c.Kind) {
		parts = append(parts, p.Significance(c))
	}
	s := strings.Join(parts, ", ")
	if words := p.WordPhrase(c); words != "" {
		if s != "" {
			s += "; "
		}
		s += words
	}
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// LoneHeading heads a part that only one of the texts has.
func (p Phrases) LoneHeading(l report.LonePart) string {
	if l.Gone {
		return p.Say("Only in the old text: {0}", l.Part.Name)
	}
	return p.Say("Only in the new text: {0}", l.Part.Name)
}

// Citation is how a text is cited beside a quotation from it: title, label, standing,
// date, reference. What is not known is left out.
func (p Phrases) Citation(s report.Side) string {
	var parts []string
	for _, part := range []string{s.Title, s.Label, p.Status(s.Status), p.Date(s.Date), s.Citation} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
