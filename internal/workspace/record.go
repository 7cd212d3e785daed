package workspace

import (
	"context"
	"fmt"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/store"
)

// Record is the committee's record. One that is not sound is refused: nothing may be
// shown or decided on it.
func (w *Workspace) Record(ctx context.Context) (*review.Record, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.soundRecord(ctx)
}

// soundRecord loads the record, and again only when something was added since.
func (l *library) soundRecord(ctx context.Context) (*review.Record, error) {
	return l.record.Get(ctx, l.store, func(ctx context.Context) (*review.Record, error) {
		record, problems, err := l.store.Record(ctx)
		if err == nil && len(problems) > 0 {
			err = fault.Hint(fmt.Errorf("the record in %s is not sound: %s", l.store.Path(), problems[0]),
				"conceptdiff record verify tells all that is wrong")
		}
		return record, err
	})
}

// RecordAsIs is the record whatever its state, and what is wrong with it by itself.
func (w *Workspace) RecordAsIs(ctx context.Context) (*review.Record, []review.Problem, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, nil, err
	}
	return lib.store.Record(ctx)
}

// VerifyRecord loads the record and says all that is wrong with it, also against the
// stored texts. Heads are hashes that were noted; each must be in it.
func (w *Workspace) VerifyRecord(ctx context.Context, heads ...string) (*review.Record, []string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, nil, err
	}
	snap, err := lib.store.Snapshot(ctx, w.opts.Build, false)
	if err != nil {
		return nil, nil, err
	}
	problems := recordProblems(snap, heads...)
	for _, h := range heads {
		if !snap.Record.Has(h) {
			problems = append(problems, headProblem(h))
		}
	}
	return snap.Record, problems, nil
}

// recordProblems says what is wrong with the record, and where it and the stored texts
// do not fit: none may have changed since it was stored, and since heads were noted.
func recordProblems(snap store.Snapshot, heads ...string) []string {
	found := snap.RecordProblems
	for _, r := range snap.Revisions {
		found = append(found, snap.Record.CheckAnchors(r)...)
		found = append(found, snap.Record.CheckStored(r, heads...)...)
	}
	var out []string
	for _, p := range found {
		out = append(out, p.String())
	}
	return out
}

func headProblem(head string) string {
	if len(head) < 64 {
		return fmt.Sprintf("%s is not a whole hash: it has 64 characters", head)
	}
	return fmt.Sprintf("no entry has the hash %s: the record was written anew since it was noted, lacks its end, or is another one", head)
}
