package terminal

import (
	"fmt"

	"conceptdiff/internal/fault"
)

// Form says where a format can go, and how it gets there.
type Form int

// The forms: plain text, which a terminal shows as it is; text made for reading,
// which goes through the pager; and files that another program opens.
const (
	FormPlain  Form = iota
	FormPaged       // made for reading on a terminal
	FormBinary      // not fit for a terminal at all
)

// Fit refuses to write to a terminal what is no text: a Word file there is a screen
// full of signs. It is asked before anything is made, and SendTo before it.
func (s *Streams) Fit(format string, f Form) error {
	if f == FormBinary && s.Terminal {
		return fault.Hint(fmt.Errorf("%s is not fit for a terminal", format), "name a file: -o FILE.%s", format)
	}
	return nil
}
