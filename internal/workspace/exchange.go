package workspace

import (
	"bytes"
	"context"
	"crypto/rand"
	"strings"

	"golang.org/x/crypto/ssh"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/review"
	"conceptdiff/internal/review/exchange"
	"conceptdiff/internal/workspace/reading"
)

// Sign signs the last entries of the record, and with them all before them, in the
// name of a member: by, or the default member. The signatures are kept.
func (w *Workspace) Sign(ctx context.Context, by string, signer ssh.Signer) (*review.Record, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	record, err := lib.soundRecord(ctx)
	if err != nil {
		return nil, err
	}
	if by, err = lib.speaker(ctx, by); err != nil {
		return nil, err
	}
	m, err := lib.present(ctx, by)
	if err != nil {
		return nil, err
	}
	key := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))
	if err := record.MaySign(m, key); err != nil {
		return nil, err
	}
	for _, tip := range record.Tips() {
		if record.SignedBy(key)[tip.Hash] {
			continue
		}
		sig, err := review.Sign(rand.Reader, signer, tip.Hash)
		if err != nil {
			return nil, err
		}
		if err := lib.store.AddSignature(ctx, sig); err != nil {
			return nil, err
		}
	}
	return lib.soundRecord(ctx)
}

// TakenIn is what came of taking in a record from another copy.
type TakenIn struct {
	exchange.Admission
	Before *review.Record // what was here
	Other  *review.Record // what came
}

// TakeIn takes in a record that another copy exported, all of it or nothing: see
// [exchange.Admit]. trust and unsigned are those of [exchange.Policy].
func (w *Workspace) TakeIn(ctx context.Context, data []byte, trust []string, unsigned bool) (TakenIn, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return TakenIn{}, err
	}
	other, err := review.ReadFile(bytes.NewReader(data))
	if err != nil {
		return TakenIn{}, err
	}
	before, err := lib.soundRecord(ctx)
	if err != nil {
		return TakenIn{}, err
	}
	taken, err := lib.store.Admit(ctx, other, trust, unsigned)
	return TakenIn{Admission: taken, Before: before, Other: other}, err
}

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
