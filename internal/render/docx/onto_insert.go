package docx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// rootsOf are the parts that we add to, by the name of their root, and the
// namespaces it may have: transitional and strict.
func rootsOf(name string) []string {
	switch name {
	case "comments":
		return []string{wordSpace, strictSpace}
	case "Types":
		return []string{"http://schemas.openxmlformats.org/package/2006/content-types"}
	case "Relationships":
		return []string{"http://schemas.openxmlformats.org/package/2006/relationships"}
	}
	return nil
}

// insert puts elements behind all others of a part. The part may be empty, and
// have any prefix for its namespace: where that is not the one that our elements
// are written with, each of them says itself what its prefix means. name is that
// of the part's root, tag that of each element.
func insert(part []byte, name, tag, elements string) ([]byte, error) {
	root, err := scan(part)
	if err != nil {
		return nil, err
	}
	prefix, local := cutPrefix(root.name)
	space := root.namespace(prefix)
	if local != name || !slices.Contains(rootsOf(name), space) {
		return nil, fmt.Errorf("it holds %s of the namespace %q, not %s", short(root.name, 60), short(space, 120), name)
	}
	if ours, _ := cutPrefix(tag); root.namespace(ours) != space {
		says := declaration(ours) + `="` + space + `"`
		elements = strings.ReplaceAll(elements, "<"+tag+" ", "<"+tag+" "+says+" ")
	}
	if root.from < root.end {
		return slices.Concat(part[:root.to], []byte(elements), part[root.to:]), nil
	}
	open, closed := bytes.CutSuffix(part[:root.end], []byte("/>"))
	if !closed {
		return nil, errors.New("its root neither ends nor is empty")
	}
	return slices.Concat(open, []byte(">"+elements+"</"+root.name+">"), part[root.end:]), nil
}

// cutPrefix cuts a name as it is written; the prefix is "" where there is none.
func cutPrefix(name string) (prefix, local string) {
	if prefix, local, found := strings.Cut(name, ":"); found {
		return prefix, local
	}
	return "", name
}

// namespace is what an element says that a prefix means.
func (e *element) namespace(prefix string) string { return e.attr(declaration(prefix)) }

// declaration is the attribute that says what a prefix means.
func declaration(prefix string) string {
	if prefix == "" {
		return "xmlns"
	}
	return "xmlns:" + prefix
}
