package formula

import (
	"slices"
	"strings"
)

// MathML writes a formula of MathML 3, whose elements bear no prefix.
func MathML[N any](n N, t Tree[N]) string {
	plain := func(n N) bool { return slices.Contains(tokens, t.Name(n)) }
	return applied.Replace(mathML[N]{reader[N]{t, plain}}.line(n))
}

// applied makes the marks visible that say that a function is applied, or that two
// factors stand side by side.
var applied = strings.NewReplacer("\u2061", " ", "\u2062", "")

// tokens are the elements that hold characters.
var tokens = []string{"mi", "mn", "mo", "mtext", "ms"}

type mathML[N any] struct{ reader[N] }

// line writes one element. What it does not know it reads through. Annotations, which
// say the same again, and what is there for its room alone are left out.
func (m mathML[N]) line(n N) string {
	switch m.Name(n) {
	case "mi", "mn", "mo", "mtext", "ms":
		return strings.Join(strings.Fields(m.Text(n)), " ")
	case "annotation", "annotation-xml", "mphantom", "mspace", "none", "mprescripts":
		return ""
	case "mfrac":
		over, under := m.part(n, 0), m.part(n, 1)
		if strings.HasPrefix(m.Attr(n, "linethickness"), "0") {
			return "(" + operand(over) + "¦" + operand(under) + ")"
		}
		return fraction(over, under)
	case "msup", "mover":
		return scripts(m.part(n, 0), "", m.part(n, 1))
	case "msub", "munder":
		return scripts(m.part(n, 0), m.part(n, 1), "")
	case "msubsup", "munderover":
		return scripts(m.part(n, 0), m.part(n, 1), m.part(n, 2))
	case "msqrt":
		return root(m.join(n, m.line), "")
	case "mroot":
		return root(m.part(n, 0), m.part(n, 1))
	case "mtable":
		return "[" + m.list(n, "; ") + "]"
	case "mtr", "mlabeledtr":
		return m.list(n, ", ")
	case "mfenced":
		open, shut := m.Attr(n, "open"), m.Attr(n, "close")
		if open+shut == "" {
			open, shut = "(", ")"
		}
		return open + m.list(n, ", ") + shut
	}
	return m.join(n, m.line)
}

// part is what the child at a place holds.
func (m mathML[N]) part(n N, at int) string {
	if c := m.Children(n); at < len(c) {
		return m.line(c[at])
	}
	return ""
}

// list joins the children.
func (m mathML[N]) list(n N, between string) string {
	var parts []string
	for _, c := range m.Children(n) {
		parts = append(parts, m.line(c))
	}
	return strings.Join(parts, between)
}
