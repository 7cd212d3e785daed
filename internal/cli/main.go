package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/inconshreveable/mousetrap"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/store/sqlite"
)

// Exit codes. Differences between texts are no failure: scripts that want them as one
// ask with --check. 130 is 128 and the number of SIGINT, as shells have it.
const (
	exitDone        = 0
	exitFailure     = 1
	exitUsage       = 2
	exitFindings    = 3
	exitInterrupted = 130
)

// Main runs the command line on the process's own streams and returns the exit code.
// args are those after the program's name. A start without any from the desktop of
// Windows opens the pages.
func Main(args []string) int {
	desktop := len(args) == 0 && mousetrap.StartedByExplorer()
	if desktop {
		greet(os.Stdout)
		args = doubleClicked
	}
	collectLate()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer watchInterrupts(cancel)()
	code := Run(ctx, args, terminal.System())
	if desktop && code != exitDone {
		part(os.Stdin, os.Stdout)
	}
	return code
}

// watchInterrupts cancels at an interrupt (SIGINT, SIGTERM), until the caller calls
// what it returns, which waits for the watcher to end. A second interrupt ends the
// process at once, whatever it is busy with, since signals are no longer caught then.
// Signals are caught beside all else, since Go takes its time to begin with it.
func watchInterrupts(cancel context.CancelFunc) (stop func()) {
	over := make(chan struct{})
	var watcher sync.WaitGroup
	watcher.Go(func() {
		interrupts := make(chan os.Signal, 1)
		signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
		defer signal.Stop(interrupts)
		select {
		case <-interrupts:
			cancel()
		case <-over:
		}
	})
	return func() {
		close(over)
		watcher.Wait()
	}
}

// Run runs the command line and returns the exit code. Errors are told on
// streams.Err. All that was begun has ended when it returns, and the store is closed;
// an error in closing it counts where nothing else went wrong, for what was written
// may then not be on the disk.
func Run(ctx context.Context, args []string, streams terminal.Streams) int {
	env := command.New(streams, sqlite.Driver{})
	root := newRoot(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	// Closing is never left out, and its error never hides the command's.
	if closing := env.Close(); err == nil {
		err = closing
	}
	return conclude(ctx, streams.Err, err)
}

// conclude is the one place that turns an error into words and an exit code. An
// interrupt comes before the error that it caused, findings are told without the word
// «error», and every word of an error is made safe for a terminal: it may quote a
// file.
func conclude(ctx context.Context, w io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if ctx.Err() != nil {
		fmt.Fprintln(w, "conceptdiff: interrupted")
		return exitInterrupted
	}
	var found *command.FindingsError
	if errors.As(err, &found) {
		fmt.Fprintf(w, "conceptdiff: %s\n", found)
		return exitFindings
	}
	fmt.Fprintf(w, "conceptdiff: error: %s\n", terminal.Plain(err.Error()))
	if hint := hintFor(err); hint != "" {
		fmt.Fprintf(w, "conceptdiff: hint: %s\n", terminal.Plain(hint))
	}
	if fault.IsMisuse(err) {
		return exitUsage
	}
	return exitFailure
}
