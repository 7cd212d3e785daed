package json

import (
	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// jsonFinding is a place that a check of the new text's references and terms found,
// with what is said of it in English. Which keys are there depends on the fault;
// docs/references.md tells.
type jsonFinding struct {
	Fault   string     `json:"fault"`
	In      string     `json:"in"`
	Text    string     `json:"text"`
	Cited   string     `json:"cited"`
	Number  string     `json:"number,omitempty"`
	Heading string     `json:"heading,omitempty"`
	Within  *jsonNamed `json:"within,omitempty"`
	Now     *jsonNamed `json:"now,omitempty"`
	Bears   *jsonNamed `json:"bears,omitempty"`
	Was     *jsonNamed `json:"was,omitempty"`
	Became  []string   `json:"became,omitempty"`
	Stale   bool       `json:"stale,omitempty"`
	First   string     `json:"first,omitempty"`
	Count   int        `json:"count,omitempty"`
	Says    string     `json:"says"`
}

// jsonNamed is a provision and what it is called.
type jsonNamed struct {
	Address string `json:"address"`
	Name    string `json:"name"`
}

// newJSONFindings writes what is known of each finding; a provision that is not named
// has no key.
func newJSONFindings(all []report.Finding) []jsonFinding {
	named := func(n report.Named) *jsonNamed {
		if n == (report.Named{}) {
			return nil
		}
		return &jsonNamed{n.Address, n.Name}
	}
	var out []jsonFinding
	for i := range all {
		f := &all[i]
		out = append(out, jsonFinding{
			Fault: string(f.Fault), In: f.In, Text: f.Text, Cited: f.Cited, Number: f.Number, Heading: f.Heading,
			Within: named(f.Within), Now: named(f.Target), Bears: named(f.Bears), Was: named(f.Was),
			Became: f.Became, Stale: f.Stale, First: f.First, Count: f.Count, Says: phrase.English().Finding(f),
		})
	}
	return out
}

// readFindings is the reverse of newJSONFindings. The sentences are not read.
func readFindings(all []jsonFinding) []report.Finding {
	named := func(n *jsonNamed) report.Named {
		if n == nil {
			return report.Named{}
		}
		return report.Named{Address: n.Address, Name: n.Name}
	}
	var out []report.Finding
	for _, f := range all {
		out = append(out, report.Finding{
			Fault: reference.Fault(f.Fault), In: f.In, Text: f.Text, Cited: f.Cited, Number: f.Number, Heading: f.Heading,
			Within: named(f.Within), Target: named(f.Now), Bears: named(f.Bears), Was: named(f.Was),
			Became: f.Became, Stale: f.Stale, First: f.First, Count: f.Count,
		})
	}
	return out
}
