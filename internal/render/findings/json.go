package findings

import (
	"encoding/json"
	"io"

	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Schema names the form of the JSON; a change that breaks a reader counts it up.
const Schema = "conceptdiff/check/1"

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

// JSON writes what a check found.
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
			Now: address(f.Target), HeadingOf: address(f.Bears), Says: Says(p, f),
		}
		if f.Fault == reference.NotDefined {
			one.DefinedIn = f.In.Address()
		} else {
			one.In = f.In.Address()
		}
		if f.First != nil {
			one.DefinedIn = f.First.In.Address()
		}
		if f.Was != nil {
			one.Was = f.Was.Address()
		}
		for _, b := range f.Became {
			one.Became = append(one.Became, b.Address())
		}
		out.Findings = append(out.Findings, one)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func address(p *revision.Provision) string {
	if p == nil {
		return ""
	}
	return p.Address()
}
