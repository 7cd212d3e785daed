package exchange

import (
	"fmt"
	"maps"
	"slices"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/review"
)

// UnsignedError says that a record holds new entries in the name of a member who
// signs, without that member's signature.
type UnsignedError struct {
	Member string
	Entry  review.Entry // the first of them
	Count  int
}

func (e *UnsignedError) Error() string {
	return fmt.Sprintf("%s of %s in it, the first of %s, without the signature of the key that %s has in the record",
		phrase.Count(e.Count, "new entry", "new entries"), e.Member, e.Entry.Time.Format("2 January 2006"), e.Member)
}

// checkSigned holds every new entry, save those about members, to the keys of its
// author. It may be signed with the key that the author had when it was written, or with
// one that was given to the author elsewhere or later. It may be unsigned when its author
// had no key and whoever gave the first one knew of the entry. late counts, by name, what
// is signed with a key that was replaced since.
func checkSigned(here, union *review.Record, unsigned bool, covers func(key, hash string) bool) (late map[string]int, err error) {
	h := newHistory(union)
	late = map[string]int{}
	missing := map[string]*UnsignedError{}
	var first *UnsignedError
	for _, e := range union.Entries() {
		kind := e.Says.Kind()
		if here.Has(e.Hash) || kind == review.KindMember || kind == review.KindRevision || !h.mustSign(e) {
			continue
		}
		keys := h.allowed(e)
		i := slices.IndexFunc(keys, func(k string) bool { return covers(k, e.Hash) })
		switch last := h.last[e.By]; {
		case i >= 0 && !covers(last, e.Hash):
			late[e.By]++
		case i < 0 && missing[e.By] == nil:
			missing[e.By] = &UnsignedError{Member: e.By, Entry: e, Count: 1}
			if first == nil {
				first = missing[e.By]
			}
		case i < 0:
			missing[e.By].Count++
		}
	}
	if first != nil && !unsigned {
		return nil, first
	}
	return late, nil
}

// history is which keys each name had, as the writer of each entry knew it.
type history struct {
	union *review.Record
	known map[string]*ring           // before each entry and with it, by hash
	keys  map[string][]string        // all that a name ever had
	last  map[string]string          // the key that a name has in the union
	knew  map[string]map[string]bool // what was known when a name was first given a key, by name
}

// ring is the keys of all names at one point. Entries share it.
type ring struct {
	at     map[string]int      // place in the record of the last word on a name
	key    map[string]string   // the key it gives
	former map[string][]string // keys that a name had and has no more
}

func newHistory(union *review.Record) *history {
	h := &history{
		union: union, known: map[string]*ring{}, keys: map[string][]string{},
		last: map[string]string{}, knew: map[string]map[string]bool{},
	}
	for i, e := range union.Entries() {
		now := h.before(e)
		if said, ok := e.Says.(review.Enrolment); ok {
			if said.Key != "" {
				if now.key[said.Name] == "" && len(now.former[said.Name]) == 0 {
					h.gave(said.Name, e.Hash)
				}
				h.keys[said.Name] = append(h.keys[said.Name], said.Key)
			}
			now = now.with(said.Name, said.Key, i)
			h.last[said.Name] = said.Key
		}
		h.known[e.Hash] = now
	}
	return h
}

// gave notes what was known when a name was given a first key.
func (h *history) gave(name, hash string) {
	if h.knew[name] == nil {
		h.knew[name] = map[string]bool{}
	}
	maps.Copy(h.knew[name], h.union.Covered(hash))
}

func (h *history) before(e review.Entry) *ring {
	now := &ring{}
	for i, hash := range e.Before {
		other := h.known[hash]
		switch {
		case i == 0:
			now = other
		case other != now:
			now = now.merge(other)
		}
	}
	return now
}

func (r *ring) clone() *ring {
	return &ring{orEmpty(maps.Clone(r.at)), orEmpty(maps.Clone(r.key)), orEmpty(maps.Clone(r.former))}
}

func orEmpty[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return m
}

// with is the ring after a word on a name at a place of the record.
func (r *ring) with(name, key string, at int) *ring {
	next := r.clone()
	next.set(name, key, at)
	return next
}

func (r *ring) set(name, key string, at int) {
	was, known := r.at[name]
	if known && was > at {
		r.retire(name, key)
		return
	}
	if r.key[name] != key {
		r.retire(name, r.key[name])
	}
	r.at[name], r.key[name] = at, key
}

func (r *ring) retire(name, key string) {
	if key != "" && !slices.Contains(r.former[name], key) {
		r.former[name] = append(slices.Clone(r.former[name]), key)
	}
}

// merge is what one knew who knew both.
func (r *ring) merge(other *ring) *ring {
	next := r.clone()
	for name, keys := range other.former {
		for _, k := range keys {
			next.retire(name, k)
		}
	}
	for name, at := range other.at {
		if mine, known := next.at[name]; !known || mine != at {
			next.set(name, other.key[name], at)
		}
	}
	return next
}

// mustSign reports whether an entry needs a signature of its author.
func (h *history) mustSign(e review.Entry) bool {
	if len(h.keys[e.By]) == 0 {
		return false
	}
	now := h.known[e.Hash]
	if now.key[e.By] == "" && len(now.former[e.By]) > 0 {
		return false // the key was taken away, and the author knew
	}
	return now.key[e.By] != "" || !h.knew[e.By][e.Hash]
}

// allowed are the keys that may sign an entry: those of its author that its author did
// not know to be replaced.
func (h *history) allowed(e review.Entry) []string {
	now := h.known[e.Hash]
	var out []string
	for _, k := range h.keys[e.By] {
		if k == now.key[e.By] || !slices.Contains(now.former[e.By], k) {
			out = append(out, k)
		}
	}
	return out
}
