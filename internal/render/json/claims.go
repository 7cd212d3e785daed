package json

import (
	"io"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
)

// ClaimsSchema names the JSON form of sources and their claims. See
// [ComparisonSchema] for what its version promises.
const ClaimsSchema = "conceptdiff/claims/1"

// Sourced is a revision and what is said of it. Checks, where there are any, are as
// many as Sources and in their order.
type Sourced struct {
	*revision.Revision
	Sources []*claim.Source
	Checks  [][]claim.Check // of each source's quotations; nil when none were made
	// Silences are the citations and terms that find nothing, where that was checked.
	Silences []claim.Silence
}

// Claims writes the sources about some revisions as one JSON object, in their order.
// Lists are never null: a program need not ask whether there are any before it goes
// through them. See docs/json.md.
func Claims(w io.Writer, revisions []Sourced) error {
	doc := jsonClaims{Schema: ClaimsSchema, Revisions: []jsonSourced{}}
	for _, r := range revisions {
		out := jsonSourced{Revision: newJSONSubject(r.Revision), Sources: []jsonSourceOf{}}
		for i, s := range r.Sources {
			src := newJSONSource(s)
			if r.Checks != nil {
				src.Checks = newJSONChecks(r.Checks[i])
				src.Silent = newJSONSilences(s, r.Silences)
			}
			out.Sources = append(out.Sources, src)
		}
		doc.Revisions = append(doc.Revisions, out)
	}
	return Write(w, doc)
}

// jsonClaims is the document.
type jsonClaims struct {
	Schema    string        `json:"schema"`
	Revisions []jsonSourced `json:"revisions"`
}

// jsonSourced is one revision, and its sources in the order of their files.
type jsonSourced struct {
	Revision jsonSubject    `json:"revision"`
	Sources  []jsonSourceOf `json:"sources"`
}

// jsonSourceOf is a publication, with all that it claims and quotes. File and SHA256
// are of the copy that was read for this run, Held of one whose digest alone is
// known.
type jsonSourceOf struct {
	Key        string          `json:"key"`
	Publisher  string          `json:"publisher"`
	Title      string          `json:"title"`
	Date       string          `json:"date"`
	URL        string          `json:"url,omitempty"`
	Language   string          `json:"language"`
	Note       string          `json:"note,omitempty"`
	File       string          `json:"file,omitempty"`
	SHA256     string          `json:"sha256,omitempty"` // of the copy that was read
	Held       string          `json:"held,omitempty"`   // of the copy that is stored
	Claims     []jsonClaimed   `json:"claims"`
	Quotations []jsonQuotation `json:"quotations"`
	// There, empty or not, once quotations were checked; absent where they were not.
	Checks []jsonVerified `json:"checks,omitzero"`
	Silent []jsonSilence  `json:"silent,omitempty"` // citations and terms that find nothing
}

// jsonClaimed is a claim with the clauses that it cites and the subjects by whose
// words provisions are recognised.
type jsonClaimed struct {
	jsonStatement
	Cites    []string        `json:"cites"`
	Subjects []jsonRecognise `json:"subjects"`
}

// jsonRecognise is a subject: its key in the claims file and the name it is shown by.
type jsonRecognise struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

// jsonQuotation is a sentence that the source has from the document, and the clause
// it gives for it, as it spells it.
type jsonQuotation struct {
	Clause string `json:"clause"`
	Text   string `json:"text"`
	Note   string `json:"note,omitempty"`
}

// jsonVerified is the check of one quoted sentence or one cited address. Quoted is ""
// for an address alone; provision and stored are of the sentence of the revision that
// is nearest; similarity is from 0 to 1, twice the words shared in order by all
// words.
type jsonVerified struct {
	Clause     string  `json:"clause"`
	Claim      string  `json:"claim,omitempty"`
	Quoted     string  `json:"quoted"`
	Result     string  `json:"result"`
	NoClause   bool    `json:"no_clause"`
	Provision  string  `json:"provision"`
	Stored     string  `json:"stored"`
	Similarity float64 `json:"similarity"`
	Note       string  `json:"note,omitempty"`
}

// jsonSilence is a citation or a term that finds nothing in the revision. Of the two
// pairs of keys one is there.
type jsonSilence struct {
	Claim   string `json:"claim,omitempty"`
	Cites   string `json:"cites,omitempty"`
	Subject string `json:"subject,omitempty"`
	Term    string `json:"term,omitempty"`
}

// newJSONSilences are the terms and citations of one source that find nothing.
func newJSONSilences(src *claim.Source, all []claim.Silence) []jsonSilence {
	var out []jsonSilence
	for _, s := range all {
		switch {
		case s.Source != src:
		case s.Subject == nil:
			out = append(out, jsonSilence{Claim: s.Claim.ID(), Cites: s.Cites})
		default:
			out = append(out, jsonSilence{Subject: s.Subject.Key, Term: strings.Join(s.Term.All, " + ")})
		}
	}
	return out
}

// newJSONSource is a source without its checks. Fields are taken over one by one on
// purpose: a new one in package claim does not become a key by itself.
func newJSONSource(s *claim.Source) jsonSourceOf {
	out := jsonSourceOf{
		Key: s.Key, Publisher: s.Publisher, Title: s.Title, Date: s.Date, URL: s.URL, Language: s.Language, Note: s.Note,
		File: s.File, SHA256: s.SHA256, Held: s.Held,
		Claims: []jsonClaimed{}, Quotations: []jsonQuotation{},
	}
	for _, c := range s.Claims {
		jc := jsonClaimed{jsonStatement: newJSONStatement(c), Cites: orEmpty(c.Cites), Subjects: []jsonRecognise{}}
		for _, subject := range c.Subjects {
			jc.Subjects = append(jc.Subjects, jsonRecognise{subject.Key, subject.Name})
		}
		out.Claims = append(out.Claims, jc)
	}
	for _, q := range s.Quotations {
		out.Quotations = append(out.Quotations, jsonQuotation{q.Clause, q.Text, q.Note})
	}
	return out
}

// newJSONChecks are the sentences that a source has from the revision, each as it was
// found there.
func newJSONChecks(checks []claim.Check) []jsonVerified {
	out := []jsonVerified{}
	for _, c := range checks {
		v := jsonVerified{
			Clause: c.Clause, Quoted: c.Quoted, Result: string(c.Result), NoClause: c.NoClause,
			Provision: c.Provision, Stored: c.Stored, Similarity: c.Similarity, Note: c.Note,
		}
		if c.Claim != nil {
			v.Claim = c.Claim.ID()
		}
		out = append(out, v)
	}
	return out
}
