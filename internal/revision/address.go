package revision

import (
	"strconv"
	"strings"

	"conceptdiff/internal/numbering"
)

// AssignEIDs gives every provision below the components its address, unique in
// the revision. The components' own EIDs ("" for the main one, "order",
// "annex-2") must be set and stay.
//
//   - Dotted numbers stand alone: 4.1.1. is 4.1.1 wherever it stands. Other
//     numbers and letters continue their parent's address: Article 12, (2), (a)
//     is 12.2.a.
//   - Articles and § are numbered through, whatever they stand in: Article 12 is 12.
//     Numbers in brackets beside them, or beside 1. and 1.1, at the top are recitals:
//     recital-3.
//   - Titles, chapters and parts are title-ii, title-ii/chapter-1. They prefix
//     the addresses below them only where clause numbers start again in each.
//   - A heading without a number is its slug: introduction, final-provisions.
//     Letters of any script are kept, in lower case.
//   - Paragraphs and items are counted inside what they stand in: 4.1.1/p6/i2.
//   - A component's EID stands in front: order/4.1.
//   - A number that another section has already stands behind its own section's
//     address: references/1.
//   - Where two provisions would have one address the one that prints it in full
//     keeps it, then the first; the others get ~2, ~3.
func AssignEIDs(components []*Provision) {
	a := &addresser{used: map[string]bool{PrefaceEID: true}, next: map[string]int{}, owner: map[string]*Provision{}, home: map[string]string{}}
	for _, comp := range components {
		comp.Walk(func(p *Provision) bool {
			p.Label = p.Labelled()
			return true
		})
		a.used[comp.EID] = true
		a.owner[PrefaceEID] = comp
	}
	for _, a.reserving = range []bool{true, false} {
		for _, comp := range components {
			prefix := ""
			if comp.EID != "" {
				prefix = comp.EID + "/"
			}
			a.restart = numbersRestart(comp)
			a.recitals = hasArticles(comp) || hasSections(comp)
			a.children(comp, scope{addr: comp.Address(), base: prefix, group: prefix})
		}
	}
}

// addresser walks the tree twice: first to learn which addresses are printed in
// full, then to give them out.
type addresser struct {
	reserving bool
	restart   bool // clause numbers start again in each group
	recitals  bool // numbers in brackets beside the component's clauses are its recitals
	owner     map[string]*Provision
	used      map[string]bool
	next      map[string]int
	home      map[string]string // of the address of a top clause: the group that it stands in
}

// scope is what a provision hands down to those below it.
type scope struct {
	addr   string   // address of the provision itself: paragraphs and items are counted under it
	number string   // address that a number below continues: that of the nearest clause
	base   string   // what stands in front of a number that does not continue the provision's own
	group  string   // prefix of a group or section: base or the enclosing group's address and a slash
	parts  []string // the provision's number, when it is decimal
	clause bool     // the provision has a number of its own
	roman  int      // the provision's number, when it is an article's Roman one
	up     *scope
}

func (a *addresser) children(p *Provision, s scope) {
	paragraphs, items := 0, 0
	var before *scope // of the clause before: 2.1 that was inserted after 2 continues its number
	var last numbering.Label
	for _, c := range p.Children {
		var want string
		next := scope{base: s.base, group: s.group, up: &s}
		full := false
		switch c.Kind {
		case KindParagraph:
			paragraphs++
			want = s.addr + "/p" + strconv.Itoa(paragraphs)
		case KindItem:
			items++
			want = s.addr + "/i" + strconv.Itoa(items)
		case KindPart, KindSection:
			want = s.group + groupSlug(c)
			if s.clause {
				want = s.addr + "/" + groupSlug(c)
			}
		default:
			in := &s
			if before != nil && (p.Label.Unit != "" || p.Label.Form != c.Label.Form) && insertedAfter(last, c.Label) {
				in, next.up = before, before
			}
			want, full = a.clauseAddress(c, *in, &next)
			next.clause = true
			if !in.clause {
				want = a.apart(want, s)
			}
		}
		addr := a.give(c, want, full)
		next.addr, next.number = addr, addr
		if c.Kind == KindClause && c.Label.Depth() == 1 {
			before, last = &next, c.Label
		}
		switch c.Kind {
		case KindParagraph, KindItem:
			// What stands below continues the enclosing clause.
			next.number, next.parts, next.clause = s.number, s.parts, s.clause
		case KindPart, KindSection:
			next.group = addr + "/"
			if a.restart && !s.clause {
				next.base = addr + "/"
			}
			if s.clause {
				next.clause, next.parts = true, s.parts
			}
		}
		a.children(c, next)
	}
}

// insertedAfter reports whether a dotted number begins with that of the clause before,
// beside which it stands.
func insertedAfter(before, l numbering.Label) bool {
	return l.Unit == "" && before.Unit == "" && l.Form == before.Form && l.Depth() == 2 && hasPrefix(l.Decimal(), before.Decimal())
}

// apart puts the group or section in front of a clause's address that another one
// took: references/1 rather than a second 1. A number printed in full stays.
func (a *addresser) apart(want string, s scope) string {
	num := strings.TrimPrefix(want, s.base)
	if a.reserving || strings.Contains(num, ".") {
		return want
	}
	home, taken := a.home[want]
	if !taken {
		a.home[want] = s.group
	}
	if taken && home != s.group && s.group != s.base && !a.used[s.group+num] {
		return s.group + num
	}
	return want
}

// clauseAddress finds a numbered provision's address and reports whether the
// number is printed in full.
func (a *addresser) clauseAddress(c *Provision, s scope, next *scope) (addr string, full bool) {
	l := c.Label
	if l.Num == "" {
		num := slug(c.Num)
		if num == "" {
			num = "x"
		}
		if s.clause {
			return s.number + "." + num, false
		}
		return s.base + num, false
	}
	parts := l.Decimal()
	next.parts = parts
	if l.Unit == numbering.UnitArticle {
		next.roman = numbering.Roman(l.Num)
	}
	if l.Form == numbering.FormDot && len(parts) == 0 {
		next.parts = []string{l.Num} // A. holds A.1
	}
	if len(parts) > 1 {
		for up := &s; up != nil; up = up.up {
			if up.clause && len(up.parts) < len(parts) && hasPrefix(parts, up.parts) {
				next.base = up.base
				// Part 1.1 of Article 5 is 5.1.1, which it does not print.
				return up.base + l.Num, !strings.HasSuffix(up.base, ".")
			}
		}
	}
	switch {
	case !s.clause && a.recitals && l.Form == numbering.FormParens:
		return s.base + "recital-" + l.Num, false
	case !s.clause || l.Unit == numbering.UnitArticle || l.Unit == numbering.UnitAppendix:
		next.base = s.base
		return s.base + l.Num, l.Unit != "" || len(parts) > 1
	case l.Unit != "" && strings.Contains(l.Num, "-") || len(parts) > 1 && s.roman == number(parts[0]):
		// § 5-101 below Article 1, 3.1 below ARTICLE III: no other has it.
		next.base = s.base
		return s.base + l.Num, true
	case len(parts) > 1 && allDecimal(&s):
		// A number out of line: 4.7.2 below 3.1.
		next.base = s.base
		return s.base + l.Num, true
	}
	next.base = s.number + "."
	return s.number + "." + l.Num, false
}

// number is the value of the digits at the start of s.
func number(s string) int {
	v, _ := strconv.Atoi(numbering.LeadingDigits(s))
	return v
}

func allDecimal(s *scope) bool {
	for ; s != nil; s = s.up {
		if s.clause && len(s.parts) < 2 {
			return false
		}
	}
	return true
}

func hasPrefix(parts, prefix []string) bool {
	if len(prefix) == 0 || len(parts) < len(prefix) {
		return false
	}
	for i, p := range prefix {
		if parts[i] != p {
			return false
		}
	}
	return true
}

// give makes want unique.
func (a *addresser) give(p *Provision, want string, full bool) string {
	if a.reserving {
		if full && a.owner[want] == nil {
			a.owner[want] = p
		}
		return want
	}
	if o := a.owner[want]; !a.used[want] && (o == nil || o == p) {
		a.used[want] = true
		p.EID = want
		return want
	}
	n := max(a.next[want], 2)
	addr := want + "~" + strconv.Itoa(n)
	for a.used[addr] {
		n++
		addr = want + "~" + strconv.Itoa(n)
	}
	a.next[want] = n + 1
	a.used[addr] = true
	p.EID = addr
	return addr
}

// numbersRestart reports whether clause numbers start again in the component's
// groups, so that a number alone does not say which clause is meant.
func numbersRestart(comp *Provision) bool {
	var first numbering.Label
	same, groups := 0, 0
	var walk func(*Provision)
	walk = func(p *Provision) {
		began := false
		for _, c := range p.Children {
			switch {
			case c.Kind == KindPart || c.Kind == KindSection:
				walk(c)
			case c.Kind == KindClause && !began:
				began = true
				groups++
				l := c.Label
				if first.Num == "" {
					first = l
				}
				if l.Num == first.Num && l.Unit == first.Unit && (l.Form == numbering.FormParens) == (first.Form == numbering.FormParens) && l.Num != "" {
					same++
				}
			}
		}
	}
	walk(comp)
	return same > 1 && same*2 > groups
}

// hasArticles reports whether the component holds articles that stand in no
// other clause.
func hasArticles(p *Provision) bool {
	for _, c := range p.Children {
		if c.Kind == KindClause {
			if l := c.Label; l.Unit == numbering.UnitArticle {
				return true
			}
		} else if c.IsClause() && hasArticles(c) {
			return true
		}
	}
	return false
}

// hasSections reports whether the component holds sections that stand in no
// other clause: 1. with 1.1 below it.
func hasSections(p *Provision) bool {
	for _, c := range p.Children {
		switch {
		case c.Kind == KindClause:
			if l := c.Label; l.Form != numbering.FormDot || l.Depth() != 1 {
				continue
			}
			for _, inner := range c.Children {
				if l := inner.Label; inner.Kind == KindClause && l.Depth() > 1 {
					return true
				}
			}
		case c.IsClause() && hasSections(c):
			return true
		}
	}
	return false
}
