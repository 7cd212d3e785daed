package terminal

import (
	"io"
	"os"
	"strconv"
	"time"

	"golang.org/x/term"
)

// Streams is all that a command knows of the world around its text: where it reads
// and writes, and what the output is shown on. Tests set In, Out and Err alone.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool // Out is a terminal
	// ErrTerminal says that Err is one: only there is progress told.
	ErrTerminal bool
	Width       int    // columns of the terminal; 0 when Out is none
	Height      int    // lines of the terminal; 0 when Out is none
	NoColor     bool   // colour was asked not to be used, or cannot be shown
	Color       string // "always" or "never"; else the terminal decides
	Pager       string // the command that pages; "" for none
	// Protect refuses a path at which a result would destroy what it is made from; nil
	// for none.
	Protect func(path string) error
	// Now is the clock, read for nothing but the time of what is entered in the
	// record; nil for the system's.
	Now func() time.Time
}

// System are those of the process. The environment's NO_COLOR, TERM, PAGER and
// COLUMNS are heeded; COLUMNS sets the width without a terminal, too.
func System() Streams {
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Pager: pager}
	fd := int(os.Stdout.Fd())
	s.Terminal = term.IsTerminal(fd)
	s.ErrTerminal = term.IsTerminal(int(os.Stderr.Fd()))
	if s.Terminal {
		if w, h, err := term.GetSize(fd); err == nil {
			s.Width, s.Height = w, h
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.Width = n
	}
	// https://no-color.org: any value that is not empty.
	s.NoColor = os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || s.Terminal && !colours(os.Stdout)
	if chosen, set := os.LookupEnv("PAGER"); set {
		s.Pager = chosen
	}
	return s
}

// UseColor decides by what was asked for and by the terminal. --color always goes
// before NO_COLOR: it was said for this run.
func (s *Streams) UseColor() bool {
	switch s.Color {
	case "always":
		return true
	case "never":
		return false
	}
	return s.Terminal && !s.NoColor
}
