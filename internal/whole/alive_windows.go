package whole

import (
	"errors"

	"golang.org/x/sys/windows"
)

// alive reports whether a process runs, or may run. One that has ended can still be
// opened as long as anybody holds it.
func alive(pid int) bool {
	process, err := windows.OpenProcess(windows.SYNCHRONIZE, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer func() { _ = windows.CloseHandle(process) }() // it was only looked at
	ended, err := windows.WaitForSingleObject(process, 0)
	return err != nil || ended != windows.WAIT_OBJECT_0
}
