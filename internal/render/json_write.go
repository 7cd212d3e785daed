package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync"

	"conceptdiff/internal/report"
)

func writeJSON(w io.Writer, v any) error {
	buf := bufio.NewWriterSize(w, 64<<10)
	if err := newEncoder(buf).Encode(v); err != nil {
		return err
	}
	return buf.Flush()
}

func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// batch is how many changes are held as JSON at a time.
const batch = 512

// writeChanges writes one JSON object: the keys of head, "changes" and the keys
// of tail. The changes are nearly all of it; each processor encodes a part of a
// batch, so that no value of them all is ever made.
func writeChanges(w io.Writer, head any, r *report.Report, tail any) error {
	out := bufio.NewWriter(w) // keeps the first error for the end
	e := changeEncoder{flags: placesOf(r.Flags), marks: placesOf(r.Marks), blocks: make([]bytes.Buffer, runtime.GOMAXPROCS(0))}
	var ends [2]bytes.Buffer
	if err := errors.Join(newEncoder(&ends[0]).Encode(head), newEncoder(&ends[1]).Encode(tail)); err != nil {
		return err
	}
	out.Write(bytes.TrimSuffix(ends[0].Bytes(), []byte("}\n")))
	out.WriteString(`,"changes":[`)
	for changes := range slices.Chunk(r.Changes, batch) {
		if changes[0] != r.Changes[0] {
			out.WriteByte(',')
		}
		if err := e.write(out, changes); err != nil {
			return err
		}
	}
	out.WriteByte(']')
	if tail := ends[1].Bytes()[len("{"):]; tail[0] != '}' {
		out.WriteByte(',')
	}
	out.Write(ends[1].Bytes()[len("{"):])
	return out.Flush()
}

// changeEncoder encodes changes on all processors.
type changeEncoder struct {
	flags  map[*report.Flag]int
	marks  map[*report.Marked]int
	blocks []bytes.Buffer // one a processor
}

// write writes changes with a comma between two.
func (e *changeEncoder) write(out *bufio.Writer, changes []*report.Change) error {
	errs := make([]error, len(e.blocks))
	var all sync.WaitGroup
	for i := range e.blocks {
		part := changes[len(changes)*i/len(e.blocks) : len(changes)*(i+1)/len(e.blocks)]
		all.Go(func() { errs[i] = e.encode(&e.blocks[i], part) })
	}
	all.Wait()
	for i := range e.blocks {
		block := e.blocks[i].Bytes()
		if i == len(e.blocks)-1 {
			block = bytes.TrimSuffix(block, []byte(","))
		}
		out.Write(block)
	}
	return errors.Join(errs...)
}

// encode writes changes to b, with a comma after each.
func (e *changeEncoder) encode(b *bytes.Buffer, changes []*report.Change) error {
	b.Reset()
	b.Grow(roomFor(changes))
	enc := newEncoder(b)
	for _, c := range changes {
		if err := enc.Encode(newJSONChange(c, e.flags, e.marks)); err != nil {
			return err
		}
		b.Truncate(b.Len() - len("\n"))
		b.WriteByte(',')
	}
	return nil
}

// roomFor is about how many bytes changes take.
func roomFor(changes []*report.Change) int {
	const change, edit = 2000, 40 // what the texts stand in
	n := change * len(changes)
	for _, c := range changes {
		for i := range c.Edits {
			n += edit + max(len(c.Edits[i].Old), len(c.Edits[i].New))
		}
	}
	return n
}

// placesOf tells where each of a list stands in it.
func placesOf[T comparable](list []T) map[T]int {
	at := make(map[T]int, len(list))
	for i, x := range list {
		at[x] = i
	}
	return at
}
