package terminal

import (
	"fmt"
	"time"
)

// patience is how long a command may take before it says what it is doing.
const patience = time.Second

// Progress tells on a terminal what takes longer than a second, on a line that goes
// when it is done. The caller calls what it returns, once; it waits until nothing
// more is written. Nothing is told where the error stream is no terminal: a log needs
// no moving seconds.
func (s *Streams) Progress(what string) (done func()) {
	if !s.ErrTerminal {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(patience)
		defer tick.Stop()
		for seconds := 1; ; seconds++ {
			select {
			case <-stop:
				if seconds > 1 {
					fmt.Fprint(s.Err, "\r\x1b[K")
				}
				return
			case <-tick.C:
				fmt.Fprintf(s.Err, "\r\x1b[K%s … %d s", Plain(what), seconds)
			}
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}
