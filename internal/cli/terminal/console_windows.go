package terminal

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"conceptdiff/internal/fault"
)

// pager is none: what Windows brings along, more, garbles UTF-8 and colour.
const pager = ""

// colours makes the console of a stream heed colour, and reports whether it does. The
// console of Windows 10 and later does when it is asked; one before that shows the
// sequences as text.
func colours(f *os.File) bool {
	console := windows.Handle(f.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// inUse adds a hint where a file could not be replaced since another program holds it
// open, as Word and Excel do.
func inUse(err error, path string) error {
	for _, held := range []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_ACCESS_DENIED} {
		if errors.Is(err, held) {
			return fault.Hint(err, "close %s in the program that has it open, or name another file with -o", path)
		}
	}
	return err
}
