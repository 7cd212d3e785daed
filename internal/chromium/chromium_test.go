package chromium

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const page = `<!DOCTYPE html><html lang="az"><head><meta charset="utf-8"><title>İclas</title>
<style>@page{size:A4;margin:20mm;@bottom-right{content:counter(page) " / " counter(pages)}}</style></head>
<body><p>Əhalinin sağlamlığı, ışıq, İşıq; щёлочь.</p><p>&lt;script&gt;</p>
<img src="https://example.org/x.png" alt="no picture"><p style="break-before:page">Son.</p></body></html>`

func mustFind(t *testing.T) string {
	t.Helper()
	program, err := Find()
	switch {
	case err == nil:
		return program
	case os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "":
		t.Fatal("no Chromium: apt-get install chromium")
	}
	t.Skip("no Chromium: apt-get install chromium")
	return ""
}

// A page is printed with its letters, on pages that are numbered, and the same
// page gives the same bytes.
func TestPrint(t *testing.T) {
	program := mustFind(t)
	first, err := Print(t.Context(), program, []byte(page), "2026-01-15")
	if err != nil {
		t.Fatal(err)
	}
	second, err := Print(t.Context(), program, []byte(page), "2026-01-15")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the same page gives other bytes")
	}
	if !bytes.Contains(first, []byte("/CreationDate (D:20260115000000")) {
		t.Error("the file does not bear the date that it was given")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return
	}
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, first, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Əhalinin sağlamlığı, ışıq, İşıq; щёлочь.", "<script>", "no picture", "1/2", "2/2"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not read back from %q", want, text)
		}
	}
}

// What goes wrong is said, and leaves nothing behind.
func TestPrintFails(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	script := func(text string) string {
		path := filepath.Join(t.TempDir(), "browser")
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, program := range map[string]string{
		"no file": script("exit 0"), "a failure": script("echo out of order >&2; exit 7"), "no program": filepath.Join(dir, "none"),
	} {
		if _, err := Print(t.Context(), program, []byte(page), ""); err == nil {
			t.Errorf("%s: no error", name)
		} else if name == "a failure" && !strings.Contains(err.Error(), "out of order") {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Print(ctx, script("exec sleep 60"), []byte(page), ""); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("stopped: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// Only the file's description of itself is touched.
func TestDated(t *testing.T) {
	const info = "1 0 obj\n<</CreationDate (D:20261121195813+00'00')\n/ModDate (D:20261121195813+00'00')>>\nendobj\n"
	got := string(dated([]byte(info+"/ModDate (D:20261121195813"), "2007-05-23"))
	want := strings.ReplaceAll(info, "20261121195813", "20070523000000") + "/ModDate (D:20261121195813"
	if got != want {
		t.Errorf("got %s", got)
	}
	if got := string(dated([]byte(info), "soon")); !strings.Contains(got, "D:20000101000000") {
		t.Errorf("no date: %s", got)
	}
	if got := string(dated([]byte("no PDF"), "")); got != "no PDF" {
		t.Errorf("no PDF: %s", got)
	}
}
