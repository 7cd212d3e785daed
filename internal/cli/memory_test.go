package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// After the first collection memory is collected more often.
func TestCollectLate(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	const usual = 123
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	percent := func() int {
		now := debug.SetGCPercent(usual)
		debug.SetGCPercent(now)
		return now
	}
	collectLate()
	if got := percent(); got != lateCollection {
		t.Fatalf("before the first collection: %d, want %d", got, lateCollection)
	}
	runtime.GC()
	for deadline := time.Now().Add(10 * time.Second); percent() != thenCollection; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("after the first collection: %d, want %d", percent(), thenCollection)
		}
	}
	t.Setenv("GOGC", "50")
	collectLate()
	if got := percent(); got != thenCollection {
		t.Errorf("with GOGC: %d, want it left alone", got)
	}
}
