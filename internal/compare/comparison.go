package compare

import (
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/revision"
)

// What is found out about a change comes from the packages below.
type (
	Kind         = align.Kind
	Pin          = align.Pin
	Code         = align.Code
	Ground       = align.Ground
	Candidate    = align.Candidate
	Evidence     = align.Evidence
	Significance = significance.Significance
	Reason       = significance.Reason
	Item         = significance.Item
)

// The kinds of change.
const (
	Unchanged = align.Unchanged
	Amended   = align.Amended
	Split     = align.Split
	Merged    = align.Merged
	New       = align.New
	Removed   = align.Removed
)

// The significances of a change.
const (
	Editorial   = significance.Editorial
	Substantive = significance.Substantive
)

// Kinds lists the kinds in the order in which they are shown.
var Kinds = []Kind{Unchanged, Amended, Split, Merged, Removed, New}

// Comparison is two revisions and everything that happened between them. It is
// complete: every clause of either side stands in exactly one change.
type Comparison struct {
	Old, New               *revision.Revision
	OldClauses, NewClauses []*revision.Clause
	// Changes stand in the order of the new text; a removed clause stands where
	// it stood among its old neighbours.
	Changes []Change
	Summary Summary
	// Beside lists what differs beside the text, which the changes leave out.
	Beside []Beside
}

// Change is the fate of one clause: of several, when it was split or merged.
type Change struct {
	ID   string // stable for the same two texts, fit for a link: "c-4.1.1"
	Kind Kind
	// The facets stand beside every kind.
	Renumbered bool // another number, the same place among its neighbours
	Moved      bool // another place among its matched neighbours, or another parent
	Retitled   bool // another heading

	Old, New []*revision.Clause

	Basis     []Ground   // why these belong together; none for new and removed
	Score     float64    // 0 to 1
	Uncertain bool       // the evidence is below the stated confidence
	Pin       *Pin       // the person's ruling that paired them, nil when it was computed
	RunnerUp  *Candidate // the pairing that came second, nil when none did
	Evidence  []Evidence // what the score was made from

	Significance Significance // "" for unchanged
	Reasons      []Reason     // why, the weightiest first

	// Edits tell the fate of every word. Joined, their Old strings are the texts of
	// the old clauses, as far as they have any, joined by a line break; their New
	// strings those of the new ones.
	Edits []Edit
	Words WordCount

	mainOld, mainNew *revision.Clause // the pair that holds the change together; nil for new and removed
}

// WordCount counts the words of one change. Words are Unicode words (UAX #29)
// of headings and texts; printed numbers and bullets do not count.
type WordCount struct {
	Kept, MovedIn, MovedOut, Deleted, Inserted int
}

// Summary counts a whole comparison. Kept + Moved + Deleted are the words of
// the old revision, Kept + Moved + Inserted those of the new one.
type Summary struct {
	OldClauses, NewClauses              int
	OldWords, NewWords                  int
	Kinds                               map[Kind]int // changes by kind
	Renumbered, Moved, Retitled         int
	Kept, MovedWords, Deleted, Inserted int
}

// OldAddresses lists the addresses of the change's old clauses.
func (c *Change) OldAddresses() []string { return addresses(c.Old) }

// NewAddresses lists the addresses of the change's new clauses.
func (c *Change) NewAddresses() []string { return addresses(c.New) }

func addresses(cs []*revision.Clause) []string {
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = c.Address()
	}
	return out
}
