package yaml

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sketch writes a tree in one line: {key: value}, [a, b], texts quoted, "-" for
// nothing, and a mark in front of what is no plain node.
func sketch(n *Node) string {
	var parts []string
	for _, c := range n.Content {
		parts = append(parts, sketch(c))
	}
	mark := ""
	switch {
	case n.Anchor != "":
		mark = "&"
	case IsTagged(n):
		mark = "!"
	case n.Kind == Alias:
		mark = "*"
	}
	switch {
	case IsNull(n):
		return "-"
	case n.Kind == Mapping:
		return mark + "{" + strings.Join(parts, " ") + "}"
	case n.Kind == Sequence:
		return mark + "[" + strings.Join(parts, " ") + "]"
	}
	return mark + fmt.Sprintf("%q", n.Value)
}

// Scalars are taken as printed, whatever YAML makes of them, and nothing of the
// syntax gets lost unseen.
func TestParse(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"numbers", "[4.10, 010, 0x1F, 1_000, 1e3, +5, 5:30, .nan]", `["4.10" "010" "0x1F" "1_000" "1e3" "+5" "5:30" ".nan"]`},
		{"booleans and dates", "[true, yes, NO, on, y, 2007-05-23]", `["true" "yes" "NO" "on" "y" "2007-05-23"]`},
		{"nothing", "a:\nb: ~\nc: null\nd: ''\n", `{"a" - "b" - "c" - "d" ""}`},
		{"quoted keys and words", `{"a": "null", 'b': "4", c: "it's", d: 'it''s'}`, `{"a" "null" "b" "4" "c" "it's" "d" "it's"}`},
		{"escapes", `"\u001b \x41 \\ \n"`, `"\x1b A \\ \n"`},
		{"kept lines", "a: |\n  x\n   y\n\n\nb: |-\n  z\n\n", `{"a" "x\n y\n" "b" "z"}`},
		{"folded lines", "a: >\n  x\n  y\n\n  z\n\nb: >-\n  x\n  y\n\n", `{"a" "x y\nz\n" "b" "x y"}`},
		{"lines of a plain text", "a: x\n  y\n\n  z\nb: \"x\n  y\"\n", `{"a" "x y\nz" "b" "x y"}`},
		{"comments", "# c\na: b # c\n# c\nc: d#e\n# c\n", `{"a" "b" "c" "d#e"}`},
		{"tabs", "a:\tb\t\nc: d\te\t# f\n", `{"a" "b" "c" "d\te"}`},
		{"carriage returns", "a: b\r\nc:\r\n  - d\r\n  - |\r\n    e\r\n    f\r\n", `{"a" "b" "c" ["d" "e\nf\n"]}`},
		{"byte order mark", "\ufeffa: b", `{"a" "b"}`},
		{"signs in texts", "[a&b, a*b, a!b, a%b, 'a: b', \"#\", 5 * 3]", `["a&b" "a*b" "a!b" "a%b" "a: b" "#" "5 * 3"]`},
		{"anchors, aliases", "a: &x b\nc: *x\nd: &y\n  - e\nf: *y\n", `{"a" &"b" "c" *"x" "d" &["e"] "f" *"y"}`},
		{"tags", "a: !!str b\nc: !d e\nf: !!map {}\n", `{"a" !"b" "c" !"e" "f" !{}}`},
		{"bare tags", "a: ! b\n\"é! \": [! c, \"! d\", ! {e: f}, \"\n  ! g\", !\n]\n", `{"a" !"b" "é! " [!"c" "! d" !{"e" "f"} " ! g" !""]}`},
		{"a bare tag after carriage returns", "a: b\r\nc: ! d\r\n", `{"a" "b" "c" !"d"}`},
		{"merge keys are keys", "<<: {a: b}\n\"<<\": c\n", `{"<<" {"a" "b"} "<<" "c"}`},
		{"a key twice", "a: b\na: c\n", `{"a" "b" "a" "c"}`},
		{"explicit keys", "? a\n: b\n? [c]\n: d\n", `{"a" "b" ["c"] "d"}`},
		{"no text", "", ""},
		{"comments only", "# c\n", ""},
		{"documents", "---\na\n---\n---\nb\n...\n", `"a" "b"`},
	} {
		docs, err := Parse([]byte(c.data))
		var got []string
		for _, n := range docs {
			got = append(got, sketch(n))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", c.name, err, diff)
		}
	}
}

// Nodes stand where they begin, in characters.
func TestPlaces(t *testing.T) {
	docs, err := Parse([]byte("ключ: é\nlist:\n  - \"ə\": x\n    b: |\n      c\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Kind == Scalar {
			got = append(got, fmt.Sprintf("%d:%d %s", n.Line, n.Column, n.Value))
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(docs[0])
	want := []string{"1:1 ключ", "1:7 é", "2:1 list", "3:5 ə", "3:10 x", "4:5 b", "4:8 c\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What is no YAML is told with the place at which it stops to be.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"colon in a text", "a: b\nc: d: e\nf: g\n", "2:5: mapping values are not allowed in this context"},
		{"on the first line", "a: b: c", "1:5: mapping values are not allowed in this context"},
		{"after a quotation", "a:\n  b: \"é\" c\n  d: e\n", "2:10: did not find expected key"},
		{"open quotation", "a: b\nc: \"d\ne: f\n", "2:4: found unexpected end of stream"},
		{"open list", "a: b\nc: [d,\ne: f\ng: h\n", "3:4: did not find expected ',' or ']'"},
		{"tab as indentation", "a:\n\tb: c\n", "2:1: found character that cannot start any token"},
		{"out of line", "a:\n  b: c\n d: e\nf: g\n", "3:2: did not find expected key"},
		{"reserved sign", "a: b\nc: @d\n", "2:4: found character that cannot start any token"},
		{"list below a text", "a: b\n- c\n", "2:1: did not find expected key"},
		{"no key", "a: b\nhello\nc: d\n", "2:1: could not find expected ':'"},
		{"unknown escape", `a: "\q"`, "1:5: found unknown escape character"},
		{"unknown alias", "a: b\nc: *dé\n  \ne: f\n", "2:4: did not find expected alphabetic or numeric character"},
		{"alias of nothing", "a: b\nc: *d\ne: f\n", "2:5: unknown anchor 'd' referenced"},
		{"control character", "a: b\nc: d\x7fe\n", "2:5: control characters are not allowed"},
		{"invalid UTF-8", "a: b\nc: d\xff\n", "2:5: invalid leading UTF-8 octet"},
		{"a line break of 1.1", "a: b\nc: é\u0085d\n", "2:5: the character U+0085, expected a line feed or a space"},
		{"line separator", "a: b\nc: é\u2028d\n", "2:5: the character U+2028, expected a line feed or a space"},
		{"paragraph separator", "\u2029", "1:1: the character U+2029, expected a line feed or a space"},
	} {
		_, err := Parse([]byte(c.data))
		var f *Fault
		if !errors.As(err, &f) || f.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
}

// FuzzParse: whatever the bytes, a tree whose nodes stand in the text, or a fault
// that does.
func FuzzParse(f *testing.F) {
	f.Add([]byte("a: [b, *c]\nd: &e !f |\n  g\n? h\n: i\n--- ! j\n"))
	f.Add([]byte("a: {b: \"c\\n\"}\n# d\n<<: 'e'\n%f\n...\n\tg"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		docs, err := Parse(data)
		var fault *Fault
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Line > lines || fault.Column < 1 || strings.Contains(fault.Msg, "\n")) {
			t.Fatalf("%#v", err)
		}
		for _, n := range docs {
			if sketch(n) == "" || n.Line < 1 || n.Line > lines || n.Column < 1 {
				t.Fatalf("%+v", n)
			}
		}
	})
}
