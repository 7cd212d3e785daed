package json

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// HistorySchema names the JSON form of a clause's history. See [ComparisonSchema].
const HistorySchema = "conceptdiff/history/1"

// History is what one clause is in each revision, in the order in which they were
// added.
type History struct {
	Schema string     `json:"schema"`
	Clause string     `json:"clause"`
	Texts  []jsonPast `json:"texts"`
}

// jsonPast is the clause in one revision.
type jsonPast struct {
	Revision   jsonSubject `json:"revision"`
	Notice     string      `json:"notice,omitempty"` // the standing of a text that is not in force
	At         []string    `json:"at"`
	Kind       string      `json:"kind,omitempty"` // what became of it since the base; none where it was first stored
	Renumbered bool        `json:"renumbered"`
	Moved      bool        `json:"moved"`
	Retitled   bool        `json:"retitled"`
}

// Add adds a revision: where the clause stands there, at several addresses where it
// was split, and what became of it since the base, nil for nothing.
func (h *History) Add(r *revision.Revision, at []string, from *compare.Change) {
	past := jsonPast{Revision: newJSONSubject(r), Notice: phrase.English().StandingOf(r.Meta), At: orEmpty(at)}
	if from != nil {
		past.Kind, past.Renumbered, past.Moved, past.Retitled = string(from.Kind), from.Renumbered, from.Moved, from.Retitled
	}
	h.Texts = append(h.Texts, past)
}
