package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// Relation is a member's word on a passage of a related document and a provision: what
// the one has to do with the other, or that it has nothing to do with it. It stands above
// what the program finds. A later word on the two takes its place.
type Relation struct {
	Passage Passage
	On      Anchor
	Apart   bool
	As      string // one of [RelationKinds]; "" when they are apart
	Note    string // the reason
}

// RelationKinds are what a passage and a provision can be to each other. The last is
// never found by the program.
var RelationKinds = []string{"restates", "names", "same subject", "contrary"}

// Passage ties to the words of one passage of a related document.
type Passage struct {
	Document string // its key
	Source   string // SHA-256 of the document's text as received, "" where that is not known
	Address  string
	Digest   string // SHA-256 of the passage's words, or of the gist where only that was there
	Quote    string // those; when they are many, the beginning followed by [cutMark]
}

// PassageOf ties to a passage with these words.
func PassageOf(document, source, address, words string) Passage {
	return Passage{Document: document, Source: source, Address: address, Digest: digest(words), Quote: quotation(words)}
}

// Is reports whether those are the words that it is tied to.
func (p Passage) Is(words string) bool { return digest(words) == p.Digest }

// Beginning is the words that it is tied to, as far as they were kept.
func (p Passage) Beginning() string { return strings.TrimSuffix(p.Quote, cutMark) }

// String names what it is tied to: "fp2017 p8/i3".
func (p Passage) String() string { return p.Document + " " + p.Address }

func (p Passage) check() error {
	switch {
	case p.Address == "":
		return errors.New("the passage has no address")
	case !isDigest(p.Digest):
		return errors.New("the passage has no digest")
	case p.Source != "" && !isDigest(p.Source):
		return errors.New("the document's source is no SHA-256")
	case digest(p.Quote) != p.Digest && !strings.HasSuffix(p.Quote, cutMark):
		return fmt.Errorf("the quotation of %s does not have the digest that it names", p)
	}
	return errors.Join(
		checkLabel(p.Document),
		checkText("the address", p.Address, MaxAddress),
		checkText("the quotation", p.Quote, maxQuote+len(cutMark)))
}

// Kind is part of [Statement].
func (Relation) Kind() Kind { return KindRelation }

// Refers is part of [Statement].
func (r Relation) Refers() string { return r.On.Digest }

func (r Relation) check() error {
	errs := []error{r.Passage.check(), r.On.check(), checkText("the reason", r.Note, MaxNote)}
	switch {
	case r.Note == "":
		errs = append(errs, errors.New("a ruling on a relation needs its reason"))
	case r.Apart && r.As != "", !r.Apart && !slices.Contains(RelationKinds, r.As):
		errs = append(errs, fmt.Errorf("a relation of kind %q is unknown", r.As))
	}
	return errors.Join(errs...)
}

// RuledRelation is a member's last word on a passage and a provision of one revision.
type RuledRelation struct {
	Relation
	Entry Entry
	On    *revision.Provision
}

// Relations lists the last words on passages of a document and provisions of rev, in the
// order of the record. Those on other revisions count where the words stand here too; those
// whose words do not stand in their own revision any more are stale.
func (r *Record) Relations(document string, rev *revision.Revision) (last []RuledRelation, stale []Entry) {
	find := newFinder(rev)
	for _, e := range r.entries {
		said, ok := e.Says.(Relation)
		if !ok || said.Passage.Document != document {
			continue
		}
		p := find.find(said.On)
		if p == nil {
			if said.On.Revision == rev.Label {
				stale = append(stale, e)
			}
			continue
		}
		last = slices.DeleteFunc(last, func(o RuledRelation) bool {
			return o.On == p && o.Passage.Address == said.Passage.Address
		})
		last = append(last, RuledRelation{said, e, p})
	}
	return last, stale
}
