package cli

import (
	"bufio"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// style is a sequence that the program itself writes: colour and weight, and the line of
// progress that it takes back.
var style = regexp.MustCompile(`\x1b\[[0-9;]*m|\r\x1b\[2?K|\r`)

// No control character, escape sequence or bidirectional override of any text, title,
// note, name or file name reaches a terminal, whatever the command.
func TestNothingActsOnTerminal(t *testing.T) {
	rounds, random := fuzzRounds(t, 4)
	runs := 0
	for range rounds {
		dir := layEvil(t, random)
		file := filepath.Join(dir, evil(random)+".txt")
		writeFile(t, file, "1. "+evil(random)+"\n\nGates.\n")
		name, note := evil(random), evil(random)
		pool := []string{"old", "new", "1", "2", "keep", name, note, file, evil(random)}
		all := sequence(name, note, file)
		for _, c := range every() {
			for range rounds {
				if c.Name() != "serve" {
					all = append(all, scrambled(random, c, pool))
				}
			}
		}
		for _, args := range all {
			runs++
			out := onTerminal(t, dir, args...)
			if r, bad := actsIn(style.ReplaceAllString(out, "")); bad {
				t.Errorf("%q: %U reaches the terminal:\n%.300q", args, r, around(out, r))
			}
		}
		runs++
		serveOnTerminal(t, dir, note)
	}
	t.Logf("figure: %d commands in a terminal", runs)
}

// serveOnTerminal runs the pages in a terminal, asks for some that nobody should ask for,
// and interrupts.
func serveOnTerminal(t *testing.T, dir, note string) {
	t.Helper()
	cmd := conceptdiff(t.Context(), t, "serve", "--port", "0", "--name", note)
	cmd.Dir = dir
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	var said strings.Builder
	lines := bufio.NewScanner(io.TeeReader(terminal, &said))
	address := regexp.MustCompile(`http://[0-9.:]+/`)
	for lines.Scan() {
		base := address.FindString(lines.Text())
		if base == "" {
			continue
		}
		for _, path := range []string{"", "show/" + url.PathEscape(note), url.PathEscape(note), "diff/old/" + url.PathEscape(note), "search?q=" + url.QueryEscape(note)} {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Referer", base+url.PathEscape(note))
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	_ = cmd.Wait() // interrupted
	if !address.MatchString(said.String()) {
		t.Errorf("serve does not say where: %q", said.String())
	}
	if r, bad := actsIn(style.ReplaceAllString(said.String(), "")); bad {
		t.Errorf("serve: %U reaches the terminal:\n%.600q", r, said.String())
	}
}

// onTerminal runs the program in a terminal and gives all that it wrote to it.
func onTerminal(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := conceptdiff(t.Context(), t, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "PAGER=cat", "CONCEPTDIFF_PAGER=cat", "NO_COLOR=")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	if _, err := terminal.Write([]byte("\n\n\n\x04")); err != nil { // to whoever asks
		t.Fatal(err)
	}
	late := time.AfterFunc(time.Minute, func() {
		t.Errorf("%q does not end", args)
		_ = cmd.Process.Kill()
	})
	defer late.Stop()
	out, _ := io.ReadAll(terminal) // it ends with an error when the program does
	_ = cmd.Wait()
	return string(out)
}
