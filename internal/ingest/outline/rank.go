package outline

import (
	"slices"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// usualRanks are the grouping units, the widest first, as most texts nest them.
var usualRanks = []numbering.Unit{
	numbering.UnitBook, numbering.UnitPart, numbering.UnitSubpart, numbering.UnitTitle, numbering.UnitSubtitle,
	numbering.UnitDivision, numbering.UnitChapter, numbering.UnitSection, numbering.UnitSubsection,
}

// unitRanks says for each grouping unit of a text how wide it is, from 1, the
// widest. Legal systems nest them differently (a German Titel stands in an
// Abschnitt, an American part in a title), so that the text decides: where one
// heading follows another with nothing numbered between, the first holds the
// second. Without a majority the usual order holds. The units of plans, goals
// and the like, follow in the order in which they first appear.
func unitRanks(blocks []layout.Block) map[numbering.Unit]int {
	above := map[[2]numbering.Unit]int{}
	var plans []numbering.Unit
	last, lastAt := numbering.Unit(""), 0
	for i := range blocks {
		if !blocks[i].Numbered() {
			continue
		}
		u := blocks[i].Label.Unit
		if u.Plans() && !slices.Contains(plans, u) {
			plans = append(plans, u)
		}
		const title = 3 // blocks from one heading to the next
		if last.Groups() && u.Groups() && u != last && i-lastAt <= title {
			above[[2]numbering.Unit{last, u}]++
		}
		last, lastAt = u, i
	}
	left := slices.Clone(usualRanks)
	ranks := map[numbering.Unit]int{}
	for len(left) > 0 {
		k := max(0, slices.IndexFunc(left, func(u numbering.Unit) bool {
			return !slices.ContainsFunc(left, func(o numbering.Unit) bool {
				return above[[2]numbering.Unit{o, u}] > above[[2]numbering.Unit{u, o}]
			})
		}))
		ranks[left[k]] = len(ranks) + 1
		left = slices.Delete(left, k, k+1)
	}
	for _, u := range plans {
		ranks[u] = len(ranks) + 1
	}
	return ranks
}

// placePlan places a unit of a plan: beside the open ones of its kind, below the
// wider ones, and else in the innermost group, section or headed clause.
func (b *builder) placePlan(lv *level) {
	for k := 1; k < len(b.stack); k++ {
		if open := b.stack[k]; open.label.Unit.Plans() && open.rank >= lv.rank {
			b.popTo(k)
			return
		}
	}
	for len(b.stack) > 1 && b.top().p.Kind == revision.KindClause && (b.top().list || b.top().p.Heading == "") {
		b.popTo(len(b.stack) - 1)
	}
}
