package claim

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/yaml"
)

// Copy is a copy of a publication, as it was read.
type Copy struct {
	SHA256 string // lower-case hex digest of its bytes
	Length int    // of them
	Text   *quote.Text
}

// Quoted is one quotation of a source: the words of a claim, or of the document.
type Quoted struct {
	Name   string // of the claim, or the clause that is quoted, for messages
	Text   string
	Joined bool
	Pins   []quote.Pin
	line   int // of the claims file, of the key that holds it, from 1
	column int
}

// CheckCopy holds a source against a copy of the publication and lists, in the
// order of the file, what is not so: a quotation that does not stand there, a
// speaker who is not named there, a copy other than the pinned one, a pin at which
// other words stand. The name is that of the claims file.
func CheckCopy(name string, data []byte, c Copy) (faults []*ParseError, err error) {
	src, quoted, err := quotations(name, data)
	if err != nil {
		return nil, err
	}
	if src.SHA256 != "" && (src.SHA256 != c.SHA256 || src.Length != c.Length) {
		faults = append(faults, &ParseError{File: name, Msg: fmt.Sprintf("pinned to a copy with SHA-256 %.12s… of %d bytes, this one has %.12s… and %d", src.SHA256, src.Length, c.SHA256, c.Length), stale: true})
	}
	for _, q := range quoted {
		pins, err := c.Text.Find(q.Text, q.Joined)
		switch {
		case err != nil:
			faults = append(faults, &ParseError{File: name, Line: q.line, Column: q.column, Msg: q.Name + ": " + err.Error()})
		case q.Pins != nil && !slices.Equal(pins, q.Pins):
			faults = append(faults, &ParseError{File: name, Line: q.line, Column: q.column, Msg: fmt.Sprintf("%s: pinned to %s, stands at %s", q.Name, pinList(q.Pins), pinList(pins)), stale: true})
		}
	}
	for _, cl := range src.Claims {
		if !cl.IsReport() && !c.Text.Names(cl.Speaker) {
			faults = append(faults, &ParseError{File: name, Msg: fmt.Sprintf("%s: the copy does not name %s", cl.Key, cl.Speaker)})
		}
	}
	return faults, nil
}

// Unpinnable are those of the faults that [CheckCopy] found which new pins do not
// put right: what does not stand in the copy.
func Unpinnable(faults []*ParseError) []*ParseError {
	return slices.DeleteFunc(faults, func(f *ParseError) bool { return f.stale })
}

// SetPins writes into a claims file which copy its quotations stand in, and where.
// The copy has been checked, see [CheckCopy]; what else stands in the file stays as
// it is, to the byte.
func SetPins(name string, data []byte, c Copy) ([]byte, error) {
	_, quoted, err := quotations(name, data)
	if err != nil {
		return nil, err
	}
	root, err := parseYAML(name, data)
	if err != nil {
		return nil, err
	}
	e := newPinEditor(data)
	d := &decoder{file: name}
	source := d.mappingOf(d.mapping(root, "a claims file", nil).get("source"), "source", nil)
	e.set(source, "language", "sha256", c.SHA256)
	e.set(source, "language", "length", fmt.Sprint(c.Length))
	for _, q := range quoted {
		pins, err := c.Text.Find(q.Text, q.Joined)
		if err != nil {
			return nil, &ParseError{File: name, Line: q.line, Column: q.column, Msg: q.Name + ": " + err.Error()}
		}
		e.setAt(q, pins)
	}
	out := e.bytes()
	if _, err := Parse(name, out); err != nil {
		return nil, fmt.Errorf("the pins cannot be written into this file: %w", err)
	}
	return out, nil
}

// quotations lists what a file quotes, with the places of the keys.
func quotations(name string, data []byte) (*Source, []Quoted, error) {
	src, err := Parse(name, data)
	if err != nil {
		return nil, nil, err
	}
	root, err := parseYAML(name, data)
	if err != nil {
		return nil, nil, err
	}
	d := &decoder{file: name}
	file := d.mapping(root, "a claims file", nil)
	var out []Quoted
	for i, n := range d.sequence(file, "claims", "claims") {
		if c := src.Claims[i]; !c.IsReport() {
			at := d.mapping(n, "a claim", nil).get("quote").at
			out = append(out, Quoted{c.Key, c.Quote, c.Joined, c.Pins, at.Line, at.Column})
		}
	}
	for i, n := range d.sequence(file, "quotations", "quotations") {
		q := src.Quotations[i]
		at := d.mapping(n, "a quotation", nil).get("text").at
		out = append(out, Quoted{"clause " + q.Clause, q.Text, false, q.Pins, at.Line, at.Column})
	}
	return src, out, d.err
}

func pinList(pins []quote.Pin) string {
	var out []string
	for _, p := range pins {
		out = append(out, p.String())
	}
	return strings.Join(out, ", ")
}

// pinEditor puts lines into a file, each before a line that is there.
type pinEditor struct {
	lines  []string
	before map[int][]string // by line, from 1
}

func newPinEditor(data []byte) *pinEditor {
	return &pinEditor{strings.SplitAfter(string(data), "\n"), map[int][]string{}}
}

// set writes a key with a value of one line: in place of the one there is, else
// before another key.
func (e *pinEditor) set(m mapping, before, key, value string) {
	if old := m.get(key); old != nil {
		e.lines[old.at.Line-1] = indented(old.at, key, value)
		return
	}
	at := m.get(before).at
	e.before[at.Line] = append(e.before[at.Line], indented(at, key, value))
}

func indented(at *yaml.Node, key, value string) string {
	return strings.Repeat(" ", at.Column-1) + key + ": " + value + "\n"
}

// setAt writes where a quotation stands, before the quotation itself. Pins that
// are there stand on one line just above it, where this writes them.
func (e *pinEditor) setAt(q Quoted, pins []quote.Pin) {
	line := strings.Repeat(" ", q.column-1) + "at: [\"" + strings.ReplaceAll(pinList(pins), ", ", "\", \"") + "\"]\n"
	if above := q.line - 2; q.Pins != nil && above >= 0 && strings.HasPrefix(strings.TrimSpace(e.lines[above]), "at: [") {
		e.lines[above] = line
		return
	}
	e.before[q.line] = append(e.before[q.line], line)
}

func (e *pinEditor) bytes() []byte {
	var b strings.Builder
	for i, line := range e.lines {
		for _, l := range e.before[i+1] {
			b.WriteString(l)
		}
		b.WriteString(line)
	}
	return []byte(b.String())
}
