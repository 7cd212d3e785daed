package json

import (
	"io"

	"conceptdiff/internal/revision"
)

// RevisionsSchema names the JSON form of a list of revisions. See
// [ComparisonSchema].
const RevisionsSchema = "conceptdiff/revisions/1"

// Listed is what a list tells of a revision. Clauses and words are counted as in a
// comparison's sides.
type Listed struct {
	revision.Meta
	Clauses, Words int
	// Changed is set when the file it was read from lies in the workspace and is
	// another now.
	Changed bool
}

// Revisions writes a list of revisions as one JSON object, in its order. See
// docs/json.md.
func Revisions(w io.Writer, revisions []Listed) error {
	doc := jsonRevisions{Schema: RevisionsSchema, Revisions: []jsonListed{}}
	for _, r := range revisions {
		doc.Revisions = append(doc.Revisions, jsonListed{
			Label: r.Label, Title: r.Title, Date: r.Date, Status: string(r.Status), Language: r.Language,
			Base: r.Base, Citation: r.Citation, Note: r.Note,
			File: r.Source.Name, SHA256: r.Source.SHA256, Size: r.Source.Size, Changed: r.Changed,
			Clauses: r.Clauses, Words: r.Words,
		})
	}
	return Write(w, doc)
}

// jsonRevisions is the document.
type jsonRevisions struct {
	Schema    string       `json:"schema"`
	Revisions []jsonListed `json:"revisions"`
}

// jsonListed is a revision by its metadata; file, sha256 and size (bytes) are of the
// source as it was received.
type jsonListed struct {
	Label    string `json:"label"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	Status   string `json:"status"`
	Language string `json:"language"`
	Base     string `json:"base"`
	Citation string `json:"citation"`
	Note     string `json:"note"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Size     int64  `json:"size"`
	Changed  bool   `json:"changed"`
	Clauses  int    `json:"clauses"`
	Words    int    `json:"words"`
}
