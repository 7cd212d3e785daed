package workspace

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"conceptdiff/internal/report"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/reading"
)

// Pair loads the two sides of a comparison, with the rulings on its pairs. Two files
// that would bear the same label are told apart by their paths.
func (w *Workspace) Pair(ctx context.Context, oldArg, newArg string) (old, new *Document, err error) {
	docs, err := w.Documents(ctx, oldArg, newArg)
	if err != nil {
		return nil, nil, err
	}
	old, new = docs[0], docs[1]
	if old.Label == new.Label && oldArg != newArg {
		if reading.IsPath(oldArg) {
			old.Label = filepath.ToSlash(oldArg)
		}
		if reading.IsPath(newArg) {
			new.Label = filepath.ToSlash(newArg)
		}
	}
	return old, new, w.settle(ctx, old, new)
}

// Compare loads and compares two revisions.
func (w *Workspace) Compare(ctx context.Context, oldArg, newArg string) (old *Document, c *compare.Comparison, err error) {
	old, _, c, err = w.pairCompared(ctx, oldArg, newArg)
	return old, c, err
}

func (w *Workspace) pairCompared(ctx context.Context, oldArg, newArg string) (old, new *Document, c *compare.Comparison, err error) {
	if old, new, err = w.Pair(ctx, oldArg, newArg); err != nil {
		return nil, nil, nil, err
	}
	defer w.log.Progress("comparing " + old.Label + " with " + new.Label)()
	c, err = compareDocuments(old, new)
	return old, new, c, err
}

// settle looks up what is known of a comparison before it is made: the rulings on
// pairs of the two or, where there are none, what was found between a revision and
// its base.
func (w *Workspace) settle(ctx context.Context, old, new *Document) error {
	if !old.Stored || !new.Stored {
		return nil
	}
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return err
	}
	if new.pins, err = lib.pins(ctx, old.Revision, new.Revision); err != nil || len(new.pins) > 0 || new.Base != old.Label {
		return err
	}
	new.found, err = lib.found(ctx, old.Revision, new.Revision)
	return err
}

// compareDocuments compares two documents that were loaded as a pair, or takes what
// was found between them before.
func compareDocuments(old, new *Document) (*compare.Comparison, error) {
	if new.found != nil {
		return new.found.comparison, nil
	}
	c, err := compare.Compare(old.Revision, new.Revision, new.pins...)
	if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", old.Label, new.Label, err)
	}
	return c, nil
}

// findings are what a check of a new text, whose comparison is c, found in it: as it is
// kept, else found now.
func findings(new *Document, c *compare.Comparison) []report.Finding {
	if new.found != nil {
		return new.found.findings
	}
	return report.Check(c).Findings
}

// between is what is found between a revision and its base, as far as no person has
// ruled on it.
type between struct {
	comparison *compare.Comparison
	findings   []report.Finding // of a check of the revision since its base
}

// find compares a revision with its base, and checks it.
func find(base, r *revision.Revision) (*between, error) {
	c, err := compare.Compare(base, r)
	if err != nil {
		return nil, err
	}
	return &between{c, report.Check(c).Findings}, nil
}

// pack writes down what was found, for the same build of this program: the comparison
// behind its length, then the findings as JSON.
func (b *between) pack() ([]byte, error) {
	packed, err := b.comparison.Marshal()
	if err != nil {
		return nil, err
	}
	checked, err := json.Marshal(b.findings)
	if err != nil {
		return nil, err
	}
	out := binary.AppendUvarint(nil, uint64(len(packed)))
	return append(append(out, packed...), checked...), nil
}

// unpack restores what [between.pack] wrote of the same two texts.
func unpack(base, r *revision.Revision, data []byte) (*between, error) {
	length, size := binary.Uvarint(data)
	if size <= 0 || length > uint64(len(data)-size) {
		return nil, fmt.Errorf("stored comparison of %s with %s: it is cut off", base.Label, r.Label)
	}
	packed, checked := data[size:size+int(length)], data[size+int(length):]
	c, err := compare.Unmarshal(base, r, packed)
	if err != nil {
		return nil, err
	}
	out := &between{comparison: c}
	if err := json.Unmarshal(checked, &out.findings); err != nil {
		return nil, fmt.Errorf("stored findings of %s since %s: %w", r.Label, base.Label, err)
	}
	return out, nil
}

// pins are the rulings of the record on pairs of two stored revisions. One that no
// longer fits is told of.
func (l *library) pins(ctx context.Context, old, new *revision.Revision) ([]compare.Pin, error) {
	record, err := l.soundRecord(ctx)
	if err != nil {
		return nil, err
	}
	pins, stale := record.Pins(old, new)
	for _, e := range stale {
		l.w.log.Warn("%s", fmt.Sprintf("not applied, its text has changed since: %s: %s", e.By, e.Summary()))
	}
	return pins, nil
}

// keepable is what this build of the program found between a revision and its base,
// as it is stored with it, so that the next need not find it again. b is nil where
// there is no base.
func (l *library) keepable(b *between) (store.Found, error) {
	if b == nil || l.w.opts.Build == "" {
		return store.Found{}, nil
	}
	data, err := b.pack()
	return store.Found{Build: l.w.opts.Build, Data: data}, err
}

// keepWithin is how long one who only reads waits for others to write.
const keepWithin = 100 * time.Millisecond

// found is what this build of the program found between a stored revision and its
// base: as it is kept, else found now and kept for the next. A store that cannot be
// written to at the moment keeps nothing, which costs time alone.
func (l *library) found(ctx context.Context, base, r *revision.Revision) (*between, error) {
	data, err := l.store.Comparison(ctx, r.Label, l.w.opts.Build)
	if err != nil {
		return nil, err
	}
	if data != nil {
		b, err := unpack(base, r, data)
		if err != nil {
			err = fault.Hint(fmt.Errorf("%w: %w", store.ErrDamaged, err), "conceptdiff verify says what is wrong with it; conceptdiff restore takes a backup")
		}
		return b, err
	}
	defer l.w.log.Progress("comparing " + base.Label + " with " + r.Label)()
	b, err := find(base, r)
	if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", base.Label, r.Label, err)
	}
	found, err := l.keepable(b)
	if err != nil {
		return nil, err
	}
	if found.Build == "" {
		return b, nil
	}
	return b, l.keep(ctx, r.Label, found)
}

func (l *library) keep(ctx context.Context, label string, found store.Found) error {
	soon, cancel := context.WithTimeout(ctx, keepWithin)
	defer cancel()
	err := l.store.SaveComparison(soon, label, found)
	for _, passing := range []error{store.ErrReadOnly, store.ErrBusy, store.ErrFull, soon.Err()} {
		if ctx.Err() == nil && passing != nil && errors.Is(err, passing) {
			err = nil
		}
	}
	return err
}
