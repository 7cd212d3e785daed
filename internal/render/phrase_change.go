package render

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// facets names what stands beside a change's kind, in a fixed order.
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
func kindPhrase(c *report.Change) string {
	return strings.Join(append([]string{kindWord(c)}, facets(c)...), ", ")
}

func kindWord(c *report.Change) string {
	switch c.Kind {
	case compare.Split:
		return "split into " + number(len(c.New))
	case compare.Merged:
		return number(len(c.Old)) + " merged into " + number(len(c.New))
	}
	return string(c.Kind)
}

// number writes small counts as words.
func number(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six"}
	if n < len(words) {
		return words[n]
	}
	return report.Thousands(n)
}

// wordPhrase counts a change's words: "9 words deleted, 12 inserted".
func wordPhrase(c *report.Change) string {
	w := c.Words
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{w.Deleted, "deleted"}, {w.Inserted, "inserted"}, {w.MovedOut, "moved away"}, {w.MovedIn, "moved here"}} {
		if p.n == 0 {
			continue
		}
		if len(parts) == 0 {
			parts = append(parts, report.Count(p.n, "word")+" "+p.what)
			continue
		}
		parts = append(parts, report.Thousands(p.n)+" "+p.what)
	}
	return strings.Join(parts, ", ")
}

// numbersPhrase says which numbers a change bore and bears, when they differ:
// "4.3.2 → 4.3.3".
func numbersPhrase(c *report.Change) string {
	old, now := labels(c.Old), labels(c.New)
	if old == "" || now == "" || old == now {
		return old + strings.TrimPrefix(now, old)
	}
	return old + " → " + now
}

func labels(cs []*report.Clause) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = c.Label()
	}
	return strings.Join(names, ", ")
}

// title is how a change is called beside its numbers.
func title(c *report.Change) string {
	cs := c.New
	if len(cs) == 0 {
		cs = c.Old
	}
	if len(cs) == 0 || cs[0].Label() == cs[0].Title {
		return ""
	}
	return cs[0].Title
}

// kindHeading names a fate as the heading of a list of clauses.
func kindHeading(k compare.Kind) string {
	switch k {
	case compare.Removed:
		return "Removed"
	case compare.New:
		return "New"
	case compare.Split:
		return "Split"
	case compare.Merged:
		return "Merged"
	case compare.Amended:
		return "Amended"
	case compare.Unchanged:
		return "Unchanged"
	}
	return string(k)
}

// changeName is a change's numbers and title.
func changeName(c *report.Change) string {
	return strings.TrimSpace(numbersPhrase(c) + " " + title(c))
}

// changeFacts is a change's kind, facets, significance and word counts.
func changeFacts(c *report.Change) string {
	s := kindPhrase(c)
	if word := significanceWord(c); word != "" {
		s += "; changed " + word
	}
	if words := wordPhrase(c); words != "" {
		s += "; " + words
	}
	return s
}

// highlightWhy says why a change stands among the most important ones.
func highlightWhy(h report.Highlight) []string {
	var out []string
	if h.Voice != "" {
		out = append(out, h.Voice)
	}
	return append(out, reasons(h.Change)...)
}

// reasons are a change's reasons, those of one sort gathered in a line: "name
// added: TANAP, TAP". What the kind says already is left out.
func reasons(c *report.Change) []string {
	var out []string
	if c.Kind == compare.New || c.Kind == compare.Removed {
		return out
	}
	at := map[string]int{}
	for _, r := range c.Reasons {
		sort, what, found := strings.Cut(r, ": ")
		if i, known := at[sort]; found && known {
			out[i] += ", " + what
			continue
		}
		at[sort] = len(out)
		out = append(out, r)
	}
	return out
}

// foldedSentence names changes that are only counted and named where they stand.
func foldedSentence(untouched, lone []*report.Clause) string {
	if len(lone) > 0 {
		return report.Count(len(lone), "clause") + " of a part without counterpart, told above: " + labels(lone)
	}
	return report.Count(len(untouched), "clause") + " unchanged: " + labels(untouched)
}

// fateNote says beside a clause's name what its place in a list does not.
func fateNote(c *report.Change) string {
	s := ""
	if c.Kind == compare.Split || c.Kind == compare.Merged || c.Front() {
		s += ", " + kindWord(c)
	}
	for _, f := range facets(c) {
		s += ", " + f
	}
	if c.Significance == compare.Editorial {
		s += ", " + significanceWord(c)
	}
	if words := wordPhrase(c); words != "" {
		s += "; " + words
	}
	if s == "" {
		return ""
	}
	return " (" + s[2:] + ")"
}

func lonePartHeading(l report.LonePart) string {
	if l.Gone {
		return "Only in the old text: " + l.Part.Name
	}
	return "Only in the new text: " + l.Part.Name
}

// significanceWord is a change's significance in plain words, "" where the kind
// says it already.
func significanceWord(c *report.Change) string {
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed:
		return ""
	case c.Significance == compare.Substantive:
		return "in substance"
	case c.Significance == compare.Editorial:
		return "in form only"
	}
	return ""
}
