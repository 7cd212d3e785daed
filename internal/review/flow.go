package review

import (
	"strings"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// flow says where the words of each old provision stand in the new revision. It
// reads the edits of a comparison line by line, since a line is a block and a
// block belongs to one provision.
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
	place    int // in the comparison
	change   *compare.Change
	old, new []*revision.Provision // one a line
	runs     []*run
}

// run is a piece of an edit within one line. old is nil for what was inserted or
// moved in, new for what was deleted or moved out.
type run struct {
	op               compare.Op
	was, now         string
	old, new         *revision.Provision
	oldLine, newLine int
	from, to         string // addresses, for a move
	partner          *run   // the other end of a move, nil when it was not found
}

func newFlow(c *compare.Comparison) *flow {
	f := &flow{
		ofOld: make(map[*revision.Provision]*channel), ofNew: make(map[*revision.Provision]*channel),
		arrivals: make(map[*revision.Provision][]arrival),
		sources:  make(map[*revision.Provision]map[*revision.Provision]int),
	}
	byAddress := make(map[string]*channel) // of new clauses
	var channels []*channel
	for i := range c.Changes {
		ch := newChannel(&c.Changes[i], i)
		channels = append(channels, ch)
		for _, cl := range ch.change.Old {
			f.ofOld[cl.Provision] = ch
		}
		for _, cl := range ch.change.New {
			byAddress[cl.Address()] = ch
		}
		for _, p := range ch.new {
			f.ofNew[p] = ch
		}
	}
	for _, ch := range channels {
		for _, r := range ch.runs {
			switch {
			case r.op == compare.Keep && r.old != nil && r.new != nil:
				f.add(r.old, r.new, letters(r.was), false)
			case r.op == compare.Move && r.old != nil:
				r.land(ch.clauseOf(r.old), byAddress[r.to])
				if r.partner != nil {
					f.add(r.old, r.partner.new, letters(r.was), true)
				}
			}
		}
	}
	return f
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

func newChannel(change *compare.Change, place int) *channel {
	ch := &channel{place: place, change: change, old: linesOf(change.Old), new: linesOf(change.New)}
	o, n := 0, 0
	for _, e := range change.Edits {
		was, now := strings.Split(e.Old, "\n"), strings.Split(e.New, "\n")
		for i := range max(len(was), len(now)) {
			r := run{op: e.Op, from: e.From, to: e.To}
			if i < len(was) {
				r.was = was[i]
				o += min(i, 1)
			}
			if i < len(now) {
				r.now = now[i]
				n += min(i, 1)
			}
			if r.was != "" {
				r.old, r.oldLine = at(ch.old, o), o
			}
			if r.now != "" {
				r.new, r.newLine = at(ch.new, n), n
			}
			if r.was+r.now != "" {
				ch.runs = append(ch.runs, &r)
			}
		}
	}
	return ch
}

// at is the provision of a line; the last one when the edits hold more line breaks
// than the clauses, which a complete comparison never does.
func at(lines []*revision.Provision, i int) *revision.Provision {
	if len(lines) == 0 {
		return nil
	}
	return lines[min(i, len(lines)-1)]
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

// clauseOf is the address of the old clause that an old provision belongs to.
func (ch *channel) clauseOf(p *revision.Provision) string {
	for _, c := range ch.change.Old {
		for _, b := range c.Blocks {
			if b.Provision == p {
				return c.Address()
			}
		}
	}
	return ""
}

// land finds the other end of a run that moved out of a clause: the run with the
// same words from there that no other has found, else one that has them among
// others, or a part of them.
func (r *run) land(origin string, in *channel) {
	if in == nil {
		return
	}
	key := onlyLetters(r.was)
	var near *run
	for _, there := range in.runs {
		if there.op != compare.Move || there.new == nil || there.from != origin {
			continue
		}
		got := onlyLetters(there.now)
		if got == key && there.partner == nil {
			r.partner, there.partner = there, r
			return
		}
		if near == nil && key != "" && got != "" && (strings.Contains(got, key) || strings.Contains(key, got)) {
			near = there
		}
	}
	r.partner = near
	if near != nil && near.partner == nil {
		near.partner = r
	}
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
