package compare

import (
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// InheritWIDs gives every provision of the new revision its identity: that of
// the provision it became from, or one of its own ("draft/4.4") where it first
// appears. Old provisions must have theirs. Of several clauses that one was
// split into, the main one inherits. Paragraphs and items inherit from those
// whose words they keep; one that moved, from the one with the same text.
func InheritWIDs(c *Comparison) {
	used := map[string]bool{}
	give := func(from, to *revision.Provision) {
		if from.WID != "" && to.WID == "" && !used[from.WID] {
			to.WID = from.WID
			used[from.WID] = true
		}
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.mainOld != nil && ch.mainNew != nil {
			give(ch.mainOld.Provision, ch.mainNew.Provision)
		}
	}
	for i := range c.Changes {
		for _, p := range blockPairs(&c.Changes[i]) {
			give(p[0], p[1])
		}
	}
	for _, p := range movedBlocks(c, used) {
		give(p[0], p[1])
	}
	c.New.Walk(func(p *revision.Provision) bool {
		if p.WID == "" {
			p.WID = FirstWID(c.New.Label, p)
		}
		return true
	})
}

// FirstWID is the identity of a provision that first appears in the revision
// with that label.
func FirstWID(label string, p *revision.Provision) string {
	return label + "/" + p.Address()
}

// blockPairs pairs the paragraphs and items of a change: those joined by the
// most kept words, in the order of the new text.
func blockPairs(ch *Change) [][2]*revision.Provision {
	olds, news := blocksOf(ch.Old), blocksOf(ch.New)
	type link struct{ o, n int }
	kept := map[link]int{}
	var order []link
	for p := range ch.Parts() {
		if p.Op != Keep || p.New == "" {
			continue
		}
		l := link{p.OldAt.Line, p.NewAt.Line}
		if kept[l] == 0 {
			order = append(order, l)
		}
		kept[l] += len(p.New)
	}
	best := map[int]int{} // new block → old block
	for _, l := range order {
		if b, ok := best[l.n]; !ok || kept[l] > kept[link{b, l.n}] {
			best[l.n] = l.o
		}
	}
	var out [][2]*revision.Provision
	for n := range news {
		o, ok := best[n]
		if !ok || o >= len(olds) || news[n].Provision.IsClause() || olds[o].Provision.IsClause() {
			continue
		}
		if 2*kept[link{o, n}] >= len(news[n].Text) || 2*kept[link{o, n}] >= len(olds[o].Text) {
			out = append(out, [2]*revision.Provision{olds[o].Provision, news[n].Provision})
		}
	}
	return out
}

// movedBlocks pairs the paragraphs and items that have found no partner in
// their own change with those of the same words anywhere, where those words stand
// only once on both sides.
func movedBlocks(c *Comparison, used map[string]bool) [][2]*revision.Provision {
	type seen struct {
		old, new   *revision.Provision
		olds, news int
	}
	texts := map[uint64]*seen{}
	lex := textdiff.NewLexicon(c.language())
	loose := func(clauses []*revision.Clause, free func(*revision.Provision) bool, f func(*seen, *revision.Provision)) {
		for _, blk := range blocksOf(clauses) {
			if p := blk.Provision; !p.IsClause() && free(p) {
				key := textdiff.HashWords(lex.Tokens(p.Text))
				if texts[key] == nil {
					texts[key] = &seen{}
				}
				f(texts[key], p)
			}
		}
	}
	loose(c.OldClauses, func(p *revision.Provision) bool { return !used[p.WID] },
		func(s *seen, p *revision.Provision) { s.old, s.olds = p, s.olds+1 })
	loose(c.NewClauses, func(p *revision.Provision) bool { return p.WID == "" },
		func(s *seen, p *revision.Provision) { s.new, s.news = p, s.news+1 })
	var out [][2]*revision.Provision
	for _, blk := range blocksOf(c.NewClauses) {
		s := texts[textdiff.HashWords(lex.Tokens(blk.Text))]
		if s != nil && s.new == blk.Provision && s.olds == 1 && s.news == 1 {
			out = append(out, [2]*revision.Provision{s.old, s.new})
		}
	}
	return out
}
