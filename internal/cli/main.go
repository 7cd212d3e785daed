package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"conceptdiff/internal/fault"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailure     = 1
	exitUsage       = 2
	exitFindings    = 3
	exitInterrupted = 130
)

// Main runs the command line on the process's own streams and returns the exit
// code.
func Main(args []string) int {
	collectLate()
	ctx, cancel := context.WithCancel(context.Background())
	go cancelOnInterrupt(cancel) // beside all else: Go takes its time to catch signals
	a := &app{streams: SystemStreams()}
	return conclude(ctx, a.streams.Err, a.execute(ctx, args)) // the end of the process closes the store
}

// cancelOnInterrupt waits for an interrupt. A second one ends the process at
// once, whatever it is busy with.
func cancelOnInterrupt(cancel context.CancelFunc) {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	<-interrupts
	signal.Stop(interrupts)
	cancel()
}

// Run runs the command line and returns the exit code. Errors are told on
// streams.Err.
func Run(ctx context.Context, args []string, streams Streams) int {
	a := &app{streams: streams}
	err := a.execute(ctx, args)
	if closing := a.close(); err == nil {
		err = closing
	}
	return conclude(ctx, streams.Err, err)
}

func (a *app) execute(ctx context.Context, args []string) error {
	root := newRoot(a)
	root.SetArgs(args)
	return root.ExecuteContext(ctx)
}

// conclude is the one place that turns an error into words and an exit code.
func conclude(ctx context.Context, w io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if ctx.Err() != nil {
		fmt.Fprintln(w, "conceptdiff: interrupted")
		return exitInterrupted
	}
	var found *findingsError
	if errors.As(err, &found) {
		fmt.Fprintf(w, "conceptdiff: %s\n", found)
		return exitFindings
	}
	fmt.Fprintf(w, "conceptdiff: error: %s\n", plain(err.Error()))
	if hint := hintFor(err); hint != "" {
		fmt.Fprintf(w, "conceptdiff: hint: %s\n", plain(hint))
	}
	if fault.IsMisuse(err) {
		return exitUsage
	}
	return exitFailure
}
