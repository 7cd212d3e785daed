package findings

import (
	"encoding/json"
	"io"

	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Schema names the form of the JSON; a change that breaks a reader counts it up.
const Schema = "conceptdiff/check/1"

// jsonChecked is the document; base is absent where the text was checked by itself.
type jsonChecked struct {
	Schema   string        `json:"schema"`
	Revision string        `json:"revision"`
	Base     string        `json:"base,omitempty"`
	Findings []jsonFinding `json:"findings"`
}

// jsonFinding says the same as the sentences, in fields. Addresses are those of the
// checked revision, but for was and defined_in, which are the base's.
type jsonFinding struct {
	Fault     string   `json:"fault"`
	In        string   `json:"in,omitempty"`
	Cited     string   `json:"cited"`
	Number    string   `json:"number,omitempty"`
	Text      string   `json:"text"`
	Now       string   `json:"now,omitempty"`
	Was       string   `json:"was,omitempty"`
	Became    []string `json:"became,omitempty"`
	Heading   string   `json:"heading,omitempty"`
	HeadingOf string   `json:"heading_of,omitempty"`
	DefinedIn string   `json:"defined_in,omitempty"`
	Count     int      `json:"count,omitempty"`
	Says      []string `json:"says"`
}

// JSON writes what a check found, indented, as it is read by people too. Sentences
// are English, with addresses as they are.
func JSON(w io.Writer, c *report.Checked) error {
	p := message.In("")
	out := jsonChecked{Schema: Schema, Revision: c.Revision.Label, Findings: []jsonFinding{}}
	if c.Base != nil {
		out.Base = c.Base.Label
	}
	for i := range c.Findings {
		f := &c.Findings[i]
		one := jsonFinding{
			Fault: string(f.Fault), Cited: f.Cited, Number: f.Number, Text: f.Text, Heading: f.Heading, Count: f.Count,
			Now: f.Target.Address, HeadingOf: f.Bears.Address, Says: Says(p, func(address string) string { return address }, f),
		}
		one.Was, one.Became = f.Was.Address, f.Became
		if f.Fault == reference.NotDefined {
			one.DefinedIn = f.In
		} else {
			one.In, one.DefinedIn = f.In, f.First
		}
		out.Findings = append(out.Findings, one)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
