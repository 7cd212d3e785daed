package command

import (
	"time"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/build"
	"conceptdiff/internal/workspace/reading"
)

// New makes what the commands of one run share.
func New(streams terminal.Streams, driver store.Driver) *Env {
	env := &Env{Streams: streams, Driver: driver}
	env.Protect = func(path string) error { return env.Workspace().Protect(path) }
	return env
}

// Env is what the commands of one run share. Its streams are the log of the
// workspace.
type Env struct {
	terminal.Streams
	Driver store.Driver

	Dir          string // --workspace
	Database     string // --db
	Changes      string // --changes
	ChangesGiven bool   // --changes was given
	Struck       string // --struck, "" when it was not given
	// LeaveOutStruck is for commands that only show a text: see [reading.Reader].
	LeaveOutStruck bool

	workspace *workspace.Workspace
	stdin     *reading.Stdin
}

// Workspace is the workspace that flags name. It looks at nothing before it is asked
// for something, so that two paths need none.
func (env *Env) Workspace() *workspace.Workspace {
	if env.workspace == nil {
		env.workspace = workspace.New(workspace.Options{
			Dir: env.Dir, Database: env.Database, Driver: env.Driver, Log: env, Now: env.Streams.Now, Build: build.ID(),
			Reader: reading.Reader{Options: env.options(), LeaveOutStruck: env.LeaveOutStruck, Stdin: env.Stdin()},
		})
	}
	return env.workspace
}

// options are the states of a file that flags ask for.
func (env *Env) options() flow.Options {
	o := flow.Options{Struck: flow.Struck(env.Struck)}
	if env.ChangesGiven {
		o.Changes = flow.Changes(env.Changes)
	}
	return o
}

// Stdin is the standard input, which can be read once.
func (env *Env) Stdin() *reading.Stdin {
	if env.stdin == nil {
		env.stdin = reading.NewStdin(env.In)
	}
	return env.stdin
}

// Now is the time by the clock of this run.
func (env *Env) Now() time.Time {
	if env.Streams.Now == nil {
		return time.Now()
	}
	return env.Streams.Now()
}

// Close closes the workspace, if there is one.
func (env *Env) Close() error {
	if env.workspace == nil {
		return nil
	}
	return env.workspace.Close()
}

// FindingsError says that a check found something. It is no failure of the program.
type FindingsError struct{ What string }

func (e *FindingsError) Error() string { return plain.Visible(e.What) }
