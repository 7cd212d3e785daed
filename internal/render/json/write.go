package json

import (
	"bufio"
	"encoding/json"
	"io"

	"conceptdiff/internal/report"
)

func Write(w io.Writer, v any) error {
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
// of tail. The changes are nearly all of it; they are written one by one, so that
// no value of them all is ever made.
func writeChanges(w io.Writer, head jsonHead, r *report.Report, tail any) error {
	out := bufio.NewWriterSize(w, 64<<10) // keeps the first error for the end
	after, err := appendAny(nil, tail)
	if err != nil {
		return err
	}
	before := appendHead(out.AvailableBuffer(), &head)
	out.Write(before.key("changes"))
	out.WriteByte('[')
	flags, marks := placesOf(r.Flags), placesOf(r.Marks)
	var b []byte
	for i, c := range r.Changes {
		if i > 0 {
			out.WriteByte(',')
		}
		change := newJSONChange(c, flags, marks)
		if b, err = change.append(b[:0]); err != nil {
			return err
		}
		out.Write(b)
	}
	out.WriteByte(']')
	if after = after[len("{"):]; after[0] != '}' {
		out.WriteByte(',')
	}
	out.Write(after)
	out.WriteByte('\n')
	return out.Flush()
}

// placesOf tells where each of a list stands in it.
func placesOf[T comparable](list []T) map[T]int {
	at := make(map[T]int, len(list))
	for i, x := range list {
		at[x] = i
	}
	return at
}
