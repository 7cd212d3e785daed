package terminal

import "fmt"

// Notice tells on the error stream what is worth knowing beside a result, on a line
// of its own. Control characters in the arguments are made visible.
func (s *Streams) Notice(format string, args ...any) {
	fmt.Fprintf(s.Err, "conceptdiff: %s\n", Plain(fmt.Sprintf(format, args...)))
}

// Warn tells what a person should look at: the result was made all the same.
func (s *Streams) Warn(format string, args ...any) {
	s.Notice("warning: "+format, args...)
}
