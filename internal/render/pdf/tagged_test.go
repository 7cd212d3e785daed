package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
)

// reachable are the elements below e.
func reachable(e *element, into map[*element]bool) map[*element]bool {
	into[e] = true
	for _, k := range e.kids {
		if k.element != nil {
			reachable(k.element, into)
		}
	}
	return into
}

// Law: whatever is drawn as text belongs to an element of the tree, and each link leads
// to a place that the file has.
func TestStructure(t *testing.T) {
	r := concept(t)
	for _, audience := range render.Audiences {
		p := set(compose.Report(&r, render.Options{Audience: audience}), false)
		all := reachable(p.tags.root, map[*element]bool{})
		for page, content := range p.tags.content {
			for n, e := range content {
				if !all[e] {
					t.Fatalf("%s: content %d of page %d belongs to a %s outside of the tree", audience, n, page+1, e.kind)
				}
			}
		}
		internal := 0
		for _, l := range p.tags.links {
			if l.url != "" {
				continue
			}
			internal++
			if at, known := p.tags.places[l.fragment]; !known || at.page < 1 || at.page > p.f.PageCount() {
				t.Errorf("%s: the link %q leads nowhere: %q", audience, l.said, l.fragment)
			}
		}
		if internal < 10 {
			t.Errorf("%s: %d links", audience, internal)
		}
		kinds := map[string]int{}
		for e := range all {
			kinds[e.kind]++
		}
		for _, k := range []string{"H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Del", "Ins", "Link"} {
			if kinds[k] == 0 {
				t.Errorf("%s: no element %s", audience, k)
			}
		}
	}
}

// Each object of the update stands where its table says, and another program reads the
// file as tagged, with its language and title.
func TestTagged(t *testing.T) {
	for _, k := range kinds {
		var b bytes.Buffer
		if err := k.write(&b, reportOn(t, azOld, azNew), render.Options{Language: "az"}); err != nil {
			t.Fatal(err)
		}
		table := b.Bytes()[bytes.LastIndex(b.Bytes(), []byte("\nxref\n")):]
		entries := regexp.MustCompile(`(?m)^(\d+) 1\n(\d{10}) 00000 n $`).FindAllSubmatch(table, -1)
		if len(entries) < 10 {
			t.Fatalf("%s: %d objects", k.name, len(entries))
		}
		for _, e := range entries {
			n, _ := strconv.Atoi(string(e[1]))
			at, _ := strconv.Atoi(string(e[2]))
			if !bytes.HasPrefix(b.Bytes()[at:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
				t.Errorf("%s: object %d does not stand at %d", k.name, n, at)
			}
		}
		pdfinfo, err := exec.LookPath("pdfinfo")
		if err != nil {
			continue // the checks above hold without it
		}
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		info, err := exec.Command(pdfinfo, path).CombinedOutput()
		if err != nil || !regexp.MustCompile(`Tagged: +yes`).Match(info) || !bytes.Contains(info, []byte("A4")) {
			t.Errorf("%s: %v\n%s", k.name, err, info)
		}
		told, err := exec.Command(pdfinfo, "-struct-text", path).CombinedOutput()
		if err != nil || !strings.Contains(string(told), "sağlamlığını") || strings.Contains(string(told), "Syntax") {
			t.Errorf("%s: %v\n%s", k.name, err, told)
		}
	}
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]string{
		`a (b) \c`: `(a \(b\) \\c)`, "": "()", "ə": "(\xfe\xff\x02\x59)", "Ĩ": "(\xfe\xff\x01\\()",
	} {
		if got := textString(in); got != want {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
	}
}
