package docx

import (
	"path"
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/ingest/zipdoc"
)

// prefixes are the namespaces that matter, transitional and strict. Both sets have
// one prefix here, so that no reader knows which of the two a file is.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                          "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "rel",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":       "wps",
	"urn:schemas-microsoft-com:vml":                                           "v",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
	"http://purl.org/dc/elements/1.1/":                                        "dc",
}

// parts are the parts of a package that hold text or say how it is shown. A
// part that is missing is nil.
type parts struct {
	document, footnotes, endnotes, comments *xmltree.Node
	beside                                  map[noteKey]*xmltree.Node // footnotes, endnotes, comments
	styles                                  styles
	numbering                               *numbering
	margins                                 []margin
}

// margin is a header or footer; why is the kind of its relationship, which is what
// the report says.
type margin struct {
	why  string
	root *xmltree.Node
}

// openParts finds the main part by the package's relationships and the others by
// those of the main part, wherever a program puts them. All are read at once: the
// limits of the archive hold for their sum.
func openParts(f *zipdoc.File) (*parts, error) {
	main := "word/document.xml"
	rels, err := relations(f, "")
	if err != nil {
		return nil, err
	}
	for _, rel := range rels {
		if rel.kind == "officeDocument" && f.Has(rel.target) {
			main = rel.target
		}
	}
	p := &parts{}
	if p.document, err = f.XML(main, prefixes); err != nil {
		return nil, err
	}
	if p.document == nil {
		return nil, &flow.Error{Msg: "the archive has no " + main + ": it is no Word document or a part of it is lost", Hint: "open and save it in the program it was made with"}
	}
	if rels, err = relations(f, main); err != nil {
		return nil, err
	}
	var stylePart, numberPart *xmltree.Node
	for _, rel := range rels {
		var to **xmltree.Node
		switch rel.kind {
		case "styles":
			to = &stylePart
		case "numbering":
			to = &numberPart
		case "footnotes":
			to = &p.footnotes
		case "endnotes":
			to = &p.endnotes
		case "comments":
			to = &p.comments
		case "header", "footer":
			p.margins = append(p.margins, margin{why: rel.kind})
			to = &p.margins[len(p.margins)-1].root
		default:
			continue
		}
		if *to, err = f.XML(rel.target, prefixes); err != nil {
			return nil, err
		}
	}
	p.beside = indexNotes(p.footnotes, p.endnotes, p.comments)
	p.styles = readStyles(stylePart)
	p.numbering = readNumbering(numberPart, p.styles)
	return p, nil
}

// relation is a link from one part to another: its kind (the last word of its type,
// the same in both sets of namespaces) and the path of the part inside the archive.
type relation struct{ kind, target string }

// relations reads the links of a part inside the package, in their order by
// target so that it does not depend on the writer; "" is the package itself.
func relations(f *zipdoc.File, part string) ([]relation, error) {
	dir, base := path.Split(part)
	root, err := f.XML(dir+"_rels/"+base+".rels", prefixes)
	if err != nil || root == nil {
		return nil, err
	}
	var out []relation
	for _, n := range root.Children {
		if n.Name != "rel:Relationship" || n.Attr("TargetMode") == "External" {
			continue
		}
		target := n.Attr("Target")
		if rooted, ok := strings.CutPrefix(target, "/"); ok {
			target = path.Clean(rooted)
		} else {
			target = path.Join(dir, target)
		}
		out = append(out, relation{path.Base(n.Attr("Type")), target})
	}
	slices.SortStableFunc(out, func(a, b relation) int { return strings.Compare(a.target, b.target) })
	return out, nil
}
