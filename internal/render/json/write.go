package json

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"conceptdiff/internal/report"
)

// Write writes a value as one line of JSON, in which <, > and & stand as they are: it
// is no part of a page, and texts are compared with their sources.
func Write(w io.Writer, v any) error {
	buf := bufio.NewWriterSize(w, 64<<10)
	if err := newEncoder(buf).Encode(v); err != nil {
		return err
	}
	return buf.Flush()
}

// newEncoder is an encoder of the package's way.
func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// writeChanges writes one JSON object: the keys of head, "changes" and the keys of
// tail. The changes are nearly all of it; they are encoded one by one, so that no
// value of them all is ever made. head and tail must be encoded as objects; a tail
// that is an empty one adds no comma.
func writeChanges(w io.Writer, head jsonHead, r *report.Report, tail any) error {
	out := bufio.NewWriterSize(w, 64<<10) // keeps the first error for the end
	e := newElements()
	before, err := e.encode(head)
	if err != nil {
		return err
	}
	out.Write(bytes.TrimSuffix(before, []byte("}")))
	out.WriteString(`,"changes":[`)
	flags, marks := placesOf(r.Flags), placesOf(r.Marks)
	for i, c := range r.Changes {
		if i > 0 {
			out.WriteByte(',')
		}
		change, err := e.encode(newJSONChange(c, flags, marks))
		if err != nil {
			return err
		}
		out.Write(change)
	}
	out.WriteByte(']')
	after, err := e.encode(tail)
	if err != nil {
		return err
	}
	if after = bytes.TrimPrefix(after, []byte("{")); after[0] != '}' {
		out.WriteByte(',')
	}
	out.Write(after)
	out.WriteByte('\n')
	return out.Flush()
}

// elements encodes values that stand inside a larger one, without the line end
// that an encoder puts.
type elements struct {
	held bytes.Buffer
	enc  *json.Encoder
}

func newElements() *elements {
	e := &elements{}
	e.enc = newEncoder(&e.held)
	return e
}

// encode gives a value's JSON, which holds until the next call: callers write it out
// before they encode another.
func (e *elements) encode(v any) ([]byte, error) {
	e.held.Reset()
	if err := e.enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(e.held.Bytes(), []byte("\n")), nil
}

// placesOf tells where each of a list stands in it. Elements are pointers here, so
// that equal ones are told apart.
func placesOf[T comparable](list []T) map[T]int {
	at := make(map[T]int, len(list))
	for i, x := range list {
		at[x] = i
	}
	return at
}
