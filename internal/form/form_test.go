package form_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"conceptdiff/internal/form"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// writers are the formats of a form.
var writers = map[string]func(io.Writer, form.Form, render.Options) error{"docx": office.Form, "xlsx": xlsx.Form, "html": html.Form}

// blank is a form of two provisions of an invented text.
func blank() form.Form {
	f := form.Form{Meta: revision.Meta{Label: "rules-2", Title: "Rules of a mill", Source: revision.Source{SHA256: strings.Repeat("5e", 32)}}, Member: "Zeynal"}
	for address, words := range map[string]string{"1/p1": "The mill stays open <to all> & sundry.\nIt is swept \"weekly\".", "2.a": "Both gates are green."} {
		f.Rows = append(f.Rows, form.Row{Address: address, Digest: strings.Repeat("a1b2c3", 11)[:64], Words: words, Asked: []string{"a source: fulfilled"}})
	}
	if f.Rows[0].Address != "1/p1" {
		f.Rows[0], f.Rows[1] = f.Rows[1], f.Rows[0]
	}
	return f
}

// want is the form as it is read: codes and what was filled in.
func want(f form.Form) form.Form {
	out := form.Form{Member: f.Member}
	out.Meta.Label, out.Meta.Source.SHA256 = f.Meta.Label, f.Meta.Source.SHA256[:12]
	for _, r := range f.Rows {
		out.Rows = append(out.Rows, form.Row{Address: r.Address, Digest: r.Digest[:12], Verdict: r.Verdict, Note: r.Note})
	}
	return out
}

var places = cmpopts.IgnoreFields(form.Row{}, "Place")

// A form that nobody filled in comes back empty, in every format and language.
func TestBlankComesBack(t *testing.T) {
	for name, write := range writers {
		for _, lang := range []string{"en", "az", "ru"} {
			var b bytes.Buffer
			if err := write(&b, blank(), render.Options{Language: lang}); err != nil {
				t.Fatal(err)
			}
			got, err := form.Read(b.Bytes())
			if err != nil {
				t.Fatalf("%s, %s: %v", name, lang, err)
			}
			if diff := cmp.Diff(want(blank()), got, places); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", name, lang, diff)
			}
		}
	}
}

// A Word file and a workbook come back through LibreOffice, which writes all of it anew,
// with what was filled in.
func TestThroughLibreOffice(t *testing.T) {
	filled := blank()
	filled.Rows[0].Verdict, filled.Rows[0].Note = review.Obsolete, "it was closed"
	filled.Rows[1].Verdict = review.Disputed
	for _, name := range []string{"docx", "xlsx"} {
		var b bytes.Buffer
		if err := writers[name](&b, blank(), render.Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := form.Read(throughOffice(t, fill(t, name, b.Bytes()), name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want(filled), got, places); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// throughOffice lets LibreOffice read a file and write it anew.
func throughOffice(t *testing.T, data []byte, ending string) []byte {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "" {
			t.Fatal(err)
		}
		t.Skip("no LibreOffice: apt-get install libreoffice-writer libreoffice-calc")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "form."+ending)
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	said, err := exec.Command(program, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--convert-to", ending, "--outdir", out, in).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	written, err := os.ReadFile(filepath.Join(out, "form."+ending))
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return written
}

// fill crosses the first box of the first row with a note, and the last of the second.
func fill(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	return edit(t, data, func(part, text string) string {
		switch {
		case name == "docx" && part == "word/document.xml":
			first := strings.Index(text, form.Empty)
			text = text[:first] + "☒" + text[first+len(form.Empty):]
			last := strings.LastIndex(text, form.Empty)
			text = text[:last] + "x" + text[last+len(form.Empty):]
			// The note of the first row: the empty cell before the second row's code.
			code := strings.Index(text, "2.a ")
			empty := strings.LastIndex(text[:code], "<w:p/>")
			tag := "<w:p/>"
			if empty < 0 {
				tag = "<w:p></w:p>"
				empty = strings.LastIndex(text[:code], tag)
			}
			if empty < 0 {
				t.Fatal("no empty cell: " + text[max(0, code-600):code])
			}
			return text[:empty] + "<w:p><w:r><w:t>it was closed</w:t></w:r></w:p>" + text[empty+len(tag):]
		case name == "xlsx" && part == "xl/worksheets/sheet1.xml":
			for cell, value := range map[string]string{"C6": "x", "H6": "it was closed", "G7": "✓"} {
				text = strings.Replace(text, `<c r="`+cell+`" s="2"/>`, `<c r="`+cell+`" s="2" t="inlineStr"><is><t>`+value+`</t></is></c>`, 1)
			}
		}
		return text
	})
}

// edit changes parts of a package.
func edit(t *testing.T, data []byte, change func(part, text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, change(f.Name, string(part))); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is no form is refused, and a row that cannot be read says why.
func TestOdd(t *testing.T) {
	for _, data := range []string{"", "PK", "a letter", "<html><table><tr><td>1 a1b2c3d4e5f6</td></tr></table>", `<script type="application/json" id="conceptdiff-form">{`} {
		if f, err := form.Read([]byte(data)); err == nil {
			t.Errorf("%q is read as %v", data, f)
		}
	}
	page := `x<script type="application/json" id="conceptdiff-form">{"code":"conceptdiff form 1 a 5e5e5e5e5e5e","member":" Ofelya ","rows":[` +
		`{"code":"1 a1b2c3d4e5f6","verdict":"splendid","note":""},{"code":"2 a1b2c3d4e5f6","verdict":"","note":"hm"},{"code":"3 a1b2c3d4e5f6","verdict":"keep","note":"n"}]}</script>`
	f, err := form.Read([]byte(page))
	if err != nil || f.Member != "Ofelya" || len(f.Rows) != 3 {
		t.Fatal(f, err)
	}
	if f.Rows[0].Odd == "" || f.Rows[1].Odd == "" || f.Rows[2].Odd != "" {
		t.Errorf("odd: %q, %q, %q", f.Rows[0].Odd, f.Rows[1].Odd, f.Rows[2].Odd)
	}
}
