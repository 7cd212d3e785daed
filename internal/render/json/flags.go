package json

import (
	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// FlagsSchema names the JSON form of flags. See [ComparisonSchema].
const FlagsSchema = "conceptdiff/flags/1"

// jsonFlags is the document. The last four lists are absent unless there is a newer
// text to hold the flags against.
type jsonFlags struct {
	Schema     string          `json:"schema"`
	Revision   jsonSubject     `json:"revision"`
	Against    *jsonSubject    `json:"against,omitempty"`
	Provisions []jsonFlagged   `json:"provisions"`
	Contrary   []jsonContrary  `json:"contrary"`
	Removed    []jsonGone      `json:"unannounced,omitzero"`
	Expected   []jsonExpecting `json:"expectations,omitzero"`
	Elsewhere  []jsonElsewhere `json:"elsewhere,omitzero"`
}

// jsonElsewhere is a passage of a related document in which a claim's subject stands.
type jsonElsewhere struct {
	jsonStatement
	Document string   `json:"document"`
	Passage  string   `json:"passage"`
	Summary  bool     `json:"summary"` // the text is a gist in words of ours
	Text     string   `json:"text"`
	Words    []string `json:"words"`
}

// jsonFlagged is a provision and all flags on it; fate, to and still_there are those
// of the provision, put together from its flags.
type jsonFlagged struct {
	Address    string       `json:"address"`
	Clause     string       `json:"clause"`
	Text       string       `json:"text"`
	Fate       string       `json:"fate,omitempty"`
	To         []string     `json:"to,omitempty"`
	StillThere []string     `json:"still_there,omitempty"`
	Flags      []jsonTieing `json:"flags"`
}

// jsonTieing is one claim and how it is tied to the provision.
type jsonTieing struct {
	jsonStatement
	Basis     string         `json:"basis"`
	Whole     bool           `json:"whole"`
	Heading   bool           `json:"heading"`
	Words     []string       `json:"words"`
	Sentences []jsonSentence `json:"sentences"`
	Treatment *jsonTreatment `json:"treatment,omitempty"`
}

// jsonStatement is who says what, when and in which words. Quote is "" where the
// verbatim words are not held; then reported is what via says of them. Gist is ours.
type jsonStatement struct {
	Claim    string `json:"claim"`
	Speaker  string `json:"speaker"`
	Role     string `json:"role,omitempty"`
	To       string `json:"to,omitempty"`
	Date     string `json:"date"`
	Spoken   string `json:"spoken,omitempty"` // the day it was said, where that is known
	Says     string `json:"says"`
	Expects  string `json:"expects,omitempty"`
	Quote    string `json:"quote"`
	Joined   bool   `json:"joined,omitempty"`
	Proof    string `json:"proof,omitempty"` // how far the quotation was checked
	Reported string `json:"reported,omitempty"`
	Via      string `json:"via,omitempty"`
	Gist     string `json:"gist"`
}

// jsonSentence is a sentence that ties, and the words in it that do.
type jsonSentence struct {
	Text  string   `json:"text"`
	Words []string `json:"words"`
}

// jsonGone is a removal that no statement announces.
type jsonGone struct {
	Unit      string `json:"unit"`
	Clause    string `json:"clause"`
	Provision string `json:"provision"`
	Text      string `json:"text"`
	Beside    bool   `json:"beside"`
	Below     int    `json:"below"`
}

// jsonExpecting is what a source wants of the new text, how far it is so, by which
// rule, and the passages that show it.
type jsonExpecting struct {
	jsonStatement
	Standing string       `json:"standing"`
	Why      string       `json:"why"`
	Shown    []jsonShown  `json:"shown"`
	About    []jsonTreats `json:"about"`
}

// jsonShown is such a passage.
type jsonShown struct {
	Clause    string   `json:"clause"`
	Provision string   `json:"provision"`
	Heading   bool     `json:"heading"`
	Text      string   `json:"text"`
	Words     []string `json:"words"`
}

// jsonTreats is a provision that was to be changed, and what was done with it.
type jsonTreats struct {
	Provision string         `json:"provision"`
	Treatment *jsonTreatment `json:"treatment"`
}

// NewFlags is the JSON form of flags: old is the text they are on, now the newer one,
// nil where there is none. provisions are the flags of found, by provision.
func NewFlags(old, now *revision.Revision, provisions []claim.FlaggedProvision, found claim.Findings) jsonFlags {
	doc := jsonFlags{Schema: FlagsSchema, Revision: newJSONSubject(old), Provisions: []jsonFlagged{}, Contrary: newJSONContrary(claim.Contraries(found.Flags))}
	if now != nil {
		against := newJSONSubject(now)
		doc.Against, doc.Removed, doc.Expected = &against, []jsonGone{}, []jsonExpecting{}
	}
	for i := range provisions {
		doc.Provisions = append(doc.Provisions, newJSONFlagged(&provisions[i]))
	}
	for _, r := range found.Unannounced {
		doc.Removed = append(doc.Removed, jsonGone{string(r.Unit), r.Clause, r.Provision, r.Text, r.Beside, r.Below})
	}
	for _, e := range found.Elsewhere {
		doc.Elsewhere = append(doc.Elsewhere, jsonElsewhere{newJSONStatement(e.Claim), e.Document, e.Provision, e.Gist, e.Text, orEmpty(e.Words)})
	}
	for _, e := range found.Expectations {
		out := jsonExpecting{
			jsonStatement: newJSONStatement(e.Claim), Standing: string(e.Standing), Why: phrase.English().Ground(e.Why),
			Shown: []jsonShown{}, About: []jsonTreats{},
		}
		for _, s := range e.Shown {
			out.Shown = append(out.Shown, jsonShown{s.Clause, s.Provision, s.Heading, s.Text, orEmpty(s.Words)})
		}
		for _, f := range e.Flags {
			out.About = append(out.About, jsonTreats{f.Provision, newJSONTreatment(f.Treatment)})
		}
		doc.Expected = append(doc.Expected, out)
	}
	return doc
}

// newJSONFlagged writes a provision that has at least one flag.
func newJSONFlagged(v *claim.FlaggedProvision) jsonFlagged {
	first := v.Flags[0]
	out := jsonFlagged{
		Address: v.Address, Clause: first.Clause, Text: first.Text,
		Fate: string(v.Fate()), To: v.To(), StillThere: v.StillThere(),
	}
	for _, f := range v.Flags {
		tie := jsonTieing{
			jsonStatement: newJSONStatement(f.Claim), Basis: string(f.Basis), Whole: f.Whole, Heading: f.Heading, Words: orEmpty(f.Words),
			Sentences: []jsonSentence{}, Treatment: newJSONTreatment(f.Treatment),
		}
		for _, s := range f.Sentences {
			tie.Sentences = append(tie.Sentences, jsonSentence{s.Text, orEmpty(s.Words)})
		}
		out.Flags = append(out.Flags, tie)
	}
	return out
}

// newJSONStatement writes what a claim says; the sides of a joined quotation are one
// string.
func newJSONStatement(c *claim.Claim) jsonStatement {
	return jsonStatement{
		Claim: c.ID(), Speaker: c.Speaker, Role: c.Role, To: c.To, Date: c.Date, Spoken: c.Spoken, Says: string(c.Says), Expects: string(c.Expects),
		Quote: c.Quote, Joined: c.Joined, Proof: string(c.Proof()), Reported: c.Reported, Via: c.Via, Gist: c.Gist,
	}
}
