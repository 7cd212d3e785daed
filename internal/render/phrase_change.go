package render

import (
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// facets names what stands beside a change's kind, in a fixed order and in
// English: the words are classes in HTML too.
func facets(c *report.Change) []string {
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

// kindPhrase is a change's kind with its facets: "amended, renumbered".
func (p phrases) kindPhrase(c *report.Change) string {
	s := p.kindWord(c)
	for _, f := range facets(c) {
		s += ", " + p.Word(f)
	}
	return s
}

func (p phrases) kindWord(c *report.Change) string {
	switch c.Kind {
	case compare.Split:
		return p.Say("split into {0}", p.small(len(c.New)))
	case compare.Merged:
		return p.Say("{0} merged into {1}", p.small(len(c.Old)), p.small(len(c.New)))
	}
	return p.Word(string(c.Kind))
}

// wordPhrase counts a change's words: "9 words deleted, 12 inserted".
func (p phrases) wordPhrase(c *report.Change) string {
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

// numbers says which numbers a change bore and bears, when they differ: "4.3.2
// → 4.3.3".
func (p phrases) numbers(c *report.Change) string {
	old, now := p.labels(c.Old), p.labels(c.New)
	if old == "" || now == "" || old == now {
		return old + strings.TrimPrefix(now, old)
	}
	return old + " → " + now
}

// title is how a change is called beside its numbers.
func (p phrases) title(c *report.Change) string {
	cs := c.New
	if len(cs) == 0 {
		cs = c.Old
	}
	if len(cs) == 0 || p.label(cs[0]) == cs[0].Title {
		return ""
	}
	return cs[0].Title
}

// changeName is a change's numbers and title.
func (p phrases) changeName(c *report.Change) string {
	return strings.TrimSpace(p.numbers(c) + " " + p.title(c))
}

// kindHeading names a fate as the heading of a list of clauses.
func (p phrases) kindHeading(k compare.Kind) string {
	switch k {
	case compare.Removed:
		return p.Say("Removed")
	case compare.New:
		return p.Say("New")
	case compare.Split:
		return p.Say("Split")
	case compare.Merged:
		return p.Say("Merged")
	case compare.Amended:
		return p.Say("Amended")
	case compare.Unchanged:
		return p.Say("Unchanged")
	}
	return string(k)
}

// changeFacts is a change's kind, facets, significance and word counts.
func (p phrases) changeFacts(c *report.Change) string {
	s := p.kindPhrase(c)
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed:
	case c.Significance == compare.Substantive:
		s += "; " + p.Say("changed in substance")
	case c.Significance == compare.Editorial:
		s += "; " + p.Say("changed in form only")
	}
	if words := p.wordPhrase(c); words != "" {
		s += "; " + words
	}
	return s
}

// significance is a change's significance in plain words, "" where the kind says
// it already.
func (p phrases) significance(c *report.Change) string {
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed:
		return ""
	case c.Significance == compare.Substantive:
		return p.Say("in substance")
	case c.Significance == compare.Editorial:
		return p.Say("in form only")
	}
	return ""
}

// highlightWhy says why a change stands among the most important ones.
func (p phrases) highlightWhy(h report.Highlight) []string {
	var out []string
	if s := p.highlightVoice(h); s != "" {
		out = append(out, s)
	}
	return append(out, p.reasons(h.Change)...)
}

// highlightVoice says how sources speak of a highlight, "" when none does.
func (p phrases) highlightVoice(h report.Highlight) string {
	names := strings.Join(h.Publishers, ", ")
	switch h.Basis {
	case claim.Cited:
		return p.Say("named or quoted by a source: {0}", names)
	case claim.SameSubject:
		return p.Say("rests on what a source speaks of: {0}", names)
	}
	return ""
}

// folded names changes that are only counted and named where they stand.
func (p phrases) folded(untouched, lone []*report.Clause) string {
	if len(lone) > 0 {
		return p.Say("{0 clause} of a part without counterpart, told above: {1}", len(lone), p.labels(lone))
	}
	return p.Say("{0 clause} unchanged: {1}", len(untouched), p.labels(untouched))
}

// fateNote says beside a clause's name what its place in a list does not.
func (p phrases) fateNote(c *report.Change) string {
	var parts []string
	if c.Kind == compare.Split || c.Kind == compare.Merged || c.Front() {
		parts = append(parts, p.kindWord(c))
	}
	for _, f := range facets(c) {
		parts = append(parts, p.Word(f))
	}
	if c.Significance == compare.Editorial {
		parts = append(parts, p.significance(c))
	}
	s := strings.Join(parts, ", ")
	if words := p.wordPhrase(c); words != "" {
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

func (p phrases) loneHeading(l report.LonePart) string {
	if l.Gone {
		return p.Say("Only in the old text: {0}", l.Part.Name)
	}
	return p.Say("Only in the new text: {0}", l.Part.Name)
}

// citation is how a text is cited beside a quotation from it: title, label,
// standing, date, reference.
func (p phrases) citation(s report.Side) string {
	var parts []string
	for _, part := range []string{s.Title, s.Label, p.status(s.Status), p.Date(s.Date), s.Citation} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
