// Package parallel shares independent work out among the processors.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// worthAWorker is how many clauses make it worth while to have another worker.
const worthAWorker = 16

// ForEach has the numbers below n worked on, on all processors and in no certain
// order. Each worker is made by newWorker, so that it can have things of its own
// to work with; it must write only to what belongs to the number it is given.
func ForEach(n int, newWorker func() func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n/worthAWorker)
	if workers < 2 {
		work := newWorker()
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		work := newWorker()
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	all.Wait()
}
