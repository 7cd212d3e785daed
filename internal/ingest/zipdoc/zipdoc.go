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

// Limits. A document of a thousand pages has some 20 parts, the largest of about 15
// MB. All bounds are on what is really read, not on what the archive's headers say of
// themselves.
const (
	MaxParts = 10_000   // in the archive; pictures count too
	MaxPart  = 64 << 20 // bytes of one part when expanded
	MaxTotal = 96 << 20 // bytes of all parts that are read, expanded
)

// File is an open document. It is not for use by several goroutines: reading a part
// spends what is left of MaxTotal.
type File struct {
	// The first of two parts of one name counts, in parts and names alike. Names have
	// no leading slash.
	parts map[string]*zip.File
	names []string
	// Bytes read so far, of all parts; a part that is read twice counts twice.
	read int64
}

// Is reports whether data begins as a ZIP archive does: with the header of a first
// file. An empty archive, which begins otherwise, is none.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Open reads the list of parts. An error is a [*flow.Error] and names no file: the
// archive is damaged or cut short, has more than [MaxParts], or its parts overlap.
// data must not change while the File is used.
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

// Bytes reads a part whole. The error, a [*flow.Error], says that there is no such
// part, that a password protects it, that it is damaged, or that it expands beyond
// the limits.
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

// XML reads a part as a tree, with the prefixes that [xmltree.Parse] takes. It
// returns nil and no error when there is no such part: styles and notes are often
// missing. Errors are those of [File.Bytes] and of the XML itself, with the part's
// name.
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

// Head is the beginning of a part, at most n bytes, for a look at its kind; "" when
// there is none or it cannot be read. It does not count against the limits: n does.
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

// open opens a part for reading. Bit 0 of the flags says that it is encrypted
// (APPNOTE 4.4.4), which archive/zip does not check.
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
// tells. It makes a [*flow.Error] of whatever goes wrong, so that an error of
// decompression is told as damage of that part.
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
