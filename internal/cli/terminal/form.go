package terminal

import (
	"fmt"

	"conceptdiff/internal/fault"
)

// Form says where a format can go.
type Form int

// The forms.
const (
	FormPlain  Form = iota
	FormPaged       // made for reading on a terminal
	FormBinary      // not fit for a terminal at all
)

// Fit refuses to write to a terminal what is no text.
func (s *Streams) Fit(format string, f Form) error {
	if f == FormBinary && s.Terminal {
		return fault.Hint(fmt.Errorf("%s is not fit for a terminal", format), "name a file: -o FILE.%s", format)
	}
	return nil
}
