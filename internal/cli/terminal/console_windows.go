package terminal

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"conceptdiff/internal/fault"
)

// pager is none: what Windows brings along, more, garbles UTF-8 and colour. The text
// is shown as it is then.
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

// InUse reports whether an error says that another program holds a file open, as Word
// and Excel do: Windows refuses to open or replace it meanwhile.
func InUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// inUse adds a hint where a file could not be replaced since another program may hold
// it. Renaming onto an open file is told as «access denied», which may as well be
// meant of the folder; the hint fits both. path is as the user gave it.
func inUse(err error, path string) error {
	if InUse(err) || errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		return fault.Hint(err, "close %s in the program that has it open, or name another file with -o", path)
	}
	return err
}
