package workspace

import (
	"context"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/workspace/reading"
)

// Received is a file that was handed over as bytes.
type Received struct {
	Name string // of the file
	Data []byte
	// Changes and Struck are the states that a person chose; "" leaves a file that
	// holds tracked changes or struck-out words to be refused.
	Changes flow.Changes
	Struck  flow.Struck
}

// Look reads a file that was handed over and stores nothing.
func (w *Workspace) Look(ctx context.Context, f Received) (*reading.Reading, error) {
	reader := w.opts.Reader
	reader.Options = flow.Options{Changes: f.Changes, Struck: f.Struck}
	return reader.Received(ctx, f.Name, f.Data)
}

// Receive stores a file that was handed over. Paths of the import are not looked at.
func (w *Workspace) Receive(ctx context.Context, f Received, o Import) (Imported, error) {
	lib, err := w.open(ctx, toStore)
	if err != nil {
		return Imported{}, err
	}
	if err := o.Given.Check(); err != nil {
		return Imported{}, err
	}
	r, err := w.Look(ctx, f)
	if err != nil {
		return Imported{}, err
	}
	if o.Base == "" {
		o.Base = NoBase
	}
	return lib.importText(ctx, o, r)
}
