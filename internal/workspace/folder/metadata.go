package folder

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/yaml"
)

// Metadata is what a revision.yaml says: all that is known of a revision beside
// its text.
type Metadata struct {
	Label    string
	Title    string
	Date     string
	Status   revision.Status
	Language string
	Base     string
	Citation string
	Note     string
	File     string
	Changes  string // as --changes, for a file with tracked changes
	Struck   string // as --struck, for a file with words that are struck out
}

// field is where the value of a key goes, nil for a key that is none.
func (m *Metadata) field(key string) *string {
	switch key {
	case "label":
		return &m.Label
	case "title":
		return &m.Title
	case "date":
		return &m.Date
	case "status":
		return (*string)(&m.Status)
	case "language":
		return &m.Language
	case "base":
		return &m.Base
	case "citation":
		return &m.Citation
	case "note":
		return &m.Note
	case "file":
		return &m.File
	case "changes":
		return &m.Changes
	case "struck":
		return &m.Struck
	}
	return nil
}

// Parse reads a revision.yaml. Its errors name the file and, where they can, the
// line; what was read before them is returned beside them.
func Parse(path string, data []byte) (Metadata, error) {
	var m Metadata
	if err := m.read(data); err != nil {
		return m, fmt.Errorf("%s:%w", path, err)
	}
	m.Citation, m.Note = strings.TrimSpace(m.Citation), strings.TrimSpace(m.Note)
	err := m.Check()
	if err == nil {
		switch {
		case m.File == "":
			err = errors.New("it names no file: file: NAME")
		case m.File != filepath.Base(m.File):
			err = fmt.Errorf("file: %q must be the name of a file in the same folder", m.File)
		}
	}
	if err != nil {
		return m, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// read fills in the fields. Its errors are of type [*yaml.Fault].
func (m *Metadata) read(data []byte) error {
	docs, err := yaml.Parse(data)
	if err != nil || len(docs) == 0 {
		return err
	}
	fault := func(n *yaml.Node, format string, args ...any) error {
		return &yaml.Fault{Line: n.Line, Column: n.Column, Msg: fmt.Sprintf(format, args...)}
	}
	switch {
	case len(docs) > 1:
		return fault(docs[1], "a second document: write one")
	case !yaml.Is(docs[0], yaml.Mapping):
		return fault(docs[0], "no fields: write them as label: NAME, one a line")
	}
	seen := make(map[*string]bool)
	for pair := range slices.Chunk(docs[0].Content, 2) {
		key, value := pair[0], pair[1]
		field := m.field(key.Value)
		switch {
		case field == nil || !yaml.Is(key, yaml.Scalar):
			return fault(key, "unknown field %q", key.Value)
		case seen[field]:
			return fault(key, "the field %q stands twice", key.Value)
		case !yaml.Is(value, yaml.Scalar):
			return fault(value, "the field %q is no plain text: write it in quotation marks", key.Value)
		}
		if seen[field] = true; !yaml.IsNull(value) {
			*field = value.Value
		}
	}
	return nil
}

// Check refuses what the store would refuse, in words that name the field.
func (m *Metadata) Check() error {
	if err := CheckLabel(m.Label); err != nil {
		return err
	}
	if err := CheckDate(m.Date); err != nil {
		return err
	}
	if err := CheckStatus(m.Status); err != nil {
		return err
	}
	if c := m.Changes; c != "" && c != string(flow.AcceptChanges) && c != string(flow.RejectChanges) {
		return fmt.Errorf("changes: %q is neither %q nor %q", c, flow.AcceptChanges, flow.RejectChanges)
	}
	if s := m.Struck; s != "" && s != string(flow.DropStruck) && s != string(flow.KeepStruck) {
		return fmt.Errorf("struck: %q is neither %q nor %q", s, flow.DropStruck, flow.KeepStruck)
	}
	return CheckLanguage(m.Language)
}

// Options is how the folder's file is to be read.
func (m *Metadata) Options() flow.Options {
	return flow.Options{Changes: flow.Changes(m.Changes), Struck: flow.Struck(m.Struck)}
}

// MaxLabel is the most characters that a label may have.
const MaxLabel = 100

// CheckLabel refuses labels that could be taken for a path or a flag, and those that no
// folder can have on some system: a workspace is handed from one to another.
func CheckLabel(label string) error {
	switch {
	case label == "":
		return errors.New("it has no label: label: NAME")
	case utf8.RuneCountInString(label) > MaxLabel:
		return fmt.Errorf("a label of %d characters: at most %d can be used", utf8.RuneCountInString(label), MaxLabel)
	case strings.ContainsAny(label, `/\`) || label == "." || label == "..":
		return fmt.Errorf("label %q looks like a path: leave out / and \\", label)
	case strings.HasPrefix(label, "-"):
		return fmt.Errorf("label %q looks like a flag: begin it with a letter or a digit", label)
	case !utf8.ValidString(label):
		return fmt.Errorf("label %q is not UTF-8 text", label)
	case strings.ContainsFunc(label, unicode.IsSpace):
		return fmt.Errorf("label %q holds a space: use a hyphen", label)
	case strings.ContainsFunc(label, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("label %q holds a character that is not seen: leave it out", label)
	case strings.ContainsAny(label, `<>:"|?*`) || strings.HasSuffix(label, ".") || isDevice(label):
		return fmt.Errorf("label %q cannot name a folder on Windows: use letters, digits and hyphens", label)
	}
	return nil
}

// isDevice reports whether Windows takes a name, whatever stands after a full stop, for
// a device (learn.microsoft.com, «Naming Files, Paths, and Namespaces»).
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	digit, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		digit, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && len(digit) == 1 && digit >= "0" && digit <= "9"
}

// CheckDate refuses what is no day of the calendar; "" is none.
func CheckDate(date string) error {
	if date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return fmt.Errorf("date %q is no calendar date: write it as 2007-05-23", date)
	}
	return nil
}

// Statuses are those a revision can have, in the order in which they are
// offered.
var Statuses = []revision.Status{revision.InForce, revision.Draft, revision.Illustrative, revision.Superseded}

// CheckStatus refuses a standing that is unknown; "" is none.
func CheckStatus(status revision.Status) error {
	if status == "" {
		return nil // not stated
	}
	var names []string
	for _, s := range Statuses {
		if s == status {
			return nil
		}
		names = append(names, fmt.Sprintf("%q", s))
	}
	return fmt.Errorf("status %q is unknown: write %s", status, phrase.Or(names))
}

var languageTag = lazy.Regexp(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// CheckLanguage refuses what is no language tag; "" is none.
func CheckLanguage(tag string) error {
	if tag == "" || languageTag().MatchString(tag) {
		return nil
	}
	return fmt.Errorf("language %q is no language tag: write en, az or ru", tag)
}

// Meta is the same in the domain's words; the source is known when it is read.
func (m *Metadata) Meta() revision.Meta {
	return revision.Meta{
		Label: m.Label, Title: m.Title, Date: m.Date, Status: m.Status, Language: m.Language,
		Base: m.Base, Citation: m.Citation, Note: m.Note,
	}
}

// Differs names the fields that say something else than what is stored. What
// the file leaves open was taken from the text.
func (m *Metadata) Differs(stored revision.Meta) []string {
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
