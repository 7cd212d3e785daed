package cli

import (
	"os"
	"runtime"
	"runtime/debug"
)

// Most runs are over before their memory is worth collecting. Go would collect
// it from the first 4 MB on; with lateCollection it does so from about 32 MB on,
// and from then on as usual, so that a long run needs no more than it would.
const lateCollection = 800 // percent of the 4 MB with which Go starts

// collectLate puts off the first garbage collection. Whoever sets GOGC or
// GOMEMLIMIT has their way.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(lateCollection)
	// The first collection finds that nothing holds this value any more.
	first := new([16]byte)
	runtime.AddCleanup(first, func(percent int) { debug.SetGCPercent(percent) }, usual)
}
