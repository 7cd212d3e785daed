package cli

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"conceptdiff/internal/store"
	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace/folder"
)

// unprivileged returns a way to run the program as a user whom file permissions
// bind: root, as in a container, they do not.
func unprivileged(t *testing.T) func(args ...string) (string, error) {
	t.Helper()
	program := installed(t)
	return func(args ...string) (string, error) {
		cmd := exec.Command(program, args...)
		cmd.Dir = filepath.Dir(program)
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
}

// installed is the program as a file that anyone may run.
func installed(t *testing.T) string {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "conceptdiff")
	if err := os.WriteFile(program, data, 0o755); err != nil {
		t.Fatal(err)
	}
	open(t, filepath.Dir(program), 0o755, 0o755)
	return program
}

// open sets the permissions of a tree, and lets anyone pass the folder above it.
func open(t *testing.T, dir string, folders, files os.FileMode) {
	t.Helper()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.Chmod(path, folders)
		}
		return os.Chmod(path, files)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A workspace that may only be read can be read; what would write says so and
// says what to do.
func TestReadOnlyWorkspace(t *testing.T) {
	run := unprivileged(t)
	used, fresh := repository(t), repository(t)
	if out, err := conceptdiff(t.Context(), t, "list", "--workspace", used).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(used, folder.Database))
	if err != nil {
		t.Fatal(err)
	}
	err = s.SaveComparison(t.Context(), "draft", store.Found{Build: "another build", Data: []byte("what it found")})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	open(t, used, 0o555, 0o444)
	open(t, fresh, 0o555, 0o444)
	t.Cleanup(func() {
		open(t, used, 0o755, 0o644)
		open(t, fresh, 0o755, 0o644)
	})

	for _, args := range [][]string{
		{"list"}, {"diff", "2007", "draft", "--stat"}, {"flags", "2007"}, {"verify"},
	} {
		if out, err := run(append(args, "--workspace", used)...); err != nil {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	source := filepath.Join(fresh, folder.Revisions, "2007", "concept-2007.txt")
	for name, args := range map[string][]string{
		"import":    {"import", source, "--label", "x", "--workspace", used},
		"first use": {"list", "--workspace", fresh},
		"output":    {"show", "2007", "--workspace", used, "-o", filepath.Join(used, "out.txt")},
	} {
		out, err := run(args...)
		if err == nil || !strings.Contains(out, "conceptdiff: error: ") || !strings.Contains(out, "conceptdiff: hint: ") {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
	db := filepath.Join(t.TempDir(), "elsewhere.db")
	open(t, filepath.Dir(db), 0o777, 0o666)
	if out, err := run("list", "--workspace", fresh, "--db", db); err != nil {
		t.Errorf("a database elsewhere: %v: %s", err, out)
	}
}

// A workspace on a medium that nobody can write to can be read; what would write says so
// and says what to do.
func TestReadOnlyMedium(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a medium")
	}
	dir := repository(t)
	if out, err := conceptdiff(t.Context(), t, "list", "--workspace", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	program := installed(t)
	const mount = `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 77; cd "$0" && exec "$@"`
	run := func(args ...string) (string, error) {
		cmd := exec.Command("sh", append([]string{"-c", mount, dir, program}, args...)...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS} // the mount ends with it
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	out, err := run("list")
	if cmd := new(exec.ExitError); err != nil && (!errors.As(err, &cmd) || cmd.ExitCode() == 77) {
		t.Skipf("nothing can be mounted here: %v: %s", err, out) // in a root that is no mount no program is even started
	}
	if err != nil {
		t.Fatalf("list: %v: %s", err, out)
	}
	for _, args := range [][]string{{"diff", "2007", "draft", "--stat"}, {"marks", "2007"}, {"verify"}} {
		if out, err := run(args...); err != nil {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	refused := func(args ...string) {
		t.Helper()
		if out, err := run(args...); err == nil || !strings.Contains(out, "conceptdiff: error: ") || !strings.Contains(out, "conceptdiff: hint: ") {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	refused("import", "revisions/2007/concept-2007.txt", "--label", "x")
	refused("member", "add", "Aygün")
	refused("backup", "copy.db")
	refused("show", "2007", "-o", "out.txt")
	// What a writer that was killed left to be rolled back.
	journal := "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + strings.Repeat("\x00", 504)
	if err := os.WriteFile(filepath.Join(dir, folder.Database+"-journal"), []byte(journal), 0o644); err != nil {
		t.Fatal(err)
	}
	refused("list")
}
