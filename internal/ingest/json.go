package ingest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// jsonSchema is the form that «show --format json» writes: jsonRevision with its
// provisions and notes. Keys that are not named here are passed over, so that a later
// version with more of them can be read.
const jsonSchema = "conceptdiff/revision/1"

type jsonRevision struct {
	Schema     string           `json:"schema"`
	Title      string           `json:"title"`
	Date       string           `json:"date"`
	Status     string           `json:"status"`
	Language   string           `json:"language"`
	Citation   string           `json:"citation"`
	Note       string           `json:"note"`
	Components []*jsonProvision `json:"components"`
}

type jsonProvision struct {
	Kind     string           `json:"kind"`
	EID      string           `json:"eid"`
	Num      string           `json:"num"`
	Heading  string           `json:"heading"`
	Text     string           `json:"text"`
	Notes    []jsonNote       `json:"notes"`
	Children []*jsonProvision `json:"children"`
}

type jsonNote struct {
	Kind   string `json:"kind"`
	Mark   string `json:"mark"`
	Author string `json:"author"`
	Text   string `json:"text"`
}

// isJSON tells a JSON object that names a schema of ours in its first 200 bytes; any
// other text that begins with a brace is a text. A comparison in JSON is told as
// well, and readJSON then says what it is.
func isJSON(_ string, data []byte) bool {
	const head = 200
	data = bytes.TrimLeft(data, " \t\r\n")
	return bytes.HasPrefix(data, []byte("{")) && bytes.Contains(data[:min(len(data), head)], []byte(`"conceptdiff/`))
}

// readJSON reads a revision that was written as JSON. It is taken as it stands, with
// its addresses; identities belong to the store that it came from. Refused with the
// line: JSON that is damaged or holds a value of another type. Refused without one:
// another schema, and what [validTree] finds.
func readJSON(_ context.Context, name string, data []byte, _ Options) (*Result, error) {
	if bytes.Count(data, []byte("{")) > maxObjects {
		return nil, asError(name, flow.TooMany())
	}
	var doc jsonRevision
	if err := json.Unmarshal(data, &doc); err != nil {
		e := &Error{File: name, Msg: "the JSON cannot be read: " + err.Error()}
		var syntax *json.SyntaxError
		var kind *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			e.Line = lineAt(data, int(min(syntax.Offset, int64(len(data)))))
		case errors.As(err, &kind):
			e.Line = lineAt(data, int(min(kind.Offset, int64(len(data)))))
		}
		return nil, e
	}
	if doc.Schema != jsonSchema {
		return nil, &Error{File: name, Msg: fmt.Sprintf("the JSON holds %q, not %q", doc.Schema, jsonSchema), Hint: "a revision is written with: conceptdiff show REVISION --format json"}
	}
	res := &Result{Title: doc.Title, Language: doc.Language, Format: FormatJSON, Encoding: "UTF-8"}
	res.Meta = revision.Meta{Title: doc.Title, Date: doc.Date, Status: revision.Status(doc.Status), Language: doc.Language, Citation: doc.Citation, Note: doc.Note}
	for _, c := range doc.Components {
		p, err := c.provision(0)
		if err != nil {
			return nil, &Error{File: name, Msg: err.Error()}
		}
		res.Components = append(res.Components, p)
	}
	if err := validTree(res.Components); err != nil {
		return nil, &Error{File: name, Msg: err.Error()}
	}
	return res, nil
}

// maxObjects bounds the provisions and notes of a file before they are read: one of
// each for every block there may be. Braces are counted, those inside strings too: a
// text would need hundreds of thousands of them to be refused wrongly.
const maxObjects = 2 * flow.MaxBlocks

// maxTree is how deep a tree may be that a file itself lays out. Ours are at most
// [MaxDepth] deep, those of Akoma Ntoso may be deeper, with lists and quotations
// inside clauses; walks over a tree are recursive, so there must be a bound.
const maxTree = 4 * MaxDepth

// provision makes a provision of j and of what stands below it. It checks depth
// alone; all else is for validTree. Labels and identities are not in the JSON.
func (j *jsonProvision) provision(depth int) (*revision.Provision, error) {
	if j == nil {
		return nil, errors.New("a provision is null")
	}
	if depth > maxTree {
		return nil, fmt.Errorf("provisions stand more than %d deep in each other, the most that is read", maxTree)
	}
	p := &revision.Provision{Kind: revision.Kind(j.Kind), EID: j.EID, Num: j.Num, Heading: j.Heading, Text: j.Text}
	for _, n := range j.Notes {
		p.Notes = append(p.Notes, revision.Note{Kind: revision.NoteKind(n.Kind), Mark: n.Mark, Author: n.Author, Text: n.Text})
	}
	for _, c := range j.Children {
		child, err := c.provision(depth + 1)
		if err != nil {
			return nil, err
		}
		p.Children = append(p.Children, child)
	}
	return p, nil
}

// validTree checks a tree that a file itself lays out, and makes one line of each of
// its strings: kinds that are known, components only at the top, an address for each
// and none twice, nothing that is empty. Labels are parsed anew from the numbers. The
// error names the address at fault; it has no line, since the tree does not know its
// own.
func validTree(components []*revision.Provision) error {
	if len(components) == 0 {
		return errors.New("the revision has no components")
	}
	if err := checkProvisions(components); err != nil {
		return err
	}
	v := &validator{seen: map[string]bool{}}
	for _, c := range components {
		if err := v.check(c, 0); err != nil {
			return err
		}
	}
	return nil
}

// validator holds the addresses seen so far, of all components: an address is unique
// in the whole revision.
type validator struct{ seen map[string]bool }

// check checks p and what stands below it, and normalises their strings. Depth 0 is
// that of the components.
func (v *validator) check(p *revision.Provision, depth int) error {
	p.Num, p.Heading, p.Text = layout.Squeeze(p.Num), layout.Squeeze(p.Heading), layout.Squeeze(p.Text)
	p.Notes = squeezeNotes(p.Notes)
	p.Label = p.Labelled()
	addr := p.Address()
	switch p.Kind {
	case revision.KindComponent:
		if depth > 0 {
			return fmt.Errorf("%s is a component inside another provision", addr)
		}
	case revision.KindPart, revision.KindSection, revision.KindClause, revision.KindParagraph, revision.KindItem:
		if depth == 0 {
			return fmt.Errorf("%s stands at the top and is no component", addr)
		}
		if p.Num+p.Heading+p.Text == "" {
			return fmt.Errorf("%s is empty", addr)
		}
	default:
		return fmt.Errorf("%s is of the kind %q, which is none", addr, p.Kind)
	}
	switch {
	case addr == "" || strings.ContainsFunc(addr, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return fmt.Errorf("the address %q is none", addr)
	case v.seen[addr]:
		return fmt.Errorf("the address %s stands twice", addr)
	case depth > maxTree:
		return fmt.Errorf("provisions stand more than %d deep in each other, the most that is read", maxTree)
	}
	v.seen[addr] = true
	for _, c := range p.Children {
		if err := v.check(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// squeezeNotes puts each string of a note on one line and leaves out notes without
// text. A kind that is not ours becomes an editorial note rather than an error: the
// words are what matters.
func squeezeNotes(notes []revision.Note) []revision.Note {
	var out []revision.Note
	for _, n := range notes {
		n.Mark, n.Author, n.Text = layout.Squeeze(n.Mark), layout.Squeeze(n.Author), layout.Squeeze(n.Text)
		switch n.Kind {
		case revision.NoteFootnote, revision.NoteComment, revision.NoteEditorial, revision.NoteHeader, revision.NoteFooter, revision.NoteEID, revision.NoteWID:
		default:
			n.Kind = revision.NoteEditorial
		}
		if n.Text != "" {
			out = append(out, n)
		}
	}
	return out
}
