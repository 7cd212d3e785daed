package claim

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// decoder reads a syntax tree by hand, since only so can every fault be told
// with its place. It keeps the first fault and from then on returns zero values.
type decoder struct {
	file string
	err  error
}

func (d *decoder) fail(n ast.Node, format string, args ...any) {
	var tk *token.Token
	if n != nil {
		tk = n.GetToken()
	}
	d.failAt(tk, format, args...)
}

func (d *decoder) failAt(tk *token.Token, format string, args ...any) {
	if d.err != nil {
		return
	}
	e := &ParseError{File: d.file, Msg: fmt.Sprintf(format, args...)}
	if tk != nil && tk.Position != nil {
		e.Line, e.Column = tk.Position.Line, tk.Position.Column
	}
	d.err = e
}

// clip shortens what a message repeats of the file.
func clip(s string) string {
	const most = 60 // runes
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// mapping is the keys and values of one YAML mapping.
type mapping struct {
	what    string // "a claim"
	at      ast.Node
	entries []entry
}

type entry struct {
	key   string
	at    ast.Node // the key
	value ast.Node // nil when nothing follows the key
}

// mapping reads n as a mapping whose keys are all among allowed; nil allows any.
func (d *decoder) mapping(n ast.Node, what string, allowed []string) mapping {
	m := mapping{what: what, at: n}
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		d.wrongNode(n, what+" written as \"key: value\" lines")
		return m
	}
	seen := make(map[string]bool)
	for _, v := range values {
		key := v.Key.GetToken().Value
		shown := clip(key)
		if _, ok := v.Key.(*ast.StringNode); !ok && allowed != nil || v.Key.IsMergeKey() {
			d.fail(v.Key, "%q is no key of %s, expected one of: %s", shown, what, strings.Join(allowed, ", "))
		}
		if allowed != nil && !slices.Contains(allowed, key) {
			d.fail(v.Key, "unknown key %q in %s, expected one of: %s", shown, what, strings.Join(allowed, ", "))
		}
		if seen[key] {
			d.fail(v.Key, "the key %q stands twice in %s, expected it once", shown, what)
		}
		seen[key] = true
		if d.err != nil {
			return m
		}
		e := entry{key: key, at: v.Key, value: v.Value}
		if _, null := v.Value.(*ast.NullNode); null {
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

// wrongNode says what stands where something else was expected; the features of
// YAML that could blow a small file up are named.
func (d *decoder) wrongNode(n ast.Node, expected string) {
	switch n.(type) {
	case nil, *ast.NullNode:
		d.fail(n, "nothing, expected %s", expected)
	case *ast.AnchorNode, *ast.AliasNode:
		d.fail(n, "YAML anchors and aliases (& and *) are not allowed, expected %s; put a text that begins so in quotation marks", expected)
	case *ast.TagNode:
		d.fail(n, "YAML tags (!) are not allowed, expected %s", expected)
	case *ast.MappingNode, *ast.MappingValueNode:
		d.fail(n, "key and value, expected %s; put a text that holds \": \" in quotation marks", expected)
	case *ast.SequenceNode:
		d.fail(n, "a list, expected %s", expected)
	default:
		d.fail(n, "%q, expected %s", clip(n.GetToken().Value), expected)
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
func firstKey(m mapping) ast.Node {
	if len(m.entries) > 0 {
		return m.entries[0].at
	}
	return m.at
}

// scalar reads a text, its white space made single spaces. Numbers and dates
// are taken as they are printed: 4.10 is not 4.1.
func (d *decoder) scalar(n ast.Node, expected string) string {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		s = n.GetToken().Value
	default:
		d.wrongNode(n, expected)
		return ""
	}
	if r, ok := hiddenIn(s); ok {
		d.fail(n, "the control character %U, expected text only", r)
	}
	return strings.Join(strings.Fields(s), " ")
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
func (d *decoder) list(m mapping, key string) ([]string, []ast.Node) {
	e := m.get(key)
	if e == nil {
		return nil, nil
	}
	nodes := []ast.Node{e.value}
	if seq, ok := e.value.(*ast.SequenceNode); ok {
		nodes = seq.Values
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
func (d *decoder) sequence(m mapping, key, expected string) []ast.Node {
	e := m.get(key)
	if e == nil {
		return nil
	}
	seq, ok := e.value.(*ast.SequenceNode)
	switch {
	case e.value == nil, ok && len(seq.Values) == 0:
		d.fail(e.at, "%q is empty, expected %s; leave the key out where there is none", key, expected)
		return nil
	case !ok:
		d.wrongNode(e.value, expected)
		return nil
	}
	return seq.Values
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
