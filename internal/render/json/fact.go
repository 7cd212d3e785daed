package json

import (
	"conceptdiff/internal/register"
	"conceptdiff/internal/render/phrase"
)

// jsonFact is what a register says was done to a clause since the old text. Words
// says that it was done to words of the clause and not to all of it; note is the
// register's own, in its language.
type jsonFact struct {
	At     string `json:"at"`
	What   string `json:"what"`
	Words  bool   `json:"words,omitempty"`
	Kind   string `json:"act_kind,omitempty"`
	Number string `json:"act_number"`
	Date   string `json:"act_date"`
	Note   string `json:"note"`
	Says   string `json:"says"`
}

// newJSONFacts keeps the order of the facts; nil for none, so that the key is absent.
func newJSONFacts(all []register.Fact) []jsonFact {
	var out []jsonFact
	for _, f := range all {
		out = append(out, jsonFact{f.At, string(f.What), f.Words, string(f.Act.Kind), f.Act.Number, f.Act.Date, f.Note, phrase.English().Fact(f)})
	}
	return out
}

// readFacts is the reverse of newJSONFacts.
func readFacts(all []jsonFact) []register.Fact {
	var out []register.Fact
	for _, f := range all {
		out = append(out, register.Fact{
			At: f.At, What: register.What(f.What), Words: f.Words, Note: f.Note,
			Act: register.Act{Kind: register.ActKind(f.Kind), Number: f.Number, Date: f.Date},
		})
	}
	return out
}
