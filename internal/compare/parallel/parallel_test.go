package parallel

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestForEach(t *testing.T) {
	for _, n := range []int{0, 1, worthAWorker, 10 * worthAWorker} {
		got, want := make([]int, n), make([]int, n)
		ForEach(n, func() func(int) {
			return func(i int) {
				got[i] += i
			}
		})
		for i := range want {
			want[i] = i
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%d: %s", n, d)
		}
	}
}
