package folder

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every field is read, as printed.
func TestParse(t *testing.T) {
	got, err := Parse("r.yaml", []byte("\ufefflabel: 4.10\r\ntitle: |\r\n  A\r\n  B\r\ndate: 2007-05-23\r\n\"status\": in force\r\n"+
		"language: az\r\nbase: 007\r\ncitation: >-\r\n  one\r\n  two\r\n\r\nnote: # none\r\nfile: 'a''b.txt'\r\nchanges: accept\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Metadata{
		Label: "4.10", Title: "A\nB\n", Date: "2007-05-23", Status: "in force", Language: "az", Base: "007",
		Citation: "one two", File: "a'b.txt", Changes: "accept",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", `r.yaml: it has no label: label: NAME`},
		{"only comments", "# label: a\n", `r.yaml: it has no label: label: NAME`},
		{"no value", "label:\nfile: f\n", `r.yaml: it has no label: label: NAME`},
		{"a text", "label", `r.yaml:1:1: no fields: write them as label: NAME, one a line`},
		{"a list", "# c\n- label: a\n", `r.yaml:2:1: no fields: write them as label: NAME, one a line`},
		{"unknown field", "label: a\ntitel: b\n", `r.yaml:2:1: unknown field "titel"`},
		{"merge key", "label: a\n<<: {file: f}\n", `r.yaml:2:1: unknown field "<<"`},
		{"a field twice", "label: a\n\"label\": b\n", `r.yaml:2:1: the field "label" stands twice`},
		{"a list for a text", "label: [a]\n", `r.yaml:1:8: the field "label" is no plain text: write it in quotation marks`},
		{"a mapping for a text", "title:\n  a: b\n", `r.yaml:2:3: the field "title" is no plain text: write it in quotation marks`},
		{"anchor", "label: &a b\n", `r.yaml:1:8: the field "label" is no plain text: write it in quotation marks`},
		{"alias", "label: &a b\ntitle: *a\n", `r.yaml:1:8: the field "label" is no plain text: write it in quotation marks`},
		{"tag", "title: ! b\n", `r.yaml:1:8: the field "title" is no plain text: write it in quotation marks`},
		{"colon in a text", "label: a\ntitle: b: c\n", `r.yaml:2:9: mapping values are not allowed in this context`},
		{"second document", "label: a\n---\nfile: f\n", `r.yaml:3:1: a second document: write one`},
		{"no file", "label: a\n", `r.yaml: it names no file: file: NAME`},
		{"a path", "label: a\nfile: ../f\n", `r.yaml: file: "../f" must be the name of a file in the same folder`},
		{"no date", "label: a\nfile: f\ndate: 2007-05\n", `r.yaml: date "2007-05" is no calendar date: write it as 2007-05-23`},
	} {
		if _, err := Parse("r.yaml", []byte(c.data)); err == nil || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
}

// What is too long to be read, not seen, or would turn the words around it is no label,
// and is said in a few words.
func TestCheckLabelHostile(t *testing.T) {
	for _, c := range []struct{ name, label, want string }{
		{"10,000 characters", strings.Repeat("x", 10000), "a label of 10000 characters: at most 100"},
		{"10,000 of them slashes", strings.Repeat("/", 10000), "a label of 10000 characters: at most 100"},
		{"an escape sequence", "a\x1b[2J", "a character that is not seen"},
		{"a C1 control", "a\u009b", "a character that is not seen"},
		{"an override", "a\u202eb", "a character that is not seen"},
		{"an isolate", "\u2066a", "a character that is not seen"},
		{"a zero-width space", "a\u200bb", "a character that is not seen"},
		{"a line break", "a\nb", "a space"},
		{"bytes that are no text", "a\xff", "is not UTF-8"},
	} {
		err := CheckLabel(c.label)
		if err == nil || !strings.Contains(err.Error(), c.want) || len(err.Error()) > 200 {
			t.Errorf("%s: %.200v", c.name, err)
		}
	}
}

// A label names a folder on whatever system the workspace comes to.
func TestCheckLabelAnySystem(t *testing.T) {
	for _, label := range []string{"a:b", "what?", "CON", "nul.old", "com1", "LPT9.txt", "draft."} {
		if CheckLabel(label) == nil {
			t.Errorf("%q is taken, and is no name of a folder on Windows", label)
		}
	}
	for _, label := range []string{"2007", "2007@az", "draft-2", "console", "com10", "layihə"} {
		if err := CheckLabel(label); err != nil {
			t.Errorf("%q: %v", label, err)
		}
	}
}
