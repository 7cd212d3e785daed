package cli

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/creack/pty"
)

// acting is what acts on a terminal or on the order of what is read.
var acting = []string{
	"\x1b[2J", "\x1b]0;owned\x07", "\x1b[31m", "\x1bP1$r\x1b\\", "\u009b31m", "\u009d0;owned\u009c", "\x07", "\x08\x08", "\x7f",
	"\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\x1b[?1049h", "\x1b[6n",
}

// acts reports whether a character acts. The marks of direction that texts in Arabic or
// Hebrew are written with (U+200E, U+200F, U+061C) override nothing.
func acts(r rune) bool {
	mark := r == '\u200e' || r == '\u200f' || r == '\u061c'
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && !mark
}

// evil is a word with some of that in it.
func evil(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(3) {
		b.WriteString("gate" + acting[random.IntN(len(acting))])
	}
	return b.String() + "end"
}

// layEvil makes a workspace in which every text, title, note and name holds what acts.
func layEvil(t *testing.T, random *rand.Rand) string {
	t.Helper()
	dir := t.TempDir()
	put := func(path, content string) {
		t.Helper()
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e := func() string { return evil(random) }
	for _, label := range []string{"old", "new"} {
		base := ""
		if label == "new" {
			base = "base: old\n"
		}
		put("revisions/"+label+"/revision.yaml", fmt.Sprintf("label: %s\ntitle: %q\ncitation: %q\nnote: %q\nstatus: draft\nlanguage: en\nfile: text.md\n%s", label, e(), e(), e(), base))
		put("revisions/"+label+"/text.md", fmt.Sprintf("# %s\n\n## 1. %s\n\nThe quarry stays %s open to all %s.\n\n- %s;\n- sand.\n\n## 2. Means\n\nA scale %s and a cart, see 1 and 9.\n\n| %s | 4 |\n|---|---|\n| slate | %s |\n", e(), e(), e(), label, e(), e(), e(), e()))
	}
	return dir
}

// style is a sequence that the program itself writes: colour and weight, and the line of
// progress that it takes back.
var style = regexp.MustCompile(`\x1b\[[0-9;]*m|\r\x1b\[2?K|\r`)

// No control character, escape sequence or bidirectional override of any text, title,
// note, name or file name reaches a terminal, whatever the command.
func TestNothingActsOnTerminal(t *testing.T) {
	random := rand.New(rand.NewPCG(18, 4))
	runs := 0
	rounds := 1
	if os.Getenv("CONCEPTDIFF_LONG") != "" {
		rounds = 8
	}
	for range rounds {
		dir := layEvil(t, random)
		name, note := evil(random), evil(random)
		file := filepath.Join(dir, evil(random)+".txt")
		if strings.ContainsRune(filepath.Base(file), '/') {
			t.Fatal("a name of a folder")
		}
		if err := os.WriteFile(file, []byte("1. "+evil(random)+"\n\nGates.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			{"list"},
			{"show", "old"},
			{"show", "old", "1"},
			{"show", "old", "--format", "txt"},
			{"show", "old", "--format", "md"},
			{"show", "old", "--format", "html"},
			{"show", "old", "--format", "json"},
			{"diff", "old", "new"},
			{"diff", "old", "new", "--format", "md"},
			{"diff", "old", "new", "--format", "html"},
			{"diff", "old", "new", "--format", "json"},
			{"diff", "old", "new", "--stat"},
			{"report", "old", "new"},
			{"table", "old", "new"},
			{"explain", "old", "new", "1"},
			{"history", "1"},
			{"search", "gate"},
			{"check", "old"},
			{"member", "add", name, "--role", "chair"},
			{"member", "use", name},
			{"member", "list"},
			{"mark", "old", "1", "keep", "--note", note},
			{"marks", "old"},
			{"marks", "old", "--agenda"},
			{"decide", "old", "1", "keep", "--note", note},
			{"marks", "new", "--from", "old"},
			{"rebind", "old", "new", "1=none", "--note", note},
			{"pair", "old", "new", "1", "2", "--note", note},
			{"record"},
			{"record", "verify"},
			{"record", "export", "-"},
			{"claims", "old"},
			{"flags", "old"},
			{"verify"},
			{"show", file},
			{"import", file, "--label", "third"},
			{"import", file, "--label", note},
			{"show", note},
			{note},
			{"--" + note},
			{"mark", "old", note, "keep"},
			{"mark", "old", "1", note},
			{"marks", "import", file},
			{"show", file + note},
		} {
			runs++
			out := onTerminal(t, dir, args...)
			for _, r := range style.ReplaceAllString(out, "") {
				if r != '\n' && r != '\t' && acts(r) {
					t.Errorf("%q: %U reaches the terminal:\n%.600q", args, r, out)
					break
				}
			}
		}
	}
	t.Logf("figure: %d commands in a terminal", runs)
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
	done := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer done.Stop()
	out, _ := io.ReadAll(terminal) // it ends with an error when the program does
	_ = cmd.Wait()
	if len(out) == 0 && args[0] != "record" {
		t.Logf("%q wrote nothing", args)
	}
	return string(out)
}
