// Package yaml reads the YAML that people write beside a text: revision.yaml and
// claims. It gives the syntax tree, in which every node knows its line and
// column, so that whoever reads it can say where something is wrong.
//
// Scalars are taken as they are printed, [Node.Value]: 4.10 is not 4.1, and yes
// is a word. It is the only importer of go.yaml.in/yaml.
package yaml

import (
	"bytes"
	"errors"
	"io"

	yaml "go.yaml.in/yaml/v3"
)

// Node is a node of the tree. Lines and columns (characters) count from 1.
type Node = yaml.Node

// The kinds of nodes. The content of a mapping is its keys and values in turn.
const (
	Scalar   = yaml.ScalarNode
	Mapping  = yaml.MappingNode
	Sequence = yaml.SequenceNode
	Alias    = yaml.AliasNode
)

// Parse gives the documents of a file that hold anything, in order. Its errors
// are of type [*Fault]. A byte order mark in front is passed over.
func Parse(data []byte) ([]*Node, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if f := foreignBreak(data); f != nil {
		return nil, f
	}
	docs, err := parse(data)
	if err != nil {
		return nil, faultIn(data)
	}
	markBareTags(docs, data)
	return docs, nil
}

var errUnreadable = errors.New("it cannot be read")

// parse reads all documents. A panic of the parser becomes an error: what it is
// given comes from outside.
func parse(data []byte) (docs []*Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			docs, err = nil, errUnreadable
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var doc Node
		switch err := d.Decode(&doc); {
		case errors.Is(err, io.EOF):
			return docs, nil
		case err != nil:
			return nil, err
		}
		if root := doc.Content[0]; !IsNull(root) {
			docs = append(docs, root)
		}
	}
}

// Is reports whether a node, which may be nil, is a plain one of a kind: without
// an anchor or a tag.
func Is(n *Node, kind yaml.Kind) bool {
	return n != nil && n.Kind == kind && n.Anchor == "" && !IsTagged(n)
}

// IsNull reports whether a node stands for nothing: no value, ~ or null.
func IsNull(n *Node) bool { return Is(n, Scalar) && n.Tag == "!!null" }

// IsTagged reports whether a node has a tag of its own, as in !!str x.
func IsTagged(n *Node) bool { return n.Style&yaml.TaggedStyle != 0 }
