package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
	"unicode"

	"conceptdiff/internal/claim/quote"
)

const ferryArticle = "The Ferry Post\n\nThe old ferry sails no more, said Jane Roe. It was a good boat.\n\nA bridge is being built.\n"

const ferryClaims = `source:
  publisher: The Ferry Post
  title: The ferry
  date: 2025-03-14
  file: post.txt
  language: en

claims:
  - key: no-ferry
    speaker: Jane Roe
    says: obsolete
    quote: The old ferry sails no more […] It was a good boat
    gist: She says so.
  - key: bridge
    speaker: The Ferry Post
    says: under way
    quote: A bridge is being built
    gist: The paper says so.

quotations:
  - clause: "1"
    text: A bridge is being built
`

// copyOf is an article as a copy that was read.
func copyOf(article string) *Copy {
	sum := sha256.Sum256([]byte(article))
	return &Copy{Name: "post.txt", SHA256: hex.EncodeToString(sum[:]), Length: len(article), Text: quote.NewText(strings.Split(strings.TrimSpace(article), "\n\n"))}
}

// altered is a text with another letter in the place of the one at i.
func altered(text string, i int, r rune) string {
	other := "q"
	if unicode.ToLower(r) == 'q' {
		other = "z"
	}
	return text[:i] + other + text[i+len(string(r)):]
}

// noticed reports whether a claims file is refused or has faults, held against a copy
// or, with nil, against none.
func noticed(file string, c *Copy) bool {
	_, faults, err := CheckCopies("post.yaml", []byte(file), func(string, string) (*Copy, error) { return c, nil })
	return err != nil || len(faults) > 0
}

// One letter of a quotation or of a speaker is noticed, wherever it stands: against the
// copy, and by the seal where the copy is not at hand.
func TestOneLetterOfTheClaimsFile(t *testing.T) {
	article := copyOf(ferryArticle)
	pinned, err := SetPins("post.yaml", []byte(ferryClaims), *article)
	if err != nil {
		t.Fatal(err)
	}
	real, err := os.ReadFile(root + "/revisions/2007/claims/modern-az-2025-10-17.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file string
		copy       *Copy
	}{{"unpinned, with its copy", ferryClaims, article}, {"pinned, with its copy", string(pinned), article}, {"pinned, without it", string(pinned), nil}, {"that of Modern.az", string(real), nil}} {
		if noticed(c.file, c.copy) {
			t.Fatalf("%s: there are faults before anything is changed", c.name)
		}
		letters := 0
		for _, place := range heldPlaces(t, c.file) {
			for i, r := range c.file[place[0]:place[1]] {
				if !unicode.IsLetter(r) {
					continue
				}
				letters++
				if changed := altered(c.file, place[0]+i, r); !noticed(changed, c.copy) {
					t.Errorf("%s: not noticed: %s", c.name, changed[max(place[0], place[0]+i-20):min(place[1], place[0]+i+20)])
				}
			}
		}
		if letters < 60 {
			t.Errorf("%s: only %d letters were tried", c.name, letters)
		}
	}
}

// heldPlaces are where the quotations and those who are quoted stand in a claims file.
func heldPlaces(t *testing.T, file string) [][2]int {
	t.Helper()
	src, err := Parse("post.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]int
	for _, c := range src.Claims {
		if c.IsReport() {
			continue
		}
		at := strings.Index(file, "key: "+c.Key)
		block := file[at:]
		if end := strings.Index(block[5:], "key: "); end >= 0 {
			block = block[:end+5]
		}
		for _, key := range []string{"speaker:", "quote:"} {
			from := strings.Index(block, key) + len(key)
			end := from
			for lines := strings.SplitAfter(block[from:], "\n"); len(lines) > 0; lines = lines[1:] {
				if line := strings.TrimSpace(lines[0]); end > from && line != "" && !strings.HasPrefix(lines[0], "      ") {
					break
				}
				end += len(lines[0])
			}
			out = append(out, [2]int{at + from, at + end})
		}
	}
	return out
}

// One letter of the article is noticed, wherever it stands in what is quoted or in a
// speaker's name, and anywhere by the digest of the copy that was read.
func TestOneLetterOfTheArticle(t *testing.T) {
	pinned, err := SetPins("post.yaml", []byte(ferryClaims), *copyOf(ferryArticle))
	if err != nil {
		t.Fatal(err)
	}
	quoted := []string{"The old ferry sails no more", "It was a good boat", "A bridge is being built", "Jane Roe"}
	for i, r := range ferryArticle {
		if !unicode.IsLetter(r) {
			continue
		}
		other := copyOf(altered(ferryArticle, i, r))
		if !noticed(string(pinned), other) {
			t.Errorf("pinned: letter %d of the article changed and nothing was noticed", i)
		}
		inside := false
		for _, q := range quoted {
			at := strings.Index(ferryArticle, q)
			inside = inside || i >= at && i < at+len(q)
		}
		if inside && !noticed(ferryClaims, other) {
			t.Errorf("unpinned: letter %d of what is quoted changed and nothing was noticed", i)
		}
	}
}

// One letter of the stored text is noticed by the check of what a source quotes of it.
func TestOneLetterOfTheStoredText(t *testing.T) {
	const text = "A bridge is being built over the river for carts and for those who walk."
	src := source()
	src.Quotations = []Quotation{{Clause: "1", Text: text}}
	result := func(stored string) Result {
		return Verify(tree("1 Bridge | "+stored), src)[0].Result
	}
	if result(text) != Same {
		t.Fatal("the text is not the same as itself")
	}
	for i, r := range text {
		if unicode.IsLetter(r) && result(altered(text, i, r)) == Same {
			t.Errorf("letter %d of the stored text changed and nothing was noticed", i)
		}
	}
}
