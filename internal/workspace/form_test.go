package workspace_test

import (
	"bytes"
	"strings"
	"testing"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/document"
	"conceptdiff/internal/workspace"
)

// commented is a text as a Word file with comments: on a paragraph that holds the words,
// what the author says.
func commented(t *testing.T, w *workspace.Workspace, label string, comments [][3]string) []byte {
	t.Helper()
	r, err := w.Revision(t.Context(), label)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := document.DOCX(&b, r); err != nil {
		t.Fatal(err)
	}
	p, err := ooxml.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	body, err := p.Read(p.Main)
	if err != nil {
		t.Fatal(err)
	}
	text := string(body)
	part := ooxml.Head + `<w:comments ` + wordml.Namespace + `>`
	for i, c := range comments {
		id := string(rune('0' + i))
		at := strings.Index(text, c[0])
		if at < 0 {
			t.Fatalf("the file has no words %q", c[0])
		}
		run := strings.LastIndex(text[:at], "<w:r>")
		end := at + strings.Index(text[at:], "</w:r>") + len("</w:r>")
		text = text[:run] + `<w:commentRangeStart w:id="` + id + `"/>` + text[run:end] + `<w:commentRangeEnd w:id="` + id + `"/><w:r><w:commentReference w:id="` + id + `"/></w:r>` + text[end:]
		part += `<w:comment w:id="` + id + `" w:author="` + c[1] + `"><w:p><w:r><w:t>` + c[2] + `</w:t></w:r></w:p></w:comment>`
	}
	p.Set(p.Main, []byte(text))
	if err := p.AddPart(wordml.Part("comments", "comments", []byte(part+`</w:comments>`)), "comments", "rIdComments"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The comments of a Word file are taken as marks on the words they stand on, each by its
// author; what is no verdict, or on words that are not stored, is told.
func TestComments(t *testing.T) {
	w := lay(t, "mill")
	t.Cleanup(func() { _ = w.Close() })
	for _, name := range []string{"Ann", "Bo"} {
		if _, err := w.Enrol(t.Context(), workspace.Enrolment{Name: name, By: name}); err != nil {
			t.Fatal(err)
		}
	}
	data := commented(t, w, "old", [][3]string{
		{"stays open to all", "Ann", "obsolete: it was closed"},
		{"painted green", "Bo", "Keep"},
		{"painted green", "Ann", "what colour?"},
		{"painted green", "Stranger", "amend: blue"},
	})
	taken, err := w.TakeForm(t.Context(), workspace.FormFile{Name: "old.docx", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	got := map[workspace.Taken]int{}
	for _, r := range taken.Rows {
		got[r.Outcome]++
		t.Log(r.Address, r.Outcome, r.Verdict, r.Member, r.Why)
	}
	if taken.Revision != "old" || got[workspace.TakenNow] != 2 || got[workspace.NotRead] != 1 || got[workspace.Refused] != 1 {
		t.Errorf("on %s: %v", taken.Revision, got)
	}
	record, err := w.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := w.Revision(t.Context(), "old")
	if err != nil {
		t.Fatal(err)
	}
	st := record.StateOf(r)
	if len(st.Provisions) != 2 || st.Provisions[0].Marks[0].Note() != "it was closed" {
		t.Errorf("%d provisions are marked", len(st.Provisions))
	}
}
