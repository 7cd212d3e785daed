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

	"conceptdiff/internal/fault"
	"conceptdiff/internal/whole"
	"conceptdiff/internal/workspace/file"
)

// WriteTo sends a result to the standard output or, with a path, to a file. The file
// is written beside its place and renamed when it is whole; a device or a pipe is
// written to. «-» and "" are the standard output. An error of write is returned as it
// is; of a failed or interrupted run no file is left, and one that was there stays.
//
// Protect is asked first, so that a result never destroys the text it is made from.
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
// so that the link stays one. A path that does not exist, or cannot be looked at,
// stands for itself: creating it will tell. A link that leads nowhere is an error,
// since a file made there may be one that nobody expects.
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

// writeDevice writes to what is no file and must not be replaced by one: /dev/null, a
// named pipe.
func writeDevice(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(Buffered(f, write), f.Close())
}

// SendTo settles the form of a result that goes to a file: a file is no terminal, so
// that nothing is wrapped, coloured or set in two columns for the one that happens to
// be there. It is called before anything is written.
func (s *Streams) SendTo(path string) {
	if path != "" && path != "-" {
		s.Terminal, s.Width = false, 0
	}
}

// Buffered writes with write and passes on what it wrote in pieces of 64 KB. Where
// write fails, what is still held back is not passed on.
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
	// A file or a pipe gets the bytes as they are: what reads them is no terminal.
	return throughGuard(s.Out, write)
}

// throughGuard writes with write through a guard, and what the guard held back at the
// end. Both errors are told.
func throughGuard(w io.Writer, write func(io.Writer) error) error {
	g := &guard{w: w}
	return errors.Join(Buffered(g, write), g.flush())
}

// replaceFile puts a result in the place of a file, which is as it was or whole. path
// is what the user called it, for messages; place is where it is.
func replaceFile(ctx context.Context, path, place string, write func(io.Writer) error) error {
	if file.IsDir(place) {
		return fault.Hint(fmt.Errorf("%s is a folder", path), "name a file: -o %s", filepath.Join(path, "FILE"))
	}
	var made error
	err := whole.Replace(place, func(part string) error {
		// An error of the result itself is no error of the file's.
		made = fill(ctx, part, write)
		return made
	})
	if err != nil && made == nil {
		return inUse(err, path)
	}
	return err
}

// fill writes a result into the part file. An interrupt that came meanwhile is an
// error, so that a half result is not put in place.
func fill(ctx context.Context, part string, write func(io.Writer) error) error {
	f, err := os.OpenFile(part, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(Buffered(f, write), ctx.Err(), f.Close())
}

// Deliver writes what is made for reading: to a file, or to the terminal by way of
// the pager. Only with "" is there a pager: «-» says that the output is meant as it
// is.
func (s *Streams) Deliver(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "" {
		return s.page(write)
	}
	return s.WriteTo(ctx, path, write)
}

// page shows a text on the terminal, through the pager when it is longer than the
// screen. The text is made whole before anything is shown, since only its length says
// whether a pager is wanted. PAGER=cat and an empty PAGER mean none.
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
