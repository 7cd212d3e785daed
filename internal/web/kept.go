package web

import (
	"context"
	"strings"

	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// state is what stands of a text's provisions now. It is gathered once after each entry
// in the record, for all who ask.
func (s *server) state(ctx context.Context, d *workspace.Document) (*review.State, error) {
	at, err := s.ws.RecordState(ctx)
	if err != nil {
		return nil, err
	}
	return s.kept.states.Get(ctx, d.Label+"\x00"+d.Source.SHA256+"\x00"+at, func(ctx context.Context) (*review.State, error) {
		record, err := s.ws.Record(ctx)
		if err != nil {
			return nil, err
		}
		return record.StateOf(d.Revision), nil
	})
}

// carriage is what became of the marks on the old text of a comparison, found once after
// each entry.
func (s *server) carriage(ctx context.Context, x *workspace.Examination, basis string) (*review.Carriage, error) {
	at, err := s.ws.RecordState(ctx)
	if err != nil {
		return nil, err
	}
	key := x.Comparison.Old.Label + "\x00" + x.Comparison.New.Label + "\x00" + basis + "\x00" + at
	return s.kept.carriages.Get(ctx, key, func(ctx context.Context) (*review.Carriage, error) {
		record, err := s.ws.Record(ctx)
		if err != nil {
			return nil, err
		}
		return review.Carry(x.Comparison, record.StateOf(x.Comparison.Old), record), nil
	})
}

// history is where a clause stands in every text, found once while the texts and the
// rulings on pairs stay the same.
func (s *server) history(ctx context.Context, label, address string) (*workspace.History, error) {
	metas, err := s.ws.Metas(ctx)
	if err != nil {
		return nil, err
	}
	key := []string{label, address}
	for _, m := range metas {
		key = append(key, m.Label, m.Source.SHA256)
	}
	basis, err := s.ws.Basis(ctx, label, label) // names the rulings too
	if err != nil {
		return nil, err
	}
	return s.kept.histories.Get(ctx, strings.Join(append(key, basis), "\x00"), func(ctx context.Context) (*workspace.History, error) {
		return s.ws.History(ctx, address, label)
	})
}
