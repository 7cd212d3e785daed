package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/workspace/file"
)

// The names of what lies in a workspace.
const (
	Revisions = "revisions"
	Claims    = "claims"
	Sources   = "sources"
	File      = "revision.yaml"
	Database  = "conceptdiff.db"
)

// Folder is one revision as it lies in a workspace.
type Folder struct {
	Metadata
	Dir string
}

// SourcePath is the file with the text.
func (f Folder) SourcePath() string { return filepath.Join(f.Dir, f.File) }

// Bad is a folder that holds no revision that could be read.
type Bad struct {
	Label string // as far as it could be read, else the folder's name
	Err   error
}

// Find returns the nearest folder, from dir upwards, that holds a folder called
// revisions, or "".
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		if file.IsDir(filepath.Join(dir, Revisions)) {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// ReadAll reads the metadata of a workspace's revisions, bases first and otherwise
// by folder name. A folder without a revision.yaml is none.
func ReadAll(workspace string) (good []Folder, bad []Bad, err error) {
	root := filepath.Join(workspace, Revisions)
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil, nil, fmt.Errorf("read workspace: %w", err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		dir := filepath.Join(root, e.Name())
		f, err := Read(dir)
		if err == nil {
			err = f.inside(workspace)
		}
		switch {
		case err == nil:
			good = append(good, f)
		case !errors.Is(err, fs.ErrNotExist):
			bad = append(bad, Bad{cmp.Or(f.Label, e.Name()), err})
		}
	}
	good, worse := distinct(good)
	good, looped := basesFirst(good)
	return good, slices.Concat(bad, worse, looped), nil
}

// inside refuses links that lead out of the workspace.
func (f Folder) inside(workspace string) error {
	for _, path := range []string{f.Dir, filepath.Join(f.Dir, File), f.SourcePath(), filepath.Join(f.Dir, Claims), filepath.Join(f.Dir, Sources)} {
		if err := file.Inside(workspace, path); err != nil {
			return err
		}
	}
	return nil
}

// Read reads the metadata of one revision. When there is no metadata file the
// error wraps [fs.ErrNotExist]. Beside any other error stands what was read of it.
func Read(dir string) (Folder, error) {
	path := filepath.Join(dir, File)
	if !file.IsDir(dir) {
		return Folder{}, fs.ErrNotExist
	}
	data, err := file.Read(path, file.SideLimit)
	if err != nil {
		return Folder{}, err
	}
	m, err := Parse(path, data)
	return Folder{m, dir}, err
}

// distinct leaves out the later of two folders with the same label.
func distinct(folders []Folder) (good []Folder, bad []Bad) {
	byLabel := make(map[string]Folder, len(folders))
	for _, f := range folders {
		if other, used := byLabel[f.Label]; used {
			bad = append(bad, Bad{f.Label, fmt.Errorf("%s and %s both have the label %q: change one in its %s", other.Dir, f.Dir, f.Label, File)})
			continue
		}
		byLabel[f.Label] = f
		good = append(good, f)
	}
	return good, bad
}

// basesFirst orders folders so that each stands after the one it revises, and
// leaves out those that revise themselves by some detour.
func basesFirst(folders []Folder) (good []Folder, bad []Bad) {
	byLabel := make(map[string]Folder, len(folders))
	for _, f := range folders {
		byLabel[f.Label] = f
	}
	depth := make(map[string]int, len(folders))
	for _, f := range folders {
		n := 0
		for base, ok := byLabel[f.Base]; ok && n <= len(folders); base, ok = byLabel[base.Base] {
			n++
		}
		if n > len(folders) {
			bad = append(bad, Bad{f.Label, fmt.Errorf("%s: its base %q is based on itself", filepath.Join(f.Dir, File), f.Base)})
			continue
		}
		depth[f.Label] = n
		good = append(good, f)
	}
	slices.SortStableFunc(good, func(a, b Folder) int { return cmp.Compare(depth[a.Label], depth[b.Label]) })
	return good, bad
}

// ClaimPaths lists the claims files of a revision's folder, sorted by name.
func (f Folder) ClaimPaths() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(f.Dir, Claims))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	var out []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			path := filepath.Join(f.Dir, Claims, e.Name())
			if err := file.Inside(f.Dir, path); err != nil {
				return nil, err
			}
			out = append(out, path)
		}
	}
	return out, nil
}

// SourcePaths lists the files that may be copies of what the claims files quote:
// those that lie beside them and are none themselves, then those in the folder of
// sources, each sorted by name.
func (f Folder) SourcePaths() ([]string, error) {
	var out []string
	for _, dir := range []string{Claims, Sources} {
		entries, err := os.ReadDir(filepath.Join(f.Dir, dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read sources: %w", err)
		}
		for _, e := range entries {
			ext := filepath.Ext(e.Name())
			if e.IsDir() || strings.HasPrefix(e.Name(), ".") || dir == Claims && (ext == ".yaml" || ext == ".yml") {
				continue
			}
			path := filepath.Join(f.Dir, dir, e.Name())
			if err := file.Inside(f.Dir, path); err != nil {
				return nil, err
			}
			out = append(out, path)
		}
	}
	return out, nil
}
