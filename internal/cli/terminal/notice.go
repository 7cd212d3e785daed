package terminal

import "fmt"

// Notice tells on the error stream what is worth knowing beside a result.
func (s *Streams) Notice(format string, args ...any) {
	fmt.Fprintf(s.Err, "conceptdiff: %s\n", Plain(fmt.Sprintf(format, args...)))
}

// Warn tells what a person should look at.
func (s *Streams) Warn(format string, args ...any) {
	s.Notice("warning: "+format, args...)
}
