package claim

import (
	"fmt"
	"strings"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/yaml"
)

// SetPins writes into a claims file which copy its quotations stand in, and where.
// The copy has been checked, see [CheckCopy]; what else stands in the file stays as
// it is, to the byte.
func SetPins(name string, data []byte, c Copy) ([]byte, error) {
	k, err := newChecker(name, data)
	if err != nil {
		return nil, err
	}
	e := newPinEditor(data)
	e.set(k.source, "language", "sha256", c.SHA256)
	e.set(k.source, "language", "length", fmt.Sprint(c.Length))
	for _, q := range k.quoted {
		pins, err := c.Text.Find(q.text, q.joined)
		if err != nil {
			return nil, k.fault(q.at, q.name+": "+err.Error())
		}
		e.setAt(q, pins)
	}
	return seal(name, e.bytes())
}

// seal writes into a file with pins the digest of what is pinned.
func seal(name string, data []byte) ([]byte, error) {
	k, err := newChecker(name, data)
	if err != nil {
		return nil, fmt.Errorf("the pins cannot be written into this file: %w", err)
	}
	e := newPinEditor(data)
	e.set(k.source, "language", "sealed", k.src.Seal())
	out := e.bytes()
	if _, err := Parse(name, out); err != nil {
		return nil, fmt.Errorf("the pins cannot be written into this file: %w", err)
	}
	return out, nil
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
func (e *pinEditor) setAt(q quoted, pins []quote.Pin) {
	line := strings.Repeat(" ", q.at.Column-1) + "at: [\"" + strings.ReplaceAll(pinList(pins), ", ", "\", \"") + "\"]\n"
	if above := q.at.Line - 2; q.pins != nil && above >= 0 && strings.HasPrefix(strings.TrimSpace(e.lines[above]), "at: [") {
		e.lines[above] = line
		return
	}
	e.before[q.at.Line] = append(e.before[q.at.Line], line)
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
