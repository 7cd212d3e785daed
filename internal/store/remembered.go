package store

import (
	"context"
	"sync"
)

// Remembered is a value that a store is asked for again and again. It is read anew only
// when anything in the store has changed; of many who ask at once, one reads.
type Remembered[T any] struct {
	mu      sync.Mutex
	known   bool
	version int64 // of the store before the value was read
	value   T
}

// Get returns the value as the store has it now. What is added while it is read may be in
// it already: it is read again next time, which costs time alone.
func (m *Remembered[T]) Get(ctx context.Context, s Store, read func(context.Context) (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	version, err := s.Version(ctx)
	if err != nil || m.known && version == m.version {
		return m.value, err
	}
	value, err := read(ctx)
	if err == nil {
		m.known, m.version, m.value = true, version, value
	}
	return value, err
}
