package keep

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Whoever asks at the same time gets what is made once.
func TestOnce(t *testing.T) {
	c := New[int](2)
	var made atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			v, err := c.Get(t.Context(), "a", func(context.Context) (int, error) {
				time.Sleep(20 * time.Millisecond)
				return int(made.Add(1)), nil
			})
			if v != 1 || err != nil {
				t.Errorf("%d, %v", v, err)
			}
		})
	}
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}

// The least recently used gives way, and an error is not kept.
func TestShrinks(t *testing.T) {
	c := New[string](2)
	made := map[string]int{}
	get := func(key string, fail bool) error {
		_, err := c.Get(t.Context(), key, func(context.Context) (string, error) {
			made[key]++
			if fail {
				return "", errors.New("no")
			}
			return key, nil
		})
		return err
	}
	for _, key := range []string{"a", "b", "a", "c", "a", "b"} {
		if err := get(key, false); err != nil {
			t.Fatal(err)
		}
	}
	if made["a"] != 1 || made["b"] != 2 || made["c"] != 1 {
		t.Errorf("made %v", made)
	}
	if get("d", true) == nil || get("d", false) != nil || made["d"] != 2 {
		t.Errorf("an error was kept: %v", made)
	}
}

// A panic reaches who makes it, and whoever waits is told and not left waiting.
func TestPanic(t *testing.T) {
	c := New[int](2)
	begun, waited := make(chan struct{}), make(chan error)
	go func() {
		<-begun
		_, err := c.Get(context.Background(), "a", func(context.Context) (int, error) { return 0, errors.New("asked late") })
		waited <- err
	}()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = c.Get(t.Context(), "a", func(context.Context) (int, error) {
			close(begun)
			time.Sleep(20 * time.Millisecond)
			panic("broken")
		})
	}()
	if err := <-waited; err == nil {
		t.Error("no error")
	}
}
