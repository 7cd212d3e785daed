//go:build !windows

package whole

import (
	"errors"
	"os"
	"syscall"
)

// alive reports whether a process runs, or may run.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
