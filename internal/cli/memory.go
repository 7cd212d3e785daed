package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Most runs are over before their memory is worth collecting. Go would collect it
// from the first 4 MB on; with collectLate it does so where lateCollection is in use.
// What is larger than that stays in proportion: it grows by thenCollection, since the
// texts are large then.
const (
	lateCollection = 32 << 20 // bytes
	thenCollection = 40       // percent of what is alive
)

// collectLate puts off garbage collection. Whoever sets GOGC or GOMEMLIMIT has their
// way.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const firstHeap = 4 << 20 // bytes at which 100 percent would begin to collect
	debug.SetGCPercent(lateCollection * 100 / firstHeap)
	afterCollection(func() { debug.SetGCPercent(growth(alive())) })
}

// growth is by how many percent what is alive may grow before it is collected.
func growth(alive uint64) int {
	return max(thenCollection, int(lateCollection*100/max(alive, 1<<20))-100)
}

// alive is how many bytes the last collection found in use.
func alive() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// afterCollection calls f after each collection: one finds that nothing holds the value
// any more that the one before it left.
func afterCollection(f func()) {
	runtime.AddCleanup(new([16]byte), func(f func()) {
		f()
		afterCollection(f)
	}, f)
}
