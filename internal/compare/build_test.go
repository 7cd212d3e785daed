package compare

import (
	"fmt"
	"strings"

	"conceptdiff/internal/revision"
)

// tree builds a revision from a small notation, a clause a line:
//
//	4.1 Heading | first paragraph | second paragraph
//
// Clauses nest by their numbers. A paragraph that starts with "-" is an item of
// the paragraph before it. A line "= order" starts a component.
func tree(label, text string) *revision.Revision {
	r := &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}}
	comp := &revision.Provision{Kind: revision.KindComponent}
	r.Components = append(r.Components, comp)
	byNum := map[string]*revision.Provision{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if name, ok := strings.CutPrefix(line, "= "); ok {
			comp = &revision.Provision{Kind: revision.KindComponent, EID: name}
			r.Components = append(r.Components, comp)
			continue
		}
		head, rest, _ := strings.Cut(line, "|")
		num, heading, _ := strings.Cut(strings.TrimSpace(head), " ")
		eid := num
		if comp.EID != "" {
			eid = comp.EID + "/" + num
		}
		p := &revision.Provision{Kind: revision.KindClause, Num: num, Heading: strings.TrimSpace(heading), EID: eid}
		parent := comp
		if i := strings.LastIndexByte(num, '.'); i > 0 && byNum[num[:i]] != nil {
			parent = byNum[num[:i]]
		}
		parent.Children = append(parent.Children, p)
		byNum[num] = p
		paragraphs(p, rest)
	}
	return r
}

func paragraphs(p *revision.Provision, rest string) {
	var last *revision.Provision
	n, items := 0, 0
	for _, t := range strings.Split(rest, "|") {
		t = strings.TrimSpace(t)
		if t == "" {
			continue
		}
		if item, ok := strings.CutPrefix(t, "-"); ok && last != nil {
			items++
			last.Children = append(last.Children, &revision.Provision{
				Kind: revision.KindItem, Num: "-", Text: strings.TrimSpace(item), EID: fmt.Sprintf("%s/i%d", last.EID, items),
			})
			continue
		}
		n, items = n+1, 0
		last = &revision.Provision{Kind: revision.KindParagraph, Text: t, EID: fmt.Sprintf("%s/p%d", p.EID, n)}
		p.Children = append(p.Children, last)
	}
}

func mustCompare(t interface {
	Helper()
	Fatal(...any)
}, old, new *revision.Revision,
) *Comparison {
	t.Helper()
	c, err := Compare(old, new)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fates prints a comparison in one line a change: "4.1>4.2 amended renumbered".
func fates(c *Comparison) string {
	var b strings.Builder
	for i := range c.Changes {
		ch := &c.Changes[i]
		fmt.Fprintf(&b, "%s>%s %s", strings.Join(ch.OldAddresses(), "+"), strings.Join(ch.NewAddresses(), "+"), ch.Kind)
		for _, f := range []struct {
			is   bool
			name string
		}{{ch.Renumbered, "renumbered"}, {ch.Moved, "moved"}, {ch.Retitled, "retitled"}} {
			if f.is {
				b.WriteString(" " + f.name)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// joined is the text of several clauses, joined by line breaks. A clause without
// text of its own, only a number over others, adds nothing.
func joined(cs []*revision.Clause) string {
	var parts []string
	for _, c := range cs {
		if len(c.Blocks) > 0 {
			parts = append(parts, c.Text())
		}
	}
	return strings.Join(parts, "\n")
}
