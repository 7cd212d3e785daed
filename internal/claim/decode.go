package claim

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/yaml"
)

// decoder reads a syntax tree by hand, since only so can every fault be told
// with its place. It keeps the first fault and from then on returns zero values.
type decoder struct {
	file     string
	err      error
	unsealed bool // what was changed since it was sealed is read all the same
}

func (d *decoder) fail(n *yaml.Node, format string, args ...any) {
	if d.err != nil {
		return
	}
	e := &ParseError{File: d.file, Msg: fmt.Sprintf(format, args...)}
	if n != nil {
		e.Line, e.Column = n.Line, n.Column
	}
	d.err = e
}

// clip shortens what a message repeats of the file.
func clip(s string) string {
	const most = 60 // runes
	if len(s) <= most {
		return s
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// mapping is the keys and values of one YAML mapping.
type mapping struct {
	what    string // "a claim"
	at      *yaml.Node
	entries []entry
}

type entry struct {
	key   string
	at    *yaml.Node // the key
	value *yaml.Node // nil when nothing follows the key
}

// mapping reads n as a mapping whose keys are all among allowed; nil allows any.
func (d *decoder) mapping(n *yaml.Node, what string, allowed []string) mapping {
	m := mapping{what: what, at: n}
	if !yaml.Is(n, yaml.Mapping) {
		d.wrongNode(n, what+" written as \"key: value\" lines")
		return m
	}
	m.entries = make([]entry, 0, len(n.Content)/2)
	seen := make(map[string]bool)
	for pair := range slices.Chunk(n.Content, 2) {
		e := entry{key: pair[0].Value, at: pair[0], value: pair[1]}
		switch {
		case !yaml.Is(e.at, yaml.Scalar):
			d.wrongNode(e.at, "a key of "+what)
		case allowed != nil && !slices.Contains(allowed, e.key):
			d.fail(e.at, "unknown key %q in %s, expected one of: %s", clip(e.key), what, strings.Join(allowed, ", "))
		case seen[e.key]:
			d.fail(e.at, "the key %q stands twice in %s, expected it once", clip(e.key), what)
		}
		seen[e.key] = true
		if d.err != nil {
			return m
		}
		if yaml.IsNull(e.value) {
			e.value = nil
		}
		m.entries = append(m.entries, e)
	}
	return m
}

// mappingOf reads the value of a key as a mapping.
func (d *decoder) mappingOf(e *entry, what string, allowed []string) mapping {
	if e.value == nil {
		d.fail(e.at, "%q is empty, expected %s written as \"key: value\" lines", e.key, what)
		return mapping{what: what, at: e.at}
	}
	return d.mapping(e.value, what, allowed)
}

// noAnchors refuses what could blow a small file up.
const noAnchors = "YAML anchors and aliases (& and *) are not allowed, expected %s; put a text that begins so in quotation marks"

// wrongNode says what stands where something else was expected.
func (d *decoder) wrongNode(n *yaml.Node, expected string) {
	switch {
	case n == nil, yaml.IsNull(n):
		d.fail(n, "nothing, expected %s", expected)
	case n.Kind == yaml.Alias, n.Anchor != "":
		d.fail(n, noAnchors, expected)
	case yaml.IsTagged(n):
		d.fail(n, "YAML tags (!) are not allowed, expected %s", expected)
	case n.Kind == yaml.Mapping:
		d.fail(n, "key and value, expected %s; put a text that holds \": \" in quotation marks", expected)
	case n.Kind == yaml.Sequence:
		d.fail(n, "a list, expected %s", expected)
	default:
		d.fail(n, "%q, expected %s", clip(n.Value), expected)
	}
}

func (m mapping) get(key string) *entry {
	for i := range m.entries {
		if m.entries[i].key == key {
			return &m.entries[i]
		}
	}
	return nil
}

// has reports whether the key stands there, with a value or without.
func (m mapping) has(key string) bool { return m.get(key) != nil }

// text reads a required text.
func (d *decoder) text(m mapping, key string) string {
	e := m.get(key)
	if e == nil {
		d.fail(firstKey(m), "%s has no %q, expected it", m.what, key)
		return ""
	}
	return d.entryText(e)
}

// optional reads a text that may be left out, but not be empty.
func (d *decoder) optional(m mapping, key string) string {
	if e := m.get(key); e != nil {
		return d.entryText(e)
	}
	return ""
}

func (d *decoder) entryText(e *entry) string {
	if e.value == nil {
		d.fail(e.at, "%q is empty, expected a text; leave the key out where there is none", e.key)
		return ""
	}
	s := d.scalar(e.value, "a text")
	if s == "" {
		d.fail(e.at, "%q is empty, expected a text; leave the key out where there is none", e.key)
	}
	return s
}

// firstKey is where a mapping begins, for faults of the mapping as a whole.
func firstKey(m mapping) *yaml.Node {
	if len(m.entries) > 0 {
		return m.entries[0].at
	}
	return m.at
}

// scalar reads a text, its white space made single spaces. Numbers and dates
// are taken as they are printed: 4.10 is not 4.1.
func (d *decoder) scalar(n *yaml.Node, expected string) string {
	if !yaml.Is(n, yaml.Scalar) || yaml.IsNull(n) {
		d.wrongNode(n, expected)
		return ""
	}
	if r, ok := hiddenIn(n.Value); ok {
		d.fail(n, "the control character %U, expected text only", r)
	}
	return singleSpaced(n.Value)
}

// singleSpaced makes white space single spaces, which it is in most texts.
func singleSpaced(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// hiddenIn finds a character that could steer a terminal or turn the order in
// which text is shown.
func hiddenIn(s string) (rune, bool) {
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
			return r, true
		}
	}
	return 0, false
}

// list reads a list of texts; a single text is a list of one.
func (d *decoder) list(m mapping, key string) ([]string, []*yaml.Node) {
	e := m.get(key)
	if e == nil {
		return nil, nil
	}
	nodes := []*yaml.Node{e.value}
	if yaml.Is(e.value, yaml.Sequence) {
		nodes = e.value.Content
	}
	if e.value == nil || len(nodes) == 0 {
		d.fail(e.at, "%q is empty, expected a text or a list of texts; leave the key out where there is none", key)
		return nil, nil
	}
	var out []string
	for _, n := range nodes {
		s := d.scalar(n, "a text")
		if s == "" {
			d.fail(n, "an empty line in %q, expected a text", key)
		}
		out = append(out, s)
	}
	return out, nodes
}

// sequence reads a list of anything.
func (d *decoder) sequence(m mapping, key, expected string) []*yaml.Node {
	e := m.get(key)
	if e == nil {
		return nil
	}
	isList := yaml.Is(e.value, yaml.Sequence)
	switch {
	case e.value == nil, isList && len(e.value.Content) == 0:
		d.fail(e.at, "%q is empty, expected %s; leave the key out where there is none", key, expected)
		return nil
	case !isList:
		d.wrongNode(e.value, expected)
		return nil
	}
	return e.value.Content
}

// date reads a calendar date.
func (d *decoder) date(m mapping, key string) string {
	s := d.text(m, key)
	if _, err := time.Parse(time.DateOnly, s); err != nil && d.err == nil {
		d.fail(m.get(key).value, "%q is no date, expected year-month-day as in 2025-10-17", clip(s))
	}
	return s
}

// oneOf reads a text that must be one of a few.
func oneOf[T ~string](d *decoder, m mapping, key string, allowed ...T) T {
	s := T(d.text(m, key))
	if d.err == nil && !slices.Contains(allowed, s) {
		names := make([]string, len(allowed))
		for i, a := range allowed {
			names[i] = string(a)
		}
		d.fail(m.get(key).value, "%q is not known as %q, expected one of: %s", clip(string(s)), key, strings.Join(names, ", "))
	}
	return s
}
