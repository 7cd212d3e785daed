package sqlite

import (
	"crypto/sha256"
	"sync"

	"conceptdiff/internal/review"
)

// parsed remembers the entries that were read from their bytes. The same bytes are the
// same entry, so that a record that grew by one is not parsed anew; what was altered has
// other bytes and is.
type parsed struct {
	mu    sync.Mutex
	known map[[sha256.Size]byte]review.Entry
}

// entry is [review.ParseEntry].
func (p *parsed) entry(body []byte) (review.Entry, error) {
	sum := sha256.Sum256(body)
	p.mu.Lock()
	e, ok := p.known[sum]
	p.mu.Unlock()
	if ok {
		return e, nil
	}
	e, err := review.ParseEntry(body)
	if err != nil {
		return e, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil {
		p.known = make(map[[sha256.Size]byte]review.Entry)
	}
	p.known[sum] = e
	return e, nil
}
