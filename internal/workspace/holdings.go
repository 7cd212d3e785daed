package workspace

import (
	"os"
	"path/filepath"
	"sync"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// holdings is what a folder holds and the store could not take in, or holds
// otherwise, by label. It matters only to those who ask for that label.
type holdings struct {
	imported  map[string]bool     // stored by this look
	refused   map[string]error    // why its text is not stored
	badClaims map[string]error    // why its claims files were not taken
	unread    map[string][]string // what lies among them and is none
	onDisk    map[string]*onDisk  // files of stored revisions
}

func newHoldings() *holdings {
	return &holdings{
		imported:  make(map[string]bool),
		refused:   make(map[string]error),
		badClaims: make(map[string]error),
		unread:    make(map[string][]string),
		onDisk:    make(map[string]*onDisk),
	}
}

// onDisk is the file in the folder that a stored revision was read from.
type onDisk struct {
	path    string
	changed func() (bool, error) // whether it is another now; looked up once
}

// watch warns where a folder's metadata says something else than is stored, and
// remembers its file.
func (h *holdings) watch(log Log, f folder.Folder, m revision.Meta) {
	if fields := f.Differs(m); len(fields) > 0 {
		log.Warn("%s gives another %s than was stored with %q; what was stored holds",
			filepath.Join(f.Dir, folder.File), phrase.And(fields), f.Label)
	}
	path := f.SourcePath()
	h.onDisk[f.Label] = &onDisk{path, sync.OnceValues(func() (bool, error) { return differsFrom(path, m.Source) })}
}

// differsFrom reports whether a file is no longer the one that was stored. A file
// that is gone is of no interest: its bytes are in the store.
func differsFrom(path string, stored revision.Source) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, nil
	}
	if info.Size() != stored.Size {
		return true, nil
	}
	data, err := reading.Bytes(path)
	return err == nil && file.Digest(data) != stored.SHA256, err
}

// changedSource is the path of the file that was stored with a label and is another
// now, or "".
func (h *holdings) changedSource(label string) (string, error) {
	source := h.onDisk[label]
	if source == nil {
		return "", nil
	}
	if changed, err := source.changed(); err != nil || !changed {
		return "", err
	}
	return source.path, nil
}
