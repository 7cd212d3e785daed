package json

import (
	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

// jsonFlag is a claim that is tied to a provision of the old text. What the claim
// says is repeated, so that a flag can be read by itself.
type jsonFlag struct {
	Source    string         `json:"source"`
	Claim     string         `json:"claim"`
	Publisher string         `json:"publisher"`
	Speaker   string         `json:"speaker"`
	Date      string         `json:"date"`
	Says      string         `json:"says"`
	Quote     string         `json:"quote"`
	Reported  string         `json:"reported,omitempty"`
	Via       string         `json:"via,omitempty"`
	Provision string         `json:"provision"`
	Clause    string         `json:"clause"`
	Text      string         `json:"text"`
	Basis     string         `json:"basis"`
	Whole     bool           `json:"whole"`
	Heading   bool           `json:"heading"`
	Sentences []jsonSentence `json:"sentences,omitempty"`
	Words     []string       `json:"words"`
	Order     int            `json:"order"` // among all flags
	Treatment *jsonTreatment `json:"treatment,omitempty"`
}

// jsonTreatment is what the new text did with the provision. Standing says whether
// any of the words by which the claim is tied still stands there.
type jsonTreatment struct {
	Fate       string   `json:"fate"`
	To         []string `json:"to"`
	StillThere []string `json:"still_there"`
	Standing   bool     `json:"standing"`
	NewText    string   `json:"new_text"`
}

// newJSONFlag writes a flag; its Order is the caller's to set.
func newJSONFlag(f *report.Flag) jsonFlag {
	out := jsonFlag{
		Provision: f.Provision, Clause: f.Clause, Text: f.Text, Basis: string(f.Basis), Whole: f.Whole, Heading: f.Heading, Words: orEmpty(f.Words),
	}
	for _, s := range f.Sentences {
		out.Sentences = append(out.Sentences, jsonSentence{s.Text, orEmpty(s.Words)})
	}
	if c := f.Claim; c != nil {
		out.Claim, out.Speaker, out.Date, out.Says = c.ID(), c.Speaker, c.Date, string(c.Says)
		out.Quote, out.Reported, out.Via = c.Quote, c.Reported, c.Via
		if c.Source != nil {
			out.Source, out.Publisher = c.Source.Key, c.Source.Publisher
		}
	}
	out.Treatment = newJSONTreatment(f.Treatment)
	return out
}

// newJSONTreatment is nil for no treatment: where nothing was compared.
func newJSONTreatment(t *claim.Treatment) *jsonTreatment {
	if t == nil {
		return nil
	}
	return &jsonTreatment{
		Fate: string(t.Fate), To: orEmpty(t.To), StillThere: orEmpty(t.StillThere), Standing: t.Stands(), NewText: t.NewText,
	}
}
