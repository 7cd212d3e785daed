package json

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// jsonNode is a provision without its words. Heading and Text say whether it has
// some; the lines of its clause, in the order of the outline, are they.
type jsonNode struct {
	Kind     string     `json:"kind"`
	EID      string     `json:"eid"`
	Num      string     `json:"num,omitempty"`
	Heading  bool       `json:"heading,omitempty"`
	Text     bool       `json:"text,omitempty"`
	Children []jsonNode `json:"children,omitempty"`
}

// newJSONNodes writes a tree without its words, which stand in the edits once.
func newJSONNodes(in []*revision.Provision) []jsonNode {
	out := make([]jsonNode, len(in))
	for i, p := range in {
		out[i] = jsonNode{
			Kind: string(p.Kind), EID: p.EID, Num: p.Num, Heading: p.Heading != "", Text: p.Text != "", Children: newJSONNodes(p.Children),
		}
	}
	return out
}

// outlined builds the tree of an outline, with the lines of each clause by its
// address, all of which it hands out. It fails, naming a clause, when that has more
// lines or fewer than its outline wants: the file was cut or changed, and words would
// stand in the wrong place.
func outlined(nodes []jsonNode, lines map[string][]string) ([]*revision.Provision, error) {
	b := outliner{lines: lines}
	out := b.provisions(nodes, "")
	for _, address := range slices.Sorted(maps.Keys(lines)) {
		if len(lines[address]) > 0 && b.wrong == "" {
			b.wrong = address
		}
	}
	if b.wrong != "" {
		return nil, fmt.Errorf("clause %s has other lines than its outline", b.wrong)
	}
	return out, nil
}

// outliner hands out the lines of clauses to their provisions.
type outliner struct {
	lines map[string][]string // by address of the clause; what is left
	wrong string              // address of a clause whose lines do not fit
}

// provisions builds the provisions of nodes; clause is the address of the clause
// around them, whose lines their words are.
func (b *outliner) provisions(nodes []jsonNode, clause string) []*revision.Provision {
	if len(nodes) == 0 {
		return nil
	}
	out := make([]*revision.Provision, len(nodes))
	for i, n := range nodes {
		p := &revision.Provision{Kind: revision.Kind(n.Kind), EID: n.EID, Num: n.Num}
		of := clause
		if p.IsClause() {
			of = p.Address()
		}
		if n.Heading {
			p.Heading = b.next(of)
		}
		if n.Text {
			p.Text = b.next(of)
		}
		p.Children = b.provisions(n.Children, of)
		out[i] = p
	}
	return out
}

// next is the next line of a clause, "" and a fault noted where it has none left.
func (b *outliner) next(clause string) string {
	rest := b.lines[clause]
	if len(rest) == 0 {
		b.wrong = clause
		return ""
	}
	b.lines[clause] = rest[1:]
	return rest[0]
}

// splitLines gives each clause of one side of a change its lines. text is what the
// edits of that side join to; it fails where it has other lines than the clauses say.
// A change without any text on a side has none to give.
func splitLines(into map[string][]string, text string, clauses []jsonClause) error {
	lines := strings.Split(text, "\n")
	n := 0
	for _, c := range clauses {
		n += len(c.Lines)
	}
	if n == 0 && text == "" {
		return nil
	}
	if n != len(lines) {
		return fmt.Errorf("%d lines in the edits, %d in the clauses", len(lines), n)
	}
	for _, c := range clauses {
		into[c.Address] = lines[:len(c.Lines):len(c.Lines)]
		lines = lines[len(c.Lines):]
	}
	return nil
}
