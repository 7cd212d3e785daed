package cli

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/windows"

	"conceptdiff/internal/workspace/folder"
)

// The test binary also plays the desktop.
func init() { programs["explorer"] = explorer }

// Paths are understood in every way that Windows writes them.
func TestPathsOfWindows(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.MkdirAll(filepath.Join("sub", "revisions", "2030"), 0o755); err != nil {
		t.Fatal(err)
	}
	writeFile(t, "old.txt", "1. Aims\r\n\r\nThe mill grinds by day.\r\n")
	writeFile(t, "new.txt", "1. Aims\r\n\r\nThe mill grinds by night.\r\n")
	drive := filepath.VolumeName(dir)
	var want string
	for _, old := range []string{
		"old.txt", `.\old.txt`, "./old.txt", `sub\..\old.txt`, `sub/..\old.txt`, filepath.Join(dir, "old.txt"), filepath.ToSlash(filepath.Join(dir, "old.txt")),
		drive + "old.txt", strings.TrimPrefix(filepath.Join(dir, "old.txt"), drive), strings.ToUpper(dir) + `\OLD.TXT`, `\\?\` + filepath.Join(dir, "old.txt"),
	} {
		got := run(t, nil, "diff", old, `.\new.txt`, "--format", "json")
		out := strings.NewReplacer(`"OLD"`, `"old"`, `"OLD.TXT"`, `"old.txt"`).Replace(got.out) // the name as given
		if want == "" {
			want = out
		}
		if got.code != exitDone || out != want {
			t.Errorf("%s: exit %d: %s\n%.300s", old, got.code, got.err, out)
		}
	}
	writeFile(t, `sub\revisions\2030\revision.yaml`, "label: 2030\r\nfile: text.txt\r\n")
	writeFile(t, `sub\revisions\2030\text.txt`, "1. Aims\r\n\r\nThe mill grinds by day.\r\n")
	for _, args := range [][]string{
		{"show", "2030", "--workspace", `.\sub`},
		{"show", "2030", "--workspace", filepath.Join(dir, "sub")},
		{"show", "2030", "--db", filepath.Join(dir, "sub", folder.Database)},
		{"show", "2030", "--workspace", "sub", "-o", `sub\out.txt`},
		{"show", "2030", "--workspace", "sub", "-o", filepath.Join(dir, "out.txt")},
	} {
		if got := run(t, nil, args...); got.code != exitDone || len(args) == 4 && !strings.Contains(got.out, "grinds by day") {
			t.Errorf("%q: exit %d: %s%s", args, got.code, got.out, got.err)
		}
	}
	for _, path := range []string{`sub\out.txt`, "out.txt"} {
		if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "grinds by day") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// Paths of more than 260 characters, the most that Windows once took, are no others.
func TestLongPaths(t *testing.T) {
	deep := filepath.Join(t.TempDir(), strings.Repeat("a-folder-of-forty-characters-in-its-name"+`\`, 9))
	if err := os.MkdirAll(filepath.Dir(deep), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(deep, folder.Revisions), os.DirFS(filepath.Join("..", "..", folder.Revisions))); err != nil {
		t.Fatal(err)
	}
	out, copied := filepath.Join(deep, "out.html"), filepath.Join(deep, "copy.db")
	for _, args := range [][]string{
		{"list"},
		{"report", "2007", "draft", "--format", "html", "-o", out},
		{"member", "add", "Aygün"},
		{"mark", "2007", "3.11", "keep", "--by", "Aygün"},
		{"backup", copied},
		{"verify"},
		{"import", filepath.Join(deep, folder.Revisions, "2007", "concept-2007.txt"), "--label", "again"},
	} {
		if got := run(t, nil, append(args, "--workspace", deep)...); got.code != exitDone {
			t.Errorf("%q: exit %d: %s", args, got.code, got.err)
		}
	}
	for _, path := range []string{out, copied} {
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

// hold opens a file so that nobody else can, as some programs do.
func hold(t *testing.T, path string) (release func()) {
	t.Helper()
	wide, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := windows.CreateFile(wide, windows.GENERIC_READ, 0, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := windows.CloseHandle(held); err != nil {
			t.Error(err)
		}
	}
}

// A file that another program holds is named, with what to do; nothing is half done.
func TestHeldFiles(t *testing.T) {
	dir := repository(t)
	if got := run(t, nil, "list", "--workspace", dir); got.code != exitDone {
		t.Fatal(got.err)
	}
	text, out := filepath.Join(dir, "text.txt"), filepath.Join(dir, "out.txt")
	writeFile(t, text, "1. Aims\r\n\r\nThe mill grinds by day.\r\n")
	writeFile(t, out, "as it was")
	for _, c := range []struct {
		path string
		hint string
		args []string
	}{
		{text, "close it", []string{"import", text, "--label", "text", "--workspace", dir}},
		{text, "close it", []string{"show", text}},
		{out, "close ", []string{"show", "2007", "--workspace", dir, "-o", out}},
		{filepath.Join(dir, folder.Database), "wait until the other", []string{"list", "--workspace", dir}},
		{filepath.Join(dir, folder.Revisions, "2007", "revision.yaml"), "close it", []string{"show", "2007", "--workspace", dir}},
	} {
		release := hold(t, c.path)
		got := run(t, nil, c.args...)
		release()
		if got.code != exitFailure || !strings.Contains(got.err, filepath.Base(c.path)) || !strings.Contains(got.err, "hint: "+c.hint) {
			t.Errorf("%q: exit %d: %s", c.args, got.code, got.err)
		}
	}
	if data, err := os.ReadFile(out); err != nil || string(data) != "as it was" {
		t.Errorf("%q, %v", data, err)
	}
	if got := run(t, nil, "verify", "--workspace", dir); got.code != exitDone || strings.Contains(got.out, "3 revisions") {
		t.Errorf("verify: exit %d: %s%s", got.code, got.out, got.err)
	}
}

// explorer starts conceptdiff as a double click does.
func explorer() {
	cmd := exec.Command(os.Getenv("PROGRAM"))
	cmd.Args = []string{"conceptdiff"}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	_ = cmd.Run() // what it says is looked at
}

// A double click opens the pages of the folder that the program lies in, or says what to
// do and waits until that is read.
func TestDoubleClick(t *testing.T) {
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	desktop := filepath.Join(t.TempDir(), "explorer.exe")
	if err := os.WriteFile(desktop, data, 0o755); err != nil {
		t.Fatal(err)
	}
	click := func(dir string) (*exec.Cmd, io.WriteCloser, *bufio.Reader) {
		cmd := exec.Command(desktop)
		cmd.Args = []string{"explorer"}
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PROGRAM="+binary, "PATH=") // no browser is found
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd.Stderr = cmd.Stdout
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, in, bufio.NewReader(out)
	}

	cmd, in, out := click(t.TempDir())
	var said strings.Builder
	for !strings.Contains(said.String(), "Press Enter") {
		line, err := out.ReadString('\n')
		said.WriteString(line)
		if err != nil {
			t.Fatalf("without a folder of revisions it ends: %s", said.String())
		}
	}
	if !strings.Contains(said.String(), "conceptdiff: error: ") || !strings.Contains(said.String(), "open a command line") {
		t.Errorf("without a folder of revisions: %s", said.String())
	}
	if _, err := io.WriteString(in, "\r\n"); err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}

	cmd, _, out = click(repository(t))
	address := regexp.MustCompile(`http://[0-9.:]+/`)
	said.Reset()
	for !address.MatchString(said.String()) {
		line, err := out.ReadString('\n')
		said.WriteString(line)
		if err != nil {
			t.Fatalf("with revisions: %s", said.String())
		}
	}
	answer, err := http.Get(address.FindString(said.String()))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("the pages answer %s", answer.Status)
	}
	_ = cmd.Process.Kill() // the window is closed
	_ = cmd.Wait()
}
