package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
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

// writeChanges writes one JSON object: the keys of head, "changes" and the keys
// of tail. The changes are nearly all of it; each processor writes a part of them,
// one by one, so that no value of them all is ever made.
func writeChanges(w io.Writer, head any, r *report.Report, tail any) error {
	workers := runtime.GOMAXPROCS(0)
	blocks, errs := make([]bytes.Buffer, workers), make([]error, workers)
	flags, marks := placesOf(r.Flags), placesOf(r.Marks)
	var all sync.WaitGroup
	for i := range workers {
		changes := r.Changes[len(r.Changes)*i/workers : len(r.Changes)*(i+1)/workers]
		all.Go(func() { errs[i] = encodeChanges(&blocks[i], changes, flags, marks) })
	}
	var ends [2]bytes.Buffer
	errHead, errTail := newEncoder(&ends[0]).Encode(head), newEncoder(&ends[1]).Encode(tail)
	all.Wait()
	if err := errors.Join(append(errs, errHead, errTail)...); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.Write(bytes.TrimSuffix(ends[0].Bytes(), []byte("}\n")))
	out.WriteString(`,"changes":[`)
	for i := range blocks {
		block := blocks[i].Bytes()
		if i == workers-1 {
			block = bytes.TrimSuffix(block, []byte(","))
		}
		out.Write(block)
	}
	out.WriteByte(']')
	if tail := ends[1].Bytes()[len("{"):]; tail[0] != '}' {
		out.WriteByte(',')
	}
	out.Write(ends[1].Bytes()[len("{"):])
	return out.Flush() // tells of the first error above
}

// encodeChanges writes changes, with a comma after each.
func encodeChanges(b *bytes.Buffer, changes []*report.Change, flags map[*report.Flag]int, marks map[*report.Marked]int) error {
	b.Grow(roomFor(changes))
	enc := newEncoder(b)
	for _, c := range changes {
		if err := enc.Encode(newJSONChange(c, flags, marks)); err != nil {
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
