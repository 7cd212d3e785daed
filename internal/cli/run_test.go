package cli

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/workspace/folder"
)

// outcome is what a run left on its streams.
type outcome struct {
	code     int
	out, err string
}

// run runs the command line in-process on streams that change makes of plain
// ones.
func run(t *testing.T, change func(*terminal.Streams), args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	s := terminal.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}
	if change != nil {
		change(&s)
	}
	code := Run(t.Context(), args, s)
	return outcome{code, out.String(), errs.String()}
}

// repository makes a workspace of the real revisions.
func repository(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, folder.Revisions), os.DirFS(filepath.Join("..", "..", folder.Revisions))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A workspace of which every file ends its lines as Windows does says the same.
func TestLineEndsOfWindows(t *testing.T) {
	plain, windows := repository(t), repository(t)
	err := filepath.WalkDir(filepath.Join(windows, folder.Revisions), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"diff", "2007", "draft"},
		{"show", "2007", "--format", "md"},
		{"flags", "2007", "--against", "draft"},
		{"claims", "2007"},
		{"related", "2007"},
		{"check", "draft", "--base", "2007"},
	} {
		want, got := run(t, nil, append(args, "--workspace", plain)...), run(t, nil, append(args, "--workspace", windows)...)
		digest := regexp.MustCompile("[0-9a-f]{12,64}") // of the files, which are others
		a, b := digest.ReplaceAllString(want.out, "#"), digest.ReplaceAllString(got.out, "#")
		if got.code != exitDone || a != b {
			t.Errorf("%q: exit %d: %s\n%s", args, got.code, got.err, cmp.Diff(a, b))
		}
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestExitCodes(t *testing.T) {
	w := repository(t)
	for _, tc := range []struct {
		name string
		args []string
		want int
	}{
		{"texts differ", []string{"diff", "2007", "draft", "--workspace", w}, exitDone},
		{"texts are the same", []string{"diff", "2007", "2007", "--workspace", w}, exitDone},
		{"help", []string{"diff", "--help"}, exitDone},
		{"no findings asked for", []string{"flags", "2007", "--against", "draft", "--workspace", w}, exitDone},
		{"findings", []string{"flags", "2007", "--against", "draft", "--check", "--workspace", w}, exitFindings},
		{"no findings", []string{"flags", "draft", "--against", "2007", "--check", "--workspace", w}, exitDone},
		{"unknown label", []string{"diff", "2007", "drft", "--workspace", w}, exitFailure},
		{"unknown clause", []string{"show", "2007", "9.9.9", "--workspace", w}, exitFailure},
		{"missing file", []string{"diff", "./a", "./b"}, exitFailure},
		{"unknown command", []string{"dif"}, exitUsage},
		{"unknown flag", []string{"diff", "a", "b", "--frmat", "json"}, exitUsage},
		{"unknown value", []string{"diff", "a", "b", "--format", "xml"}, exitUsage},
		{"too few arguments", []string{"diff", "2007"}, exitUsage},
		{"too many arguments", []string{"list", "2007"}, exitUsage},
		{"flags that exclude each other", []string{"show", "2007", "1", "--source"}, exitUsage},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := run(t, nil, tc.args...)
			if got.code != tc.want {
				t.Errorf("exit %d, want %d\n%s", got.code, tc.want, got.err)
			}
			failed := tc.want == exitFailure || tc.want == exitUsage
			if said := strings.HasPrefix(got.err, "conceptdiff: error: ") || strings.Contains(got.err, "\nconceptdiff: error: "); said != failed {
				t.Errorf("stderr: %q", got.err)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	code := Run(ctx, []string{"list", "--workspace", repository(t)}, terminal.Streams{Out: &out, Err: &errs})
	if code != exitInterrupted || !strings.HasSuffix(errs.String(), "conceptdiff: interrupted\n") {
		t.Errorf("exit %d, stderr %q", code, &errs)
	}
}

// A terminal changes the form, never the content: colour, width, pager.
func TestTerminal(t *testing.T) {
	dir := t.TempDir()
	old, now := filepath.Join(dir, "old.txt"), filepath.Join(dir, "new.txt")
	writeFile(t, old, "1. Aims\n\nThe aim is peace.\n")
	writeFile(t, now, "1. Aims\n\nThe aim is lasting peace.\n")
	onTerminal := func(s *terminal.Streams) { s.Terminal, s.Width, s.Height = true, 100, 1000 }

	plain := run(t, nil, "diff", old, now)
	if strings.Contains(plain.out, "\x1b") {
		t.Error("colour without a terminal")
	}
	if got := run(t, onTerminal, "diff", old, now); !strings.Contains(got.out, "\x1b[") {
		t.Error("no colour on a terminal")
	}
	noColor := func(s *terminal.Streams) { onTerminal(s); s.NoColor = true }
	if got := run(t, noColor, "diff", old, now); strings.Contains(got.out, "\x1b") {
		t.Error("colour in spite of NO_COLOR")
	}
	if got := run(t, noColor, "diff", old, now, "--color", "always"); !strings.Contains(got.out, "\x1b[") {
		t.Error("--color always does not win over NO_COLOR")
	}
	if got := run(t, onTerminal, "diff", old, now, "--color", "never"); strings.Contains(got.out, "\x1b") {
		t.Error("colour in spite of --color never")
	}

	// What goes into a file is not written for the terminal.
	file := filepath.Join(dir, "out.txt")
	for _, args := range [][]string{{"diff", old, now}, {"show", old}} {
		if got := run(t, onTerminal, append(args, "-o", file)...); got.code != exitDone {
			t.Fatal(got.err)
		}
		data, err := os.ReadFile(file)
		if err != nil || len(data) == 0 || bytes.Contains(data, []byte("\x1b")) {
			t.Errorf("%s into a file: %q, %v", args[0], data, err)
		}
	}

	seen := filepath.Join(dir, "seen")
	pager := filepath.Join(dir, "pager")
	writeFile(t, pager, "#!/bin/sh\ncat > "+seen+"\n")
	if err := os.Chmod(pager, 0o755); err != nil {
		t.Fatal(err)
	}
	low := func(s *terminal.Streams) { onTerminal(s); s.Height, s.Pager = 5, pager }
	if got := run(t, low, "diff", old, now); got.out != "" {
		t.Errorf("the pager was passed by: %q", got.out)
	}
	if data, err := os.ReadFile(seen); err != nil || !strings.Contains(string(data), "lasting") {
		t.Errorf("the pager saw %q, %v", data, err)
	}
	gone := func(s *terminal.Streams) { low(s); s.Pager = filepath.Join(dir, "no-such-pager") }
	if got := run(t, gone, "diff", old, now); !strings.Contains(got.out, "lasting") {
		t.Error("without its pager the text is not shown")
	}
	if err := os.Remove(seen); err != nil {
		t.Fatal(err)
	}
	if got := run(t, low, "diff", old, now, "--format", "json"); !strings.Contains(got.out, `"schema"`) {
		t.Error("JSON went to the pager")
	}
}

// Every command says what it does at some length, and shows how by two examples
// at least.
func TestHelp(t *testing.T) {
	root := newRoot(&command.Env{})
	commands := 0
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		if cmd.Name() == "help" {
			continue
		}
		commands++
		examples := 0
		for line := range strings.Lines(cmd.Example) {
			if strings.Contains(line, "conceptdiff ") {
				examples++
			}
		}
		if examples < 2 {
			t.Errorf("%s has %d examples", cmd.Name(), examples)
		}
		if len(cmd.Long) < len(cmd.Short)+20 {
			t.Errorf("%s has no long help", cmd.Name())
		}
		for line := range strings.Lines(cmd.Long + "\n" + cmd.Example) {
			if n := len([]rune(line)); n > 82 {
				t.Errorf("%s: a line of help has %d characters: %s", cmd.Name(), n, line)
			}
		}
	}
	if commands < 12 {
		t.Errorf("only %d commands", commands)
	}
}

// Every example in the help that works on the repository's revisions does.
func TestExamples(t *testing.T) {
	t.Chdir(repository(t))
	for _, member := range []string{"Aygün", "Rəşad"} {
		if got := run(t, nil, "member", "add", member, "--role", "chair"); got.code != exitDone {
			t.Fatal(got.err)
		}
	}
	// The Word file that an example speaks of.
	if got := run(t, nil, "show", "draft", "--format", "docx", "-o", "new.docx"); got.code != exitDone {
		t.Fatal(got.err)
	}
	root := newRoot(&command.Env{})
	tried := 0
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		for line := range strings.Lines(cmd.Example) {
			words := strings.Fields(strings.SplitN(line, "   ", 2)[0])
			if strings.HasPrefix(line, "  conceptdiff ") {
				words = strings.Fields(strings.SplitN(strings.TrimSpace(line), "   ", 2)[0])
			}
			if len(words) < 2 || words[0] != "conceptdiff" || strings.ContainsAny(line, "~|>") || strings.Contains(line, "old.txt") {
				continue
			}
			if words[1] == "serve" {
				continue // goes on until it is interrupted: package web tests it, and script/serve.txtar
			}
			tried++
			words = unquoted(words)
			if got := run(t, nil, words[1:]...); got.code != exitDone && got.code != exitFindings {
				t.Errorf("%s: exit %d: %s", strings.TrimSpace(line), got.code, got.err)
			}
		}
	}
	if tried < 12 {
		t.Errorf("only %d examples were tried", tried)
	}
}

// unquoted joins the words between two quotation marks, as a shell does.
func unquoted(words []string) []string {
	var out []string
	open := false
	for _, w := range words {
		if open {
			out[len(out)-1] += " " + w
		} else {
			out = append(out, w)
		}
		if strings.Count(w, `"`)%2 == 1 {
			open = !open
		}
	}
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], `"`, "")
	}
	return out
}
