package ingest

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

// fataler is a test, of the standard library or of rapid.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkTree checks what holds for the tree of any text.
func checkTree(t fataler, res *Result) {
	t.Helper()
	seen := map[string]bool{}
	depth := 0
	var walk func(p *revision.Provision, d int)
	walk = func(p *revision.Provision, d int) {
		depth = max(depth, d)
		addr := p.Address()
		if addr == "" || seen[addr] {
			t.Fatalf("address %q is empty or not unique", addr)
		}
		seen[addr] = true
		for _, s := range []string{p.Num, p.Heading, p.Text} {
			if strings.ContainsAny(s, "\n\r\v\f\u0085\u2028\u2029") {
				t.Fatalf("%s holds a line break: %q", addr, s)
			}
			if s != strings.TrimSpace(s) {
				t.Fatalf("%s has white space at an end: %q", addr, s)
			}
		}
		if p.Kind != revision.KindComponent && p.Num+p.Heading+p.Text == "" {
			t.Fatalf("%s is empty", addr)
		}
		for _, c := range p.Children {
			walk(c, d+1)
		}
	}
	for _, c := range res.Components {
		walk(c, 0)
	}
	if depth > 2*MaxDepth {
		t.Fatalf("tree is %d deep", depth)
	}
}

// checkNothingLost checks that the tree prints the text, but for what was
// dropped.
func checkNothingLost(t fataler, res *Result, text string) {
	t.Helper()
	got := []rune(visible(asInSource(res)))
	want := []rune(visible(text))
	dropped := 0
	for _, d := range res.Dropped {
		dropped += len([]rune(visible(d.Text)))
	}
	for _, c := range res.Components {
		c.Walk(func(p *revision.Provision) bool {
			for _, n := range p.Notes { // with a mark in the text and one before the endnote
				dropped += len([]rune(visible(n.Text)))
				if n.Mark != "" {
					dropped += 2 * len([]rune("["+n.Mark+"]"))
				}
			}
			return true
		})
	}
	if len(got)+dropped != len(want) {
		t.Fatalf("%d characters in the tree and %d dropped, but %d in the text", len(got), dropped, len(want))
	}
	// What is dropped leaves the rest in order.
	i := 0
	for _, r := range want {
		if i < len(got) && got[i] == r {
			i++
		}
	}
	if i < len(got) {
		t.Fatalf("the text has no %q in its place (%d characters in)", string(got[i:min(len(got), i+20)]), i)
	}
}

// otherFormat reports whether Read would take text for a file of another format.
func otherFormat(text string) bool {
	for _, f := range formats() {
		if f.is("x.txt", []byte(text)) || f.is("x.md", []byte(text)) {
			return true
		}
	}
	return binaryKind([]byte(text)) != ""
}

func FuzzReadText(f *testing.F) {
	for _, s := range []string{
		"1. One\n\n1.1. Two\n\n(a) three;\n(b) four.\n",
		"Article 1\nScope\n1. This applies.\n2. It does not:\n(h) x;\n(i) y;\n(j) z.\n",
		"Maddə 12-1. Başlıq\n12-1.1. Mətn;\n12-1.2. mətn.\n", "I. Общие положения\n1. Текст.\nII. Цели\n2. Текст.\n а) б;\n б) в.\n",
		"• one\n – two\n• three\n", "Contents\n1. One ........ 3\n2. Two ........ 4\n\f1. One\ntext\n\f2. Two\n", "word-\nbroken and pre-\nand post\n",
		"\ufeff1)\n\n\n2)\r\n3)\r4)\v5)\f6)\u00857)\u20288)", "9999999999. x\n1.1.1.1.1.1.1.1.1.1.1.1.1.1. y\n", "§ 1\n§ 1\n§ 1\n",
	} {
		f.Add(s)
	}
	if data, err := os.ReadFile("../../revisions/2007/concept-2007.txt"); err == nil {
		f.Add(string(data[:4000]))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.HasPrefix(text, "\ufeff\ufeff") || otherFormat(text) {
			return
		}
		res, err := Read("x.txt", []byte(text))
		if err != nil {
			if utf8.ValidString(text) && visible(text) != "" && !strings.ContainsRune(text, 0) {
				t.Fatal(err)
			}
			return
		}
		if res.Encoding != "UTF-8" {
			return
		}
		checkTree(t, res)
		checkNothingLost(t, res, strings.TrimPrefix(text, "\ufeff"))
	})
}

// Texts made of the pieces that a reader looks at.
func TestReadTextLosesNothing(t *testing.T) {
	pieces := []string{
		"1.", "2.", "1)", "(1)", "(a)", "b)", "(i)", "iv.", "4.1.", "4.1.1", "10-1.", "8 bis", "Article 1", "Article 2", "§ 5", "SECTION 1",
		"Title II", "Annex", "Annex 1", "Maddə 3.", "1-ci maddə", "I bölmə", "Əlavə № 2", "Глава 1", "б)", "-", "—", "•", "\uf0a7",
		"Approved", "Introduction", "Final provisions", "Contents", "Order", "word", "Word.", "words;", "of", "and", "the following:", "...... 3", "12",
		"\n", "\n", "\n", "\n\n", "\r\n", "\f", "\t", "   ", "\u00a0", "\u2028", "Euro-", "\u00ad", "İ", "(", "«",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := "x" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 80).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "", "\n"}).Draw(t, "between"))
		res, err := Read("x.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		checkTree(t, res)
		checkNothingLost(t, res, text)
		again, err := Read("x.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(res, again, cmpopts.IgnoreUnexported(Result{})); diff != "" {
			t.Fatalf("read twice, not the same:\n%s", diff)
		}
	})
}

func FuzzReadMarkdown(f *testing.F) {
	for _, s := range []string{
		"# T\n\nText\n\n## 1. One\n\n- a\n- b\n  - c\n\n1. x\n2. y\n", "---\na: b\n---\n# T\n", "> - > 1. x\n", "| a | b |\n|---|---|\n| c | d |\n",
		"<div>x</div>\n\n```go\ny\n```\n", "[a](b) ![c](d) <http://e> &amp; 3\\.1 `f`\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || otherFormat(text) {
			return
		}
		res, err := Read("x.md", []byte(text))
		if err != nil {
			if utf8.ValidString(text) && visible(text) != "" && !strings.ContainsRune(text, 0) {
				t.Fatal(err)
			}
			return
		}
		checkTree(t, res)
	})
}
