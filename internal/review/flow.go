package review

import (
	"strings"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// flow says where the words of each old provision stand in the new revision, line
// by line of a comparison's edits: a line is a block, and a block belongs to one
// provision.
type flow struct {
	ofOld    map[*revision.Provision]*channel // by clause
	ofNew    map[*revision.Provision]*channel // by any provision that has a line
	arrivals map[*revision.Provision][]arrival
	// sources tells for a new provision which old ones its words come from.
	sources map[*revision.Provision]map[*revision.Provision]int
}

// arrival is how many letters of an old provision stand in a new one.
type arrival struct {
	at      *revision.Provision
	letters int
	moved   bool // they did not keep their place
}

// channel is the edits of one change, cut at line breaks.
type channel struct {
	place  int // in the comparison
	change *compare.Change
	new    []*revision.Provision // one a line
	runs   []*run
}

// run is a piece of an edit within one line. old is nil for what was inserted or
// moved in, new for what was deleted or moved out.
type run struct {
	op               compare.Op
	was, now         string
	old, new         *revision.Provision
	oldLine, newLine int
	partner          *run // the other end of a move, nil where nothing of it is in a line
}

func newFlow(c *compare.Comparison) *flow {
	f := &flow{
		ofOld: make(map[*revision.Provision]*channel), ofNew: make(map[*revision.Provision]*channel),
		arrivals: make(map[*revision.Provision][]arrival),
		sources:  make(map[*revision.Provision]map[*revision.Provision]int),
	}
	ends := make(map[*compare.Edit][]*run) // the runs of each end of a move
	var channels []*channel
	for i := range c.Changes {
		ch := newChannel(&c.Changes[i], i, ends)
		channels = append(channels, ch)
		for _, cl := range ch.change.Old {
			f.ofOld[cl.Provision] = ch
		}
		for _, p := range ch.new {
			f.ofNew[p] = ch
		}
	}
	for _, ch := range channels {
		for i := range ch.change.Edits {
			if e := &ch.change.Edits[i]; e.Op == compare.Move && e.Old != "" {
				joinEnds(ends[e], ends[e.Partner])
			}
		}
	}
	for _, ch := range channels {
		for _, r := range ch.runs {
			switch {
			case r.op == compare.Keep && r.old != nil && r.new != nil:
				f.add(r.old, r.new, letters(r.was), false)
			case r.partner != nil && r.old != nil:
				f.add(r.old, r.partner.new, letters(r.was), true)
			}
		}
	}
	return f
}

// joinEnds makes the lines of the two ends of a move each other's partners. They
// have the same words and mostly the same lines; a line too many on one side goes
// with the last of the other.
func joinEnds(out, in []*run) {
	if len(out) == 0 || len(in) == 0 {
		return
	}
	for i := range max(len(out), len(in)) {
		o, n := out[min(i, len(out)-1)], in[min(i, len(in)-1)]
		if o.partner == nil {
			o.partner = n
		}
		if n.partner == nil {
			n.partner = o
		}
	}
}

func (f *flow) add(from, to *revision.Provision, n int, moved bool) {
	if f.sources[to] == nil {
		f.sources[to] = make(map[*revision.Provision]int)
	}
	f.sources[to][from] += n
	list := f.arrivals[from]
	for i := range list {
		if list[i].at == to {
			list[i].letters += n
			list[i].moved = list[i].moved && moved
			return
		}
	}
	f.arrivals[from] = append(list, arrival{to, n, moved})
}

func newChannel(change *compare.Change, place int, ends map[*compare.Edit][]*run) *channel {
	ch := &channel{place: place, change: change, new: linesOf(change.New)}
	for p := range change.Parts() {
		if p.Old+p.New == "" {
			continue
		}
		r := &run{op: p.Op, was: p.Old, now: p.New, oldLine: p.OldAt.Line, newLine: p.NewAt.Line}
		if p.Old != "" {
			r.old = p.OldAt.Block.Provision
		}
		if p.New != "" {
			r.new = p.NewAt.Block.Provision
		}
		ch.runs = append(ch.runs, r)
		if p.Op == compare.Move {
			ends[p.Edit] = append(ends[p.Edit], r)
		}
	}
	return ch
}

// linesOf lists the provision of each line of the clauses' joined text.
func linesOf(clauses []*revision.Clause) []*revision.Provision {
	var out []*revision.Provision
	for _, c := range clauses {
		for _, b := range c.Blocks {
			out = append(out, b.Provision)
		}
	}
	return out
}

// letters is the measure of a text here: letters and digits, so that punctuation
// and spaces weigh nothing and scripts without spaces count as others do.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// scope is a set of provisions.
type scope map[*revision.Provision]bool

// scopeOf is a provision with the paragraphs and items below it.
func scopeOf(p *revision.Provision) scope {
	s := scope{}
	p.Walk(func(q *revision.Provision) bool {
		if q != p && q.IsClause() {
			return false
		}
		s[q] = true
		return true
	})
	return s
}
