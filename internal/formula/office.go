package formula

import (
	"cmp"
	"strings"
)

// Office writes a formula of Word, whose elements bear the prefix «m:».
func Office[N any](n N, t Tree[N]) string {
	return office[N]{reader[N]{t, func(n N) bool { return t.Name(n) == "m:r" }}}.line(n)
}

type office[N any] struct{ reader[N] }

// line writes one element. What it does not know it reads through.
func (o office[N]) line(n N) string {
	switch name := o.Name(n); name {
	case "m:r":
		return o.Text(n)
	case "m:f":
		over, under := o.part(n, "m:num"), o.part(n, "m:den")
		if o.property(n, "m:fPr", "m:type") == "noBar" { // n over k
			return "(" + operand(over) + "¦" + operand(under) + ")"
		}
		return fraction(over, under)
	case "m:sSup", "m:sSub", "m:sSubSup":
		return scripts(o.part(n, "m:e"), o.part(n, "m:sub"), o.part(n, "m:sup"))
	case "m:sPre":
		return scripts("", o.part(n, "m:sub"), o.part(n, "m:sup")) + operand(o.part(n, "m:e"))
	case "m:limLow":
		return scripts(o.part(n, "m:e"), o.part(n, "m:lim"), "")
	case "m:limUpp":
		return scripts(o.part(n, "m:e"), "", o.part(n, "m:lim"))
	case "m:rad":
		return root(o.part(n, "m:e"), o.part(n, "m:deg"))
	case "m:nary":
		sign := cmp.Or(o.property(n, "m:naryPr", "m:chr"), "∫")
		return scripts(sign, o.part(n, "m:sub"), o.part(n, "m:sup")) + " " + o.part(n, "m:e")
	case "m:func":
		return o.part(n, "m:fName") + " " + o.part(n, "m:e")
	case "m:d":
		return o.brackets(n)
	case "m:eqArr":
		return o.list(n, "m:e", "; ")
	case "m:m":
		return "[" + o.list(n, "m:mr", "; ") + "]"
	case "m:mr":
		return o.list(n, "m:e", ", ")
	case "m:ctrlPr", "w:rPr":
		return ""
	default:
		if strings.HasSuffix(name, "Pr") {
			return "" // properties
		}
		return o.join(n, o.line)
	}
}

// part is what a child of that name holds.
func (o office[N]) part(n N, name string) string {
	if c, ok := o.child(n, name); ok {
		return o.join(c, o.line)
	}
	return ""
}

// property is the value of a property, "" for none.
func (o office[N]) property(n N, names ...string) string {
	for _, name := range names {
		c, ok := o.child(n, name)
		if !ok {
			return ""
		}
		n = c
	}
	return o.Attr(n, "m:val")
}

// brackets are parts between delimiters, round ones where the formula says nothing.
func (o office[N]) brackets(n N) string {
	marks := [3]string{"(", "|", ")"}
	for i, name := range []string{"m:begChr", "m:sepChr", "m:endChr"} {
		if p, ok := o.child(n, "m:dPr"); ok {
			if c, ok := o.child(p, name); ok {
				marks[i] = o.Attr(c, "m:val")
			}
		}
	}
	return marks[0] + o.list(n, "m:e", marks[1]) + marks[2]
}

// list joins children of a name.
func (o office[N]) list(n N, name, between string) string {
	var parts []string
	for _, c := range o.Children(n) {
		switch {
		case o.Name(c) != name:
		case name == "m:mr":
			parts = append(parts, o.line(c))
		default:
			parts = append(parts, o.join(c, o.line))
		}
	}
	return strings.Join(parts, between)
}
