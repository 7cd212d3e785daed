package json

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/phrase"
)

// ExplainedSchema names the JSON form of explanations. See [ComparisonSchema].
const ExplainedSchema = "conceptdiff/explanation/1"

// jsonExplained is the document: what became of a clause, with the grounds.
type jsonExplained struct {
	Schema  string             `json:"schema"`
	Old     jsonSubject        `json:"old"`
	New     jsonSubject        `json:"new"`
	Changes []jsonExplanations `json:"changes"`
}

// jsonExplanations is one change with all that speaks for it. Basis and reasons are
// sentences in English; whoever wants codes takes them from the comparison.
type jsonExplanations struct {
	Kind         string         `json:"kind"`
	Renumbered   bool           `json:"renumbered"`
	Moved        bool           `json:"moved"`
	Retitled     bool           `json:"retitled"`
	Uncertain    bool           `json:"uncertain"`
	Old          []string       `json:"old"`
	New          []string       `json:"new"`
	Basis        string         `json:"basis"`
	Score        float64        `json:"score"`
	Ruling       string         `json:"ruling,omitempty"` // of a member, on this pair
	Evidence     []jsonEvidence `json:"evidence"`
	SharedWords  []string       `json:"shared_words"`
	RunnerUp     *jsonCandidate `json:"runner_up,omitempty"`
	Significance string         `json:"significance,omitempty"`
	Reasons      []string       `json:"reasons"`
}

// NewExplained is the JSON form of why changes are what they are, with so many of the
// rarest words that both sides of each share. shared bounds their number. It is not
// read back.
func NewExplained(c *compare.Comparison, changes []*compare.Change, shared int) jsonExplained {
	p := phrase.English()
	doc := jsonExplained{Schema: ExplainedSchema, Old: newJSONSubject(c.Old), New: newJSONSubject(c.New)}
	for _, ch := range changes {
		out := jsonExplanations{
			Kind: string(ch.Kind), Renumbered: ch.Renumbered, Moved: ch.Moved, Retitled: ch.Retitled, Uncertain: ch.Uncertain,
			Old: orEmpty(ch.OldAddresses()), New: orEmpty(ch.NewAddresses()), Basis: p.Basis(ch.Basis), Score: ch.Score,
			Evidence: []jsonEvidence{}, SharedWords: orEmpty(compare.SharedWords(c, ch, shared)), Significance: string(ch.Significance), Reasons: []string{},
		}
		if ch.Pin != nil {
			out.Ruling = ch.Pin.Note
		}
		for _, e := range ch.Evidence {
			out.Evidence = append(out.Evidence, jsonEvidence{e.Name, e.Value, e.Weight, e.Detail})
		}
		if r := ch.RunnerUp; r != nil {
			out.RunnerUp = &jsonCandidate{Old: r.Old, New: r.New, Score: r.Score, Why: p.Ground(r.Why)}
		}
		for _, r := range ch.Reasons {
			out.Reasons = append(out.Reasons, p.Reason(r))
		}
		doc.Changes = append(doc.Changes, out)
	}
	return doc
}
