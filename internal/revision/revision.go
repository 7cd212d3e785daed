// Package revision holds the domain's words: a [Revision] of a document, the
// tree of [Provision] values it consists of, and the [Clause] view in which
// revisions are aligned, compared, cited and marked.
//
// It imports nothing of ours; every other package speaks in its words. The
// words follow FRBR and Akoma Ntoso (OASIS LegalDocML) where those have one.
package revision

// Status says what standing a revision has. It is shown wherever the revision
// is shown.
type Status string

// The statuses a revision can have. "" is one that nobody has stated.
const (
	InForce      Status = "in force"
	Draft        Status = "draft"
	Illustrative Status = "illustrative"
	Superseded   Status = "superseded"
)

// Source is the file a revision was read from.
type Source struct {
	Name   string // base name of the file as received, without directories
	SHA256 string // lower-case hex digest of the bytes as received
	Size   int64  // bytes
}

// Meta is what is known of a revision beside its text.
type Meta struct {
	Label    string // short name, unique in a store: "2007", "draft"
	Title    string
	Date     string // ISO 8601 calendar date (2007-05-23), or "" when unknown
	Status   Status
	Language string // BCP 47 tag: "en", "az", "ru"
	Base     string // label of the revision this one revises, or ""
	Citation string // how the text is cited: act, number, publication
	Note     string // what a reader must know, e.g. why a draft is illustrative
	Source   Source
}

// Revision is the text of a work at one point in time. It does not change once
// it is stored (AKN: expression).
type Revision struct {
	Meta
	// Components are the parts that number on their own, in document order: an
	// order and the concept it approves, the annexes. The main one has EID "".
	Components []*Provision
}
