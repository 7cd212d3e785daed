package json

import (
	"io"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// Report writes the report as one JSON object: the comparison's keys, and beside them
// what the report adds. See docs/json.md. The parts come in the order of the keys;
// options change nothing in it.
func Report(w io.Writer, r report.Report, _ render.Options) error {
	var doc jsonReportTail
	for _, p := range r.Accounting.Parts {
		doc.Accounting = append(doc.Accounting, newJSONPart(p))
	}
	for _, l := range r.Lone {
		doc.WithoutCounterpart = append(doc.WithoutCounterpart, phrase.English().LoneSentence(l))
	}
	for _, h := range r.Important() {
		doc.Important = append(doc.Important, jsonHighlight{h.Change.ID, orEmpty(phrase.English().HighlightWhy(h))})
	}
	for _, v := range r.Sources {
		doc.Sources = append(doc.Sources, newJSONReportedSource(v))
	}
	for _, t := range r.Treatments {
		doc.Treatments = append(doc.Treatments, jsonTreatmentCount{string(t.Fate), t.Count, t.Standing})
	}
	doc.References = []jsonReference{}
	for _, ref := range r.References {
		doc.References = append(doc.References, newJSONReference(ref))
	}
	doc.Unannounced = newJSONUnannounced(r.Unannounced)
	doc.Removed = newJSONRemoved(r.Removed())
	for _, e := range r.Expectations {
		doc.Expectations = append(doc.Expectations, newJSONExpectation(e))
	}
	for _, p := range phrase.English().Method(&r) {
		doc.Method = append(doc.Method, jsonPassage(p))
	}
	for i, m := range r.Marks {
		if m.Clause == nil {
			unresolved := newJSONMarked(m)
			unresolved.Order = i
			doc.Unresolved = append(doc.Unresolved, unresolved)
		}
	}
	return writeChanges(w, newJSONHead(ReportSchema, &r), &r, doc)
}

// jsonReport is the document, as Read takes it. A comparison is one with an empty
// tail.
type jsonReport struct {
	jsonHead
	Changes []jsonChange `json:"changes"`
	jsonReportTail
}

// jsonReportTail is what follows the changes of a report.
type jsonReportTail struct {
	Accounting         []jsonPart           `json:"accounting"`
	WithoutCounterpart []string             `json:"without_counterpart,omitempty"`
	Important          []jsonHighlight      `json:"important"`
	Sources            []jsonReportedSource `json:"sources"`
	Treatments         []jsonTreatmentCount `json:"treatments"`
	References         []jsonReference      `json:"references"`
	// Unresolved are the marks on words that stand in neither text.
	Unresolved  []jsonMarked    `json:"astray,omitempty"`
	Unannounced jsonUnannounced `json:"unannounced"`
	// Removed is all that went, whether or not a statement is tied to it.
	Removed      []jsonLost        `json:"removed"`
	Expectations []jsonExpectation `json:"expectations"`
	Method       []jsonPassage     `json:"method"`
}

// jsonPart is a part of the texts with what became of its clauses; front matter is in
// none.
type jsonPart struct {
	Name       string          `json:"name"`
	OldClauses int             `json:"old_clauses"`
	NewClauses int             `json:"new_clauses"`
	Fates      []jsonFateCount `json:"fates"`
}

// jsonFateCount is how many clauses of either side met that fate.
type jsonFateCount struct {
	Kind string `json:"kind"`
	Old  int    `json:"old"`
	New  int    `json:"new"`
}

// jsonHighlight is one of the most important changes, and why it is, in English.
type jsonHighlight struct {
	Change string   `json:"change"`
	Why    []string `json:"why"`
}

// jsonReportedSource is a source with its statements and with how its quotations compare with
// the old text.
type jsonReportedSource struct {
	Key       string      `json:"key"`
	Publisher string      `json:"publisher"`
	Title     string      `json:"title"`
	Date      string      `json:"date"`
	URL       string      `json:"url"`
	File      string      `json:"file,omitempty"`
	SHA256    string      `json:"sha256,omitempty"` // of the copy that was read
	Held      string      `json:"held,omitempty"`   // of the copy that is stored
	Language  string      `json:"language"`
	Note      string      `json:"note,omitempty"`
	Claims    []jsonClaim `json:"claims"`
	Checks    []jsonCheck `json:"checks"`
}

// jsonClaim is a statement. Id is its name among all sources, «source/claim»;
// provisions are those it is tied to.
type jsonClaim struct {
	ID         string        `json:"id"`
	Speaker    string        `json:"speaker"`
	Role       string        `json:"role,omitempty"`
	To         string        `json:"to,omitempty"`
	Date       string        `json:"date"`
	Spoken     string        `json:"spoken,omitempty"`
	Joined     bool          `json:"joined,omitempty"`
	At         []string      `json:"at,omitempty"`    // where its parts stand in the copy
	Proof      string        `json:"proof,omitempty"` // how far the quotation was checked
	Says       string        `json:"says"`
	Expects    string        `json:"expects,omitempty"`
	Quote      string        `json:"quote"`
	Reported   string        `json:"reported,omitempty"`
	Via        string        `json:"via,omitempty"`
	Gist       string        `json:"gist"`
	Provisions []string      `json:"provisions"`
	Echoes     []jsonShowing `json:"echoes,omitempty"` // new clauses that speak of the same
}

// jsonCheck is how one quotation compares; see jsonVerified.
type jsonCheck struct {
	Clause     string  `json:"clause"`
	Quoted     string  `json:"quoted"`
	Result     string  `json:"result"`
	NoClause   bool    `json:"no_clause"`
	Stored     string  `json:"stored"`
	Similarity float64 `json:"similarity"`
}

// jsonTreatmentCount counts flagged provisions by what became of them, and how many
// of those still say it.
type jsonTreatmentCount struct {
	Fate     string `json:"fate"`
	Count    int    `json:"count"`
	Standing int    `json:"standing"`
}

// jsonReference is a cross-reference to check: the sentence, the number in it, and
// what bears that number now and bore it before; null for nothing.
type jsonReference struct {
	In       string      `json:"in"`
	Text     string      `json:"text"`
	Number   string      `json:"number"`
	Kept     bool        `json:"kept"`
	NowAt    *jsonTitled `json:"now_at"`
	WasAt    *jsonTitled `json:"was_at"`
	BecameAt []string    `json:"became_at"`
}

// jsonTitled is a clause and how it is titled for a reader.
type jsonTitled struct {
	Address string `json:"address"`
	Title   string `json:"title"`
}

// newJSONReference writes a reference of the new text.
func newJSONReference(r report.Reference) jsonReference {
	out := jsonReference{
		In: r.In.Address, Text: r.Text, Number: r.Number, Kept: r.Kept,
		NowAt: newJSONTitled(r.NowAt), WasAt: newJSONTitled(r.WasAt), BecameAt: make([]string, len(r.BecameAt)),
	}
	for i, c := range r.BecameAt {
		out.BecameAt[i] = c.Address
	}
	return out
}

// newJSONTitled is nil for no clause.
func newJSONTitled(c *report.Clause) *jsonTitled {
	if c == nil {
		return nil
	}
	return &jsonTitled{c.Address, c.Title}
}

// jsonUnannounced is what changed without a statement that is tied to it. It says
// nothing of sources that are not listed.
type jsonUnannounced struct {
	Removed []jsonRemoval `json:"removed"`
	New     []string      `json:"new"`
	Changed []string      `json:"changed"`
}

// jsonRemoval is a removed text; see [claim.Removal] for its fields.
type jsonRemoval struct {
	Unit      string `json:"unit"`
	Clause    string `json:"clause"`
	Provision string `json:"provision"`
	Text      string `json:"text"`
	Beside    bool   `json:"beside"`
}

// jsonExpectation is what a source wants of the new text. Why is its rule in English,
// why_code the rule.
type jsonExpectation struct {
	Claim    string        `json:"claim"`
	Standing string        `json:"standing"`
	Why      string        `json:"why"`
	Rule     *jsonGround   `json:"why_code,omitempty"`
	Shown    []jsonShowing `json:"shown"`
	About    []jsonFlag    `json:"about"`
}

// jsonShowing is a passage of the new text that shows something, and the words in it
// that do.
type jsonShowing struct {
	Provision string   `json:"provision"`
	Text      string   `json:"text"`
	Words     []string `json:"words"`
}

// jsonPassage is a part of the method under its heading. It is written anew when a
// report is read back.
type jsonPassage struct {
	Heading string   `json:"heading"`
	Text    []string `json:"text"`
}

// newJSONPart keeps the order of the fates.
func newJSONPart(p report.PartAccount) jsonPart {
	out := jsonPart{Name: p.Name(), OldClauses: p.OldTotal, NewClauses: p.NewTotal}
	for _, f := range p.Fates {
		out.Fates = append(out.Fates, jsonFateCount{string(f.Kind), f.Old, f.New})
	}
	return out
}

// pinTexts writes pins as claims files have them.
func pinTexts(pins []quote.Pin) []string {
	var out []string
	for _, p := range pins {
		out = append(out, p.String())
	}
	return out
}

// newJSONReportedSource is a source with its statements, numbered as the report numbers them.
func newJSONReportedSource(v report.Source) jsonReportedSource {
	s := v.Source
	out := jsonReportedSource{
		Key: s.Key, Publisher: s.Publisher, Title: s.Title, Date: s.Date, URL: s.URL, Language: s.Language, Note: s.Note,
		File: s.File, SHA256: s.SHA256, Held: s.Held,
		Claims: []jsonClaim{}, Checks: []jsonCheck{},
	}
	for _, st := range v.Statements {
		c := st.Claim
		jc := jsonClaim{
			ID: c.ID(), Speaker: c.Speaker, Role: c.Role, To: c.To, Date: c.Date, Spoken: c.Spoken, Joined: c.Joined, At: pinTexts(c.Pins), Proof: string(c.Proof()), Says: string(c.Says), Expects: string(c.Expects),
			Quote: c.Quote, Reported: c.Reported, Via: c.Via, Gist: c.Gist, Provisions: []string{},
		}
		for _, f := range st.Flags {
			jc.Provisions = append(jc.Provisions, f.Provision)
		}
		for _, e := range st.Echoes {
			jc.Echoes = append(jc.Echoes, jsonShowing{e.Provision, e.Text, orEmpty(e.Words)})
		}
		out.Claims = append(out.Claims, jc)
	}
	for _, ch := range v.Checks {
		out.Checks = append(out.Checks, jsonCheck{ch.Clause, ch.Quoted, string(ch.Result), ch.NoClause, ch.Stored, ch.Similarity})
	}
	return out
}

// newJSONUnannounced writes removals whole and changes by their id.
func newJSONUnannounced(u report.Unannounced) jsonUnannounced {
	out := jsonUnannounced{Removed: []jsonRemoval{}, New: changeIDs(u.New), Changed: changeIDs(u.Changed)}
	for _, rem := range u.Removed {
		out.Removed = append(out.Removed, jsonRemoval{string(rem.Unit), rem.Clause, rem.Provision, rem.Text, rem.Beside})
	}
	return out
}

// changeIDs are the identifiers of changes, in their order.
func changeIDs(changes []*report.Change) []string {
	out := make([]string, len(changes))
	for i, c := range changes {
		out[i] = c.ID
	}
	return out
}

// newJSONExpectation writes an expectation; the flags it is about are whole, since
// they may stand on clauses that did not change.
func newJSONExpectation(e report.Expectation) jsonExpectation {
	out := jsonExpectation{
		Claim: e.Claim.ID(), Standing: string(e.Standing), Why: phrase.English().Ground(e.Why), Rule: newJSONGround(e.Why), Shown: []jsonShowing{}, About: []jsonFlag{},
	}
	for _, s := range e.Shown {
		out.Shown = append(out.Shown, jsonShowing{s.At.Address, s.Text, orEmpty(s.Words)})
	}
	for _, f := range e.About {
		out.About = append(out.About, newJSONFlag(f))
	}
	return out
}

// jsonLost is a passage of the old text that the new one has nowhere, with the
// numbers of the statements tied to it, and of those that cite its whole clause.
type jsonLost struct {
	Unit       string `json:"unit"`
	Clause     string `json:"clause"`
	Provision  string `json:"provision"`
	Text       string `json:"text"`
	Below      int    `json:"below,omitempty"`
	Statements []int  `json:"statements"`
	OfClause   []int  `json:"clause_statements"`
}

// newJSONRemoved keeps the order of the old text.
func newJSONRemoved(all []report.Lost) []jsonLost {
	out := []jsonLost{}
	for _, l := range all {
		out = append(out, jsonLost{
			Unit: string(l.Unit), Clause: l.Removal.Clause, Provision: l.Provision, Text: l.Text, Below: l.Below,
			Statements: numbersOf(l.Statements), OfClause: numbersOf(l.Clause),
		})
	}
	return out
}

// numbersOf are the numbers by which the report cites statements.
func numbersOf(list []report.Statement) []int {
	out := []int{}
	for _, s := range list {
		out = append(out, s.Number)
	}
	return out
}
