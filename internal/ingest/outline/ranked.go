package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
	"conceptdiff/internal/revision"
)

// familyKey is what the labels of one family have in common, or the headings of one
// kind. It is a key of maps: two labels with one key are of one family.
type familyKey struct {
	unit  numbering.Unit
	form  numbering.Form
	roman bool // or a letter
	alpha bool // a letter, of a form that Roman numerals have, too
	upper bool
	deep  bool // a dotted number
	// A heading without a number stands for itself, before the labels of a family,
	// or it opens with a word that many open with: «Principle: …».
	heading bool
	before  int
	opening string
	outer   bool // right above another that looks like it
}

// ranking is the families of a text and which stands above which.
type ranking struct {
	of    []int // family of each block, -1 for none
	keys  []familyKey
	order *family.Order
	// groups says which families only group those below them, whose numbers run on
	// from one to the next.
	groups   []bool
	sections bool // «Section» groups articles
}

// keyOf is the family of a label. All dotted numbers of one form are one family,
// whatever their depth; all numbers with one word are.
func keyOf(l numbering.Label) familyKey {
	if l.Unit != "" || l.Form == numbering.FormCode {
		return familyKey{unit: l.Unit, form: numbering.FormWord, deep: l.Form == numbering.FormCode}
	}
	k := familyKey{form: l.Form}
	d := l.Decimal()
	if k.deep = len(d) > 1; len(d) == 0 {
		r, _ := utf8.DecodeRuneInString(l.Num)
		k.roman, k.upper = true, unicode.IsUpper(r)
	}
	return k
}

// rankFamilies finds the families of the blocks, those of their headings
// included, and their order.
func rankFamilies(blocks []layout.Block, counters []counter, heads *headings) *ranking {
	r := &ranking{of: make([]int, len(blocks))}
	index := map[familyKey]int{}
	at := func(k familyKey) int {
		f, ok := index[k]
		if !ok {
			f = len(r.keys)
			index[k] = f
			r.keys = append(r.keys, k)
		}
		return f
	}
	for i := range blocks {
		r.of[i] = -1
		if blocks[i].Numbered() {
			k := keyOf(blocks[i].Label)
			k.alpha = counters[i] == letter
			r.of[i] = at(k)
		}
	}
	for i := range blocks {
		if k, ok := heads.section[i]; ok {
			k.heading = true
			if k.before > 0 {
				k.before = 1 + r.of[k.before]
			}
			r.of[i] = at(k)
		}
	}
	var events []family.Event
	last := -1
	for i, f := range r.of {
		if f < 0 {
			continue
		}
		const title = 3 // blocks from one heading to the next
		e := family.Event{Family: f, Direct: last >= 0 && i-last <= title && r.headsOnly(blocks, last, i)}
		if blocks[i].Numbered() {
			if e.Num = blocks[i].Label.Num; !r.keys[f].deep {
				e.Value = value(blocks[i].Label, counters[i])
			}
		}
		events = append(events, e)
		last = i
	}
	r.sections = sectionsGroup(blocks)
	plans := planUnits(blocks)
	r.order = family.NewOrder(len(r.keys), events, func(a, b int) int { return r.prior(a, b, plans) }, r.doubtful)
	r.findGroups()
	return r
}

// value is the place of a label in its sequence. Capitals that can be a Roman
// numeral are one.
func value(l numbering.Label, c counter) int {
	if v := numbering.Roman(l.Num); v > 0 && l.Num == strings.ToUpper(l.Num) && c != letter {
		return v
	}
	return l.Value()
}

// headsOnly reports whether nothing but headings stands between two labels. Then the
// second may stand directly below the first.
func (r *ranking) headsOnly(blocks []layout.Block, i, j int) bool {
	text := blocks[i].Text
	if blocks[i].Label.Unit != "" {
		text = strings.TrimSuffix(text, ".") // Chapter 1. Agency.
	}
	if !r.keys[r.of[i]].heading && text != "" && !layout.LooksLikeHeading(text) {
		return false
	}
	for k := i + 1; k < j; k++ {
		if !layout.LooksLikeHeading(blocks[k].Text) {
			return false
		}
	}
	return true
}

// planUnits are the units of plans in the order in which they first appear.
func planUnits(blocks []layout.Block) []numbering.Unit {
	var plans []numbering.Unit
	for i := range blocks {
		if u := blocks[i].Label.Unit; u.Plans() && !slices.Contains(plans, u) {
			plans = append(plans, u)
		}
	}
	return plans
}

// compare is positive when family a stands above family b. A heading that stands
// before labels of a family is right above them. It is 0 where nothing says so.
func (r *ranking) compare(a, b int) int {
	x, y := r.keys[a], r.keys[b]
	switch {
	case x.before > 0 && y.before > 0:
		return r.order.Compare(x.before-1, y.before-1)
	case x.before == b+1:
		return 1
	case y.before == a+1:
		return -1
	case x.before > 0:
		return r.order.Compare(x.before-1, b)
	case y.before > 0:
		return r.order.Compare(a, y.before-1)
	}
	return r.order.Compare(a, b)
}

// prior is the order that the tables know of two units. The larger the answer, the
// surer it is; what the text shows may outweigh it.
func (r *ranking) prior(a, b int, plans []numbering.Unit) int {
	x, y := r.keys[a], r.keys[b]
	switch {
	case x.heading && r.tableGroup(y):
		return -headingBelow
	case y.heading && r.tableGroup(x):
		return headingBelow
	case x.heading || y.heading:
		return 0
	}
	switch p, q := clausal(x), clausal(y); {
	case q && x.unit != "" && numbering.IsUnit(x.unit) && !x.unit.Plans() && x.unit != numbering.UnitPoint:
		return 1
	case p && y.unit != "" && numbering.IsUnit(y.unit) && !y.unit.Plans() && y.unit != numbering.UnitPoint:
		return -1
	}
	p, q := unitRank(x.unit, r.sections, plans), unitRank(y.unit, r.sections, plans)
	if p == 0 || q == 0 || p == q {
		return 0
	}
	return q - p
}

// headingBelow is how surely a heading above text stands below a chapter: two
// chapters that start again below such headings are needed to say otherwise.
const headingBelow = 1 + family.Slight

// tableGroup reports whether a family is of a unit that the tables know as one that
// groups clauses.
func (r *ranking) tableGroup(k familyKey) bool {
	return !k.heading && k.unit.Groups() && !k.unit.Plans() && (k.unit != numbering.UnitSection || r.sections)
}

// doubtful reports whether labels of family a hardly stand above those of b:
// numbers without a word above units that the tables know.
func (r *ranking) doubtful(a, b int) bool {
	x, y := r.keys[a], r.keys[b]
	return x.unit == "" && !x.heading && numbering.IsUnit(y.unit)
}

// clausal reports whether a family is of numbers without a word, 1. or 1 or (1):
// they stand below the units that the tables know.
func clausal(k familyKey) bool { return k.unit == "" && !k.heading && !k.roman && !k.deep }

// unitRank is how wide a unit usually is, from 1, the widest; 0 where the tables do
// not say. The numbers leave room for the plan's units, whose order is the text's
// own.
func unitRank(u numbering.Unit, sections bool, plans []numbering.Unit) int {
	switch {
	case u == "":
		return 0
	case u.Plans():
		return 20 + slices.Index(plans, u)
	case u == numbering.UnitSection && !sections:
		return 40 // a clause of its own
	case u == numbering.UnitArticle || u == numbering.UnitAppendix:
		return 40
	case u == numbering.UnitClause:
		return 40
	case u == numbering.UnitPoint:
		return 60
	}
	return 1 + slices.Index(usualRanks, u)
}

// findGroups finds the families of words that no table knows, and §, that group
// labels whose numbers run on from one to the next.
func (r *ranking) findGroups() {
	r.groups = make([]bool, len(r.keys))
	for f, k := range r.keys {
		if k.heading || k.unit == "" || k.unit.Groups() || k.unit == numbering.UnitArticle || k.unit == numbering.UnitPoint {
			continue
		}
		for g, below := range r.keys {
			if g != f && !below.heading && below.unit != "" && below.unit != numbering.UnitPoint && r.order.Above(f, g) && r.order.RunsOn(f, g) {
				r.groups[f] = true
			}
		}
	}
}

// grouping reports whether a label only groups the clauses below it.
func (r *ranking) grouping(lv *level) bool {
	u := lv.label.Unit
	if u == numbering.UnitSection {
		return r.sections
	}
	return u.Groups() || r.groups[lv.fam]
}

// keep is how many levels of the stack stay open above a label of lv's family:
// up to the innermost that stands above it, if none around that stands below.
func (r *ranking) keep(stack []*level, lv *level) int {
	keep := 1
	for k := 1; k < len(stack); k++ {
		switch c := r.above(stack[k], lv); {
		case c < 0 || stack[k].fam == lv.fam:
			return keep
		case c > 0:
			keep = k + 1
		}
	}
	return keep
}

// above is positive when an open provision stands above a label of lv's family,
// negative when below, 0 where nothing says so.
func (r *ranking) above(open, lv *level) int {
	if open.fam < 0 {
		if open.p.Kind == revision.KindSection && isCodePart(open.p.Heading) {
			return 1
		}
		return 0
	}
	if c := r.compare(open.fam, lv.fam); c != 0 {
		return c
	}
	if open.p.Heading != "" && !open.list && r.keys[lv.fam].unit.Plans() && open.fam != lv.fam {
		return 1
	}
	return 0
}

// opensWith is the word and colon that a heading opens with, «Principle:».
func opensWith(s string) string {
	i := strings.Index(s, ": ")
	if i <= 0 || strings.IndexByte(s[:i], ' ') >= 0 {
		return ""
	}
	return strings.ToLower(s[:i])
}

// usualRanks are the grouping units, the widest first, as most texts nest them.
var usualRanks = []numbering.Unit{
	numbering.UnitBook, numbering.UnitPart, numbering.UnitSubpart, numbering.UnitTitle, numbering.UnitSubtitle,
	numbering.UnitDivision, numbering.UnitChapter, numbering.UnitSection, numbering.UnitSubsection,
}
