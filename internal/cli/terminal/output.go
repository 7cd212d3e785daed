package terminal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/workspace/file"
)

// WriteTo sends a result to the standard output or, with a path, to a file. The
// file is written beside its place and renamed when it is whole; a device or a
// pipe is written to.
func (s *Streams) WriteTo(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return s.show(write)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeDevice(path, write)
	}
	place, err := target(path)
	if err != nil {
		return err
	}
	if s.Protect != nil {
		if err := s.Protect(place); err != nil {
			return err
		}
	}
	return replaceFile(ctx, path, place, write)
}

// target is the file that a path stands for: where it is a link, what that leads to,
// so that the link stays one.
func target(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		return path, nil
	}
	place, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", fault.Hint(fmt.Errorf("%s is a link that leads to no file", path), "remove it, or name another file with -o")
	}
	return place, nil
}

// writeDevice writes to what is no file and must not be replaced by one.
func writeDevice(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(Buffered(f, write), f.Close())
}

// SendTo settles the form of a result that goes to a file: a file is no
// terminal. It is called before anything is written.
func (s *Streams) SendTo(path string) {
	if path != "" && path != "-" {
		s.Terminal, s.Width = false, 0
	}
}

// Buffered writes with write and passes on what it wrote in large pieces.
func Buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// show writes to the output; what acts on a terminal does not reach one.
func (s *Streams) show(write func(io.Writer) error) error {
	if !s.Terminal {
		return Buffered(s.Out, write)
	}
	return throughGuard(s.Out, write)
}

func throughGuard(w io.Writer, write func(io.Writer) error) error {
	g := &guard{w: w}
	return errors.Join(Buffered(g, write), g.flush())
}

// replaceFile writes beside a file and renames, so that the file is as it was or
// whole. What a run that was killed left of that is swept by the next.
func replaceFile(ctx context.Context, path, place string, write func(io.Writer) error) error {
	if file.IsDir(place) {
		return fault.Hint(fmt.Errorf("%s is a folder", path), "name a file: -o %s", filepath.Join(path, "FILE"))
	}
	sweep(place)
	f, err := os.CreateTemp(filepath.Dir(place), partPrefix(place)+strconv.Itoa(os.Getpid())+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(f.Name()) // there is none any more once it was renamed
	defer f.Close()           // closed before, when all went well
	if err := Buffered(f, write); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(fileMode(place)), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), place); err != nil {
		return inUse(fmt.Errorf("write %s: %w", path, errors.Unwrap(err)), path)
	}
	return nil
}

// partPrefix begins the name of what is written beside a file; the process that
// writes follows.
func partPrefix(place string) string { return "." + filepath.Base(place) + ".part-" }

// sweep removes what processes that are gone left of writing a file.
func sweep(place string) {
	prefix := partPrefix(place)
	entries, _ := os.ReadDir(filepath.Dir(place)) // what cannot be listed cannot be swept
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), prefix)
		number, _, _ := strings.Cut(rest, ".")
		if pid, err := strconv.Atoi(number); ours && err == nil && !alive(pid) {
			_ = os.Remove(filepath.Join(filepath.Dir(place), e.Name())) // the next run tries again
		}
	}
}

// alive reports whether a process runs, or may run.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// fileMode keeps the permissions of a file that is replaced. A new one gets
// what most programs give it; drafts that are confidential lie in folders that
// say so.
func fileMode(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// Deliver writes what is made for reading: to a file, or to the terminal by way
// of the pager.
func (s *Streams) Deliver(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "" {
		return s.page(write)
	}
	return s.WriteTo(ctx, path, write)
}

// page shows a text on the terminal, through the pager when it is longer than
// the screen.
func (s *Streams) page(write func(io.Writer) error) error {
	if !s.Terminal || s.Pager == "" || s.Pager == "cat" {
		return s.show(write)
	}
	var b bytes.Buffer
	if err := throughGuard(&b, write); err != nil {
		return err
	}
	if s.Height > 0 && bytes.Count(b.Bytes(), []byte("\n")) < s.Height {
		_, err := s.Out.Write(b.Bytes())
		return err
	}
	if err := runPager(*s, &b); err != nil {
		// Without a pager the text is shown all the same.
		_, err := s.Out.Write(b.Bytes())
		return err
	}
	return nil
}
