package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	revisionsFolder = "revisions"
	claimsFolder    = "claims"
	metadataFile    = "revision.yaml"
	databaseFile    = "conceptdiff.db"
)

// folder is one revision as it lies in a workspace.
type folder struct {
	metadata
	dir string
}

func (f folder) sourcePath() string { return filepath.Join(f.dir, f.File) }

// findWorkspace returns the nearest folder, from dir upwards, that holds a
// folder called revisions, or "".
func findWorkspace(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		if isDir(filepath.Join(dir, revisionsFolder)) {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// readFolders reads the metadata of a workspace's revisions, bases first and
// otherwise by folder name. A folder without a revision.yaml is none.
func readFolders(workspace string) ([]folder, error) {
	root := filepath.Join(workspace, revisionsFolder)
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil, fmt.Errorf("read workspace: %w", err)
	}
	var out []folder
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		dir := filepath.Join(root, e.Name())
		switch f, err := readFolder(dir); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		default:
			out = append(out, f)
		}
	}
	return basesFirst(out)
}

// readFolder reads the metadata of one revision. When there is no metadata file
// the error wraps [fs.ErrNotExist].
func readFolder(dir string) (folder, error) {
	path := filepath.Join(dir, metadataFile)
	if !isDir(dir) {
		return folder{}, fs.ErrNotExist
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return folder{}, err
	}
	m, err := parseMetadata(path, data)
	if err != nil {
		return folder{}, err
	}
	return folder{m, dir}, nil
}

// basesFirst orders folders so that each stands after the one it revises.
func basesFirst(folders []folder) ([]folder, error) {
	byLabel := make(map[string]folder, len(folders))
	for _, f := range folders {
		if other, used := byLabel[f.Label]; used {
			return nil, fmt.Errorf("%s and %s both have the label %q: change one in its %s", other.dir, f.dir, f.Label, metadataFile)
		}
		byLabel[f.Label] = f
	}
	depth := make(map[string]int, len(folders))
	for _, f := range folders {
		n := 0
		for base, ok := byLabel[f.Base]; ok; base, ok = byLabel[base.Base] {
			if n++; n > len(folders) {
				return nil, fmt.Errorf("%s: its base %q is based on itself", filepath.Join(f.dir, metadataFile), f.Base)
			}
		}
		depth[f.Label] = n
	}
	slices.SortStableFunc(folders, func(a, b folder) int {
		return cmp.Compare(depth[a.Label], depth[b.Label])
	})
	return folders, nil
}

// claimPaths lists the claims files of a revision's folder, sorted by name.
func (f folder) claimPaths() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(f.dir, claimsFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	var out []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			out = append(out, filepath.Join(f.dir, claimsFolder, e.Name()))
		}
	}
	return out, nil
}
