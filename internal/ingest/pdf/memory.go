package pdf

import (
	"sync"

	"github.com/tetratelabs/wazero/experimental"
)

// spare keeps the memory of an instance that is closed for the next one, at most one.
// The zero value is empty. Asking the system for 256 MB, and giving them back, costs
// more than clearing what was used.
type spare struct {
	mu     sync.Mutex
	memory []byte
}

// allocate takes memory for an instance; the sizes that WebAssembly asks for are
// nothing to it, since each gets maxMemory.
func (s *spare) allocate(_, _ uint64) experimental.LinearMemory {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := &reserved{bytes: s.memory, spare: s}
	if s.memory = nil; m.bytes == nil {
		m.bytes = make([]byte, maxMemory)
	}
	return m
}

// reserved is memory that grows in place: copying it at every step would need it
// twice. What PDFium does not touch of it the system never has to provide.
type reserved struct {
	bytes []byte
	used  uint64
	spare *spare
}

// Reallocate gives the first size bytes, which have their contents of before; nil
// when that is more than there is.
func (m *reserved) Reallocate(size uint64) []byte {
	if size > uint64(len(m.bytes)) {
		return nil
	}
	m.used = size
	return m.bytes[:size:size]
}

// Free gives the memory back, clean: nothing of a document stays in it.
func (m *reserved) Free() {
	clear(m.bytes[:m.used])
	m.spare.mu.Lock()
	defer m.spare.mu.Unlock()
	m.spare.memory, m.bytes = m.bytes, nil
}
