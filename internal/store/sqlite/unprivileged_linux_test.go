package sqlite

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// unprivileged returns a function that runs a helper task as a user whom file
// permissions bind: root, as in a container, they do not.
func unprivileged(t *testing.T) func(task, path string) (string, error) {
	t.Helper()
	binary := filepath.Join(openTempDir(t), "helper")
	data, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(binary, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return func(task, path string) (string, error) {
		cmd := exec.Command(binary, path)
		cmd.Dir = filepath.Dir(path)
		cmd.Env = append(os.Environ(), helperVariable+"="+task)
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
}

// openTempDir is a temporary folder into which any user may look.
func openTempDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	chmod(t, dir, 0o755)
	chmod(t, filepath.Dir(dir), 0o755)
	return dir
}
