// Package keep keeps what is costly to make under a key that names all it rests on:
// it is made once, also when many ask at the same time, and the least recently used
// gives way.
package keep

import (
	"container/list"
	"context"
	"sync"
)

// Cache holds values by key. The zero value is not ready: see [New].
type Cache[V any] struct {
	most int

	mu    sync.Mutex
	items map[string]*list.Element
	order *list.List // the last used first
}

type item[V any] struct {
	key   string
	ready chan struct{} // closed when value or err stands
	value V
	err   error
}

// New makes a cache that holds so many values.
func New[V any](most int) *Cache[V] {
	return &Cache[V]{most: most, items: make(map[string]*list.Element), order: list.New()}
}

// Get returns the value of a key and makes it where there is none. Whoever asks
// while it is made waits for it, or until ctx ends; what is made goes on for the
// others, so that make gets a context that does not end with this request. An error
// is not kept.
func (c *Cache[V]) Get(ctx context.Context, key string, make func(context.Context) (V, error)) (V, error) {
	c.mu.Lock()
	element, ok := c.items[key]
	if ok {
		c.order.MoveToFront(element)
	} else {
		element = c.order.PushFront(&item[V]{key: key, ready: newReady()})
		c.items[key] = element
		c.shrink()
	}
	c.mu.Unlock()
	it := element.Value.(*item[V])
	if !ok {
		c.fill(context.WithoutCancel(ctx), element, make)
	}
	select {
	case <-it.ready:
		return it.value, it.err
	case <-ctx.Done():
		var none V
		return none, context.Cause(ctx)
	}
}

func newReady() chan struct{} { return make(chan struct{}) }

// fill makes a value. A panic in it reaches its caller, and those who wait are told.
func (c *Cache[V]) fill(ctx context.Context, element *list.Element, make func(context.Context) (V, error)) {
	it := element.Value.(*item[V])
	it.err = errUnfinished
	defer func() {
		if it.err != nil {
			c.drop(element)
		}
		close(it.ready)
	}()
	it.value, it.err = make(ctx)
}

func (c *Cache[V]) drop(element *list.Element) {
	c.mu.Lock()
	defer c.mu.Unlock()
	it := element.Value.(*item[V])
	if c.items[it.key] == element {
		delete(c.items, it.key)
		c.order.Remove(element)
	}
}

// shrink lets go of the least recently used.
func (c *Cache[V]) shrink() {
	for c.order.Len() > c.most {
		last := c.order.Back()
		delete(c.items, last.Value.(*item[V]).key)
		c.order.Remove(last)
	}
}

type unfinished struct{}

func (unfinished) Error() string { return "it could not be made: try again" }

var errUnfinished error = unfinished{}
