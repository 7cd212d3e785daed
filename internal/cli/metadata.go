package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/goccy/go-yaml"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// metadata is what a revision.yaml says: all that is known of a revision beside
// its text. It is read here and not in a package of its own because only a
// command line has folders; claims are read by package claim.
type metadata struct {
	Label    string          `yaml:"label"`
	Title    string          `yaml:"title"`
	Date     string          `yaml:"date"`
	Status   revision.Status `yaml:"status"`
	Language string          `yaml:"language"`
	Base     string          `yaml:"base"`
	Citation string          `yaml:"citation"`
	Note     string          `yaml:"note"`
	File     string          `yaml:"file"`
	Changes  string          `yaml:"changes"` // as --changes, for a file with tracked changes
}

// parseMetadata reads a revision.yaml. Its errors name the file and, where they
// can, the line.
func parseMetadata(path string, data []byte) (metadata, error) {
	var m metadata
	if err := yaml.UnmarshalWithOptions(data, &m, yaml.DisallowUnknownField()); err != nil {
		return m, yamlError(path, err)
	}
	m.Citation, m.Note = strings.TrimSpace(m.Citation), strings.TrimSpace(m.Note)
	err := m.check()
	if err == nil {
		switch {
		case m.File == "":
			err = errors.New("it names no file: file: NAME")
		case m.File != filepath.Base(m.File):
			err = fmt.Errorf("file: %q must be the name of a file in the same folder", m.File)
		}
	}
	if err != nil {
		return metadata{}, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

func yamlError(path string, err error) error {
	var located yaml.Error
	if !errors.As(err, &located) {
		return fmt.Errorf("%s: %w", path, err)
	}
	message, _, _ := strings.Cut(located.GetMessage(), "\n")
	if token := located.GetToken(); token != nil && token.Position != nil {
		return fmt.Errorf("%s:%d:%d: %s", path, token.Position.Line, token.Position.Column, message)
	}
	return fmt.Errorf("%s: %s", path, message)
}

// check refuses what the store would refuse, in words that name the field.
func (m *metadata) check() error {
	if err := checkLabel(m.Label); err != nil {
		return err
	}
	if err := checkDate(m.Date); err != nil {
		return err
	}
	if err := checkStatus(m.Status); err != nil {
		return err
	}
	if c := m.Changes; c != "" && c != string(flow.AcceptChanges) && c != string(flow.RejectChanges) {
		return fmt.Errorf("changes: %q is neither %q nor %q", c, flow.AcceptChanges, flow.RejectChanges)
	}
	return checkLanguage(m.Language)
}

// checkLabel refuses labels that could be taken for a path or a flag.
func checkLabel(label string) error {
	switch {
	case label == "":
		return errors.New("it has no label: label: NAME")
	case strings.ContainsAny(label, `/\`) || label == "." || label == "..":
		return fmt.Errorf("label %q looks like a path: leave out / and \\", label)
	case strings.HasPrefix(label, "-"):
		return fmt.Errorf("label %q looks like a flag: begin it with a letter or a digit", label)
	case strings.ContainsFunc(label, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return fmt.Errorf("label %q holds a space: use a hyphen", label)
	}
	return nil
}

func checkDate(date string) error {
	if date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return fmt.Errorf("date %q is no calendar date: write it as 2007-05-23", date)
	}
	return nil
}

// statuses are those a revision can have, in the order in which they are
// offered.
var statuses = []revision.Status{revision.InForce, revision.Draft, revision.Illustrative, revision.Superseded}

func checkStatus(status revision.Status) error {
	if status == "" {
		return nil // not stated
	}
	var names []string
	for _, s := range statuses {
		if s == status {
			return nil
		}
		names = append(names, fmt.Sprintf("%q", s))
	}
	return fmt.Errorf("status %q is unknown: write %s", status, orList(names))
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func checkLanguage(tag string) error {
	if tag == "" || languageTag.MatchString(tag) {
		return nil
	}
	return fmt.Errorf("language %q is no language tag: write en, az or ru", tag)
}

// meta is the same in the domain's words; the source is known when it is read.
func (m *metadata) meta() revision.Meta {
	return revision.Meta{
		Label: m.Label, Title: m.Title, Date: m.Date, Status: m.Status, Language: m.Language,
		Base: m.Base, Citation: m.Citation, Note: m.Note,
	}
}

// differs names the fields that say something else than what is stored. What
// the file leaves open was taken from the text.
func (m *metadata) differs(stored revision.Meta) []string {
	var out []string
	for _, f := range []struct{ name, now, stored string }{
		{"title", m.Title, stored.Title},
		{"date", m.Date, stored.Date},
		{"status", string(m.Status), string(stored.Status)},
		{"language", m.Language, stored.Language},
		{"base", m.Base, stored.Base},
		{"citation", m.Citation, stored.Citation},
		{"note", m.Note, stored.Note},
	} {
		if f.now != "" && f.now != f.stored {
			out = append(out, f.name)
		}
	}
	return out
}
