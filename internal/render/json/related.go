package json

import (
	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

// RelatedSchema names the JSON of related documents. See docs/related.md.
const RelatedSchema = "conceptdiff/related/1"

// jsonAround is the document: the documents around a revision, and for each clause
// what they say of it.
type jsonAround struct {
	Schema    string           `json:"schema"`
	Revision  string           `json:"revision"`
	Against   string           `json:"against,omitempty"`
	Documents []jsonDocument   `json:"documents"`
	Clauses   []jsonClauseSaid `json:"clauses"`
	// Without lists the clauses of which nothing was found.
	Without []jsonWithout `json:"without"`
}

type jsonWithout struct {
	Address string `json:"address"`
	Heading string `json:"heading"`
	Bare    bool   `json:"heading_only"` // nothing but a heading over other clauses
}

// jsonDocument is one document with its passages; the last two lists are there where
// a newer text was given.
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

// jsonPassageSaid is a passage, and the provisions that it has to do with, the surest
// first.
type jsonPassageSaid struct {
	Address   string         `json:"address"`
	Text      string         `json:"text"`
	Relations []jsonRelation `json:"relations"`
}

// jsonRelation is a passage and a provision that have to do with each other: of which
// kind, how surely (score, four decimals), whether it is shown without being asked
// for, and by what: runs of the same words, names, rare words. By and note are of a
// member's ruling.
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
	Heading  []string `json:"heading_words,omitempty"`
	By       string   `json:"by,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// jsonStep is a relation that a newer text puts out of step: what became of the
// provision, how much of what ties the two is kept, and what went.
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

// jsonReplacement is a name that the documents use and the newer text no longer does.
type jsonReplacement struct {
	Name     string   `json:"name"`
	Says     string   `json:"says"`
	At       string   `json:"at"`
	Passages []string `json:"passages"`
	Old      []string `json:"old"`
}

// jsonClauseSaid is a clause, and what each document says of it.
type jsonClauseSaid struct {
	Address   string         `json:"address"`
	Heading   string         `json:"heading"`
	Relations []jsonRelation `json:"relations"`
}

// NewAround is the wire form of what documents have to do with a revision.
func NewAround(a *relate.Around) any {
	out := jsonAround{Schema: RelatedSchema, Revision: a.Revision.Label, Documents: []jsonDocument{}, Clauses: []jsonClauseSaid{}, Without: []jsonWithout{}}
	if a.New != nil {
		out.Against = a.New.Label
	}
	for i := range a.Documents {
		out.Documents = append(out.Documents, newJSONDocument(&a.Documents[i]))
	}
	for _, c := range a.ByClause() {
		if len(c.Said) == 0 {
			out.Without = append(out.Without, jsonWithout{c.Clause.Address(), c.Clause.Heading, c.Bare()})
			continue
		}
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

// newJSONDocument writes a document; of each passage's relations so many as
// [relate.PerPassage].
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

// newJSONRelation writes a relation without its document and passage, which the
// caller knows.
func newJSONRelation(r *relate.Relation) jsonRelation {
	out := jsonRelation{
		Kind: string(r.Kind), Score: rounded(r.Score), Shown: r.Shown, To: r.To.Address, Clause: r.To.Clause,
		Runs: orEmpty(r.Runs), Names: orEmpty(r.Names), Words: orEmpty(r.Words), Heading: r.Heading,
	}
	if r.Ruling != nil {
		out.By, out.Note = r.Ruling.By, r.Ruling.Note
	}
	return out
}

// rounded is f to four decimals: more would differ between processors and say
// nothing. f is not negative.
func rounded(f float64) float64 { return float64(int(f*1e4+0.5)) / 1e4 }

// jsonNames is the document: bodies and documents that a text names.
type jsonNames struct {
	Schema   string     `json:"schema"`
	Revision string     `json:"revision"`
	Names    []jsonName `json:"names"`
}

// jsonName is one of them under its first spelling, with where it stands and which
// stored texts it may be.
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
