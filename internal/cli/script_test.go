package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"conceptdiff/internal/workspace/folder"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"conceptdiff": scriptMain,
	})
}

// TestScript runs the stories in testdata/script, one a command, each in a
// folder of its own and with the real files of this repository.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
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
			"replace":   scriptReplace,
			"capture":   scriptCapture,
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0, nil
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
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
