// Package zipdoc opens documents that are ZIP archives of XML parts: Word's and
// OpenDocument's. Nothing is unpacked to disk, so the names inside are never
// paths on this machine, and only the parts that are asked for are read.
package zipdoc

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// Limits. A document of a thousand pages has some 20 parts, the largest of
// about 15 MB.
const (
	MaxParts = 10_000   // in the archive; pictures count too
	MaxPart  = 64 << 20 // bytes of one part when expanded
	MaxTotal = 96 << 20 // bytes of all parts that are read, expanded
)

// File is an open document.
type File struct {
	parts map[string]*zip.File
	names []string
	read  int64
}

// Is reports whether data begins as a ZIP archive does.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Open reads the list of parts. An error is a [*flow.Error] and names no file.
func Open(data []byte) (*File, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &flow.Error{Msg: "the file is a ZIP archive that is damaged or cut short", Hint: "get it again, or open and save it in the program it was made with"}
	}
	if len(r.File) > MaxParts {
		return nil, &flow.Error{Msg: fmt.Sprintf("the archive holds %d parts; at most %d are read", len(r.File), MaxParts)}
	}
	if overlap(r.File) {
		return nil, &flow.Error{Msg: "parts of the archive lie on top of each other, as no program writes them", Hint: "open and save it in the program it was made with"}
	}
	f := &File{parts: make(map[string]*zip.File, len(r.File))}
	for _, part := range r.File {
		name := strings.TrimPrefix(part.Name, "/")
		if _, twice := f.parts[name]; !twice {
			f.parts[name] = part
			f.names = append(f.names, name)
		}
	}
	return f, nil
}

// overlap reports whether the bytes of two parts are the same, by which a small file
// expands to a large one. A part whose place cannot be told is left to whoever reads it.
func overlap(parts []*zip.File) bool {
	type span struct{ from, to int64 }
	var spans []span
	for _, p := range parts {
		from, err := p.DataOffset()
		if err == nil && p.CompressedSize64 > 0 && p.CompressedSize64 < 1<<40 {
			spans = append(spans, span{from, from + int64(p.CompressedSize64)})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return true
		}
	}
	return false
}

// Has reports whether there is a part of that name.
func (f *File) Has(name string) bool { return f.parts[name] != nil }

// Names lists the parts in their order in the archive.
func (f *File) Names() []string { return f.names }

// Bytes reads a part.
func (f *File) Bytes(name string) ([]byte, error) {
	part := f.parts[name]
	if part == nil {
		return nil, &flow.Error{Msg: "the archive has no " + name}
	}
	r, err := f.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(&limited{r: r, file: f, name: name})
}

// XML reads a part. It returns nil and no error when there is no such part.
func (f *File) XML(name string, prefixes map[string]string) (*xmltree.Node, error) {
	part := f.parts[name]
	if part == nil {
		return nil, nil
	}
	r, err := f.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	n, err := xmltree.Parse(&limited{r: r, file: f, name: name}, prefixes)
	var limit *flow.Error
	if errors.As(err, &limit) {
		return nil, &flow.Error{Msg: name + " in the archive: " + limit.Error(), Hint: limit.Hint}
	}
	return n, err
}

// Head is the beginning of a part, at most n bytes; "" when there is none.
func (f *File) Head(name string, n int64) string {
	part := f.parts[name]
	if part == nil {
		return ""
	}
	r, err := f.open(part)
	if err != nil {
		return ""
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, n))
	return string(b)
}

func (f *File) open(part *zip.File) (io.ReadCloser, error) {
	if part.Flags&1 != 0 {
		return nil, &flow.Error{Msg: "the archive is protected by a password", Hint: "save the document without a password"}
	}
	r, err := part.Open()
	if err != nil {
		return nil, &flow.Error{Msg: part.Name + " in the archive cannot be read: " + err.Error()}
	}
	return r, nil
}

// limited stops a part that expands beyond the limits, whatever size its header
// tells.
type limited struct {
	r    io.Reader
	file *File
	name string
	n    int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	l.n += int64(n)
	l.file.read += int64(n)
	switch {
	case l.n > MaxPart:
		return 0, &flow.Error{Msg: fmt.Sprintf("expands to more than %d MB, the most that is read of one part", MaxPart>>20)}
	case l.file.read > MaxTotal:
		return 0, &flow.Error{Msg: fmt.Sprintf("the document expands to more than %d MB, the most that is read", MaxTotal>>20)}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, &flow.Error{Msg: "is damaged: " + err.Error()}
	}
	return n, err
}
