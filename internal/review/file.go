package review

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// fileFormat is the version of the form in which records are handed round. The
// form is described in docs/record.md.
const fileFormat = 1

// maxLine bounds one line of a file, in bytes. The longest entry that can be
// entered is far shorter.
const maxLine = 1 << 20

// FileError says that a file is no record, or not the one it was when it was
// written.
type FileError struct {
	Line int // from 1; 0 when it is the file as a whole
	What string
}

func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.What
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.What)
}

// WriteFile writes the record as JSON lines: a header, the entries in order, the
// signatures. The same record gives the same bytes.
func WriteFile(w io.Writer, r *Record) error {
	tips := make([]string, len(r.tips))
	for i, t := range r.tips {
		tips[i] = t.Hash
	}
	line := canonical(nil, object{
		"conceptdiff": "record", "format": fileFormat, "tips": tips,
		"entries": len(r.entries), "signatures": len(r.signatures),
	})
	if _, err := w.Write(append(line, '\n')); err != nil {
		return err
	}
	for _, e := range r.entries {
		line = append(line[:0], `{"entry":`...)
		line = append(line, e.Canonical()...)
		line = append(line, `,"hash":"`+e.Hash+"\"}\n"...)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	for _, s := range r.signatures {
		line = canonical(line[:0], object{"signature": object{"entry": s.Entry, "key": s.Key, "text": s.Text}})
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// fileLine is any line of a file.
type fileLine struct {
	Conceptdiff         string
	Format              int
	Entries, Signatures int
	Tips                []string

	Entry     json.RawMessage
	Hash      string
	Signature *Signature
}

// ReadFile reads what [WriteFile] wrote. A file that is something else, was
// altered in any way or is cut short is refused with a [*FileError].
func ReadFile(in io.Reader) (*Record, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	var header fileLine
	var entries []Entry
	var signatures []Signature
	n := 0
	for lines.Scan() {
		n++
		var l fileLine
		if err := strict(lines.Bytes(), &l); err != nil {
			if n == 1 {
				return nil, &FileError{0, "not a record of conceptdiff"}
			}
			return nil, &FileError{n, "altered: " + err.Error()}
		}
		switch {
		case n == 1 && l.Conceptdiff != "record":
			return nil, &FileError{0, "not a record of conceptdiff"}
		case n == 1 && l.Format != fileFormat:
			return nil, &FileError{0, fmt.Sprintf("a record in format %d, which this version of conceptdiff does not know", l.Format)}
		case n == 1:
			header = l
		case l.Signature != nil:
			signatures = append(signatures, *l.Signature)
		default:
			e, err := entryOf(l)
			if err != nil {
				return nil, &FileError{n, err.Error()}
			}
			entries = append(entries, e)
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, &FileError{n + 1, "longer than any line of a record"}
	case err != nil:
		return nil, err
	case n == 0:
		return nil, &FileError{0, "not a record of conceptdiff: it is empty"}
	}
	return whole(header, entries, signatures)
}

func entryOf(l fileLine) (Entry, error) {
	if got := hashOf(l.Entry); got != l.Hash {
		return Entry{}, fmt.Errorf("altered: the entry called %s has the hash %s", Short(l.Hash), Short(got))
	}
	return ParseEntry(l.Entry)
}

// whole checks that nothing is missing and nothing wrong.
func whole(header fileLine, entries []Entry, signatures []Signature) (*Record, error) {
	r, problems := Assemble(entries, signatures)
	switch {
	case len(entries) < header.Entries || len(signatures) < header.Signatures:
		return nil, &FileError{0, fmt.Sprintf("cut short: it should have %d entries and %d signatures, and has %d and %d",
			header.Entries, header.Signatures, len(entries), len(signatures))}
	case len(r.entries) != header.Entries || len(r.signatures) != header.Signatures:
		return nil, &FileError{0, "altered: it has more or fewer entries than it says"}
	case len(problems) > 0:
		return nil, &FileError{0, "altered: " + problems[0].String()}
	case !slices.EqualFunc(r.tips, header.Tips, func(t Tip, h string) bool { return t.Hash == h }):
		return nil, &FileError{0, "altered: it does not end with the entries that it says it ends with"}
	}
	return r, nil
}
