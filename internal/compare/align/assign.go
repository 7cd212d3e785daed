package align

import (
	"container/heap"
	"math"
	"slices"
)

// edge is a possible pair with what it gains over leaving both sides alone.
type edge struct {
	old, new int
	gain     float64 // above 0
}

// assign chooses one-to-one pairs so that the sum of their gains is as large as
// it can be. It grows the matching by shortest augmenting paths over the sparse
// edges (R. Jonker, A. Volgenant, 1987), so that one greedy choice cannot push
// a row of neighbours off their places. The result maps each old index to a new
// one, or -1. Equal sums are settled by the order of the edges' indexes.
func assign(edges []edge, olds, news int) []int {
	byOld := make([][]edge, olds)
	for _, e := range edges {
		byOld[e.old] = append(byOld[e.old], e)
	}
	for _, es := range byOld {
		slices.SortFunc(es, func(a, b edge) int { return a.new - b.new })
	}
	a := &assignment{
		byOld: byOld,
		toNew: filled(olds, -1), toOld: filled(news, -1),
		price: make([]float64, news),
		dist:  make([]float64, news), from: make([]int, news), seen: make([]int, news), done: make([]int, news),
	}
	for o := range byOld {
		if len(byOld[o]) > 0 {
			a.augment(o)
		}
	}
	return a.toNew
}

type assignment struct {
	byOld        [][]edge
	toNew, toOld []int
	// price is the dual value of a new clause: what taking it costs the others.
	price []float64
	// The state of one search; seen and done hold the search's number, from 1.
	dist   []float64
	from   []int
	seen   []int
	done   []int
	search int
}

// augment finds the best place for old clause start, moving others along when
// the sum gains by it. Distances are losses against the best edge, so that
// Dijkstra's algorithm applies; leaving an old clause unpaired is allowed at
// its reduced gain.
func (a *assignment) augment(start int) {
	a.search++
	var (
		queue   frontier
		reached []int // new clauses in the order they were settled
		row     = start
		at      = 0.0 // distance at which row was reached
		// The best end so far: a free new clause, or an old clause left alone.
		bestEnd, bestLoss = -1, math.Inf(1)
		leave             = -1
	)
	for {
		// Leave this row unpaired: loses its potential.
		potential := a.potential(row)
		if loss := at + potential; loss < bestLoss {
			bestLoss, bestEnd, leave = loss, -1, row
		}
		for _, e := range a.byOld[row] {
			if a.done[e.new] == a.search {
				continue
			}
			d := at + potential - (e.gain - a.price[e.new])
			if a.seen[e.new] != a.search || d < a.dist[e.new]-1e-12 {
				a.seen[e.new], a.dist[e.new], a.from[e.new] = a.search, d, row
				heap.Push(&queue, hop{d, e.new})
			}
		}
		next := -1
		for queue.Len() > 0 {
			h := heap.Pop(&queue).(hop)
			if a.done[h.new] != a.search && h.dist <= a.dist[h.new] {
				next = h.new
				break
			}
		}
		if next < 0 || a.dist[next] >= bestLoss {
			break
		}
		a.done[next] = a.search
		reached = append(reached, next)
		if a.toOld[next] < 0 {
			bestLoss, bestEnd, leave = a.dist[next], next, -1
			break
		}
		row, at = a.toOld[next], a.dist[next]
	}
	// Update the prices of everything nearer than the end, then flip the path.
	for _, n := range reached {
		if a.dist[n] < bestLoss {
			a.price[n] += bestLoss - a.dist[n]
		}
	}
	a.flip(start, bestEnd, leave)
}

// potential is what old clause o has now at best: its largest reduced gain, at
// least the nothing of being left alone.
func (a *assignment) potential(o int) float64 {
	best := 0.0
	for _, e := range a.byOld[o] {
		best = max(best, e.gain-a.price[e.new])
	}
	return best
}

// flip moves the pairs along the path that ends at new clause end, or at old
// clause leave, which is left alone.
func (a *assignment) flip(start, end, leave int) {
	if leave >= 0 {
		if leave == start {
			return
		}
		end = a.toNew[leave]
		a.toNew[leave] = -1
	}
	for {
		o := a.from[end]
		previous := a.toNew[o]
		a.toNew[o], a.toOld[end] = end, o
		if o == start {
			return
		}
		end = previous
	}
}

func filled(n, value int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = value
	}
	return s
}

type hop struct {
	dist float64
	new  int
}

type frontier []hop

func (f frontier) Len() int { return len(f) }
func (f frontier) Less(i, j int) bool {
	if f[i].dist != f[j].dist {
		return f[i].dist < f[j].dist
	}
	return f[i].new < f[j].new
}
func (f frontier) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)   { *f = append(*f, x.(hop)) }
func (f *frontier) Pop() any {
	old := *f
	x := old[len(old)-1]
	*f = old[:len(old)-1]
	return x
}
