package wordtest

import (
	"slices"
	"strings"
)

// The order in which the schema wants the children of these elements
// (ECMA-376 part 1, CT_PPr, CT_RPr and the like), as far as we write them.
var childOrder = map[string][]string{
	"pPr": {
		"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "spacing", "ind",
		"contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange",
	},
	"rPr":    {"ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang", "rPrChange"},
	"sectPr": {"headerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "titlePg"},
	"style":  {"name", "basedOn", "next", "qFormat", "pPr", "rPr"},
	"lvl":    {"start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr"},
	"settings": {
		"zoom", "trackRevisions", "defaultTabStop", "characterSpacingControl", "compat",
	},
}

// CheckStructure holds the file to what Word refuses a file for: broken XML,
// children out of order, identifiers that are not unique, ranges and comments
// without their other half, parts that nobody declares.
func CheckStructure(t interface {
	Helper()
	Fatalf(string, ...any)
}, data []byte,
) {
	t.Helper()
	parts, names, err := ReadParts(data)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if names[0] != "[Content_Types].xml" {
		t.Fatalf("the package begins with %s", names[0])
	}
	types := string(parts["[Content_Types].xml"])
	for _, name := range names {
		n, err := Parse(parts[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n.Walk(func(n *Node) {
			if order, known := childOrder[n.XMLName.Local]; known {
				at := -1
				for _, c := range n.Children {
					i := slices.Index(order, c.XMLName.Local)
					if i < at {
						t.Fatalf("%s: %s in %s stands too late or is not known", name, c.XMLName.Local, n.XMLName.Local)
					}
					at = i
				}
			}
		})
		if strings.HasPrefix(name, "word/") && !strings.Contains(name, "_rels") && !strings.Contains(types, `PartName="/`+name+`"`) {
			t.Fatalf("%s has no content type", name)
		}
	}
	checkIdentifiers(t, parts)
}

func checkIdentifiers(t interface {
	Helper()
	Fatalf(string, ...any)
}, parts map[string][]byte,
) {
	t.Helper()
	doc, err := Parse(parts["word/document.xml"])
	if err != nil {
		t.Fatalf("%v", err)
	}
	ids := make(map[string]string)
	names := make(map[string]map[string]int) // of moves: kind → name → count
	open := make(map[string]bool)
	comments := make(map[string]string)
	doc.Walk(func(n *Node) {
		name, id := n.XMLName.Local, n.Attr("id")
		switch name {
		case "ins", "del", "moveFrom", "moveTo", "pPrChange", "moveFromRangeStart", "moveToRangeStart":
			if id == "" || ids[id] != "" {
				t.Fatalf("%s %q: the identifier is taken by %q", name, id, ids[id])
			}
			ids[id] = name
			if strings.HasSuffix(name, "RangeStart") {
				if names[name] == nil {
					names[name] = make(map[string]int)
				}
				names[name][n.Attr("name")]++
				open[name+id] = true
			}
		case "moveFromRangeEnd", "moveToRangeEnd":
			start := strings.Replace(name, "End", "Start", 1) + id
			if !open[start] {
				t.Fatalf("%s %s was not begun", name, id)
			}
			delete(open, start)
		case "commentRangeStart", "commentRangeEnd", "commentReference":
			comments[id] += name[len("comment"):]
		}
	})
	if len(open) > 0 {
		t.Fatalf("ranges are not ended: %v", open)
	}
	for name, n := range names["moveFromRangeStart"] {
		if n != 1 || names["moveToRangeStart"][name] != 1 {
			t.Fatalf("%s leaves %d times and arrives %d times", name, n, names["moveToRangeStart"][name])
		}
	}
	if len(names["moveFromRangeStart"]) != len(names["moveToRangeStart"]) {
		t.Fatalf("%d moves leave, %d arrive", len(names["moveFromRangeStart"]), len(names["moveToRangeStart"]))
	}
	checkComments(t, parts, comments, ids)
}

func checkComments(t interface {
	Helper()
	Fatalf(string, ...any)
}, parts map[string][]byte, comments, ids map[string]string,
) {
	t.Helper()
	part, err := Parse(parts["word/comments.xml"])
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, c := range part.Children {
		id := c.Attr("id")
		if comments[id] != "RangeStartRangeEndReference" && comments[id] != "Reference" || ids[id] != "" {
			t.Fatalf("comment %s is anchored by %q", id, comments[id])
		}
		delete(comments, id)
	}
	if len(comments) > 0 {
		t.Fatalf("comments that are not there: %v", comments)
	}
}
