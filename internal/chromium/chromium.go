// Package chromium prints pages as PDF files with the Chromium of the machine.
//
// The browser gets a folder of its own that is removed afterwards, and reaches no
// network. What it writes into a file of its run, the time, is
// replaced by a date of the caller's, so that the same page gives the same bytes
// with the same browser and fonts.
package chromium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/whole"
)

// ErrMissing is returned when the machine has no Chromium.
var ErrMissing = errors.New("there is no Chromium on this machine")

// names are what the browser is called, the usual first.
var names = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"}

// longest is how long printing may take before the browser is stopped.
const longest = 3 * time.Minute

// Find returns the path of the browser, or [ErrMissing].
func Find() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// Print prints a page of HTML, one file without references to any other, and
// returns the PDF file. date is the ISO date that it is given; one that is no date
// is replaced by a fixed one.
func Print(ctx context.Context, program string, page []byte, date string) ([]byte, error) {
	dir, err := whole.Folder()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	source, target := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(source, page, 0o600); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, arguments(dir, source, target)...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "XDG_CONFIG_HOME="+dir, "XDG_RUNTIME_DIR="+dir)
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("print with %s: %w", filepath.Base(program), context.Cause(ctx))
		}
		return nil, fmt.Errorf("print with %s: %w: %s", filepath.Base(program), err, lastLine(said.String()))
	}
	data, err := os.ReadFile(target)
	if err != nil {
		return nil, fmt.Errorf("print with %s: no file was written: %s", filepath.Base(program), lastLine(said.String()))
	}
	return dated(data, date), nil
}

func arguments(dir, source, target string) []string {
	args := []string{
		"--headless", "--user-data-dir=" + filepath.Join(dir, "profile"),
		"--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-extensions", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
		"--host-resolver-rules=MAP * ~NOTFOUND",
		"--no-pdf-header-footer", "--print-to-pdf=" + target,
	}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // it refuses to start otherwise
	}
	return append(args, "file://"+filepath.ToSlash(source))
}

// stamp is a time in a PDF file's description of itself.
var stamp = lazy.Regexp(`/(CreationDate|ModDate) \(D:[0-9]{14}`)

// dated replaces the times in the first object of a file, its description: no other
// byte moves.
func dated(data []byte, date string) []byte {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		date = "2000-01-01"
	}
	end := bytes.Index(data, []byte("endobj"))
	if end < 0 {
		return data
	}
	fixed := strings.ReplaceAll(date, "-", "") + "000000"
	head := stamp().ReplaceAll(data[:end], []byte("/$1 (D:"+fixed))
	return append(head, data[end:]...)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}
