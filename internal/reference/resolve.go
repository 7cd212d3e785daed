package reference

import (
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/revision"
)

// Target is what a citation names in a revision.
type Target struct {
	// Provision is the provision with that number, nil when there is none.
	Provision *revision.Provision
	// Number is the cited number as an address, as far as the text says it: 12.2.a.
	Number string
	// Within is the deepest provision on the way that there is: article 12, where its
	// paragraph 9 is cited and missing. nil when even the first is missing.
	Within *revision.Provision

	// holder is what holds Provision where that was found by counting paragraphs: the
	// points of «the first subparagraph» stand beside it, not below.
	holder *revision.Provision
}

// Resolve finds what a citation in a provision names. A range gives every
// provision from its first to its last; other citations give one target.
// Citations of another document give none.
func (x *index) Resolve(in *revision.Provision, c *Citation) []Target {
	if c.Owner == Other {
		return nil
	}
	targets := []Target{{}}
	path := c.Path
	if path[0].points == here && path[0].Rank > Article && len(path) > 1 {
		path = path[1:] // point (a) of this paragraph: whatever holds one, from here upwards
	}
	for i := range path {
		var next []Target
		for _, t := range targets {
			next = append(next, x.step(in, c, t, i, &path[i])...)
		}
		targets = next
	}
	return targets
}

// step resolves one part of a path below what was found so far.
func (x *index) step(in *revision.Provision, c *Citation, t Target, i int, part *Part) []Target {
	if i > 0 && t.Provision == nil {
		return []Target{{Number: join(t.Number, part.Number), Within: t.Within}}
	}
	if part.Rank == Sentence && part.Unit == "sentence" { // no sentence has an address
		return []Target{t}
	}
	if part.points == here {
		return []Target{x.pointed(in, part)}
	}
	find := func(num string) Target {
		p := *part
		p.Number = num
		if i == 0 {
			return x.first(in, c, &p)
		}
		out := Target{Number: join(t.Number, num), Provision: x.below(t.Provision, &p), Within: t.Provision}
		if out.Provision == nil && t.holder != nil {
			out.Provision = x.below(t.holder, &p)
		}
		if p.counts && out.Provision != nil && out.Provision.Kind != revision.KindClause || out.Provision == t.Provision {
			out.holder = t.Provision
		}
		if p.only && out.Provision == nil { // which paragraph is meant is for a reader to say
			out = Target{Number: t.Number, Provision: t.Provision, Within: t.Within, holder: t.Provision}
		}
		if x.isGroup(t.Provision) && p.Rank == Group && out.Provision == nil { // Chapter 2 of this Title
			out.Provision = x.group(p.Unit, num, t.Provision)
		}
		if x.isGroup(t.Provision) && p.Rank >= Article { // Article 3 of Chapter II: its number is its own
			out = x.first(t.Provision, c, &p)
		}
		return out
	}
	if part.whole != "" {
		if whole := find(part.whole); whole.Provision != nil {
			return []Target{whole}
		}
	}
	from := find(part.Number)
	if part.To == "" {
		return []Target{from}
	}
	return x.between(from, find(part.To))
}

func join(address, num string) string {
	if address == "" {
		return num
	}
	return address + "." + num
}

func (x *index) isGroup(p *revision.Provision) bool {
	return p.Kind == revision.KindPart || p.Kind == revision.KindComponent
}

// pointed is what «this Article» means in a provision.
func (x *index) pointed(in *revision.Provision, part *Part) Target {
	var p *revision.Provision
	switch part.Rank {
	case Annex:
		for p = in; x.parent[p] != nil; p = x.parent[p] {
		}
	case Group:
		for p = in; p != nil && p.Kind != revision.KindPart; p = x.parent[p] {
		}
	case Article:
		p = x.article(in)
	default:
		p = x.enclosing(in, int(part.Rank-Article))
	}
	t := Target{Provision: p}
	if p != nil {
		t.Number = strings.TrimPrefix(p.EID, x.component[p])
	}
	return t
}

// enclosing is the clause that stands a number of levels below the article and
// holds a provision; the deepest one where there are fewer.
func (x *index) enclosing(in *revision.Provision, depth int) *revision.Provision {
	var up []*revision.Provision
	for p := in; p != nil; p = x.parent[p] {
		if p.Kind == revision.KindClause {
			up = append(up, p)
		}
	}
	if len(up) == 0 {
		return nil
	}
	return up[max(0, len(up)-1-depth)]
}

// first resolves the largest part that a citation names.
func (x *index) first(in *revision.Provision, c *Citation, part *Part) Target {
	t := Target{Number: part.Number}
	switch {
	case part.Rank == Annex:
		t.Provision = x.group("annex", part.Number, in)
		return t
	case part.Rank == Group && part.Unit != "paragraph sign" && part.Unit != "clause":
		t.Provision = x.group(part.Unit, part.Number, in)
		return t
	case part.Rank > Article && c.Owner != Own:
		p := x.around(in, part)
		if p == nil && part.only {
			p = x.enclosing(in, int(Paragraph-Article))
		}
		if p != nil {
			t := Target{Provision: p, Number: strings.TrimPrefix(p.EID, x.component[p]), holder: p}
			for t.holder.Kind != revision.KindClause && x.parent[t.holder] != nil {
				t.holder = x.parent[t.holder]
			}
			return t
		}
	}
	for _, prefix := range x.prefixes(in) {
		if t.Provision = x.at(prefix, part.Number); t.Provision != nil {
			return t
		}
	}
	if part.Unit == "section" {
		t.Provision = x.group(part.Unit, part.Number, in)
	}
	for num := part.Number; t.Provision == nil && t.Within == nil && strings.Contains(num, "."); {
		num = num[:strings.LastIndexByte(num, '.')]
		for _, prefix := range x.prefixes(in) {
			if t.Within = x.at(prefix, num); t.Within != nil {
				break
			}
		}
	}
	return t
}

// around finds a part by its number in the clauses that a provision stands in: a
// paragraph first in the article, a point first in the nearest clause. Only where
// none bears the number are unnumbered paragraphs counted.
func (x *index) around(in *revision.Provision, part *Part) *revision.Provision {
	var up []*revision.Provision
	for at := in; at != nil; at = x.parent[at] {
		if at.Kind == revision.KindClause {
			up = append(up, at)
		}
	}
	if part.Rank == Paragraph {
		slices.Reverse(up)
	}
	numbered := *part
	numbered.counts = false
	for _, p := range []*Part{&numbered, part} {
		for _, at := range up {
			if found := x.below(at, p); found != nil {
				return found
			}
		}
	}
	return nil
}

// prefixes are what may stand in front of a number cited in a provision: its
// group's address, its component's, the main component's.
func (x *index) prefixes(in *revision.Provision) []string {
	var out []string
	address := strings.ToLower(in.EID)
	for {
		i := strings.LastIndexByte(address, '/')
		if i < 0 {
			break
		}
		address = address[:i]
		out = append(out, address+"/")
	}
	return append(out, "")
}

// between lists the provisions from one target to another that are its later
// siblings; where they are none, both ends.
func (x *index) between(from, to Target) []Target {
	ends := []Target{from, to}
	if from.Provision == nil || to.Provision == nil {
		return ends
	}
	parent := x.parent[from.Provision]
	if parent == nil || parent != x.parent[to.Provision] {
		return x.betweenNumbers(from, to)
	}
	i, j := slices.Index(parent.Children, from.Provision), slices.Index(parent.Children, to.Provision)
	if i > j {
		return ends
	}
	var out []Target
	for _, p := range parent.Children[i : j+1] {
		if p.Kind == revision.KindClause {
			out = append(out, Target{Provision: p, Number: strings.TrimPrefix(p.EID, x.component[p])})
		}
	}
	return out
}

// betweenNumbers lists articles of different groups by their whole numbers: chapters
// may part articles 5 to 7.
func (x *index) betweenNumbers(from, to Target) []Target {
	a, errA := strconv.Atoi(from.Number)
	b, errB := strconv.Atoi(to.Number)
	const longest = 1000
	if errA != nil || errB != nil || b < a || b-a > longest {
		return []Target{from, to}
	}
	var out []Target
	prefix := x.component[from.Provision]
	for n := a; n <= b; n++ {
		if p := x.at(prefix, strconv.Itoa(n)); p != nil {
			out = append(out, Target{Provision: p, Number: strconv.Itoa(n)})
		}
	}
	return out
}
