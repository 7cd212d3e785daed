package terminal

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"

	"conceptdiff/internal/fault"
)

// The test binary plays a program with a console of its own, which nobody sees.
const inConsole = "CONCEPTDIFF_TEST_CONSOLE"

func TestMain(m *testing.M) {
	if os.Getenv(inConsole) != "" {
		if err := describeConsole(os.Stdout); err != nil {
			fmt.Println(err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const written = "ə İ Ж ⚑ «clause»"

// describeConsole tells what the program makes of its console, and what stands in that
// once something is written.
func describeConsole(w io.Writer) error {
	out, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	os.Stdout = out
	s := System()
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(out.Fd()), &info); err != nil {
		return err
	}
	var mode uint32
	if err := windows.GetConsoleMode(windows.Handle(out.Fd()), &mode); err != nil {
		return err
	}
	wide := int(info.Window.Right-info.Window.Left) + 1
	fmt.Fprintf(w, "terminal %v\nwidth %v\ncolour %v\nsequences %v\n", s.Terminal, s.Width == wide && wide > 0, s.UseColor(),
		mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0)
	if err := s.show(func(w io.Writer) error { _, err := io.WriteString(w, written); return err }); err != nil {
		return err
	}
	read := windows.NewLazySystemDLL("kernel32.dll").NewProc("ReadConsoleOutputCharacterW")
	cells, got := make([]uint16, len([]rune(written))), uint32(0)
	at := *(*uint32)(unsafe.Pointer(&info.CursorPosition)) // a COORD is handed on by value
	if ok, _, err := read.Call(out.Fd(), uintptr(unsafe.Pointer(&cells[0])), uintptr(len(cells)), uintptr(at), uintptr(unsafe.Pointer(&got))); ok == 0 {
		return err
	}
	fmt.Fprintf(w, "stands there: %s\n", windows.UTF16ToString(cells))
	return nil
}

// A console is told from a file, its width is found, colour is switched on in it, and
// letters of all scripts arrive as they are.
func TestConsole(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), inConsole+"=1", "NO_COLOR=", "TERM=", "COLUMNS=")
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NO_WINDOW}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, want := range []string{"terminal true", "width true", "colour true", "sequences true", "stands there: " + written} {
		if !strings.Contains(string(out), want+"\n") {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// A file that another program holds is not replaced, and stays as it was; once it is let
// go of, it is.
func TestReplaceHeldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "table.docx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var s Streams
	write := func() error {
		return s.WriteTo(context.Background(), path, func(w io.Writer) error {
			_, err := io.WriteString(w, "new")
			return err
		})
	}
	for name, share := range map[string]uint32{"Word": 0, "a reader": windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE} {
		wide, err := windows.UTF16PtrFromString(path)
		if err != nil {
			t.Fatal(err)
		}
		held, err := windows.CreateFile(wide, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := write(); !strings.Contains(fault.HintOf(err), "in the program that has it open") {
			t.Errorf("held by %s: %v", name, err)
		}
		if err := windows.CloseHandle(held); err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
			t.Errorf("held by %s: it holds %q, %v", name, data, err)
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside it stand %v, %v", entries, err)
	}
	if err := write(); err != nil {
		t.Error(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "new" {
		t.Errorf("it holds %q, %v", data, err)
	}
}
