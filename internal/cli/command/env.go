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

// New makes what the commands of one run share. driver is the store; nothing is
// opened. A result is kept from replacing what the workspace is made of.
func New(streams terminal.Streams, driver store.Driver) *Env {
	env := &Env{Streams: streams, Driver: driver}
	env.Protect = func(path string) error { return env.Workspace().Protect(path) }
	return env
}

// Env is what the commands of one run share. Its streams are the log of the
// workspace. A command reads the flags of every command from here; it is made for one
// run and closed after it.
type Env struct {
	terminal.Streams
	Driver store.Driver

	// What the flags of every command say, as typed.
	Dir          string // --workspace
	Database     string // --db
	Changes      string // --changes
	ChangesGiven bool   // --changes was given
	Struck       string // --struck, "" when it was not given
	// LeaveOutStruck is for commands that only show a text: see [reading.Reader].
	LeaveOutStruck bool

	// Made when they are first asked for.
	workspace *workspace.Workspace
	stdin     *reading.Stdin
}

// Workspace is the workspace that flags name, one for the whole run. It looks at
// nothing before it is asked for something, so that two paths need none. Flags must
// be parsed: what they say is taken over at the first call.
func (env *Env) Workspace() *workspace.Workspace {
	if env.workspace == nil {
		env.workspace = workspace.New(workspace.Options{
			Dir: env.Dir, Database: env.Database, Driver: env.Driver, Log: env, Now: env.Streams.Now, Build: build.ID(),
			Reader: reading.Reader{Options: env.options(), LeaveOutStruck: env.LeaveOutStruck, Stdin: env.Stdin()},
		})
	}
	return env.workspace
}

// options are the states of a file that flags ask for. The preset of --changes is
// none: where the flag was not given, a folder's revision.yaml may say it.
func (env *Env) options() flow.Options {
	o := flow.Options{Struck: flow.Struck(env.Struck)}
	if env.ChangesGiven {
		o.Changes = flow.Changes(env.Changes)
	}
	return o
}

// Stdin is the standard input, one for the whole run. It can be read once: a second text
// from it is refused, since it would be found empty.
func (env *Env) Stdin() *reading.Stdin {
	if env.stdin == nil {
		env.stdin = reading.NewStdin(env.In)
	}
	return env.stdin
}

// Now is the time by the clock of this run: that of the streams, so that tests have
// one of their own.
func (env *Env) Now() time.Time {
	if env.Streams.Now == nil {
		return time.Now()
	}
	return env.Streams.Now()
}

// Close closes the workspace, if there is one. After an error of the command it is
// called as well.
func (env *Env) Close() error {
	if env.workspace == nil {
		return nil
	}
	return env.workspace.Close()
}

// FindingsError says that a check found something. It is no failure of the program:
// the result was written, and the exit code is 3. What counts what was found, in a
// phrase.
type FindingsError struct{ What string }

func (e *FindingsError) Error() string { return plain.Visible(e.What) }
