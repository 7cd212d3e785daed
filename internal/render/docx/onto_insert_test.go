package docx

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// withParts is a file with other or more parts, or without those that are "".
func withParts(tb testing.TB, file []byte, changed map[string]string) []byte {
	tb.Helper()
	parts, names, err := readParts(file)
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
		if err := writeEntry(z, name, parts[name]); err != nil {
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
	parts, _, err := readParts(file)
	if err != nil {
		tb.Fatal(err)
	}
	return withParts(tb, file, map[string]string{
		commentsPart: comments,
		typesPart: strings.Replace(string(parts[typesPart]), `</Types>`,
			`<Override PartName="/`+commentsPart+`" ContentType="`+wordType+`comments+xml"/></Types>`, 1),
		linksPart: strings.Replace(string(parts[linksPart]), `</Relationships>`,
			`<Relationship Id="rId9" Type="`+officeRel+`comments" Target="comments.xml"/></Relationships>`, 1),
	})
}

// checkArrived holds the comments that a document refers to, each there once and
// in the namespace, and reports how many comments the part has.
func checkArrived(tb testing.TB, document, comments []byte, space string) int {
	tb.Helper()
	there := make(map[string]int)
	part := mustParse(tb, comments)
	for _, c := range part.Children {
		if c.XMLName.Local != "comment" || c.XMLName.Space != space {
			tb.Fatalf("a comment is %v", c.XMLName)
		}
		for _, a := range c.Attrs {
			if a.Name.Local == "id" && a.Name.Space != space {
				tb.Fatalf("an identifier is %v", a.Name)
			}
		}
		there[c.attr("id")]++
	}
	anchors := 0
	mustParse(tb, document).walk(func(n *node) {
		if n.XMLName.Local != "commentReference" {
			return
		}
		anchors++
		if there[n.attr("id")] != 1 {
			tb.Errorf("comment %s is there %d times", n.attr("id"), there[n.attr("id")])
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
		{"of the usual form", `<w:comments ` + wordNamespace + `><w:comment w:id="1"/></w:comments>`, wordSpace, 1},
		{"without comments", xmlHead + `<w:comments ` + wordNamespace + `></w:comments>`, wordSpace, 0},
		{"in one tag", xmlHead + `<w:comments ` + wordNamespace + `/>`, wordSpace, 0},
		{"in one tag, with space", "\ufeff<w:comments\n " + wordNamespace + " />\n", wordSpace, 0},
		{"strict", `<w:comments xmlns:w="` + strictSpace + `"/>`, strictSpace, 0},
		{"of another prefix", `<x:comments xmlns:x='` + wordSpace + `'><x:comment x:id = '1'/></x:comments>`, wordSpace, 1},
		{"of another prefix, in one tag", `<x:comments xmlns:x="` + wordSpace + `"/>`, wordSpace, 0},
		{"of no prefix", `<comments xmlns="` + wordSpace + `"><q:comment xmlns:q="` + wordSpace + `" q:id="1"/></comments>`, wordSpace, 1},
		{"whose w is something else", `<x:comments xmlns:w="urn:x" xmlns:x="` + wordSpace + `"/>`, wordSpace, 0},
		{"with space in its end tag", `<w:comments ` + wordNamespace + "><w:comment w:id=\"1\"/></w:comments\n>", wordSpace, 1},
		{"with end tags in remarks", `<w:comments ` + wordNamespace + `><w:comment w:id="1"/><!-- </w:comments> --></w:comments><!-- </w:comments> -->`, wordSpace, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, old, now := userFile(t)
			changed, err := onto(withComments(t, file, c.part), old, now)
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := readParts(changed)
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
		"cut short":         `<w:comments ` + wordNamespace + `><w:comment w:id="1">`,
		"wrong order":       `<w:comments ` + wordNamespace + `><w:comment w:id="1"></w:comments></w:comment>`,
		"another root":      `<w:document ` + wordNamespace + `/>`,
		"another namespace": `<w:comments xmlns:w="urn:x"/>`,
		"no namespace":      `<w:comments/>`,
		"another encoding":  `<?xml version="1.0" encoding="UTF-16"?><w:comments ` + wordNamespace + `/>`,
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
	parts, _, err := readParts(file)
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
		"types of another prefix": {typesPart: prefixed(typesPart)},
	} {
		t.Run(name, func(t *testing.T) {
			changed, err := onto(withParts(t, file, c), old, now)
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := readParts(changed)
			if err != nil {
				t.Fatal(err)
			}
			checkArrived(t, parts[documentPart], parts[commentsPart], wordSpace)
			declared := func(part, element, attr, want string) {
				n, root := 0, mustParse(t, parts[part])
				for _, c := range root.Children {
					if c.XMLName.Space == root.XMLName.Space && c.XMLName.Local == element && c.attr(attr) == want {
						n++
					}
				}
				if n != 1 {
					t.Errorf("%s names the comments %d times:\n%s", part, n, parts[part])
				}
			}
			declared(typesPart, "Override", "PartName", "/"+commentsPart)
			declared(linksPart, "Relationship", "Target", "comments.xml")
		})
	}
}
