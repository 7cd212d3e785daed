package onto

import (
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

// What a run says of being hidden means here what it means to our reader.
func TestOntoHiddenText(t *testing.T) {
	file, old, _ := userFile(t)
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	const word = "all waters"
	for _, c := range []struct {
		vanish string
		hidden bool
	}{
		{`<w:vanish/>`, true},
		{`<w:vanish w:val="1"/>`, true},
		{`<w:vanish w:val="true"/>`, true},
		{`<w:vanish w:val="on"/>`, true},
		{`<w:vanish w:val="0"/>`, false},
		{`<w:vanish w:val="false"/>`, false},
		{`<w:vanish w:val="off"/>`, false},
		{`<w:vanish w:val=""/>`, false},
		{`<w:vanish w:val="no"/>`, false},
		{``, false},
	} {
		document := strings.Replace(string(parts[documentPart]), `<w:rPr><w:b/></w:rPr>`, `<w:rPr><w:b/>`+c.vanish+`</w:rPr>`, 1)
		file := withParts(t, file, map[string]string{documentPart: document})
		res, err := ingest.Read("plan.docx", file)
		if err != nil {
			t.Fatal(err)
		}
		now := &revision.Revision{Meta: revision.Meta{Label: "new", Language: "en", Status: revision.Draft}, Components: res.Components}
		if read := strings.Contains(strings.Join(wordtest.PrintedLines(now, wordtest.OneBullet), "\n"), word); read == c.hidden {
			t.Errorf("%s: our reader sees the text: %t", c.vanish, read)
		}
		l, err := newLayout([]byte(document), &styles{})
		if err != nil {
			t.Fatal(err)
		}
		var seen strings.Builder
		for _, p := range l.paragraphs {
			seen.WriteString(p.text())
		}
		if strings.Contains(seen.String(), word) == c.hidden {
			t.Errorf("%s: the text is found: %t", c.vanish, c.hidden)
		}
		changed, err := onto(file, old, now)
		if err != nil {
			t.Errorf("%s: %v", c.vanish, err)
			continue
		}
		after, _, err := wordtest.ReadParts(changed)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(after[documentPart]), c.vanish) {
			t.Errorf("%s is lost", c.vanish)
		}
	}
}
