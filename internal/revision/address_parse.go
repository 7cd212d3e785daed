package revision

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// ParseAddress understands what people type for an address and gives the
// canonical form, in lower case where the printed case is not known to matter:
// «4.1.1.», «§4.1.1», «Article 12(2)(a)», «maddə 4.1.1», «12-ci maddə»,
// «статья 5», «clause 4.1», «annex 2/3», «Title II», «Final provisions».
// Whether the address exists is for [Revision.Lookup] to say.
func ParseAddress(s string) string {
	s = strings.TrimSpace(s)
	var out []string
	for seg := range strings.SplitSeq(s, "/") {
		if seg = parseSegment(seg); seg != "" {
			out = append(out, seg)
		}
	}
	return strings.Join(out, "/")
}

// parseSegment reads what stands between two slashes.
func parseSegment(s string) string {
	s = strings.TrimSpace(s)
	if strings.Contains(s, "~") || isStep(s) {
		return s
	}
	if l, rest, ok := numbering.CutLabel(s); ok && rest == "" && l.Num != "" {
		switch {
		case l.Unit == numbering.UnitArticle:
			return l.Num // Geçici Madde 1
		case l.Unit.Plans():
			return string(l.Unit) + "-" + strings.ToLower(l.Num)
		}
	}
	var front []string // annex-2, title-ii
	var num []string
	for t := s; ; {
		t = strings.TrimLeftFunc(t, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(",;.([§", r)
		})
		if t == "" {
			break
		}
		unit := numbering.Unit("")
		n := numbering.WordEnd(t)
		if u := numbering.UnitOf(t[:n]); u != "" && n > 0 {
			rest := strings.TrimLeft(t[n:], " .\u00a0-№([")
			if rest == "" && len(num) > 0 {
				break // «12-ci maddə»
			}
			if rest == "" {
				return slug(s)
			}
			unit, t = u, rest
		}
		v, k := numbering.ScanNumber(t)
		if k == 0 {
			return slug(s)
		}
		t = strings.TrimLeft(t[k:], ".)] ")
		switch {
		case unit == numbering.UnitAnnex || unit.Groups() && unit != numbering.UnitSection:
			front = append(front, string(unit)+"-"+strings.ToLower(v))
		default:
			num = append(num, v)
		}
	}
	if len(num) > 0 {
		front = append(front, strings.Join(num, "."))
	}
	return strings.Join(front, "/")
}

// isStep reports whether s is a paragraph's or item's step: p4, i2.
func isStep(s string) bool {
	return len(s) > 1 && (s[0] == 'p' || s[0] == 'i') && numbering.LeadingDigits(s[1:]) == s[1:]
}

// Lookup finds the provision a person means by what was typed: an address as it
// stands, one in words as lists write it («4.1.1, paragraph 6, item 2»), or any form that
// [ParseAddress] understands; letter case does not
// matter, nor do the groups that a group stands in when no other has its number. When nothing is found it returns nil and the nearest addresses.
func (r *Revision) Lookup(typed string) (*Provision, []string) {
	byFold := map[string]*Provision{}
	var all []string
	r.Walk(func(p *Provision) bool {
		addr := p.Address()
		all = append(all, addr)
		if key := strings.ToLower(addr); byFold[key] == nil {
			byFold[key] = p
		}
		return true
	})
	if p := r.Find(strings.TrimSpace(typed)); p != nil {
		return p, nil
	}
	if p := r.written(typed); p != nil {
		return p, nil
	}
	addr := ParseAddress(typed)
	if p := r.Find(addr); p != nil {
		return p, nil
	}
	for _, key := range []string{strings.ToLower(addr), strings.ToLower(strings.TrimSpace(typed)), slug(typed)} {
		if p := byFold[key]; p != nil {
			return p, nil
		}
	}
	if p := r.labelled(typed); p != nil {
		return p, nil
	}
	if p := r.lastStep(addr); p != nil {
		return p, nil
	}
	return nil, Nearest(addr, all, 3)
}

// lastStep finds the group that an address names without those it stands in:
// objective-1.1 for pillar-1/objective-1.1. nil when there is none or more than
// one.
func (r *Revision) lastStep(addr string) *Provision {
	var found []*Provision
	r.Walk(func(p *Provision) bool {
		if p.Kind == KindPart && strings.HasSuffix(p.EID, "/"+addr) {
			found = append(found, p)
		}
		return true
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// Nearest lists up to n of the addresses that are most like addr, best first:
// those that share its beginning, then those that differ in few characters.
// Paragraphs and items are named only when addr names one.
func Nearest(addr string, among []string, n int) []string {
	type near struct {
		addr string
		cost int
	}
	want := []rune(strings.ToLower(addr))
	if len(want) > 80 {
		want = want[:80]
	}
	deep := strings.Contains(addr, "/p") || strings.Contains(addr, "/i")
	var found []near
	for _, s := range among {
		if !deep && (strings.Contains(s, "/p") || strings.Contains(s, "/i")) {
			continue
		}
		if utf8.RuneCountInString(s) > 120 {
			continue
		}
		got := []rune(strings.ToLower(s))
		cost := 2*distance(want, got) - common(want, got)
		if cost <= len(want)+1 {
			found = append(found, near{s, cost})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.cost - b.cost })
	var out []string
	for _, f := range found[:min(n, len(found))] {
		out = append(out, f.addr)
	}
	return out
}

func common(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// distance is the Levenshtein distance, in one row.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diag := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diag
			if x != y {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, diag+1)
		}
	}
	return row[len(b)]
}

// labelled finds the clause whose own label is the one typed: «part 2» where a clause is
// called so, and not what groups clauses.
func (r *Revision) labelled(typed string) *Provision {
	l, rest, ok := numbering.CutLabel(strings.TrimSpace(typed))
	if !ok || rest != "" || l.Unit == "" || l.Num == "" {
		return nil
	}
	var found *Provision
	r.Walk(func(p *Provision) bool {
		if found == nil && p.Kind == KindClause && p.Label.Unit == l.Unit && p.Label.Num == l.Num {
			found = p
		}
		return found == nil
	})
	return found
}
