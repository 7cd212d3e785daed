package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Insert puts elements behind all others of a part. The part may be empty, and
// have any prefix for its namespace: where that is not the one that our elements
// are written with, each of them says itself what its prefix means. name is that
// of the part's root, spaces the namespaces it may have, tag that of each element.
func Insert(part []byte, name string, spaces []string, tag, elements string) ([]byte, error) {
	root, err := Scan(part)
	if err != nil {
		return nil, err
	}
	prefix, local := CutPrefix(root.Name)
	space := root.namespace(prefix)
	if local != name || !slices.Contains(spaces, space) {
		return nil, fmt.Errorf("it holds %s of the namespace %q, not %s", short(root.Name, 60), short(space, 120), name)
	}
	if ours, _ := CutPrefix(tag); root.namespace(ours) != space {
		says := declaration(ours) + `="` + space + `"`
		elements = strings.ReplaceAll(elements, "<"+tag+" ", "<"+tag+" "+says+" ")
	}
	if root.From < root.End {
		return slices.Concat(part[:root.To], []byte(elements), part[root.To:]), nil
	}
	open, closed := bytes.CutSuffix(part[:root.End], []byte("/>"))
	if !closed {
		return nil, errors.New("its root neither ends nor is empty")
	}
	return slices.Concat(open, []byte(">"+elements+"</"+root.Name+">"), part[root.End:]), nil
}

// CutPrefix cuts a name as it is written; the prefix is "" where there is none.
func CutPrefix(name string) (prefix, local string) {
	if prefix, local, found := strings.Cut(name, ":"); found {
		return prefix, local
	}
	return "", name
}

// namespace is what an element says that a prefix means.
func (e *Element) namespace(prefix string) string { return e.Attr(declaration(prefix)) }

// declaration is the attribute that says what a prefix means.
func declaration(prefix string) string {
	if prefix == "" {
		return "xmlns"
	}
	return "xmlns:" + prefix
}
