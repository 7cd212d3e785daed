package workspace

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// Options say which workspace is meant and what it works with.
type Options struct {
	Dir      string // folder with revisions/ in it; "" for the nearest from here upwards
	Database string // file of the store; "" for conceptdiff.db in the workspace
	Driver   store.Driver
	Log      Log            // nil for [Silent]
	Reader   reading.Reader // how files are read; its Progress is the Log's
	// Now is the clock, read for nothing but the time of what is entered in the
	// record; nil for the system's.
	Now func() time.Time
	// Build names the build of the program, for what is kept of comparisons; "" keeps
	// nothing.
	Build string
}

// Workspace is a folder with revisions and the store that is filled from it.
type Workspace struct {
	opts Options
	log  Log

	mu         sync.Mutex // guards lib while it is opened
	lib        *library
	read       []string       // files that texts were read from
	background sync.WaitGroup // what was begun ahead of being asked for
}

// New makes a workspace. Nothing is looked at before it is needed.
func New(opts Options) *Workspace {
	if opts.Log == nil {
		opts.Log = Silent{}
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	opts.Reader.Progress = opts.Log.Progress
	return &Workspace{opts: opts, log: opts.Log}
}

// Close waits for all that was begun and closes the store.
func (w *Workspace) Close() error {
	w.background.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.lib == nil {
		return nil
	}
	lib := w.lib
	w.lib = nil
	return lib.store.Close()
}

// library is the open store with the workspace it is filled from.
type library struct {
	w     *Workspace
	store store.Store
	dir   string // of the workspace, "" when there is none

	stored sync.Map // label → *revision.Revision: see [library.revision]
	tally  sync.Map // *revision.Revision → Tally

	metas   store.Remembered[[]revision.Meta]
	digests store.Remembered[map[string]map[string]string] // of claims files
	record  store.Remembered[*review.Record]               // see [Workspace.Record]
	state   store.Remembered[string]                       // of the record
	preset  store.Remembered[string]                       // see [Workspace.DefaultMember]

	mu       sync.Mutex
	holdings *holdings // what the folder holds, as of the last look
}

// open opens the store, once, and brings it up to date with the folder.
func (w *Workspace) open(ctx context.Context, want access) (*library, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.lib != nil {
		return w.lib, nil
	}
	dir, database, err := w.places(want)
	if err != nil {
		return nil, err
	}
	_, missing := os.Stat(database)
	look := newLook(dir)
	defer look.wait()
	s, err := w.opts.Driver.Open(ctx, database)
	if err != nil {
		return nil, err
	}
	lib := &library{w: w, store: s, dir: dir}
	lib.holdings = newHoldings(lib)
	if dir != "" && missing != nil {
		w.log.Notice("first use of this workspace: %s is made from %s", database, filepath.Join(dir, folder.Revisions))
	}
	if err := lib.refresh(ctx, look); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, err
	}
	w.lib = lib
	return lib, nil
}

// look reads the folders of a workspace while the store is opened.
type look struct {
	folders []folder.Folder
	bad     []folder.Bad
	err     error
	done    sync.WaitGroup
}

func newLook(dir string) *look {
	l := new(look)
	if dir != "" {
		l.done.Go(func() { l.folders, l.bad, l.err = folder.ReadAll(dir) })
	}
	return l
}

func (l *look) wait() { l.done.Wait() }

// Refresh looks through the folder again and takes in what is new in it.
func (w *Workspace) Refresh(ctx context.Context) error {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return err
	}
	return lib.refresh(ctx, newLook(lib.dir))
}

func (l *library) refresh(ctx context.Context, look *look) error {
	look.wait()
	if look.err != nil {
		return look.err
	}
	held := newHoldings(l)
	for _, b := range look.bad {
		held.refused[b.Label] = b.Err
	}
	if err := l.sync(ctx, look.folders, held); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.holdings = held
	return nil
}

// held is what the folder holds, as of the last look. It does not change.
func (l *library) held() *holdings {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.holdings
}

// Path is the file of the store, for messages.
func (w *Workspace) Path(ctx context.Context) (string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return "", err
	}
	return lib.store.Path(), nil
}

// remember notes which file a text was read from: see [Workspace.Protect].
func (w *Workspace) remember(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.read = append(w.read, path)
}

// begin starts what will probably be asked for. [Workspace.Close] waits for it.
func (w *Workspace) begin(f func()) { w.background.Go(f) }

// problem wraps an error with the text it is about.
func problem(label string, err error) string { return fmt.Sprintf("%s: %v", label, err) }
