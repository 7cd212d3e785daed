package onto

import (
	"slices"

	"conceptdiff/internal/render/docx/stream"
)

// merge makes the streams of all segments, in the order of the document.
func (o *overlay) merge() {
	o.untieStrays()
	o.container(o.old.layout.body, o.now.layout.body)
}

// container merges what stands in two containers that are partners; old is nil
// for a container that is not in the old text.
func (o *overlay) container(old, now *container) {
	end := now.element.To
	if last := now.element.Child("w:sectPr"); last != nil {
		end = last.Start
	}
	var blocks []*block
	if old != nil {
		blocks = o.unfold(old)
	}
	o.blocks(blocks, now.blocks, end)
}

// unfold lists the blocks of an old container, with those of text boxes that the new
// text does not have behind the paragraph they were anchored in. Those without a
// place of their own must be told somewhere, or their text would be lost.
func (o *overlay) unfold(c *container) []*block {
	var out []*block
	for _, b := range c.blocks {
		out = append(out, b)
		if b.paragraph == nil {
			continue
		}
		for _, box := range b.paragraph.boxes {
			if o.partner[box] == nil && !o.portable(box) {
				out = append(out, o.unfold(box)...)
			}
		}
	}
	return out
}

// blocks merges two sequences of blocks. What only the old text has behind them goes
// to end, an offset in the file. It parts the sequences at their tables, paired ones
// first, until only paragraphs are left, which are a segment.
func (o *overlay) blocks(old, now []*block, end int) {
	for i, b := range old {
		for j, c := range now {
			if b.table != nil && c.table != nil && o.tablePartner[b.table] == c.table {
				o.blocks(old[:i], now[:j], c.table.element.Start)
				o.table(b.table, c.table)
				o.blocks(old[i+1:], now[j+1:], end)
				return
			}
		}
	}
	for j, c := range now {
		if c.table == nil {
			continue
		}
		i := o.divide(old, now, j, j+1)
		o.blocks(old[:i], now[:j], c.table.element.Start)
		o.insertedTable(c.table)
		o.blocks(old[i:], now[j+1:], end)
		return
	}
	for i, b := range old {
		if b.table == nil {
			continue
		}
		j := o.divideNew(old, now, i)
		at := end
		if j < len(now) {
			at = now[j].paragraph.element.Start
		}
		o.blocks(old[:i], now[:j], at)
		o.deletedTable(b.table, at)
		o.blocks(old[i+1:], now[j:], end)
		return
	}
	o.segment(paragraphs(old), paragraphs(now), end)
}

// paragraphs are the paragraphs of blocks among which no table is.
func paragraphs(blocks []*block) []*paragraph {
	var out []*paragraph
	for _, b := range blocks {
		out = append(out, b.paragraph)
	}
	return out
}

// divide finds where old blocks part that stand before and behind new ones: as few
// kept characters as can be cross the cut. The result is how many old blocks stand
// before. Where both ends agree a cut costs a little less.
func (o *overlay) divide(old, now []*block, before, behind int) int {
	best, at := -1, 0
	for i := range len(old) + 1 {
		cost := 2 * (o.kept(old[:i], now[behind:]) + o.kept(old[i:], now[:before]))
		if (i == 0) != (before == 0) || (i == len(old)) != (behind == len(now)) {
			cost++
		}
		if best < 0 || cost < best {
			best, at = cost, i
		}
	}
	return at
}

// divideNew is divide for the other side, around an old table.
func (o *overlay) divideNew(old, now []*block, i int) int {
	best, at := -1, 0
	for j := range len(now) + 1 {
		cost := 2 * (o.kept(old[:i], now[j:]) + o.kept(old[i+1:], now[:j]))
		if (j == 0) != (i == 0) || (j == len(now)) != (i+1 == len(old)) {
			cost++
		}
		if best < 0 || cost < best {
			best, at = cost, j
		}
	}
	return at
}

// kept counts the kept characters that paragraphs of both texts share. Drawings weigh
// more than any text, as they can only be kept whole.
func (o *overlay) kept(old, now []*block) int {
	there := make(map[*paragraph]bool)
	for _, b := range now {
		if b.paragraph != nil {
			there[b.paragraph] = true
		}
	}
	n := 0
	for _, b := range old {
		if b.paragraph == nil {
			continue
		}
		for _, p := range o.held[b.paragraph] {
			if q := o.now.of[p.run.Counterpart]; p.run.Fate == stream.Kept && q != nil && there[q.home] {
				n += len(p.run.Text) + len(p.boxes)*certain
			}
		}
	}
	return n
}

// relation lists the pieces of each paragraph. Those of one paragraph come in the
// order of the lines.
func (o *overlay) relation() {
	o.held = make(map[*paragraph][]*piece)
	for _, s := range []*side{o.old, o.now} {
		for _, line := range s.lines {
			for _, p := range s.pieces[line] {
				o.held[p.home] = append(o.held[p.home], p)
			}
		}
	}
}

// segment merges paragraphs that follow each other. Either text may have none. What
// is kept but would be shared with another segment is untied; then marks are shared,
// and the stream is made.
func (o *overlay) segment(old, now []*paragraph, end int) {
	for _, p := range append(slices.Clone(old), now...) {
		o.left[p] = len(old) == 0 || len(now) == 0
	}
	var before, after []*stream.Line
	there := make(map[*stream.Line]bool)
	for _, p := range old {
		if l := o.line(p); len(old) == 1 || p.twin == nil || len(l.Runs) > 0 || len(o.line(p.twin).Runs) == 0 {
			before = append(before, l)
		}
	}
	for _, p := range now {
		l := o.line(p)
		after = append(after, l)
		there[l] = true
	}
	if n := len(now); n > 0 && o.final(now[n-1]) && len(o.line(now[n-1]).Runs) > 0 {
		for len(before) > 1 && len(before[len(before)-1].Runs) == 0 {
			before = before[:len(before)-1] // LibreOffice does not change the properties of an empty last paragraph
		}
	}
	for _, l := range before {
		for _, r := range l.Runs {
			if r.Fate == stream.Kept && !there[r.Counterpart.Line] {
				r.Untie()
			}
		}
	}
	for _, l := range after {
		for _, r := range l.Runs {
			if r.Fate == stream.Kept && !contains(before, r.Counterpart.Line) {
				r.Untie()
			}
		}
	}
	if len(now) > 0 && now[0].in.tables() > 0 {
		settleCell(before, after)
	}
	o.untieParts(runs(before), runs(after))
	rank(before)
	rank(after)
	stream.ShareMarks(before)
	for _, p := range old {
		if l := o.line(p); p.twin != nil && l.Counterpart == nil && o.line(p.twin).Counterpart == nil && contains(before, l) && there[o.line(p.twin)] {
			stream.Share(l, o.line(p.twin))
		}
	}
	o.shareEmpty(before, after)
	o.add(stream.Merge(before, after), end)
	for _, p := range now {
		for _, box := range p.boxes {
			if partner := o.oldBox(box); partner != nil {
				o.container(partner, box)
				continue
			}
			o.insertedBlocks(box.blocks)
		}
	}
}

// runs are those of each line.
func runs(lines []*stream.Line) [][]*stream.Run {
	var out [][]*stream.Run
	for _, l := range lines {
		out = append(out, l.Runs)
	}
	return out
}

// rank lets a line without text come with the one before it.
func rank(lines []*stream.Line) {
	for i, l := range lines {
		if i > 0 && l.Printed == nil {
			l.SetRank(lines[i-1])
		}
	}
}

// contains reports whether a line is one of several.
func contains(lines []*stream.Line, l *stream.Line) bool {
	for _, x := range lines {
		if x == l {
			return true
		}
	}
	return false
}

// oldBox is the old text box that a new one continues, nil for a new one.
func (o *overlay) oldBox(now *container) *container {
	for _, b := range o.old.layout.boxes {
		if o.partner[b] == now {
			return b
		}
	}
	return nil
}

// shareEmpty lets empty paragraphs of both texts be the same, in order, between lines
// that are. Only those that stand between the same neighbours are.
func (o *overlay) shareEmpty(before, after []*stream.Line) {
	i := 0
	passed := func(l *stream.Line) {
		for k := i; k < len(before); k++ {
			if before[k] == l {
				i = k + 1
			}
		}
	}
	for _, l := range after {
		switch {
		case l.Counterpart != nil:
			passed(l.Counterpart)
			continue
		case len(l.Runs) > 0:
			for _, r := range l.Runs {
				if r.Fate == stream.Kept {
					passed(r.Counterpart.Line)
				}
			}
			continue
		}
		for k := i; k < len(before) && before[k].Counterpart == nil && !stays(before[k]); k++ {
			if len(before[k].Runs) == 0 {
				stream.Share(before[k], l)
				i = k + 1
				break
			}
		}
	}
}

// line is the line of a paragraph, with its pieces. It is made once. A paragraph with
// text of several lines has the look and the rank of the first.
func (o *overlay) line(p *paragraph) *stream.Line {
	if l := o.lines[p]; l != nil {
		return l
	}
	l := &stream.Line{}
	for _, q := range o.held[p] {
		if l.Printed == nil && q.line != nil {
			l.Printed, l.Format = q.line.Printed, q.line.Format
			l.SetRank(q.line)
		}
		q.run.Line = l
		l.Runs = append(l.Runs, q.run)
	}
	o.lines[p] = l
	o.paragraphOf[l] = p
	return l
}

// add adds paragraphs of the stream. Those of the old text that stand behind all of
// the file's go to end. Each call is a segment.
func (o *overlay) add(ps []*stream.Paragraph, end int) {
	last := -1
	o.order++
	for i, p := range ps {
		if p.New != nil {
			last = i
		}
	}
	for i, p := range ps {
		if len(p.Spans) == 0 && p.Old == nil && p.New == nil {
			continue // what Merge makes of nothing
		}
		o.paragraphs = append(o.paragraphs, p)
		if i > last {
			o.behind[p] = spotBehind{end, o.order}
		}
	}
	o.segments = append(o.segments, ps)
}
