// Package publication reads copies of publications and finds those that claims files
// quote.
package publication

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
)

// Read reads a copy of a publication, of any format that can be imported,
// into paragraphs.
func Read(ctx context.Context, path string) (claim.Copy, error) {
	data, err := file.Read(path, ingest.MaxSize)
	if err != nil {
		return claim.Copy{}, err
	}
	return of(ctx, filepath.Base(path), data)
}

func of(ctx context.Context, name string, data []byte) (claim.Copy, error) {
	paragraphs, _, err := Paragraphs(ctx, name, data)
	return claim.Copy{Name: name, SHA256: file.Digest(data), Length: len(data), Text: quote.NewText(paragraphs)}, err
}

// Paragraphs reads a file of any format into its paragraphs as printed, headings and
// numbers included, and tells its language.
func Paragraphs(ctx context.Context, name string, data []byte) (paragraphs []string, language string, err error) {
	read, err := ingest.ReadWith(ctx, name, data, ingest.Options{})
	if err != nil {
		return nil, "", err
	}
	for _, c := range read.Components {
		c.Walk(func(p *revision.Provision) bool {
			num := p.Num
			for _, s := range []string{p.Heading, p.Text} {
				if s != "" {
					paragraphs = append(paragraphs, strings.TrimSpace(num+" "+s))
					num = ""
				}
			}
			return true
		})
	}
	return paragraphs, read.Language, nil
}

// Shelf is the files that may be copies of what claims files quote, and
// those of them that turned out to be.
type Shelf struct {
	paths []string
	files map[string]store.ClaimFile // by path, read when first asked for
	Used  []store.ClaimFile
}

// NewShelf takes the paths of the files.
func NewShelf(paths []string) *Shelf {
	return &Shelf{paths: paths, files: make(map[string]store.ClaimFile)}
}

func (p *Shelf) file(path string) (store.ClaimFile, error) {
	if f, ok := p.files[path]; ok {
		return f, nil
	}
	data, err := file.Read(path, ingest.MaxSize)
	if err != nil {
		return store.ClaimFile{}, err
	}
	f := store.ClaimFile{Name: store.SourcePrefix + filepath.Base(path), SHA256: file.Digest(data), Data: data}
	p.files[path] = f
	return f, nil
}

// Same reports whether the files are those that are stored, and no others.
func (p *Shelf) Same(stored map[string]string) bool {
	n := 0
	for name := range stored {
		if strings.HasPrefix(name, store.SourcePrefix) {
			n++
		}
	}
	for _, path := range p.paths {
		if f, err := p.file(path); err != nil || stored[f.Name] != f.SHA256 {
			return false
		}
	}
	return n == len(p.paths)
}

// Copies finds a copy by its name, else by its digest.
func (p *Shelf) Copies(ctx context.Context) claim.Copies {
	return func(name, digest string) (*claim.Copy, error) {
		for _, path := range p.paths {
			if name != "" && filepath.Base(path) == name {
				return p.use(ctx, path)
			}
		}
		for _, path := range p.paths {
			if f, err := p.file(path); err == nil && digest != "" && f.SHA256 == digest {
				return p.use(ctx, path)
			}
		}
		return nil, nil
	}
}

func (p *Shelf) use(ctx context.Context, path string) (*claim.Copy, error) {
	f, err := p.file(path)
	if err != nil {
		return nil, err
	}
	c, err := of(ctx, filepath.Base(path), f.Data)
	if err != nil {
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	if !slices.ContainsFunc(p.Used, func(u store.ClaimFile) bool { return u.Name == f.Name }) {
		p.Used = append(p.Used, f)
	}
	return &c, nil
}

// Digests tells those of some copies by name.
func Digests(files []store.ClaimFile) map[string]string {
	out := make(map[string]string)
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, store.SourcePrefix); ok {
			out[name] = f.SHA256
		}
	}
	return out
}
