package claim

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/yaml"
)

// ParseError is what is wrong with a claims file, where, and what was expected.
type ParseError struct {
	File         string
	Line, Column int // from 1; 0 when the fault is in the file as a whole
	Msg          string
	stale        bool // of pins that new ones put right
}

// Error reads "file:line:column: message".
func (e *ParseError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Msg
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// RefusedError says all that is wrong with claims files that can be read: what does
// not stand in the sources they name.
type RefusedError struct{ Faults []*ParseError }

func (e *RefusedError) Error() string {
	s := e.Faults[0].Error()
	if more := len(e.Faults) - 1; more > 0 {
		s += fmt.Sprintf(" (and %d more; conceptdiff claims --verify lists them)", more)
	}
	return s
}

// The bounds of a claims file. They keep a hostile file from using up time and
// memory; a real one is a few thousand bytes long and four levels deep.
const (
	maxBytes  = 128 << 10
	maxDepth  = 16
	maxIndent = 64 // columns
)

// Parse reads one source from a claims file in the YAML form that
// docs/claims.md describes. The name is used for the source's key (its base
// without extension) and in errors, which are of type [*ParseError]; no file is
// opened. Anything the form does not know is refused.
func Parse(name string, data []byte) (*Source, error) {
	src, _, err := parse(name, data, false)
	return src, err
}

// parse reads a source and its syntax tree. One that is unsealed may have been
// changed since it was sealed.
func parse(name string, data []byte, unsealed bool) (*Source, *yaml.Node, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := checkBounds(name, data); err != nil {
		return nil, nil, err
	}
	root, err := parseYAML(name, data)
	if err != nil {
		return nil, nil, err
	}
	d := &decoder{file: name, unsealed: unsealed}
	src := d.source(root)
	if d.err != nil {
		return nil, nil, d.err
	}
	src.Key = sourceKey(name)
	return src, root, nil
}

// sourceKey is the base of a file name without its extension, whichever slash
// the system uses.
func sourceKey(name string) string {
	base := name[strings.LastIndexAny(name, `/\`)+1:]
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	return base
}

// checkBounds looks at the bytes before the YAML parser does, since that
// recurses as deep as the file tells it to.
func checkBounds(name string, data []byte) error {
	if len(data) > maxBytes {
		return &ParseError{File: name, Msg: fmt.Sprintf("%d bytes, expected a claims file of at most %d; divide it into one file a source", len(data), maxBytes)}
	}
	n := 0
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		n++
		if !utf8.Valid(line) {
			return &ParseError{File: name, Line: n, Column: 1, Msg: "invalid UTF-8, expected a text file in UTF-8"}
		}
		indent, nested := leading(line)
		if indent > maxIndent || nested > maxDepth {
			return &ParseError{File: name, Line: n, Column: 1, Msg: fmt.Sprintf("nested too deep, expected at most %d columns of indentation", maxIndent)}
		}
	}
	return checkBrackets(name, data)
}

// leading counts the spaces at the beginning of a line and the list and key
// signs ("- - - x", "? ? x") that nest there.
func leading(line []byte) (indent, nested int) {
	rest := bytes.TrimLeft(line, " \t")
	indent = len(line) - len(rest)
	for len(rest) > 1 && strings.IndexByte("-?:", rest[0]) >= 0 && (rest[1] == ' ' || rest[1] == '\t') {
		nested++
		rest = bytes.TrimLeft(rest[1:], " \t")
	}
	return indent, nested
}

// checkBrackets bounds how deep brackets nest, also those inside of texts,
// where they stand in pairs.
func checkBrackets(name string, data []byte) error {
	depth, line, column := 0, 1, 0
	for _, c := range data {
		column++
		switch c {
		case '\n':
			line, column = line+1, 0
		case '[', '{':
			if depth++; depth > maxDepth {
				return &ParseError{File: name, Line: line, Column: column, Msg: fmt.Sprintf("nested too deep, expected at most %d open brackets", maxDepth)}
			}
		case ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return nil
}

// parseYAML gives the file's one document.
func parseYAML(name string, data []byte) (*yaml.Node, error) {
	docs, err := yaml.Parse(data)
	var fault *yaml.Fault
	switch {
	case errors.As(err, &fault) && strings.HasPrefix(fault.Msg, "unknown anchor"):
		return nil, &ParseError{File: name, Line: fault.Line, Column: fault.Column, Msg: fmt.Sprintf(noAnchors, "a text")}
	case errors.As(err, &fault):
		return nil, &ParseError{File: name, Line: fault.Line, Column: fault.Column, Msg: "not YAML: " + fault.Msg}
	}
	switch len(docs) {
	case 0:
		return nil, &ParseError{File: name, Msg: "empty, expected the keys source, subjects, claims, quotations"}
	case 1:
		return docs[0], nil
	}
	return nil, &ParseError{File: name, Line: docs[1].Line, Column: docs[1].Column, Msg: "a second YAML document, expected one file a source"}
}
