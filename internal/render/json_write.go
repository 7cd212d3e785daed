package render

import (
	"bufio"
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
func writeChanges(w io.Writer, head jsonHead, r *report.Report, tail any) error {
	out := bufio.NewWriterSize(w, 64<<10) // keeps the first error for the end
	e := changeEncoder{flags: placesOf(r.Flags), marks: placesOf(r.Marks), blocks: make([][]byte, runtime.GOMAXPROCS(0))}
	after, err := appendAny(nil, tail)
	if err != nil {
		return err
	}
	before := appendHead(out.AvailableBuffer(), &head)
	out.Write(before.key("changes"))
	out.WriteByte('[')
	for changes := range slices.Chunk(r.Changes, batch) {
		if changes[0] != r.Changes[0] {
			out.WriteByte(',')
		}
		if err := e.write(out, changes); err != nil {
			return err
		}
	}
	out.WriteByte(']')
	if after = after[len("{"):]; after[0] != '}' {
		out.WriteByte(',')
	}
	out.Write(after)
	out.WriteByte('\n')
	return out.Flush()
}

// changeEncoder encodes changes on all processors.
type changeEncoder struct {
	flags  map[*report.Flag]int
	marks  map[*report.Marked]int
	blocks [][]byte // one a processor
}

// write writes changes with a comma between two.
func (e *changeEncoder) write(out *bufio.Writer, changes []*report.Change) error {
	errs := make([]error, len(e.blocks))
	var all sync.WaitGroup
	for i, part := range shares(changes, len(e.blocks)) {
		all.Go(func() { e.blocks[i], errs[i] = e.encode(e.blocks[i][:0], part) })
	}
	all.Wait()
	begun := false
	for _, block := range e.blocks {
		if begun && len(block) > 0 {
			out.WriteByte(',')
		}
		out.Write(block)
		begun = begun || len(block) > 0
	}
	return errors.Join(errs...)
}

// encode appends changes to b, with a comma between two.
func (e *changeEncoder) encode(b []byte, changes []*report.Change) ([]byte, error) {
	b = slices.Grow(b, roomFor(changes))
	for i, c := range changes {
		if i > 0 {
			b = append(b, ',')
		}
		change := newJSONChange(c, e.flags, e.marks)
		var err error
		if b, err = change.append(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// shares cuts changes into n parts of about the same size as JSON.
func shares(changes []*report.Change, n int) [][]*report.Change {
	out := make([][]*report.Change, n)
	room := roomFor(changes)
	for i := range out {
		most, end := room/(n-i), 0
		for size := 0; end < len(changes) && (i == n-1 || size < most); end++ {
			size += roomFor(changes[end : end+1])
		}
		out[i], changes = changes[:end], changes[end:]
		room -= roomFor(out[i])
	}
	return out
}

// roomFor is about how many bytes changes take as JSON.
func roomFor(changes []*report.Change) int {
	const change, line, evidence, edit, flag = 600, 70, 130, 40, 2500 // what the texts stand in
	n := change * len(changes)
	for _, c := range changes {
		n += evidence*len(c.Evidence) + flag*len(c.Flags)
		for _, side := range [][]*report.Clause{c.Old, c.New} {
			for _, cl := range side {
				n += line * len(cl.Lines)
			}
		}
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
