package document

import (
	"encoding/json"
	"io"

	"conceptdiff/internal/revision"
)

// Schema is the name and version of the JSON form of a revision. The version
// changes when a key is renamed, removed or changes its meaning.
const Schema = "conceptdiff/revision/1"

// JSON writes the revision as one JSON object. See docs/formats.md. Characters of
// HTML stand as they are, so that the file reads well; it is no page.
func JSON(w io.Writer, r *revision.Revision) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(jsonRevision{
		Schema: Schema,
		Label:  r.Label, Title: r.Title, Date: r.Date, Status: string(r.Status), Language: r.Language,
		Base: r.Base, Citation: r.Citation, Note: r.Note,
		Source:     jsonSource{r.Source.Name, r.Source.SHA256, r.Source.Size},
		Components: provisions(r.Components),
	})
}

// jsonRevision is the object that is written. An empty key is left out only where a
// text seldom has it; the others are there to be seen as empty.
type jsonRevision struct {
	Schema     string          `json:"schema"`
	Label      string          `json:"label"`
	Title      string          `json:"title"`
	Date       string          `json:"date"`
	Status     string          `json:"status"`
	Language   string          `json:"language"`
	Base       string          `json:"base,omitempty"`
	Citation   string          `json:"citation,omitempty"`
	Note       string          `json:"note,omitempty"`
	Source     jsonSource      `json:"source"`
	Components []jsonProvision `json:"components"`
}

type jsonSource struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// jsonProvision is a provision as JSON has it: what is empty is left out, but for its
// kind and address.
type jsonProvision struct {
	Kind     string          `json:"kind"`
	EID      string          `json:"eid"`
	WID      string          `json:"wid,omitempty"`
	Num      string          `json:"num,omitempty"`
	Heading  string          `json:"heading,omitempty"`
	Text     string          `json:"text,omitempty"`
	Notes    []jsonNote      `json:"notes,omitempty"`
	Children []jsonProvision `json:"children,omitempty"`
}

type jsonNote struct {
	Kind   string `json:"kind"`
	Mark   string `json:"mark,omitempty"`
	Author string `json:"author,omitempty"`
	Text   string `json:"text"`
}

// provisions are the wire's form of provisions, never nil: a revision without any has
// an empty list and not null.
func provisions(in []*revision.Provision) []jsonProvision {
	out := make([]jsonProvision, len(in))
	for i, p := range in {
		out[i] = jsonProvision{
			Kind: string(p.Kind), EID: p.EID, WID: p.WID, Num: p.Num, Heading: p.Heading, Text: p.Text,
			Children: provisions(p.Children),
		}
		for _, n := range p.Notes {
			out[i].Notes = append(out[i].Notes, jsonNote{string(n.Kind), n.Mark, n.Author, n.Text})
		}
	}
	return out
}
