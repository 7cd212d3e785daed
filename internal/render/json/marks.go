package json

import (
	"time"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// The names and versions of the JSON documents about marks. See [ComparisonSchema].
const (
	MarksSchema   = "conceptdiff/marks/1"
	AgendaSchema  = "conceptdiff/agenda/1"
	CarriedSchema = "conceptdiff/carried/1"
)

// jsonSubject names a revision in a document about it: the label that this store has
// for it, and the digest of the file, by which others know it.
type jsonSubject struct {
	Label  string `json:"label"`
	Title  string `json:"title"`
	Status string `json:"status"`
	Date   string `json:"date"`
	SHA256 string `json:"sha256"`
}

// newJSONSubject takes those five fields of a revision.
func newJSONSubject(r *revision.Revision) jsonSubject {
	return jsonSubject{r.Label, r.Title, string(r.Status), r.Date, r.Source.SHA256}
}

// jsonState is the document: what stands of every provision that was marked. Astray
// are marks on words that the stored text does not have.
type jsonState struct {
	Schema     string         `json:"schema"`
	Revision   jsonSubject    `json:"revision"`
	Members    []jsonMember   `json:"members"`
	Clauses    int            `json:"clauses"`
	Provisions []jsonStanding `json:"provisions"`
	Unresolved []jsonStanding `json:"astray"`
	Unmarked   []string       `json:"unmarked"`
}

// jsonMember is a member; left is one whose marks still count.
type jsonMember struct {
	Name string `json:"name"`
	Role string `json:"role"`
	Left bool   `json:"left"`
}

// jsonStanding is what stands of a provision: the last verdict of each member, the
// committee's decision, and where that leaves it. Address is that of today where the
// words stand in the text, digest and quote are of the words that were marked.
type jsonStanding struct {
	Address  string        `json:"address"`
	WID      string        `json:"wid"`
	Clause   string        `json:"clause"`
	Digest   string        `json:"digest"`
	Quote    string        `json:"quote"`
	View     string        `json:"view"`
	Marks    []jsonMark    `json:"marks"`
	Decision *jsonDecision `json:"decision"`
	Silent   []string      `json:"silent"`
}

// jsonMark is an entry of the record by its hash; time is RFC 3339.
type jsonMark struct {
	Entry   string `json:"entry"`
	By      string `json:"by"`
	Time    string `json:"time"`
	Verdict string `json:"verdict"`
	Note    string `json:"note"`
	Source  string `json:"source"`
}

// jsonDecision is the committee's, with the vote; all zero where none was counted.
type jsonDecision struct {
	jsonMark
	For     int `json:"for"`
	Against int `json:"against"`
	Abstain int `json:"abstain"`
}

// newJSONMark writes an entry that says a mark or a decision; only a mark names a
// source.
func newJSONMark(e review.Entry) jsonMark {
	m := jsonMark{Entry: e.Hash, By: e.By, Time: e.Time.Format(time.RFC3339), Verdict: string(e.Verdict()), Note: e.Note()}
	if said, ok := e.Says.(review.Mark); ok {
		m.Source = said.Source
	}
	return m
}

// newJSONStanding writes what stands. A standing without a clause is unresolved and has
// the address that was entered.
func newJSONStanding(st *review.Standing) jsonStanding {
	out := jsonStanding{
		Address: st.Anchor.Address, WID: st.Anchor.WID, Digest: st.Anchor.Digest, Quote: st.Anchor.Quote,
		View: string(st.View), Marks: []jsonMark{}, Silent: orEmpty(st.Silent),
	}
	if st.Clause != nil {
		out.Address, out.Clause = st.Provision.Address(), st.Clause.Address()
	}
	for _, e := range st.Marks {
		out.Marks = append(out.Marks, newJSONMark(e))
	}
	if st.Decision != nil {
		d := &jsonDecision{jsonMark: newJSONMark(*st.Decision)}
		if said, ok := st.Decision.Says.(review.Decision); ok {
			d.For, d.Against, d.Abstain = said.Votes.For, said.Votes.Against, said.Votes.Abstain
		}
		out.Decision = d
	}
	return out
}

func newJSONStandings(list []*review.Standing) []jsonStanding {
	out := make([]jsonStanding, len(list))
	for i, st := range list {
		out[i] = newJSONStanding(st)
	}
	return out
}

// NewState is the JSON form of all that stands on a revision. Every clause is in
// provisions or in unmarked, or holds one that is.
func NewState(s *review.State) jsonState {
	out := jsonState{
		Schema: MarksSchema, Revision: newJSONSubject(s.Revision), Clauses: s.Clauses, Members: []jsonMember{},
		Provisions: newJSONStandings(s.Provisions), Unresolved: newJSONStandings(s.Unresolved), Unmarked: []string{},
	}
	for _, m := range s.Members {
		out.Members = append(out.Members, jsonMember{m.Name, string(m.Role), m.Removed})
	}
	for _, c := range s.Unmarked {
		out.Unmarked = append(out.Unmarked, c.Address())
	}
	return out
}

// jsonAgenda is the document: what needs talking about, in the order in which to take
// it.
type jsonAgenda struct {
	Schema   string      `json:"schema"`
	Revision jsonSubject `json:"revision"`
	Topics   []jsonTopic `json:"topics"`
}

// jsonTopic is one matter: why it is on the agenda, and what stands of it; null where
// nobody has spoken.
type jsonTopic struct {
	Reason   string        `json:"reason"`
	Address  string        `json:"address"`
	Flags    []string      `json:"flags"`
	Standing *jsonStanding `json:"standing"`
}

// NewAgenda is the JSON form of an agenda, in its order.
func NewAgenda(s *review.State, topics []review.Topic) jsonAgenda {
	out := jsonAgenda{Schema: AgendaSchema, Revision: newJSONSubject(s.Revision), Topics: []jsonTopic{}}
	for _, t := range topics {
		topic := jsonTopic{Reason: string(t.Reason), Address: t.Address, Flags: orEmpty(t.Flags)}
		if t.Standing != nil {
			st := newJSONStanding(t.Standing)
			topic.Standing = &st
		}
		out.Topics = append(out.Topics, topic)
	}
	return out
}

// jsonMarked is what the committee says of one provision of a change's clauses.
type jsonMarked struct {
	Side string `json:"side"` // "old" or "new"
	jsonStanding
	Outcome string   `json:"outcome,omitempty"` // for the old side: what became of it
	To      []string `json:"to,omitempty"`
	Answer  string   `json:"answer,omitempty"` // to the decision: met, unmet, open
	Did     string   `json:"did,omitempty"`
	// What the answer follows from: whether the words are the same, the share of
	// them that stands, and whether the clause was changed in form only.
	Same      bool    `json:"same,omitempty"`
	Kept      float64 `json:"kept,omitempty"`
	Editorial bool    `json:"editorial,omitempty"`
	Order     int     `json:"order"` // among all marks
}

// newJSONMarked writes a mark of either side; its Order is the caller's to set. Only
// marks of the old text were carried anywhere.
func newJSONMarked(m *report.Marked) jsonMarked {
	out := jsonMarked{Side: "new", jsonStanding: newJSONStanding(m.Standing)}
	if m.Carried == nil {
		return out
	}
	out.Side, out.Outcome = "old", string(m.Carried.Outcome)
	for _, to := range m.To {
		out.To = append(out.To, to.Address)
	}
	out.Same, out.Kept, out.Editorial = m.Carried.Same, m.Carried.Kept, m.Carried.Editorial
	a, did := m.Answer()
	out.Answer, out.Did = string(a), phrase.English().Ground(did)
	return out
}

// jsonCarriage is the document: what became of each mark in a newer text.
type jsonCarriage struct {
	Schema     string         `json:"schema"`
	Old        jsonSubject    `json:"old"`
	New        jsonSubject    `json:"new"`
	Statements int            `json:"statements"`
	Outcomes   map[string]int `json:"outcomes"` // statements by outcome; they add up
	Unmet      int            `json:"unmet"`
	Items      []jsonCarried  `json:"items"`
}

// jsonCarried is what became of what stands on one provision. Same and kept are of
// the words, kept as a share from 0 to 1; edits lead from the old words to the new
// ones.
type jsonCarried struct {
	jsonStanding
	Outcome    string      `json:"outcome"`
	To         []string    `json:"to"`
	Same       bool        `json:"same_words"`
	Kept       float64     `json:"kept"`
	Why        string      `json:"why"`
	Answer     string      `json:"answer"` // to the decision: met, unmet, open, or ""
	Did        string      `json:"did"`
	Rebound    string      `json:"rebound"` // the entry that settled it, or ""
	Candidates []jsonPlace `json:"candidates"`
	Edits      []jsonEdit  `json:"edits"`
}

// jsonPlace is a place where marks could belong, for a person to choose.
type jsonPlace struct {
	Address string  `json:"address"`
	Score   float64 `json:"score"`
	Why     string  `json:"why"`
}

// NewCarriage is the JSON form of carried marks, in the order of the old text.
func NewCarriage(g *review.Carriage) jsonCarriage {
	out := jsonCarriage{
		Schema: CarriedSchema, Old: newJSONSubject(g.Old), New: newJSONSubject(g.New),
		Statements: g.Statements, Outcomes: map[string]int{}, Unmet: len(g.Unsettled()), Items: []jsonCarried{},
	}
	for _, n := range g.Counts {
		out.Outcomes[string(n.Outcome)] = n.Statements
	}
	for _, item := range g.Items {
		out.Items = append(out.Items, newJSONCarried(item))
	}
	return out
}

// newJSONCarried writes one of them, with the answer to the decision where there is
// one.
func newJSONCarried(item *review.Carried) jsonCarried {
	c := jsonCarried{
		jsonStanding: newJSONStanding(item.Standing), Outcome: string(item.Outcome), Same: item.Same,
		Kept: item.Kept, Why: phrase.English().Why(item), To: []string{}, Candidates: []jsonPlace{}, Edits: []jsonEdit{},
	}
	for _, to := range item.To {
		c.To = append(c.To, to.Provision.Address())
	}
	for _, x := range item.Candidates {
		c.Candidates = append(c.Candidates, jsonPlace{x.Provision.Address(), x.Score, phrase.English().Ground(x.Why)})
	}
	for _, e := range item.Edits {
		c.Edits = append(c.Edits, newJSONEdit(e))
	}
	if item.Decision != nil {
		a, did := item.AnswerTo(item.Decision.Verdict())
		c.Answer, c.Did = string(a), phrase.English().Ground(did)
	}
	if item.Rebinding != nil {
		c.Rebound = item.Rebinding.Hash
	}
	return c
}
