package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"conceptdiff/internal/workspace/folder"
)

// programs are what the test binary plays, under a name each.
var programs = map[string]func(){"conceptdiff": scriptMain}

func TestMain(m *testing.M) { testscript.Main(m, programs) }

// TestScript runs the stories in testdata/script, one a command, each in a
// folder of its own and with the real files of this repository.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: stories(t),
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			env.Setenv("COLUMNS", "")
			root, err := filepath.Abs(filepath.Join("..", ".."))
			env.Setenv("REPO", root)
			if err != nil {
				return err
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workspace": scriptWorkspace,
			"fill":      scriptFill,
			"bytes":     scriptBytes,
			"blank":     scriptBlank,
			"locate":    scriptLocate,
			"remove":    scriptRemove,
			"replace":   scriptReplace,
			"capture":   scriptCapture,
			"fillform":  scriptFillForm,
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "links":
				return hasLinks(t.TempDir()), nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// stories is the folder of the scripts. Where paths are not parted by a slash, it is a
// copy in which the patterns for messages take either mark.
func stories(t *testing.T) string {
	dir := filepath.Join("testdata", "script")
	if filepath.Separator == '/' {
		return dir
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts in %s: %v", dir, err)
	}
	to := t.TempDir()
	for _, name := range names {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(script), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "stderr ") || strings.HasPrefix(line, "stdout ") && strings.Contains(line, folder.Revisions+"/") {
				lines[i] = strings.ReplaceAll(line, "/", `[/\\]`)
			}
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(name)), []byte(strings.Join(lines, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// hasLinks reports whether symbolic links can be made in a folder and are followed.
func hasLinks(dir string) bool {
	link := filepath.Join(dir, "link")
	if os.Symlink("there", link) != nil {
		return false
	}
	to, err := os.Readlink(link)
	return err == nil && to == "there"
}

// scriptWorkspace copies the repository's revisions into a folder: workspace DIR.
func scriptWorkspace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: workspace DIR")
	}
	from, to := filepath.Join("..", "..", folder.Revisions), filepath.Join(ts.MkAbs(args[0]), folder.Revisions)
	ts.Check(os.MkdirAll(filepath.Dir(to), 0o755))
	ts.Check(os.CopyFS(to, os.DirFS(from)))
	found := 0
	ts.Check(filepath.WalkDir(to, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == folder.File {
			found++
		}
		return err
	}))
	if found < 2 {
		ts.Fatalf("found %d revisions in %s", found, from)
	}
}

// scriptFill makes a file of a given size of a repeated line: fill FILE MB LINE.
func scriptFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || len(args[1]) > 3 {
		ts.Fatalf("usage: fill FILE MB LINE")
	}
	size := 0
	for _, d := range args[1] {
		size = 10*size + int(d-'0')
	}
	line := args[2] + "\n"
	text := strings.Repeat(line, size<<20/len(line)+1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// scriptBytes makes a file of a text with escapes as in Go, of any bytes: bytes FILE TEXT.
func scriptBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// scriptBlank fills a piece of a file with zeros: blank FILE FROM BYTES.
func scriptBlank(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: blank FILE FROM BYTES")
	}
	from, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	size, err := strconv.Atoi(args[2])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt(make([]byte, size), from)
	ts.Check(errors.Join(err, f.Close()))
}

// scriptLocate sets a variable to the path of a program: locate NAME PROGRAM.
func scriptLocate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: locate NAME PROGRAM")
	}
	path, err := exec.LookPath(args[1])
	ts.Check(err)
	ts.Setenv(args[0], path)
}

// scriptRemove removes a folder and all in it, name by name, as not every Windows file
// system lets [os.RemoveAll] do: remove DIR.
func scriptRemove(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: remove DIR")
	}
	var found []string
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, _ fs.DirEntry, err error) error {
		found = append(found, path)
		return err
	}))
	for _, path := range slices.Backward(found) {
		ts.Check(os.Remove(path))
	}
}

// scriptReplace changes a text in a file: replace FILE OLD NEW.
func scriptReplace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not contain %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o644))
}

// scriptFillForm fills in the page of a form as a member would: the row of 4.1.2 with a
// verdict, and rows that cannot be taken: fillform FORM FILLED.
func scriptFillForm(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fillform FORM FILLED")
	}
	code := regexp.MustCompile(`4\.1\.2 [0-9a-f]{12}`).FindString(ts.ReadFile(args[0]))
	if code == "" {
		ts.Fatalf("%s has no row of 4.1.2", args[0])
	}
	rows := []string{
		`{"code":"` + code + `","verdict":"obsolete","note":"it ended"}`,
		`{"code":"4.1.3 000000000000","verdict":"keep","note":""}`,
		`{"code":"4.1.4 000000000000","verdict":"","note":"hm"}`,
		`{"code":"99.9 000000000000","verdict":"keep","note":""}`,
		`{"code":"4.1.5 000000000000","verdict":"","note":""}`,
	}
	page := `<script type="application/json" id="conceptdiff-form">{"code":"conceptdiff form 1 2007 000000000000","member":"Zeynal","rows":[` + strings.Join(rows, ",") + `]}</script>`
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(page), 0o644))
}
