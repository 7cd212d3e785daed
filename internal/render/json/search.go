package json

import (
	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/revision"
)

// The names of the JSON of a search and of a concordance. See docs/related.md.
const (
	SearchSchema  = "conceptdiff/search/1"
	ConcordSchema = "conceptdiff/concord/1"
)

// jsonSearch is the document: the passages that hold all words of the query, best
// first.
type jsonSearch struct {
	Schema string    `json:"schema"`
	Query  string    `json:"query"`
	Hits   []jsonHit `json:"hits"`
}

// jsonHit is a passage and where in its text the words stand.
type jsonHit struct {
	In      string     `json:"in"`
	Kind    string     `json:"kind"` // revision, document, source
	Gist    bool       `json:"gist"` // a summary in words of ours
	Address string     `json:"address"`
	Clause  string     `json:"clause"`
	Score   float64    `json:"score"`
	Text    string     `json:"text"`
	At      []jsonSpan `json:"at"`
}

// jsonSpan is a place in a text, in bytes.
type jsonSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// NewSearch is the wire form of what a search found; the list is [] for nothing.
func NewSearch(query string, hits []search.Hit) any {
	out := jsonSearch{SearchSchema, query, []jsonHit{}}
	for _, h := range hits {
		j := jsonHit{h.Key, h.Kind, h.Gist, h.Passage.Address, h.Passage.Clause, h.Score, h.Passage.Text, []jsonSpan{}}
		for _, at := range h.At {
			j.At = append(j.At, jsonSpan{at.Start, at.End})
		}
		out.Hits = append(out.Hits, j)
	}
	return out
}

// jsonConcord is the document: what two languages of one text do not have alike.
type jsonConcord struct {
	Schema      string           `json:"schema"`
	A           string           `json:"a"`
	B           string           `json:"b"`
	Differences []jsonDifference `json:"differences"`
}

// jsonDifference is one such thing: its kind, the address in either text ("" where
// that has none), and numbers, dates and names that only one has there.
type jsonDifference struct {
	Kind   string   `json:"kind"`
	A      string   `json:"a"`
	B      string   `json:"b"`
	OnlyA  []string `json:"only_a"`
	OnlyB  []string `json:"only_b"`
	CountA int      `json:"count_a,omitempty"`
	CountB int      `json:"count_b,omitempty"`
	With   string   `json:"with,omitempty"` // the other clause of a swap
}

// NewConcord is the wire form of a concordance of two languages.
func NewConcord(a, b *revision.Revision, list []concord.Difference) any {
	out := jsonConcord{ConcordSchema, a.Label, b.Label, []jsonDifference{}}
	for _, d := range list {
		out.Differences = append(out.Differences, jsonDifference{
			string(d.Kind), d.A, d.B, orEmpty(d.OnlyA), orEmpty(d.OnlyB), d.CountA, d.CountB, d.Detail,
		})
	}
	return out
}
