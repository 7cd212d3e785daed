package onto

import (
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"
)

// A footer or header that changed is told where a reader begins.
func TestOntoTellsWhatStandsBeside(t *testing.T) {
	file, _, now := userFile(t)
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	header := string(parts["word/header1.xml"])
	from := strings.Index(header, "</w:t>")
	older := withParts(t, file, map[string]string{"word/header1.xml": header[:from] + " OLD STATE" + header[from:]})
	changed, err := onto(file, now, now, older)
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := wordtest.ReadParts(changed)
	if err != nil {
		t.Fatal(err)
	}
	if comments := string(after[commentsPart]); !strings.Contains(comments, "Not in the tracked changes: header «") || !strings.Contains(comments, "OLD STATE» →") {
		t.Errorf("nothing says that the header changed:\n%s", comments)
	}
	if same, err := onto(file, now, now, file); err != nil || strings.Contains(string(same), "Not in the tracked") {
		t.Errorf("the same header is told: %v", err)
	}
}
