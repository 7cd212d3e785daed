package onto

// pair ties tables, rows, cells and text boxes of both texts by the characters that
// they share. Of an old text that was mirrored the twins are partners whatever they
// share.
func (o *overlay) pair() {
	o.partner = make(map[*container]*container)
	o.rowPartner = make(map[*row]*row)
	o.tablePartner = make(map[*table]*table)
	o.partner[o.old.layout.body] = o.now.layout.body
	o.relation()
	shared := o.shared()
	o.pairTables(o.old.layout.body, o.now.layout.body, shared)
	o.pairBoxes(shared)
}

// certain is the weight of two that are made for each other.
const certain = 1 << 30

// pairTables pairs the tables of two containers, then their rows, then what
// stands in the cells of those.
func (o *overlay) pairTables(old, now *container, shared sharing) {
	a, b := old.tablesIn(), now.tablesIn()
	for _, p := range match(len(a), len(b), func(i, j int) int {
		if a[i].twin == b[j] {
			return certain
		}
		return max(shared.tables(a[i], b[j]), alike(a[i].silent() && b[j].silent() && len(a[i].rows) == len(b[j].rows)))
	}) {
		t, u := a[p[0]], b[p[1]]
		o.tablePartner[t] = u
		for _, q := range match(len(t.rows), len(u.rows), func(i, j int) int {
			r, s := t.rows[i], u.rows[j]
			switch {
			case len(r.cells) != len(s.cells):
				return 0
			case r.twin == s:
				return certain
			}
			return max(shared.rows(r, s), alike(r.silent() && s.silent()))
		}) {
			r, s := t.rows[q[0]], u.rows[q[1]]
			o.rowPartner[r] = s
			for i := range r.cells {
				o.partner[&r.cells[i].container] = &s.cells[i].container
				o.pairTables(&r.cells[i].container, &s.cells[i].container, shared)
			}
		}
	}
}

// alike is the weight of two that hold no text. It is the least, so that they are
// paired where nothing speaks for another.
func alike(both bool) int {
	if both {
		return 1
	}
	return 0
}

// tablesIn lists the tables of a container, not those inside their cells.
func (c *container) tablesIn() []*table {
	var out []*table
	for _, b := range c.blocks {
		if b.table != nil {
			out = append(out, b.table)
		}
	}
	return out
}

// sharing counts the characters kept or moved that two containers share, by all
// that they stand in.
type sharing map[[2]*container]int

// shared counts what the containers of both texts share. Text must be the same on
// both sides: runs that were cut on one side only are not compared.
func (o *overlay) shared() sharing {
	s := make(sharing)
	for _, line := range o.now.lines {
		for _, p := range o.now.pieces[line] {
			other := o.old.of[p.run.Counterpart]
			if other == nil || other.home == nil || p.home == nil || other.run.Text != p.run.Text {
				continue
			}
			n := len(visible(p.run.Text))
			for a := other.home.in; a != nil; a = a.outer {
				for b := p.home.in; b != nil; b = b.outer {
					s[[2]*container{a, b}] += n
				}
			}
		}
	}
	return s
}

// containers counts what an old and a new container share.
func (s sharing) containers(a, b *container) int { return s[[2]*container{a, b}] }

// rows counts cell against cell of the same column.
func (s sharing) rows(a, b *row) int {
	n := 0
	for i := range a.cells {
		if i < len(b.cells) {
			n += s.containers(&a.cells[i].container, &b.cells[i].container)
		}
	}
	return n
}

// tables counts what two tables share, whatever the cells.
func (s sharing) tables(a, b *table) int {
	n := 0
	for _, r := range a.rows {
		for _, q := range b.rows {
			for i := range r.cells {
				for j := range q.cells {
					n += s.containers(&r.cells[i].container, &q.cells[j].container)
				}
			}
		}
	}
	return n
}

// match pairs what stands in two lists of a and b things, in order, so that the pairs
// weigh most together; what shares nothing is no pair. Of equal choices the first is
// taken. It asks for each weight once, and takes a·b steps.
//
//	weights  3 0   →   0–0 and 1–1, which weigh 5; 1–0 alone would weigh 4
//	         4 2
func match(a, b int, weight func(i, j int) int) [][2]int {
	best := make([][]int, a+1)
	weights := make([][]int, a)
	for i := range best {
		best[i] = make([]int, b+1)
	}
	for i := a - 1; i >= 0; i-- {
		weights[i] = make([]int, b)
		for j := b - 1; j >= 0; j-- {
			weights[i][j] = weight(i, j)
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if w := weights[i][j]; w > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+w)
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < a && j < b; {
		switch w := weights[i][j]; {
		case w > 0 && best[i][j] == best[i+1][j+1]+w:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out
}
