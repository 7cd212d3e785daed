package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// Each collection decides anew when the next one comes.
func TestCollectLate(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	const usual = 123
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	percent := func() int {
		sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(sample)
		return int(sample[0].Value.Uint64())
	}
	collectLate()
	if got := percent(); got != 800 { // of the 4 MB with which Go begins
		t.Fatalf("before the first collection: %d, want 800", got)
	}
	for range 3 {
		debug.SetGCPercent(usual)
		runtime.GC()
		for deadline := time.Now().Add(10 * time.Second); percent() == usual; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("a collection decided nothing")
			}
		}
	}
	t.Setenv("GOGC", "50")
	debug.SetGCPercent(usual)
	collectLate()
	if got := percent(); got != usual {
		t.Errorf("with GOGC: %d, want it left alone", got)
	}
}

func TestGrowth(t *testing.T) {
	for alive, want := range map[uint64]int{
		0:         3100, // to 32 MB at once
		4 << 20:   700,
		16 << 20:  100,
		20 << 20:  60,
		64 << 20:  40, // in proportion
		640 << 20: 40,
	} {
		if got := growth(alive); got != want {
			t.Errorf("%d MB alive: %d percent, want %d", alive>>20, got, want)
		}
	}
}
