package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// The bounds of the evidence, in shares of a provision's letters.
const (
	mostStays   = 0.5  // from here on a provision lives on
	littleStays = 0.15 // up to here it does not, if nothing like it is found
	aPart       = 0.2  // from here on one of several places counts
	nearlyAll   = 0.8  // from here on one place counts alone
	joined      = 0.3  // part of a new provision that comes from others, from which it is a merger
	mostlyTaken = 0.8  // part of a new provision that comes from old ones, from which it is no candidate
	likeEnough  = 0.35 // likeness from which a removed provision needs a look
	mentionable = 0.2  // likeness from which a candidate is shown
)

// followClause reads the fate of a whole clause off its change.
func (k *carrier) followClause(item *Carried, ch *compare.Change) {
	var pair []Target
	for _, n := range ch.New {
		pair = append(pair, Target{n.Provision, n})
	}
	switch ch.Kind {
	case compare.Removed:
		k.gone(item)
		return
	case compare.Split, compare.Merged:
		pair = k.receivers(item, pair)
		item.Outcome = Follows
		item.Why = because(WhySplit, addresses(pair))
		if ch.Kind == compare.Merged {
			item.Why = because(WhyMerged, ch.OldAddresses(), addresses(pair))
		}
	case compare.Unchanged:
		item.Outcome, item.Basis = CarriedOver, ch.Basis
	default:
		item.Outcome, item.Basis = TextChanged, ch.Basis
	}
	if ch.Uncertain && ch.Kind != compare.Unchanged {
		item.Outcome, item.Why, item.Basis = NeedsLook, because(WhyUncertain), ch.Basis
		item.Candidates = k.candidates(Words(item.Provision), pair)
		return
	}
	if ch.Moved && item.Outcome != Follows {
		item.Outcome, item.Why, item.Basis = Follows, because(WhyMoved, addresses(pair)), nil
	}
	item.To = pair
}

// receivers narrows the new clauses of a split or merger to those that took words
// of this one.
func (k *carrier) receivers(item *Carried, all []Target) []Target {
	total, places := k.places(item.Provision, scopeOf(item.Provision))
	var out []Target
	for _, t := range all {
		for _, p := range places {
			if p.at == t.Provision && float64(p.letters) >= aPart/2*float64(total) {
				out = append(out, t)
			}
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// followPart follows the words of a paragraph or an item.
func (k *carrier) followPart(item *Carried, ch *compare.Change) {
	deciding := scopeOf(item.Provision)
	if item.Provision.Text != "" {
		deciding = scope{item.Provision: true} // a list can lose items and stay the list
	}
	total, places := k.places(item.Provision, deciding)
	stays := 0
	for _, p := range places {
		stays += p.letters
	}
	if len(places) == 0 || float64(stays) < mostStays*float64(total) {
		k.gone(item)
		return
	}
	var to []Target
	moved := false
	for i, p := range places {
		alone := i == 0 && float64(p.letters) >= nearlyAll*float64(stays)
		if i == 0 || float64(p.letters) >= aPart*float64(total) {
			to = append(to, Target{p.at, k.clauseOf[p.at]})
			moved = moved || p.moved || !slices.Contains(ch.New, k.clauseOf[p.at])
		}
		if alone {
			break
		}
	}
	item.To = to
	with := k.mergedWith(item.Provision, to[0].Provision)
	switch {
	case len(to) > 1:
		item.Outcome, item.Why = Follows, because(WhyWordsWent, addresses(to))
	case with != "":
		item.Outcome, item.Why = Follows, because(WhyJoined, with, addresses(to))
	case moved:
		item.Outcome, item.Why = Follows, because(WhyMoved, addresses(to))
	case ch.Moved:
		item.Outcome, item.Why = Follows, because(WhyMovedWith, addresses(to))
	case ch.Kind == compare.Split:
		item.Outcome, item.Why = Follows, because(WhyClauseSplit, addresses(to))
	case ch.Kind == compare.Merged:
		item.Outcome, item.Why = Follows, because(WhyClauseMerged, addresses(to))
	default:
		item.Outcome, item.Why = CarriedOver, because(WhyWordsStand, addresses(to))
	}
	k.show(item)
	if ch.Uncertain && !item.Same {
		item.To, item.Edits = nil, nil
		item.Outcome, item.Why, item.Basis = NeedsLook, because(WhyUncertainOf), ch.Basis
		item.Candidates = k.candidates(Words(item.Provision), to)
	}
}

// places lists where the letters of the provisions in a scope stand, most first,
// each place of the kind that p is: clause, paragraph or item.
func (k *carrier) places(p *revision.Provision, of scope) (total int, out []arrival) {
	sum := make(map[*revision.Provision]*arrival)
	for _, q := range ownLines(p) {
		if !of[q] {
			continue
		}
		total += letters(q.Heading) + letters(q.Text)
		for _, a := range k.flow.arrivals[q] {
			at := k.like(p, a.at)
			if at == nil {
				continue
			}
			if sum[at] == nil {
				sum[at] = &arrival{at: at, moved: true}
				out = append(out, arrival{at: at})
			}
			sum[at].letters += a.letters
			sum[at].moved = sum[at].moved && a.moved
		}
	}
	for i := range out {
		out[i] = *sum[out[i].at]
	}
	slices.SortStableFunc(out, func(a, b arrival) int { return cmp.Compare(b.letters, a.letters) })
	return total, out
}

func ownLines(p *revision.Provision) []*revision.Provision {
	var out []*revision.Provision
	p.Walk(func(q *revision.Provision) bool {
		if q != p && q.IsClause() {
			return false
		}
		out = append(out, q)
		return true
	})
	return out
}

// like raises a place to the level of p: its clause, its paragraph, or itself.
func (k *carrier) like(p, at *revision.Provision) *revision.Provision {
	cl := k.clauseOf[at]
	switch {
	case cl == nil:
		return nil
	case p.IsClause():
		return cl.Provision
	case p.Kind == revision.KindParagraph:
		for q := at; q != nil && !q.IsClause(); q = k.parent[q] {
			if q.Kind == revision.KindParagraph {
				return q
			}
		}
	}
	return at
}

// mergedWith names the old provision from which a good part of the new one comes,
// beside p; "" when none.
func (k *carrier) mergedWith(p, to *revision.Provision) string {
	own := scopeOf(p)
	var best *revision.Provision
	most := 0
	for q, n := range k.flow.sources[to] {
		if !own[q] && (n > most || n == most && best != nil && q.Address() < best.Address()) {
			best, most = q, n
		}
	}
	if best == nil || float64(most) < joined*float64(max(1, letters(to.Heading)+letters(to.Text))) {
		return ""
	}
	return best.Address()
}

// gone settles a provision of which little or nothing stands: answered when nothing
// like it is found, else put before a person.
func (k *carrier) gone(item *Carried) {
	total, places := k.places(item.Provision, scopeOf(item.Provision))
	stays := 0
	var some []Target
	for _, p := range places {
		stays += p.letters
		if float64(p.letters) >= littleStays*float64(total) {
			some = append(some, Target{p.at, k.clauseOf[p.at]})
		}
	}
	if len(some) > 0 && float64(stays) >= mostStays*float64(total) {
		item.Outcome, item.To = Follows, some
		item.Why = because(WhyWordsStand, addresses(some))
		return
	}
	if same := k.sameWords(item.Provision); same != nil {
		item.Outcome, item.To = Follows, []Target{*same}
		item.Why = because(WhyOnlyThere, addresses(item.To))
		return
	}
	found := k.candidates(Words(item.Provision), some)
	near := slices.ContainsFunc(found, func(c Candidate) bool { return c.Score >= likeEnough })
	if float64(stays) > littleStays*float64(total) || near {
		item.Outcome, item.Candidates = NeedsLook, found
		item.Why = because(WhyLittleStands)
		return
	}
	item.Outcome, item.Why = Answered, because(WhyWordsGone)
}

// fewLetters is the length below which the same words may stand in two places by
// chance.
const fewLetters = 20

// sameWords finds the one new provision that has the words of p and is not what
// became of another. The comparison does not call it a move where the punctuation
// differs.
func (k *carrier) sameWords(p *revision.Provision) *Target {
	key := onlyLetters(Words(p))
	if len(key) < fewLetters {
		return nil
	}
	var found []*revision.Provision
	for _, q := range k.similarity().provisions {
		if q.IsClause() == p.IsClause() && onlyLetters(Words(q)) == key {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return &Target{found[0], k.clauseOf[found[0]]}
}

func addresses(to []Target) []string {
	var out []string
	for _, t := range to {
		out = append(out, t.Provision.Address())
	}
	return out
}

func visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) })
}
