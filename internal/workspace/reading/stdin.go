package reading

import (
	"context"
	"fmt"
	"io"
	"sync"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
)

// StdinPath stands for the standard input.
const StdinPath = "-"

// Stdin is an input that can be read once.
type Stdin struct {
	in   io.Reader
	mu   sync.Mutex
	read bool
}

// NewStdin makes in readable under the path «-».
func NewStdin(in io.Reader) *Stdin { return &Stdin{in: in} }

// Bytes reads it whole. A second call is refused, as is one where there is none.
func (s *Stdin) Bytes() ([]byte, error) {
	if s == nil || s.in == nil {
		return nil, fault.Misusef("there is no standard input here: name a file")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.read {
		return nil, fault.Misusef("the standard input can be read only once: name the other text by its file")
	}
	s.read = true
	data, err := io.ReadAll(io.LimitReader(s.in, ingest.MaxSize+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("standard input: %w", err)
	case len(data) > ingest.MaxSize:
		return nil, tooLarge("standard input")
	}
	return data, nil
}

// stdin reads a text from the standard input.
func (r Reader) stdin(ctx context.Context) (*Reading, error) {
	data, err := r.Stdin.Bytes()
	if err != nil {
		return nil, err
	}
	return r.named(ctx, "standard input", "stdin", data)
}
