// Package live tells open pages what was entered in the record, by this server or by
// another process on the same store.
package live

import (
	"context"
	"sync"
	"time"

	"conceptdiff/internal/review"
)

// Source is where the record is read.
type Source interface {
	RecordState(ctx context.Context) (string, error)
	Record(ctx context.Context) (*review.Record, error)
}

// News is what was added to the record since the last news.
type News struct {
	Entries []review.Entry
	State   string
}

// Hub watches a record and tells all that listen.
type Hub struct {
	source Source
	every  time.Duration
	nudge  chan struct{}

	mu        sync.Mutex
	listeners map[chan News]bool
}

// New makes a hub that looks so often for what other processes wrote.
func New(source Source, every time.Duration) *Hub {
	return &Hub{source: source, every: every, nudge: make(chan struct{}, 1), listeners: make(map[chan News]bool)}
}

// Nudge says that something was entered just now.
func (h *Hub) Nudge() {
	select {
	case h.nudge <- struct{}{}:
	default: // it is going to look anyway
	}
}

// Listen returns a channel of news; stop ends it. A listener that does not take what
// it is told misses news, and its channel is closed: it can begin again.
func (h *Hub) Listen() (news <-chan News, stop func()) {
	ch := make(chan News, 16)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.listeners[ch] = true
	return ch, func() { h.leave(ch) }
}

func (h *Hub) leave(ch chan News) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.listeners[ch] {
		delete(h.listeners, ch)
		close(ch)
	}
}

// Run watches until ctx ends. Then all channels are closed.
func (h *Hub) Run(ctx context.Context) {
	tick := time.NewTicker(h.every)
	defer tick.Stop()
	defer h.closeAll()
	state, known := "", map[string]bool(nil)
	for ; ctx.Err() == nil; h.wait(ctx, tick.C) {
		now, err := h.source.RecordState(ctx)
		if err != nil || now == state {
			continue // the next look may fare better; a page tells its own errors
		}
		record, err := h.source.Record(ctx)
		if err != nil {
			continue
		}
		var added []review.Entry
		first := known == nil
		if first {
			known = make(map[string]bool)
		}
		for _, e := range record.Entries() {
			if !known[e.Hash] {
				known[e.Hash] = true
				added = append(added, e)
			}
		}
		state = now
		if !first {
			h.tell(News{Entries: added, State: now})
		}
	}
}

// wait waits until it is time to look.
func (h *Hub) wait(ctx context.Context, tick <-chan time.Time) {
	select {
	case <-ctx.Done():
	case <-tick:
	case <-h.nudge:
	}
}

func (h *Hub) tell(n News) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for ch := range h.listeners {
		select {
		case ch <- n:
		default:
			delete(h.listeners, ch)
			close(ch)
		}
	}
}

func (h *Hub) closeAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for ch := range h.listeners {
		delete(h.listeners, ch)
		close(ch)
	}
}
