package onto

import (
	"bytes"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// target follows the one relationship of a kind, written in rels, from a part in
// dir.
func target(tb testing.TB, rels []byte, dir, kind string) string {
	tb.Helper()
	var found []string
	for _, c := range wordtest.MustParse(tb, rels).Children {
		if strings.HasSuffix(c.Attr("Type"), "/relationships/"+kind) {
			found = append(found, c.Attr("Target"))
		}
	}
	if len(found) != 1 {
		tb.Fatalf("%d relationships to %s:\n%s", len(found), kind, rels)
	}
	if rooted, is := strings.CutPrefix(found[0], "/"); is {
		return rooted
	}
	return path.Join(dir, found[0])
}

// The parts of a file have the names that its relationships say.
func TestOntoFollowsRelationships(t *testing.T) {
	file, old, now := userFile(t)
	plain, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	document, links, types, packageRels := string(plain[documentPart]), string(plain[linksPart]), string(plain[ooxml.TypesPart]), string(plain["_rels/.rels"])
	with := func(s, before, text string) string { return strings.Replace(s, before, text+before, 1) }
	at := func(name string) string { return strings.Replace(packageRels, "word/document.xml", name, 1) }
	related := func(target string) string {
		return with(links, `</Relationships>`, `<Relationship Id="rId9" Type="`+ooxml.OfficeRelation+`comments" Target="`+target+`"/>`)
	}
	typed := func(name string) string {
		return with(types, `</Types>`, `<Override PartName="/`+name+`" ContentType="`+wordml.MediaType+`comments+xml"/>`)
	}
	const none = `<w:comments ` + wordml.Namespace + `/>`
	strict := strings.NewReplacer(ooxml.OfficeRelation, ooxml.StrictRelation, wordml.Space, wordml.StrictSpace)
	for name, c := range map[string]struct {
		parts    map[string]string
		main     string
		comments string
		space    string
		same     string // a part that must not change
	}{
		"the document has another name": {
			map[string]string{
				"_rels/.rels": at("word/document2.xml"), documentPart: "", linksPart: "",
				"word/document2.xml": document, "word/_rels/document2.xml.rels": links,
				ooxml.TypesPart: strings.Replace(types, documentPart, "word/document2.xml", 1),
			}, "word/document2.xml", commentsPart, wordml.Space, "",
		},
		"another part has the usual name": {
			map[string]string{
				"_rels/.rels": at("/text/main.xml"), documentPart: "<other/>", "text/main.xml": document, "text/_rels/main.xml.rels": links,
			}, "text/main.xml", "text/comments.xml", wordml.Space, documentPart,
		},
		"it stands in no folder": {
			map[string]string{"_rels/.rels": at("main.xml"), documentPart: "", linksPart: "", "main.xml": document, "_rels/main.xml.rels": links},
			"main.xml", "comments.xml", wordml.Space, "",
		},
		"names in other case": {
			map[string]string{"_rels/.rels": at("Word/Document.XML")},
			documentPart, commentsPart, wordml.Space, "",
		},
		"the comments have another name": {
			map[string]string{linksPart: related("../notes/remarks.xml"), ooxml.TypesPart: typed("notes/remarks.xml"), "notes/remarks.xml": none},
			documentPart, "notes/remarks.xml", wordml.Space, "",
		},
		"nobody refers to the comments part": {
			map[string]string{commentsPart: none, ooxml.TypesPart: typed(commentsPart)},
			documentPart, "word/comments2.xml", wordml.Space, commentsPart,
		},
		"the comments part is lost": {
			map[string]string{linksPart: related("remarks.xml"), ooxml.TypesPart: typed("word/remarks.xml")},
			documentPart, "word/remarks.xml", wordml.Space, "",
		},
		"the identifier is taken": {
			map[string]string{linksPart: strings.Replace(links, `"rId7"`, `"conceptdiffComments"`, 1)},
			documentPart, commentsPart, wordml.Space, "",
		},
		"by the strict standard": {
			map[string]string{
				"_rels/.rels": strict.Replace(packageRels), documentPart: strict.Replace(document), linksPart: strict.Replace(links),
			}, documentPart, commentsPart, wordml.StrictSpace, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			file := withParts(t, file, c.parts)
			before, _, err := wordtest.ReadParts(file)
			if err != nil {
				t.Fatal(err)
			}
			changed, err := onto(file, old, now)
			if err != nil {
				t.Fatal(err)
			}
			parts, names, err := wordtest.ReadParts(changed)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(parts[c.main], []byte("<w:ins ")) {
				t.Errorf("%s has no changes", c.main)
			}
			dir, base := path.Split(c.main)
			rels := parts[dir+"_rels/"+base+".rels"]
			comments := target(t, rels, dir, "comments")
			if comments != c.comments {
				t.Errorf("the comments are in %s, want %s", comments, c.comments)
			}
			checkArrived(t, parts[c.main], parts[c.comments], c.space)
			if n := strings.Count(string(parts[ooxml.TypesPart]), `PartName="/`+c.comments+`"`); n != 1 {
				t.Errorf("the type of the comments is given %d times", n)
			}
			ids := make(map[string]bool)
			for _, r := range wordtest.MustParse(t, rels).Children {
				if ids[r.Attr("Id")] {
					t.Errorf("two relationships are called %s", r.Attr("Id"))
				}
				ids[r.Attr("Id")] = true
			}
			if c.same != "" && !bytes.Equal(before[c.same], parts[c.same]) {
				t.Errorf("%s changed", c.same)
			}
			if all := slices.Compact(slices.Sorted(slices.Values(names))); len(all) != len(names) || len(all) != len(slices.Collect(maps.Keys(parts))) {
				t.Errorf("parts are there twice: %v", names)
			}
		})
	}
}

// A package that leads to no text is no Word document, whatever its parts are
// called.
func TestOntoNoMainPart(t *testing.T) {
	file, old, now := userFile(t)
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	rels := string(parts["_rels/.rels"])
	for name, c := range map[string]string{
		"no relationships":   "",
		"none to a document": strings.Replace(rels, "/officeDocument\"", "/thumbnail\"", 1),
		"to a lost part":     strings.Replace(rels, "word/document.xml", "word/document2.xml", 1),
		"to another program": strings.Replace(rels, "word/document.xml", "word/styles.xml", 1),
		"to a web page":      strings.Replace(rels, "Target=", `TargetMode="External" Target=`, 1),
	} {
		if _, err := onto(withParts(t, file, map[string]string{"_rels/.rels": c}), old, now); !errors.Is(err, ErrNotWord) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := onto(withParts(t, file, map[string]string{"_rels/.rels": "links"}), old, now); err == nil {
		t.Error("relationships that cannot be read: no error")
	}
}
