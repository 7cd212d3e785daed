package workspace

import (
	"context"
	"fmt"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// History is where one clause stands in each stored revision.
type History struct {
	Revisions []*revision.Revision       // in the order of import, bases first
	At        map[string][]string        // by label: the clause's addresses there
	From      map[string]*compare.Change // by label: what became of it since the base
}

// History follows a clause through all stored revisions. It is sought in the oldest
// first; in, if not "", says in which it has that address.
func (w *Workspace) History(ctx context.Context, typed, in string) (*History, error) {
	revisions, err := w.All(ctx)
	if err != nil {
		return nil, err
	}
	among := revisions
	if in != "" {
		r, err := w.Revision(ctx, in)
		if err != nil {
			return nil, err
		}
		among = []*revision.Revision{r}
	}
	err = fmt.Errorf("nothing is stored yet")
	for _, r := range among {
		var p *revision.Provision
		if p, _, err = Lookup(typed, r); err == nil {
			h := &History{Revisions: revisions, At: make(map[string][]string), From: make(map[string]*compare.Change)}
			return h, h.follow(ctx, w, r, p)
		}
	}
	return nil, err
}

// follow goes from one revision back to its bases, and then forward to all that
// revise one of those in which the clause was found.
func (h *History) follow(ctx context.Context, w *Workspace, start *revision.Revision, p *revision.Provision) error {
	h.At[start.Label] = []string{ClauseAddress(start, p)}
	for r := start; r != nil && r.Base != ""; {
		base := h.find(r.Base)
		if base == nil {
			break
		}
		ch, err := h.step(ctx, w, base, r, (*compare.Change).NewAddresses, h.At[r.Label])
		if err != nil || ch == nil {
			return err
		}
		h.From[r.Label] = ch
		if len(ch.Old) == 0 {
			break
		}
		h.At[base.Label] = ch.OldAddresses()
		r = base
	}
	for _, r := range h.Revisions {
		old, known := h.At[r.Base]
		if _, done := h.At[r.Label]; done || !known || len(old) == 0 {
			continue
		}
		ch, err := h.step(ctx, w, h.find(r.Base), r, (*compare.Change).OldAddresses, old)
		if err != nil {
			return err
		}
		if ch != nil {
			h.From[r.Label], h.At[r.Label] = ch, ch.NewAddresses()
		}
	}
	return nil
}

// step compares a base with its revision and finds the change of the clause.
func (h *History) step(ctx context.Context, w *Workspace, base, r *revision.Revision, side func(*compare.Change) []string, want []string) (*compare.Change, error) {
	old, new := &Document{Revision: base, Stored: true}, &Document{Revision: r, Stored: true}
	if err := w.settle(ctx, old, new); err != nil {
		return nil, err
	}
	c, err := compareDocuments(old, new)
	if err != nil {
		return nil, err
	}
	for i := range c.Changes {
		for _, addr := range side(&c.Changes[i]) {
			if slices.Contains(want, addr) {
				return &c.Changes[i], nil
			}
		}
	}
	return nil, nil
}

func (h *History) find(label string) *revision.Revision {
	for _, r := range h.Revisions {
		if r.Label == label {
			return r
		}
	}
	return nil
}
