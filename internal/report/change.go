package report

import (
	"fmt"
	"iter"
	"slices"
	"sync"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/revision"
)

// Change is the fate of one clause, or of several that were split or merged:
// what package compare found, with the clauses' names, the rows in which old
// and new text stand side by side, and the flags tied to it.
type Change struct {
	ID                                     string
	Kind                                   compare.Kind
	Renumbered, Moved, Retitled, Uncertain bool
	Lone                                   bool // its clauses stand in a part without counterpart
	Old, New                               []*Clause

	Basis    []compare.Ground
	Score    float64
	RunnerUp *compare.Candidate
	Evidence []compare.Evidence

	Significance compare.Significance
	Reasons      []compare.Reason

	Words compare.WordCount
	Edits []compare.Edit
	Flags []*Flag
	// Subjects are clauses of the other text that speak of the same, of a change whose
	// clauses have no partner.
	Subjects []Subject
	// Provisions are the flagged provisions of the old clauses, each once.
	Provisions []Provision
	// Facts are what a register says was done to its new clauses since the old text.
	Facts []register.Fact
	// Findings are places in its new clauses that a check of references and terms found.
	Findings []*Finding
	// Marks are what the committee says of provisions of its clauses, old and new.
	Marks []*Marked

	found *compare.Change
	rows  func() []Row
}

// Parts cuts the edits at the line breaks of either side; the line numbers of
// their places count the lines of Old and of New, one clause after the other.
func (c *Change) Parts() iter.Seq[compare.Part] { return c.found.Parts() }

// Rows are the lines of the change, old and new side by side. They are laid out
// when they are first asked for: not every format shows them.
func (c *Change) Rows() []Row { return c.rows() }

// Changed counts the words that were deleted, inserted or moved.
func (c *Change) Changed() int {
	return c.Words.Deleted + c.Words.Inserted + c.Words.MovedIn + c.Words.MovedOut
}

// OldWords counts the words of the change's old clauses.
func (c *Change) OldWords() int { return c.Words.Kept + c.Words.MovedOut + c.Words.Deleted }

// NewWords counts the words of the change's new clauses.
func (c *Change) NewWords() int { return c.Words.Kept + c.Words.MovedIn + c.Words.Inserted }

// Untouched reports whether the change changes nothing at all: the same words
// under the same number and heading at the same place.
func (c *Change) Untouched() bool {
	return c.Kind == compare.Unchanged && !c.Renumbered && !c.Moved && !c.Retitled
}

// Front reports whether the change concerns front matter alone.
func (c *Change) Front() bool {
	for _, side := range [][]*Clause{c.Old, c.New} {
		for _, cl := range side {
			if !cl.Front {
				return false
			}
		}
	}
	return true
}

// newChanges builds the changes of a comparison in its order.
func newChanges(comparison *compare.Comparison, old, new map[*revision.Provision]*Clause) ([]*Change, error) {
	store := make([]Change, len(comparison.Changes))
	out := make([]*Change, len(store))
	for i := range comparison.Changes {
		from := &comparison.Changes[i]
		c := &store[i]
		out[i] = c
		*c = Change{
			ID: from.ID, Kind: from.Kind,
			Renumbered: from.Renumbered, Moved: from.Moved, Retitled: from.Retitled, Uncertain: from.Uncertain,
			Basis: from.Basis, Score: from.Score, RunnerUp: from.RunnerUp, Evidence: from.Evidence,
			Significance: from.Significance, Reasons: from.Reasons,
			Words: from.Words, Edits: from.Edits, found: from,
		}
		var err error
		if c.Old, err = adopt(c, from.Old, old); err != nil {
			return nil, err
		}
		if c.New, err = adopt(c, from.New, new); err != nil {
			return nil, err
		}
		if err := located(c); err != nil {
			return nil, err
		}
		c.rows = sync.OnceValue(func() []Row { return buildRows(slices.Collect(c.Parts()), linesOf(c.Old), linesOf(c.New)) })
	}
	return out, nil
}

// located fails when edits do not know their place: a comparison made by hand has
// to go through [compare.Assemble].
func located(c *Change) error {
	for i := range c.Edits {
		e := &c.Edits[i]
		if e.OldAt.Block == nil && countLines(c.Old) > 0 || e.NewAt.Block == nil && countLines(c.New) > 0 || e.Op == compare.Move && e.Partner == nil {
			return fmt.Errorf("change %s: the place of %.40q is not known", c.ID, e.Old+e.New)
		}
	}
	return nil
}

// adopt finds the clauses of a change among those of its side. Each can be
// found once: a clause has one fate.
func adopt(c *Change, clauses []*revision.Clause, of map[*revision.Provision]*Clause) ([]*Clause, error) {
	out := make([]*Clause, len(clauses))
	for i, rc := range clauses {
		known := of[rc.Provision]
		if known == nil {
			return nil, fmt.Errorf("change %s: clause %s is not among the clauses of its revision", c.ID, rc.Address())
		}
		if known.Change != nil {
			return nil, fmt.Errorf("clause %s stands in two changes: %s and %s", rc.Address(), known.Change.ID, c.ID)
		}
		known.Change = c
		out[i] = known
	}
	return out, nil
}

// complete fails when a clause has no fate.
func complete(sides ...Side) error {
	for _, s := range sides {
		for _, c := range s.Clauses {
			if c.Change == nil {
				return fmt.Errorf("clause %s of %s stands in no change", c.Address, s.Label)
			}
		}
	}
	return nil
}

// SameAddresses reports whether the clauses have the same addresses on both sides.
func (c *Change) SameAddresses() bool {
	return slices.EqualFunc(c.Old, c.New, func(old, new *Clause) bool { return old.Address == new.Address })
}
