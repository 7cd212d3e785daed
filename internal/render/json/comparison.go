package json

import (
	"io"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// The names and versions of the JSON documents. A version changes when a key is
// renamed, removed or changes its meaning; keys may be added under the same version.
// The schemas are published in docs/. These two are also what Read restores.
const (
	ComparisonSchema = "conceptdiff/comparison/1"
	ReportSchema     = "conceptdiff/report/1"
)

// Diff writes the comparison as one JSON object. Options change nothing in it: it is
// in English, and whole. Sources are written only where a flag names one. See
// docs/json.md.
func Diff(w io.Writer, r report.Report, _ render.Options) error {
	var tail jsonTail
	if len(r.Flags) > 0 {
		for _, v := range r.Sources {
			tail.Sources = append(tail.Sources, newJSONReportedSource(v))
		}
	}
	return writeChanges(w, newJSONHead(ComparisonSchema, &r), &r, tail)
}

// jsonComparison is the document as its schema describes it. It is never made:
// writeChanges writes its three parts one after the other.
type jsonComparison struct {
	jsonHead
	Changes []jsonChange `json:"changes"`
	jsonTail
}

// jsonTail is what follows the changes of a comparison.
type jsonTail struct {
	// Sources are those whose claims flag provisions, so that the comparison can be
	// rendered again, see [Read]. The report has them with their checks.
	Sources []jsonReportedSource `json:"sources,omitempty"`
}

// jsonHead is what precedes the changes: what was compared, what must be known first,
// and the figures of the whole, also where Filter says that not all changes follow.
type jsonHead struct {
	Schema  string       `json:"schema"`
	Old     jsonSide     `json:"old"`
	New     jsonSide     `json:"new"`
	Notices []jsonNotice `json:"notices,omitempty"`
	Beside  []jsonBeside `json:"beside,omitempty"`
	Filter  string       `json:"filter,omitempty"`
	Summary jsonSummary  `json:"summary"`
	// Rewriting is there where the text was written anew.
	Rewriting *jsonRewriting `json:"rewriting,omitempty"`
	// Register lists what a register says was done to the clauses that changed.
	Register []jsonFact `json:"register,omitempty"`
	// ToCheck lists the references and terms of the new text to look at.
	ToCheck []jsonFinding `json:"to_check,omitempty"`
}

// jsonSide is a revision as it was read; words are those of headings and texts.
// Outline, label and metadata restore the revision; its words come from the changes.
type jsonSide struct {
	Label    string `json:"label"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	Status   string `json:"status"`
	Language string `json:"language"`
	SHA256   string `json:"sha256"`
	Clauses  int    `json:"clauses"`
	Words    int    `json:"words"`
	Base     string `json:"base,omitempty"`
	Citation string `json:"citation,omitempty"`
	Note     string `json:"note,omitempty"`
	File     string `json:"file,omitempty"`
	// Outline is the tree of provisions; their texts stand in the changes' edits.
	Outline []jsonNode `json:"outline"`
}

// jsonNotice is a warning at the head: that a text is not in force, that something
// may not be published yet (embargo, a day or a minute) or not quoted. Text says it
// in English; the other keys are its parts.
type jsonNotice struct {
	Side       string `json:"side,omitempty"`
	Label      string `json:"label,omitempty"`
	Status     string `json:"status,omitempty"`
	Embargo    string `json:"embargo,omitempty"`
	Unquotable bool   `json:"do_not_quote,omitempty"`
	Text       string `json:"text"`
}

// jsonBeside is a difference in what stands beside the text.
type jsonBeside struct {
	Kind string `json:"kind"`
	At   string `json:"at,omitempty"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
}

// jsonSummary counts changes by kind and facet, and words by fate. A change has one
// kind and any of the facets.
type jsonSummary struct {
	Unchanged  int              `json:"unchanged"`
	Amended    int              `json:"amended"`
	Split      int              `json:"split"`
	Merged     int              `json:"merged"`
	Removed    int              `json:"removed"`
	New        int              `json:"new"`
	Renumbered int              `json:"renumbered"`
	Moved      int              `json:"moved"`
	Retitled   int              `json:"retitled"`
	Uncertain  int              `json:"uncertain"`
	Words      jsonSummaryWords `json:"words"`
}

// jsonSummaryWords accounts for every word: kept + moved + deleted are the old side's,
// kept + moved + inserted the new side's.
type jsonSummaryWords struct {
	Kept     int `json:"kept"`
	Moved    int `json:"moved"`
	Deleted  int `json:"deleted"`
	Inserted int `json:"inserted"`
}

// jsonChange is one change: the clauses of both sides that belong together, what
// became of them, on what evidence, and every word of theirs. Old and new repeat the
// addresses of old_clauses and new_clauses, for those who need no more. English
// sentences have their codes beside them, from which they are restored.
type jsonChange struct {
	ID           string            `json:"id"`
	Kind         string            `json:"kind"`
	Renumbered   bool              `json:"renumbered"`
	Moved        bool              `json:"moved"`
	Retitled     bool              `json:"retitled"`
	Uncertain    bool              `json:"uncertain"`
	Old          []string          `json:"old"`
	New          []string          `json:"new"`
	OldClauses   []jsonClause      `json:"old_clauses"`
	NewClauses   []jsonClause      `json:"new_clauses"`
	Basis        string            `json:"basis"`
	BasisCodes   []jsonGround      `json:"basis_codes,omitempty"`
	Score        float64           `json:"score"`
	RunnerUp     *jsonCandidate    `json:"runner_up,omitempty"`
	Evidence     []jsonEvidence    `json:"evidence,omitempty"`
	Significance string            `json:"significance"`
	Reasons      []string          `json:"reasons"`
	ReasonCodes  []jsonReason      `json:"reason_codes,omitempty"`
	Words        jsonWords         `json:"words"`
	Edits        []jsonEdit        `json:"edits"`
	SameSubject  []jsonSameSubject `json:"same_subject,omitempty"`
	Flags        []jsonFlag        `json:"flags"`
	Marks        []jsonMarked      `json:"marks"`
}

// jsonClause names a clause and says what its lines are, so that the lines of
// the joined edits can be told apart: one kind for each line.
type jsonClause struct {
	Address string     `json:"address"`
	Num     string     `json:"num"`
	Heading string     `json:"heading"`
	Lines   []jsonLine `json:"lines"`
}

// jsonLine is one line of a clause in its edits: the provision it belongs to, and
// whether it is a heading, a text, a paragraph or an item.
type jsonLine struct {
	Address string `json:"address"`
	Kind    string `json:"kind"`
	Num     string `json:"num,omitempty"`
}

// jsonCandidate is the pairing that came second, and why it lost.
type jsonCandidate struct {
	Old   string      `json:"old"`
	New   string      `json:"new"`
	Score float64     `json:"score"`
	Why   string      `json:"why"`
	Rule  *jsonGround `json:"why_code,omitempty"`
}

// jsonEvidence is one of the figures that a score was made from: how far it holds, from
// 0 to 1, and how much it weighs.
type jsonEvidence struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
	Detail string  `json:"detail"`
}

// jsonWords counts the words of one change by fate; see jsonSummaryWords for what
// adds up.
type jsonWords struct {
	Kept     int `json:"kept"`
	MovedIn  int `json:"moved_in"`
	MovedOut int `json:"moved_out"`
	Deleted  int `json:"deleted"`
	Inserted int `json:"inserted"`
}

// jsonEdit is a run of words with one fate. Text are the new words, or the old ones
// where there are no new ones; joined in order, edits give both texts back to the
// byte.
type jsonEdit struct {
	Op   string `json:"op"`
	Text string `json:"text"`
	// OldText is the old wording of a kept run that differs from the new one in
	// typography only: quotation marks, dashes, spaces.
	OldText *string `json:"old_text,omitempty"`
	From    string  `json:"from,omitempty"`
	To      string  `json:"to,omitempty"`
	// Where the text begins on either side: the line of the change's clauses, from
	// 1; 0 on a side without any of it, and for edits of a mark.
	OldLine int `json:"old_line,omitempty"`
	NewLine int `json:"new_line,omitempty"`
	Move    int `json:"move,omitempty"` // number of the move, the same at both ends
}

// newJSONHead makes the head of either document. What stands beside the texts (notes,
// headers) is told apart from the notices that are warnings.
func newJSONHead(schema string, r *report.Report) jsonHead {
	head := jsonHead{Schema: schema, Old: newJSONSide(&r.Old), New: newJSONSide(&r.New), Summary: newJSONSummary(r)}
	for _, n := range r.Notices {
		for _, b := range n.Beside {
			head.Beside = append(head.Beside, jsonBeside{string(b.Kind), b.At, b.Old, b.New})
		}
		if len(n.Beside) > 0 {
			continue
		}
		head.Notices = append(head.Notices, jsonNotice{n.Side, n.Label, string(n.Status), n.Embargo, n.Unquotable, phrase.English().Notice(n)})
	}
	if r.Anew() {
		head.Rewriting = newJSONRewriting(r)
	}
	head.Register, head.ToCheck = newJSONFacts(r.Facts), newJSONFindings(r.Findings)
	if r.Filter != nil {
		head.Filter = phrase.English().Filter(r.Filter)
	}
	return head
}

// newJSONSide is a side without its words.
func newJSONSide(s *report.Side) jsonSide {
	return jsonSide{
		Label: s.Label, Title: s.Title, Date: s.Date, Status: string(s.Status), Language: s.Language,
		SHA256: s.Source.SHA256, Clauses: len(s.Clauses), Words: s.Words,
		Base: s.Base, Citation: s.Citation, Note: s.Note, File: s.Source.Name, Outline: newJSONNodes(s.Components),
	}
}

// newJSONSummary writes the figures of the report, which adds them up; none is
// computed here.
func newJSONSummary(r *report.Report) jsonSummary {
	s := &r.Summary
	return jsonSummary{
		Unchanged: s.Kinds[compare.Unchanged], Amended: s.Kinds[compare.Amended], Split: s.Kinds[compare.Split],
		Merged: s.Kinds[compare.Merged], Removed: s.Kinds[compare.Removed], New: s.Kinds[compare.New],
		Renumbered: s.Renumbered, Moved: s.Moved, Retitled: s.Retitled, Uncertain: r.Uncertain,
		Words: jsonSummaryWords{s.Kept, s.MovedWords, s.Deleted, s.Inserted},
	}
}

// newJSONChange writes a change. flags and marks give the place of each among all of
// the report, since readers need their order and each change has only its own.
func newJSONChange(c *report.Change, flags map[*report.Flag]int, marks map[*report.Marked]int) jsonChange {
	out := jsonChange{
		ID: c.ID, Kind: string(c.Kind),
		Renumbered: c.Renumbered, Moved: c.Moved, Retitled: c.Retitled, Uncertain: c.Uncertain,
		Basis: phrase.English().Basis(c.Basis), BasisCodes: newJSONGrounds(c.Basis), Score: c.Score, Significance: string(c.Significance), Reasons: phrase.English().ReasonList(c.Reasons), ReasonCodes: newJSONReasons(c.Reasons),
		Words: jsonWords(c.Words), Edits: make([]jsonEdit, len(c.Edits)),
		Flags: make([]jsonFlag, len(c.Flags)), Marks: make([]jsonMarked, len(c.Marks)),
	}
	out.Old, out.OldClauses = newJSONClauses(c.Old)
	out.New, out.NewClauses = newJSONClauses(c.New)
	if u := c.RunnerUp; u != nil {
		out.RunnerUp = &jsonCandidate{u.Old, u.New, u.Score, phrase.English().Ground(u.Why), newJSONGround(u.Why)}
	}
	for _, e := range c.Evidence {
		out.Evidence = append(out.Evidence, jsonEvidence(e))
	}
	for i, e := range c.Edits {
		out.Edits[i] = newJSONEdit(e)
	}
	for _, s := range c.Subjects {
		out.SameSubject = append(out.SameSubject, jsonSameSubject{s.Clause.Address, s.Pair.Score, s.Pair.Heading, s.Pair.Body, orEmpty(s.Pair.Words)})
	}
	for i, f := range c.Flags {
		out.Flags[i] = newJSONFlag(f)
		out.Flags[i].Order = flags[f]
	}
	for i, m := range c.Marks {
		out.Marks[i] = newJSONMarked(m)
		out.Marks[i].Order = marks[m]
	}
	return out
}

// newJSONClauses are the addresses of clauses, and the clauses with their numbers as
// printed.
func newJSONClauses(cs []*report.Clause) ([]string, []jsonClause) {
	addresses, clauses := make([]string, len(cs)), make([]jsonClause, len(cs))
	for i, c := range cs {
		addresses[i] = c.Address
		clauses[i] = jsonClause{Address: c.Address, Num: c.Num, Heading: c.Heading, Lines: make([]jsonLine, len(c.Lines))}
		for j, l := range c.Lines {
			clauses[i].Lines[j] = jsonLine{Address: l.Provision, Kind: string(l.Kind), Num: l.Num}
		}
	}
	return addresses, clauses
}

// newJSONEdit writes an edit, with lines counted from 1 and 0 for none. The reverse
// is [jsonEdit.edit].
func newJSONEdit(e compare.Edit) jsonEdit {
	out := jsonEdit{Op: string(e.Op), Text: e.New, From: e.From, To: e.To, Move: e.Move}
	if e.Old != "" && e.OldAt.Block != nil {
		out.OldLine = e.OldAt.Line + 1
	}
	if e.New != "" && e.NewAt.Block != nil {
		out.NewLine = e.NewAt.Line + 1
	}
	switch {
	case e.New == "" && e.Op != compare.Keep:
		out.Text = e.Old
	case e.Op == compare.Keep && e.Old != e.New:
		out.OldText = &e.Old
	}
	return out
}

// orEmpty makes an empty list of nil, which encoding/json would write as null.
func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
