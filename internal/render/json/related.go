package json

import (
	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

// RelatedSchema names the JSON of related documents. See docs/related.md.
const RelatedSchema = "conceptdiff/related/1"

type jsonAround struct {
	Schema    string           `json:"schema"`
	Revision  string           `json:"revision"`
	Against   string           `json:"against,omitempty"`
	Documents []jsonDocument   `json:"documents"`
	Clauses   []jsonClauseSaid `json:"clauses"`
}

type jsonDocument struct {
	Key      string `json:"key"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	Relation string `json:"relation"`
	Citation string `json:"citation"`
	SHA256   string `json:"sha256"`
	// Basis is "text" where the words are at hand, "record" where gists of ours are.
	Basis    string            `json:"basis"`
	Passages []jsonPassageSaid `json:"passages"`
	Without  int               `json:"without_counterpart"`
	Steps    []jsonStep        `json:"out_of_step,omitempty"`
	Replaced []jsonReplacement `json:"replaced,omitempty"`
}

type jsonPassageSaid struct {
	Address   string         `json:"address"`
	Text      string         `json:"text"`
	Relations []jsonRelation `json:"relations"`
}

type jsonRelation struct {
	Document string   `json:"document,omitempty"`
	Passage  string   `json:"passage,omitempty"`
	Kind     string   `json:"kind"`
	Score    float64  `json:"score"`
	Shown    bool     `json:"shown"`
	To       string   `json:"to"`
	Clause   string   `json:"clause"`
	Runs     []string `json:"runs"`
	Names    []string `json:"names"`
	Words    []string `json:"words"`
	By       string   `json:"by,omitempty"`
	Note     string   `json:"note,omitempty"`
}

type jsonStep struct {
	Passage string   `json:"passage"`
	To      string   `json:"to"`
	Kind    string   `json:"kind"`
	Score   float64  `json:"score"`
	Shown   bool     `json:"shown"`
	Fate    string   `json:"fate"`
	Now     []string `json:"now"`
	Kept    int      `json:"kept"`
	Of      int      `json:"of"`
	Gone    string   `json:"gone"`
	Added   string   `json:"added"`
	Dropped []string `json:"names_dropped"`
}

type jsonReplacement struct {
	Name     string   `json:"name"`
	Says     string   `json:"says"`
	At       string   `json:"at"`
	Passages []string `json:"passages"`
	Old      []string `json:"old"`
}

type jsonClauseSaid struct {
	Address   string         `json:"address"`
	Heading   string         `json:"heading"`
	Relations []jsonRelation `json:"relations"`
}

// NewAround is the wire form of what documents have to do with a revision.
func NewAround(a *relate.Around) any {
	out := jsonAround{Schema: RelatedSchema, Revision: a.Revision.Label, Documents: []jsonDocument{}, Clauses: []jsonClauseSaid{}}
	if a.New != nil {
		out.Against = a.New.Label
	}
	for i := range a.Documents {
		out.Documents = append(out.Documents, newJSONDocument(&a.Documents[i]))
	}
	for _, c := range a.ByClause() {
		said := jsonClauseSaid{c.Clause.Address(), c.Clause.Heading, []jsonRelation{}}
		for _, s := range c.Said {
			r := newJSONRelation(&s.Relation)
			r.Document, r.Passage = s.Document.Key, s.From.Address
			said.Relations = append(said.Relations, r)
		}
		out.Clauses = append(out.Clauses, said)
	}
	return out
}

func newJSONDocument(w *relate.With) jsonDocument {
	d := jsonDocument{
		Key: w.Document.Key, Title: w.Title, Date: w.Date, Relation: string(w.Relation), Citation: w.Citation, SHA256: w.SHA256,
		Basis: "text", Passages: []jsonPassageSaid{},
	}
	if w.Recorded {
		d.Basis = "record"
	}
	_, _, d.Without = w.Counts()
	for i := range w.From.Passages {
		p := jsonPassageSaid{w.From.Passages[i].Address, w.From.Passages[i].Text, []jsonRelation{}}
		for k := range w.Of[i][:min(relate.PerPassage, len(w.Of[i]))] {
			p.Relations = append(p.Relations, newJSONRelation(&w.Of[i][k]))
		}
		d.Passages = append(d.Passages, p)
	}
	for _, s := range w.Steps {
		d.Steps = append(d.Steps, jsonStep{
			s.From.Address, s.To.Address, string(s.Kind), rounded(s.Score), s.Shown, string(s.Fate), orEmpty(s.Now), s.Kept, s.Of, s.Gone, s.Added, orEmpty(s.Dropped),
		})
	}
	for _, r := range w.Names {
		d.Replaced = append(d.Replaced, jsonReplacement{r.Name, r.Says, r.At, orEmpty(r.Passages), orEmpty(r.Old)})
	}
	return d
}

func newJSONRelation(r *relate.Relation) jsonRelation {
	out := jsonRelation{
		Kind: string(r.Kind), Score: rounded(r.Score), Shown: r.Shown, To: r.To.Address, Clause: r.To.Clause,
		Runs: orEmpty(r.Runs), Names: orEmpty(r.Names), Words: orEmpty(r.Words),
	}
	if r.Ruling != nil {
		out.By, out.Note = r.Ruling.By, r.Ruling.Note
	}
	return out
}

func rounded(f float64) float64 { return float64(int(f*1e4+0.5)) / 1e4 }

type jsonNames struct {
	Schema   string     `json:"schema"`
	Revision string     `json:"revision"`
	Names    []jsonName `json:"names"`
}

type jsonName struct {
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`
	Spellings []string `json:"spellings"`
	At        []string `json:"at"`
	Stored    []string `json:"stored"`
}

// NewNames is the wire form of the bodies and documents that a revision names.
func NewNames(r *revision.Revision, names []relate.Name) any {
	out := jsonNames{"conceptdiff/names/1", r.Label, []jsonName{}}
	for _, n := range names {
		j := jsonName{n.Spellings[0], string(n.Kind), n.Spellings, []string{}, orEmpty(n.Stored)}
		for _, p := range n.At {
			j.At = append(j.At, p.Address)
		}
		out.Names = append(out.Names, j)
	}
	return out
}
