package ingest

import (
	"slices"

	"conceptdiff/internal/revision"
)

// usualRanks are the grouping units, the widest first, as most texts nest them.
var usualRanks = []revision.Unit{
	revision.UnitBook, revision.UnitPart, revision.UnitSubpart, revision.UnitTitle, revision.UnitSubtitle,
	revision.UnitDivision, revision.UnitChapter, revision.UnitSection, revision.UnitSubsection,
}

// unitRanks says for each grouping unit of a text how wide it is, from 1, the
// widest. Legal systems nest them differently (a German Titel stands in an
// Abschnitt, an American part in a title), so that the text decides: where one
// heading follows another with nothing numbered between, the first holds the
// second. Without a majority the usual order holds. The units of plans, goals
// and the like, follow in the order in which they first appear.
func unitRanks(blocks []block) map[revision.Unit]int {
	above := map[[2]revision.Unit]int{}
	var plans []revision.Unit
	last, lastAt := revision.Unit(""), 0
	for i := range blocks {
		if !blocks[i].numbered() {
			continue
		}
		u := blocks[i].label.Unit
		if u.Plans() && !slices.Contains(plans, u) {
			plans = append(plans, u)
		}
		const title = 3 // blocks from one heading to the next
		if last.Groups() && u.Groups() && u != last && i-lastAt <= title {
			above[[2]revision.Unit{last, u}]++
		}
		last, lastAt = u, i
	}
	left := slices.Clone(usualRanks)
	ranks := map[revision.Unit]int{}
	for len(left) > 0 {
		k := max(0, slices.IndexFunc(left, func(u revision.Unit) bool {
			return !slices.ContainsFunc(left, func(o revision.Unit) bool {
				return above[[2]revision.Unit{o, u}] > above[[2]revision.Unit{u, o}]
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
