package onto

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// withParts is a file with other or more parts, or without those that are "".
func withParts(tb testing.TB, file []byte, changed map[string]string) []byte {
	tb.Helper()
	parts, names, err := wordtest.ReadParts(file)
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		parts[name] = []byte(changed[name])
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if text, is := changed[name]; is && text == "" {
			continue
		}
		if err := ooxml.AddFile(z, name, parts[name]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// withComments is the user's file with a comments part.
func withComments(tb testing.TB, file []byte, comments string) []byte {
	tb.Helper()
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		tb.Fatal(err)
	}
	return withParts(tb, file, map[string]string{
		commentsPart: comments,
		ooxml.TypesPart: strings.Replace(string(parts[ooxml.TypesPart]), `</Types>`,
			`<Override PartName="/`+commentsPart+`" ContentType="`+wordml.MediaType+`comments+xml"/></Types>`, 1),
		linksPart: strings.Replace(string(parts[linksPart]), `</Relationships>`,
			`<Relationship Id="rId9" Type="`+ooxml.OfficeRelation+`comments" Target="comments.xml"/></Relationships>`, 1),
	})
}

// checkArrived holds the comments that a document refers to, each there once and
// in the namespace, and reports how many comments the part has.
func checkArrived(tb testing.TB, document, comments []byte, space string) int {
	tb.Helper()
	there := make(map[string]int)
	part := wordtest.MustParse(tb, comments)
	for _, c := range part.Children {
		if c.XMLName.Local != "comment" || c.XMLName.Space != space {
			tb.Fatalf("a comment is %v", c.XMLName)
		}
		for _, a := range c.Attrs {
			if a.Name.Local == "id" && a.Name.Space != space {
				tb.Fatalf("an identifier is %v", a.Name)
			}
		}
		there[c.Attr("id")]++
	}
	anchors := 0
	wordtest.MustParse(tb, document).Walk(func(n *wordtest.Node) {
		if n.XMLName.Local != "commentReference" {
			return
		}
		anchors++
		if there[n.Attr("id")] != 1 {
			tb.Errorf("comment %s is there %d times", n.Attr("id"), there[n.Attr("id")])
		}
	})
	if anchors == 0 {
		tb.Error("the document refers to no comment")
	}
	return len(part.Children) - anchors
}

// Whatever form the file's own comments part has, ours arrive in it and its own
// stay.
func TestOntoCommentsArrive(t *testing.T) {
	for _, c := range []struct {
		name, part, space string
		own               int
	}{
		{"of the usual form", `<w:comments ` + wordml.Namespace + `><w:comment w:id="1"/></w:comments>`, wordml.Space, 1},
		{"without comments", ooxml.Head + `<w:comments ` + wordml.Namespace + `></w:comments>`, wordml.Space, 0},
		{"in one tag", ooxml.Head + `<w:comments ` + wordml.Namespace + `/>`, wordml.Space, 0},
		{"in one tag, with space", "\ufeff<w:comments\n " + wordml.Namespace + " />\n", wordml.Space, 0},
		{"strict", `<w:comments xmlns:w="` + wordml.StrictSpace + `"/>`, wordml.StrictSpace, 0},
		{"of another prefix", `<x:comments xmlns:x='` + wordml.Space + `'><x:comment x:id = '1'/></x:comments>`, wordml.Space, 1},
		{"of another prefix, in one tag", `<x:comments xmlns:x="` + wordml.Space + `"/>`, wordml.Space, 0},
		{"of no prefix", `<comments xmlns="` + wordml.Space + `"><q:comment xmlns:q="` + wordml.Space + `" q:id="1"/></comments>`, wordml.Space, 1},
		{"whose w is something else", `<x:comments xmlns:w="urn:x" xmlns:x="` + wordml.Space + `"/>`, wordml.Space, 0},
		{"with space in its end tag", `<w:comments ` + wordml.Namespace + "><w:comment w:id=\"1\"/></w:comments\n>", wordml.Space, 1},
		{"with end tags in remarks", `<w:comments ` + wordml.Namespace + `><w:comment w:id="1"/><!-- </w:comments> --></w:comments><!-- </w:comments> -->`, wordml.Space, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, old, now := userFile(t)
			changed, err := onto(withComments(t, file, c.part), old, now)
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := wordtest.ReadParts(changed)
			if err != nil {
				t.Fatal(err)
			}
			if own := checkArrived(t, parts[documentPart], parts[commentsPart], c.space); own != c.own {
				t.Errorf("%d comments are the file's own, want %d", own, c.own)
			}
		})
	}
}

// Comments that have no place to go are no reason to lose them.
func TestOntoCommentsPartThatCannotBeRead(t *testing.T) {
	for name, part := range map[string]string{
		"nothing":           "<!-- -->",
		"no XML":            "comments",
		"cut short":         `<w:comments ` + wordml.Namespace + `><w:comment w:id="1">`,
		"wrong order":       `<w:comments ` + wordml.Namespace + `><w:comment w:id="1"></w:comments></w:comment>`,
		"another root":      `<w:document ` + wordml.Namespace + `/>`,
		"another namespace": `<w:comments xmlns:w="urn:x"/>`,
		"no namespace":      `<w:comments/>`,
		"another encoding":  `<?xml version="1.0" encoding="UTF-16"?><w:comments ` + wordml.Namespace + `/>`,
	} {
		file, old, now := userFile(t)
		changed, err := onto(withComments(t, file, part), old, now)
		if err == nil || !strings.Contains(err.Error(), "the comments have no place in word/comments.xml") {
			t.Errorf("%s: %v", name, err)
		}
		if len(changed) > 0 {
			t.Errorf("%s: a file was written", name)
		}
	}
}

// The parts that declare a new comments part come in other forms, too.
func TestOntoDeclaresTheComments(t *testing.T) {
	file, old, now := userFile(t)
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	prefixed := func(name string) string {
		s := strings.NewReplacer("<?", "<?", "</", "</x:", "<", "<x:").Replace(string(parts[name]))
		return strings.Replace(s, "xmlns=", "xmlns:x=", 1)
	}
	for name, c := range map[string]map[string]string{
		"no links":                {linksPart: ""},
		"links in one tag":        {linksPart: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`},
		"links of another prefix": {linksPart: prefixed(linksPart)},
		"types of another prefix": {ooxml.TypesPart: prefixed(ooxml.TypesPart)},
	} {
		t.Run(name, func(t *testing.T) {
			changed, err := onto(withParts(t, file, c), old, now)
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := wordtest.ReadParts(changed)
			if err != nil {
				t.Fatal(err)
			}
			checkArrived(t, parts[documentPart], parts[commentsPart], wordml.Space)
			declared := func(part, element, attr, want string) {
				n, root := 0, wordtest.MustParse(t, parts[part])
				for _, c := range root.Children {
					if c.XMLName.Space == root.XMLName.Space && c.XMLName.Local == element && c.Attr(attr) == want {
						n++
					}
				}
				if n != 1 {
					t.Errorf("%s names the comments %d times:\n%s", part, n, parts[part])
				}
			}
			declared(ooxml.TypesPart, "Override", "PartName", "/"+commentsPart)
			declared(linksPart, "Relationship", "Target", "comments.xml")
		})
	}
}
