//go:build !linux

package sqlite

import "testing"

func unprivileged(t *testing.T) func(task, path string) (string, error) {
	t.Helper()
	t.Skip("needs a user without rights, which is set up on Linux only")
	return nil
}

func openTempDir(t *testing.T) string { return t.TempDir() }
