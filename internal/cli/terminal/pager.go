package terminal

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
)

// runPager shows text in the pager and waits until it is left. The command is cut at
// spaces, without a shell. The error is not nil when there is no such program and
// nothing was shown; how the pager itself ended is of no interest.
func runPager(s Streams, text *bytes.Buffer) error {
	words := strings.Fields(s.Pager)
	if len(words) == 0 {
		return errors.New("no pager")
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(text.Bytes()), s.Out, s.Err
	cmd.Env = append(os.Environ(), "LESSCHARSET=utf-8")
	if err := cmd.Start(); err != nil {
		return err
	}
	// An interrupt is the pager's to handle: it stops a search, not the paging.
	_ = cmd.Wait() // how the pager was left is of no interest
	return nil
}
