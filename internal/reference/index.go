package reference

import (
	"strconv"
	"strings"

	"conceptdiff/internal/revision"
)

// index finds the provisions of one revision that a citation names. It is safe for
// concurrent use once made.
type index struct {
	byAddress map[string]*revision.Provision // addresses in lower case
	parent    map[*revision.Provision]*revision.Provision
	groups    map[string][]*revision.Provision // by unit and number: chapter-3
	units     map[string]bool                  // units of groups that the text has
	component map[*revision.Provision]string   // the slash-ended address of the component, "" for the main one
	direct    map[string]bool                  // components in which articles bear whole numbers
}

// newIndex makes the index of a revision whose addresses are assigned.
func newIndex(r *revision.Revision) *index {
	x := &index{
		byAddress: make(map[string]*revision.Provision),
		parent:    make(map[*revision.Provision]*revision.Provision),
		groups:    make(map[string][]*revision.Provision),
		units:     make(map[string]bool),
		component: make(map[*revision.Provision]string),
		direct:    make(map[string]bool),
	}
	for _, c := range r.Components {
		prefix := ""
		if c.EID != "" {
			prefix = c.EID + "/"
		}
		x.add(c, nil, prefix)
	}
	return x
}

func (x *index) add(p, parent *revision.Provision, component string) {
	x.byAddress[strings.ToLower(p.Address())] = p
	x.parent[p] = parent
	x.component[p] = component
	switch p.Kind {
	case revision.KindPart, revision.KindComponent:
		last := p.EID[strings.LastIndexByte(p.EID, '/')+1:]
		if unit, _, ok := strings.Cut(last, "-"); ok {
			x.units[unit] = true
			x.groups[strings.ToLower(last)] = append(x.groups[strings.ToLower(last)], p)
		}
	case revision.KindClause:
		if num := strings.TrimPrefix(p.EID, component); num != "" && isDigit(rune(num[0])) {
			x.direct[component] = true
		}
	}
	for _, c := range p.Children {
		x.add(c, p, component)
	}
}

// at finds a number or an address below a prefix; Roman numbers are found as
// Arabic ones, and the reverse.
func (x *index) at(prefix, num string) *revision.Provision {
	for _, v := range variants(num) {
		if p := x.byAddress[prefix+v]; p != nil {
			return p
		}
	}
	return nil
}

// variants are the spellings of a number's first part that mean the same: ii and 2.
func variants(num string) []string {
	num = strings.ToLower(num)
	head, rest, dotted := strings.Cut(num, ".")
	if dotted {
		rest = "." + rest
	}
	out := []string{num}
	if v := romanValue(head); v > 0 {
		out = append(out, strconv.Itoa(v)+rest)
	} else if v, err := strconv.Atoi(head); err == nil && v > 0 && v < 100 {
		out = append(out, roman(v)+rest)
	}
	return out
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}

// group finds a chapter, title or annex by unit and number; where several bear it,
// the one nearest to a provision.
func (x *index) group(unit, num string, near *revision.Provision) *revision.Provision {
	for _, v := range variants(num) {
		found := x.groups[unit+"-"+v]
		if len(found) == 0 {
			continue
		}
		for at := near; at != nil; at = x.parent[at] {
			for _, p := range found {
				if p == at || x.parent[p] == at {
					return p
				}
			}
		}
		return found[0]
	}
	return nil
}

// below finds the part of a provision that a number names: the child with that
// number, also under an unnumbered paragraph, or by counting unnumbered paragraphs.
func (x *index) below(p *revision.Provision, part *Part) *revision.Provision {
	if part.only {
		n, _ := strconv.Atoi(part.Number)
		return counted(p, n, false)
	}
	if p.EID != "" {
		if found := x.at(strings.ToLower(p.EID)+".", part.Number); found != nil {
			return found
		}
	} else if found := x.at(x.component[p], part.Number); found != nil {
		return found
	}
	if part.Number == noteNumber {
		for _, c := range p.Children {
			if strings.HasPrefix(strings.ToLower(c.Num+c.Heading+c.Text), noteNumber) {
				return c
			}
		}
	}
	if part.Rank > Paragraph && len(part.Number) == 1 && !isDigit(rune(part.Number[0])) { // point (a) of an article whose paragraphs have points
		for _, c := range p.Children {
			if found := x.at(strings.ToLower(c.EID)+".", part.Number); found != nil && c.Kind == revision.KindClause {
				return found
			}
		}
	}
	if part.counts {
		if n, err := strconv.Atoi(part.Number); err == nil {
			return counted(p, n, part.Rank == Sentence)
		}
	}
	return nil
}

// counted is the n-th unnumbered paragraph of a provision, whose own text counts
// as the first. Up to the first numbered part, unless every sort of paragraph counts
// (whole), as for an abzas.
func counted(p *revision.Provision, n int, whole bool) *revision.Provision {
	var list []*revision.Provision
	if p.Text != "" {
		list = append(list, p)
	}
	for _, c := range p.Children {
		if c.Kind != revision.KindParagraph && !whole {
			break
		}
		list = append(list, c)
	}
	if n < 1 || n > len(list) {
		return nil
	}
	return list[n-1]
}

// article is the outermost numbered clause that a provision stands in.
func (x *index) article(p *revision.Provision) *revision.Provision {
	var found *revision.Provision
	for ; p != nil; p = x.parent[p] {
		if p.Kind == revision.KindClause {
			found = p
		}
	}
	return found
}
