package message

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

// whys are the grounds that the committee's part gives for what became of a mark,
// with "split" for whatever is filled in. Those that hold a member's own words are
// said by the renderers; the basis of a pair stands for itself.
func whys(t *testing.T) []string {
	t.Helper()
	var out []string
	add := func(name, value ast.Expr) {
		if field, ok := name.(*ast.SelectorExpr); ok {
			name = field.Sel
		}
		if id, ok := name.(*ast.Ident); !ok || id.Name != "Why" {
			return
		}
		switch s := filled(value); {
		case s == "split":
		case strings.HasSuffix(s, "uncertain: split"):
			out = append(out, strings.TrimSuffix(s, ": split"))
		case !strings.HasSuffix(s, ": split"):
			out = append(out, s)
		}
	}
	for _, file := range goFiles(t, "../../review") {
		ast.Inspect(parseFile(t, file), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				add(n.Key, n.Value)
			case *ast.AssignStmt:
				for i := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						add(n.Lhs[i], n.Rhs[i])
					}
				}
			}
			return true
		})
	}
	if len(out) < 15 {
		t.Fatalf("only %d grounds found", len(out))
	}
	return out
}

var verb = regexp.MustCompile(`%[a-z]`)

// filled is a text as it may come out.
func filled(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return filled(e.X) + filled(e.Y)
	case *ast.CallExpr:
		if len(e.Args) > 0 {
			if format, ok := literal(e.Args[0]); ok {
				return verb.ReplaceAllString(format, "split")
			}
		}
	}
	if s, ok := literal(e); ok {
		return s
	}
	return "split"
}
