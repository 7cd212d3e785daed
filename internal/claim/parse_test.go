package claim

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// docExample is the example of docs/claims.md.
func docExample(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(root + "/docs/claims.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(data), "```yaml\n")
	example, _, ok2 := strings.Cut(rest, "```")
	if !ok || !ok2 {
		t.Fatal("docs/claims.md has no example")
	}
	return example
}

func TestParseDocExample(t *testing.T) {
	src, err := Parse("revisions/x/claims/paper.yaml", []byte(docExample(t)))
	if err != nil {
		t.Fatal(err)
	}
	reservoir := &Subject{
		Key: "reservoir", Name: "The reservoir has not been built",
		Terms: []Term{{All: []string{"planned reservoir"}}, {All: []string{"reservoir*", "will be built"}}},
		Not:   []Term{{All: []string{"former reservoir"}}},
	}
	want := &Source{
		Key: "paper", Publisher: "The Daily Paper", Title: "What has become of the water plan", Date: "2025-03-14",
		URL: "https://example.org/water-plan", Language: "en", Note: "Read in the printed edition, page 3.",
		Claims: []*Claim{
			{
				Key: "reservoir-built", Speaker: "Jane Roe", Role: "member of the committee on water", Date: "2025-03-14",
				Says: Fulfilled, Quote: "The reservoir is there. Go and look at it.",
				Gist:  "The member of the committee says that the reservoir has been built.",
				Cites: []string{"4.2"}, Subjects: []*Subject{reservoir},
			},
			{
				Key: "drought-expected", Speaker: "The Daily Paper", Date: "2025-03-14",
				Says: Expected, Expects: ExpectsAddition, Quote: "We expect […] a chapter on drought.",
				Gist:     "The paper says that it expects a chapter on drought.",
				Subjects: []*Subject{{Key: "drought", Name: "Drought", Terms: []Term{{All: []string{"drought*"}}}}},
			},
			{
				Key: "agency-closed", Speaker: "The Water Agency", Date: "2025-02-01", Spoken: "2025-02-01", Says: Obsolete,
				Reported: "The agency decided to close its regional offices.", Via: "The Evening Post of 3 February 2025",
				Gist: "It is reported that the agency decided to close its regional offices.",
			},
		},
		Quotations: []Quotation{{Clause: "4.2", Text: "The planned reservoir will be built by 2020.", Note: "as printed in the paper"}},
	}
	for _, c := range want.Claims {
		c.Source = want
	}
	if diff := cmp.Diff(want, src); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A file that is right, to be spoilt line by line.
const right = `source:
  publisher: P
  title: T
  date: 2025-01-02
  language: en
subjects:
  s:
    name: S
    terms: [one two, thr* + four]
claims:
  - key: k
    speaker: A
    says: fulfilled
    quote: It is so.
    gist: A says so.
    cites: ["4.10", 4.20]
    subjects: s
quotations:
  - clause: "1"
    text: Some words.
`

func TestParseRefuses(t *testing.T) {
	if src, err := Parse("f.yaml", []byte(right)); err != nil {
		t.Fatal(err)
	} else if diff := cmp.Diff([]string{"4.10", "4.20"}, src.Claims[0].Cites); diff != "" {
		t.Errorf("addresses are taken as printed (-want +got):\n%s", diff)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"unknown key", "publisher: P", "publsher: P", `f.yaml:2:3: unknown key "publsher" in "source", expected one of: publisher, title, date, url, language, note, file, sha256, length, sealed`},
		{"unknown key above", "quotations:", "quotes:", `f.yaml:18:1: unknown key "quotes" in a claims file, expected one of: source, subjects, claims, quotations`},
		{"missing key", "    speaker: A\n", "", `f.yaml:11:5: a claim has no "speaker", expected it`},
		{"no source", "source:\n  publisher: P\n  title: T\n  date: 2025-01-02\n  language: en\n", "", `f.yaml:1:1: the file has no "source", expected who published what and when`},
		{"empty value", "quote: It is so.", "quote:", `f.yaml:14:5: "quote" is empty, expected a text; leave the key out where there is none`},
		{"empty quotation marks", "quote: It is so.", `quote: " "`, `f.yaml:14:5: "quote" is empty, expected a text; leave the key out where there is none`},
		{"quote without words", "quote: It is so.", `quote: "[…]"`, `f.yaml:14:12: a "quote" without words, expected the exact words of the source`},
		{"no quote", "    quote: It is so.\n", "", `f.yaml:11:5: the claim "k" has no "quote", expected the exact words of the source; where they are not held, "reported" and "via"`},
		{"quote and report", "quote: It is so.", "quote: It is so.\n    via: B", `f.yaml:14:5: both a "quote" and a report, expected the quotation alone where its words are held`},
		{"report without reporter", "quote: It is so.", "reported: It is so.", `f.yaml:11:5: a claim has no "via", expected it`},
		{"bad date", "2025-01-02", "2025-02-30", `f.yaml:4:9: "2025-02-30" is no date, expected year-month-day as in 2025-10-17`},
		{"bad says", "says: fulfilled", "says: done", `f.yaml:13:11: "done" is not known as "says", expected one of: fulfilled, not fulfilled, under way, disputed, ended, obsolete, expected`},
		{"expected, of what", "says: fulfilled", "says: expected", `f.yaml:11:5: a claim has no "expects", expected it`},
		{"expects without expected", "says: fulfilled", "says: fulfilled\n    expects: removal", `f.yaml:14:5: "expects" with a claim that says "fulfilled", expected it only with "expected"`},
		{"bad language", "language: en", "language: the English one", `f.yaml:5:13: "the English one" is no language tag, expected en, az, ru or the like`},
		{"bad url", "title: T", "title: T\n  url: javascript:alert(1)", `f.yaml:4:8: "javascript:alert(1)" is no web address, expected https://…`},
		{"bad key", "key: k", "key: K k", `f.yaml:11:10: "K k" is no key, expected small Latin letters, digits and hyphens`},
		{"claim twice", "quotations:", "  - key: k\n    speaker: A\n    says: fulfilled\n    gist: G\n    quote: Q\nquotations:", `f.yaml:18:10: the key "k" stands twice, expected another for each claim`},
		{"unknown subject", "subjects: s", "subjects: z", `f.yaml:17:15: there is no subject "z", expected a key under "subjects" of this file`},
		{"unused subject", "    subjects: s\n", "", `f.yaml:7:3: no claim has the subject "s", expected it under "subjects" of one`},
		{"subject without terms", "    terms: [one two, thr* + four]\n", "", `f.yaml:7:3: the subject "s" has no "terms", expected the words by which it is recognised`},
		{"term without words", "one two", `"?"`, `f.yaml:9:13: "?": a phrase without words, expected words, joined by + where all must stand in one sentence`},
		{"open end of a combination", "thr* + four", "thr* +", `f.yaml:9:22: "thr* +": a phrase without words, expected words, joined by + where all must stand in one sentence`},
		{"star alone", "one two", "one * two", `f.yaml:9:13: "one * two": expected * at the end of a word`},
		{"star inside", "one two", "o*ne", `f.yaml:9:13: "o*ne": expected at least three letters before *`},
		{"star too early", "one two", "on*", `f.yaml:9:13: "on*": expected at least three letters before *`},
		{"star within a word", "one two", "terr*tory", `f.yaml:9:13: "terr*tory": expected * at the end of a word`},
		{"list for text", "title: T", "title: [T]", `f.yaml:3:10: a list, expected a text`},
		{"text for list", "claims:\n", "claims: none\nx:\n", `f.yaml:11:1: unknown key "x" in a claims file, expected one of: source, subjects, claims, quotations`},
		{"text for claim", "  - key: k\n", "  - a\n  - key: k\n", `f.yaml:11:5: "a", expected a claim written as "key: value" lines`},
		{"colon in a text", "quote: It is so.", "quote: It is: so.", `f.yaml:14:17: not YAML: mapping values are not allowed in this context`},
		{"nothing for source", "source:\n  publisher: P\n  title: T\n  date: 2025-01-02\n  language: en\n", "source:\n", `f.yaml:1:1: "source" is empty, expected "source" written as "key: value" lines`},
		{"anchor", "title: T", "title: &a T", `f.yaml:3:10: YAML anchors and aliases (& and *) are not allowed, expected a text; put a text that begins so in quotation marks`},
		{"anchor of nothing", "title: T", "title: &a", `f.yaml:3:10: YAML anchors and aliases (& and *) are not allowed, expected a text; put a text that begins so in quotation marks`},
		{"anchor on a list", "terms: [", "terms: &a [", `f.yaml:9:12: YAML anchors and aliases (& and *) are not allowed, expected a text; put a text that begins so in quotation marks`},
		{"anchor on a claim", "- key: k", "- &a\n    key: k", `f.yaml:11:5: YAML anchors and aliases (& and *) are not allowed, expected a claim written as "key: value" lines; put a text that begins so in quotation marks`},
		{"anchor on a key", "  title: T", "  &a title: T", `f.yaml:3:3: YAML anchors and aliases (& and *) are not allowed, expected a key of "source"; put a text that begins so in quotation marks`},
		{"alias", "  title: T", "  title: &a T\n  note: *a", `f.yaml:3:10: YAML anchors and aliases (& and *) are not allowed, expected a text; put a text that begins so in quotation marks`},
		{"alias of nothing", "title: T", "title: *a", `f.yaml:3:11: YAML anchors and aliases (& and *) are not allowed, expected a text; put a text that begins so in quotation marks`},
		{"tag", "title: T", "title: !!str T", `f.yaml:3:10: YAML tags (!) are not allowed, expected a text`},
		{"bare tag", "title: T", "title: ! T", `f.yaml:3:10: YAML tags (!) are not allowed, expected a text`},
		{"tag on a mapping", "  s:\n", "  s: !t\n", `f.yaml:7:6: YAML tags (!) are not allowed, expected a subject written as "key: value" lines`},
		{"merge key", "  title: T", "  <<: {title: T}", `f.yaml:3:3: unknown key "<<" in "source", expected one of: publisher, title, date, url, language, note, file, sha256, length, sealed`},
		{"merge key among subjects", "  s:\n", "  <<: {}\n  s:\n", `f.yaml:7:3: "<<" is no key, expected small Latin letters, digits and hyphens`},
		{"list as key", "  title: T", "  ? [title]\n  : T", `f.yaml:3:5: a list, expected a key of "source"`},
		{"null", "title: T", "title: null", `f.yaml:3:3: "title" is empty, expected a text; leave the key out where there is none`},
		{"null in a list", "thr* + four", "~", `f.yaml:9:22: nothing, expected a text`},
		{"control character", "title: T", `title: "a\u001b[31mb"`, `f.yaml:3:10: the control character U+001B, expected text only`},
		{"turned text", "title: T", "title: a\u202eb", `f.yaml:3:10: the control character U+202E, expected text only`},
		{"line separator", "title: T", "title: a\u2028b", `f.yaml:3:11: not YAML: the character U+2028, expected a line feed or a space`},
		{"key twice", "title: T", "title: T\n  \"title\": U", `f.yaml:4:3: the key "title" stands twice in "source", expected it once`},
		{"second document", "quotations:", "---\nquotations:", `f.yaml:19:1: a second YAML document, expected one file a source`},
		{"not YAML", "source:", "source: [", `f.yaml:2:3: not YAML: did not find expected ',' or ']'`},
		{"open quotation", "Some words.", "\"Some words.", `f.yaml:20:11: not YAML: found unexpected end of stream`},
		{"tab", "  title: T", "\ttitle: T", `f.yaml:3:1: not YAML: found a tab character that violates indentation`},
	} {
		spoilt := strings.Replace(right, c.old, c.new, 1)
		if spoilt == right {
			t.Fatalf("%s: nothing spoilt", c.name)
		}
		_, err := Parse("f.yaml", []byte(spoilt))
		if err == nil {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		var pe *ParseError
		if !errors.As(err, &pe) || pe.Line == 0 || strings.ContainsRune(pe.Msg, '\n') {
			t.Errorf("%s: want a *ParseError with a line, in one line: %v", c.name, err)
		}
		if c.want != "" && err.Error() != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, err, c.want)
		}
		t.Log(err)
	}
}

func TestParseHostile(t *testing.T) {
	bomb := "a: &a [x, x]\n"
	for _, c := range "bcdefghij" {
		bomb += string(c) + ": &" + string(c) + " [*" + string(c-1) + ", *" + string(c-1) + "]\n"
	}
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", "f.yaml: empty, expected the keys source, subjects, claims, quotations"},
		{"a comment", "# nothing\n", "f.yaml: empty, expected the keys source, subjects, claims, quotations"},
		{"a text", "hello", `f.yaml:1:1: "hello", expected a claims file written as "key: value" lines`},
		{"a list", "- a", `f.yaml:1:1: a list, expected a claims file written as "key: value" lines`},
		{"alias bomb", bomb, `f.yaml:1:1: unknown key "a" in a claims file, expected one of: source, subjects, claims, quotations`},
		{"open brackets", "a: " + strings.Repeat("[", 100000), "f.yaml:1:20: nested too deep, expected at most 16 open brackets"},
		{"open braces", strings.Repeat("{a: ", 30000), "f.yaml:1:65: nested too deep, expected at most 16 open brackets"},
		{"list signs", strings.Repeat("- ", 60000), "f.yaml:1:1: nested too deep, expected at most 64 columns of indentation"},
		{"key signs", strings.Repeat("? ", 60000), "f.yaml:1:1: nested too deep, expected at most 64 columns of indentation"},
		{"indentation", strings.Repeat(" ", 65) + "a: b", "f.yaml:1:1: nested too deep, expected at most 64 columns of indentation"},
		{"a long text", strings.Repeat("a ", 30000), `f.yaml:1:1: "` + strings.Repeat("a ", 30) + `…", expected a claims file written as "key: value" lines`},
		{"invalid UTF-8", "source:\n  title: \xff", "f.yaml:2:1: invalid UTF-8, expected a text file in UTF-8"},
		{"huge", strings.Repeat("# x\n", 100000), "f.yaml: 400000 bytes, expected a claims file of at most 131072; divide it into one file a source"},
	} {
		_, err := Parse("f.yaml", []byte(c.data))
		if err == nil || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
}

// What people's editors make of a file changes nothing, nor does how a text is
// put down.
func TestParseSame(t *testing.T) {
	want, err := Parse("f.yaml", []byte(right))
	if err != nil {
		t.Fatal(err)
	}
	same := func(name, data string) {
		got, err := Parse("f.yaml", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	same("byte order mark", "\ufeff"+right)
	same("carriage returns", strings.ReplaceAll(right, "\n", "\r\n"))
	same("document marks", "---\n"+right+"...\n")
	same("an empty document", right+"---\n# no more\n")
	same("comments", "# c\n"+strings.ReplaceAll(right, "\n", " # c: \"d\n"))
	for old, forms := range map[string][]string{
		"quote: It is so.": {
			"quote: |\n      It is\n      so.\n\n\n", "quote: >-\n      It is\n      so.", "quote: It\n      is\n\n      so.",
			`"quote" : "It \x69s so."`, "'quote':\t'It is so.'\t", "? quote\n    : It is so.", "quote: >2\n      It is so.",
		},
		`cites: ["4.10", 4.20]`: {"cites:\n      - 4.10\n      - 4.20", "cites:\n    - '4.10'\n    - |\n      4.20", "cites: [4.10,\n      4.20,]"},
		"subjects: s":           {"subjects: [s]", "subjects:\n      - s", "subjects:\n      s"},
		"  s:\n    name: S\n    terms: [one two, thr* + four]": {"  s: {name: S, terms: [one two, thr* + four]}"},
	} {
		for _, form := range forms {
			if strings.Count(right, old) != 1 {
				t.Fatalf("%q does not stand once", old)
			}
			same(form, strings.Replace(right, old, form, 1))
		}
	}
}

// Scalars are texts as printed, whatever YAML makes of them.
func TestParseAsPrinted(t *testing.T) {
	for _, text := range []string{"4.10", "010", "0x1F", "1_000", "1e3", "+5", "true", "yes", "NO", "2007-05-23", ".5", "a#b", "a & b * c!"} {
		src, err := Parse("f.yaml", []byte(strings.Replace(right, "title: T", "title: "+text, 1)))
		if err != nil || src.Title != text {
			t.Errorf("%s: %+v, %v", text, src, err)
		}
	}
}

func TestSourceKey(t *testing.T) {
	for name, want := range map[string]string{
		"modern-az-2025-10-17.yaml": "modern-az-2025-10-17", "a/b.c/d.yaml": "d", `a\b\e.yml`: "e", "f": "f", ".yaml": ".yaml",
	} {
		if got := sourceKey(name); got != want {
			t.Errorf("sourceKey(%q) = %q, want %q", name, got, want)
		}
	}
}

// FuzzParse: whatever the bytes, a source that holds the form or an error that
// says where; the same bytes give the same.
func FuzzParse(f *testing.F) {
	f.Add([]byte(right))
	f.Add([]byte(docExample(f)))
	f.Add([]byte("source: {publisher: P, title: *a}\nclaims: [&a {key: k}]"))
	f.Add([]byte("a: |\n  b\n? c\n: - d\n<<: *e\n--- !!x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := Parse("f.yaml", data)
		again, err2 := Parse("f.yaml", data)
		if (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() {
			t.Fatalf("first %v, then %v", err, err2)
		}
		if err != nil {
			var pe *ParseError
			if !errors.As(err, &pe) || src != nil || strings.Contains(pe.Msg, "\n") {
				t.Fatalf("%T %v, with source %v", err, err, src)
			}
			return
		}
		if diff := cmp.Diff(src, again); diff != "" {
			t.Fatal(diff)
		}
		if len(src.Claims)+len(src.Quotations) == 0 || src.Publisher == "" || src.Date == "" {
			t.Fatalf("half a source: %+v", src)
		}
		for _, c := range src.Claims {
			if c.Source != src || c.Gist == "" || c.Speaker == "" || (c.Quote == "") == (c.Reported == "") ||
				(c.Reported == "") != (c.Via == "") || (c.Says == Expected) != (c.Expects != "") {
				t.Fatalf("half a claim: %+v", c)
			}
		}
	})
}
