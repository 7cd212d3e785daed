package review

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"conceptdiff/internal/revision"
)

// Anchor ties a statement to the words it is about. The revision never changes,
// so the address alone would do within one store; identity, digest and quotation
// find the words again where another version of the program gives other addresses,
// and let a person see what was meant when all else is lost.
type Anchor struct {
	Revision string // label
	Source   string // SHA-256 of the revision's source file
	Address  string
	WID      string
	Digest   string // SHA-256 of the provision's words, see [Words]
	Quote    string // the words; when they are many, the beginning followed by [cutMark]
}

// cutMark ends a quotation that is not whole.
const cutMark = " […]"

// AnchorOf ties to provision p of r.
func AnchorOf(r *revision.Revision, p *revision.Provision) Anchor {
	words := Words(p)
	return Anchor{
		Revision: r.Label, Source: r.Source.SHA256, Address: p.Address(), WID: p.WID,
		Digest: digest(words), Quote: quotation(words),
	}
}

// Words is what a statement about p is about: its heading and text and those of
// the paragraphs and items below it, joined by line breaks. Clauses below it have
// marks of their own. For a clause it equals [revision.Clause.Text].
func Words(p *revision.Provision) string {
	return strings.Join(lines(nil, p), "\n")
}

func lines(out []string, p *revision.Provision) []string {
	for _, s := range []string{p.Heading, p.Text} {
		if s != "" {
			out = append(out, s)
		}
	}
	for _, c := range p.Children {
		if !c.IsClause() {
			out = lines(out, c)
		}
	}
	return out
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func quotation(words string) string {
	n := 0
	for i := range words {
		if n == maxQuote {
			return words[:i] + cutMark
		}
		n++
	}
	return words
}

func (a Anchor) check() error {
	switch {
	case a.Address == "":
		return errors.New("the anchor has no address")
	case !isDigest(a.Digest):
		return errors.New("the anchor has no digest")
	case a.Source != "" && !isDigest(a.Source):
		return errors.New("the anchor's source is no SHA-256")
	case digest(a.Quote) != a.Digest && !strings.HasSuffix(a.Quote, cutMark):
		return fmt.Errorf("the quotation of %s does not have the digest that the anchor names", a.Address)
	}
	return errors.Join(
		checkLabel(a.Revision),
		checkText("the address", a.Address, MaxAddress),
		checkText("the identity", a.WID, MaxAddress+maxLabel),
		checkText("the quotation", a.Quote, maxQuote+len(cutMark)))
}

func checkLabel(label string) error {
	if label == "" {
		return errors.New("a revision's label is missing")
	}
	return checkText("the label", label, maxLabel)
}

func isDigest(s string) bool {
	if len(s) != 2*sha256.Size {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// In reports whether the anchor is tied to exactly that text.
func (a Anchor) In(r *revision.Revision) bool {
	return a.Revision == r.Label && a.Source == r.Source.SHA256
}

// Resolve finds the words again in the revision they stand in: at their address,
// else under their identity, else where alone they stand word for word. It returns
// nil when none of them does.
func (a Anchor) Resolve(r *revision.Revision) *revision.Provision {
	return newFinder(r).find(a)
}

// finder finds the provisions of one revision.
type finder struct {
	revision *revision.Revision
	byPlace  map[string]*revision.Provision
	byWID    map[string]*revision.Provision
	digests  map[*revision.Provision]string
	byDigest map[string][]*revision.Provision // filled when first needed
}

func newFinder(r *revision.Revision) *finder {
	f := &finder{
		revision: r, digests: make(map[*revision.Provision]string),
		byPlace: make(map[string]*revision.Provision), byWID: make(map[string]*revision.Provision),
	}
	r.Walk(func(p *revision.Provision) bool {
		f.byPlace[p.Address()] = p
		if p.WID != "" {
			f.byWID[p.WID] = p
		}
		return true
	})
	return f
}

func (f *finder) digest(p *revision.Provision) string {
	d, ok := f.digests[p]
	if !ok {
		d = digest(Words(p))
		f.digests[p] = d
	}
	return d
}

func (f *finder) find(a Anchor) *revision.Provision {
	for _, p := range []*revision.Provision{f.byPlace[a.Address], f.byWID[a.WID]} {
		if p != nil && f.digest(p) == a.Digest {
			return p
		}
	}
	if f.byDigest == nil {
		f.byDigest = make(map[string][]*revision.Provision)
		f.revision.Walk(func(p *revision.Provision) bool {
			d := f.digest(p)
			f.byDigest[d] = append(f.byDigest[d], p)
			return true
		})
	}
	if same := f.byDigest[a.Digest]; len(same) == 1 {
		return same[0]
	}
	return nil
}

// CheckAnchors finds the entries about rev whose words do not stand in it: those of
// another text of its label, and those whose digest fits none of its provisions.
func (r *Record) CheckAnchors(rev *revision.Revision) []Problem {
	var out []Problem
	find := newFinder(rev)
	for _, e := range r.entries {
		for _, a := range Anchors(e.Says) {
			switch {
			case a.Revision != rev.Label:
			case a.Source != rev.Source.SHA256:
				out = append(out, Problem{e.Hash, e.Seq, fmt.Sprintf("it is about another text of the label %q", rev.Label)})
			case find.find(a) == nil:
				out = append(out, Problem{e.Hash, e.Seq, fmt.Sprintf("the words of %s %s that it refers to are not stored", rev.Label, a.Address)})
			}
		}
	}
	return out
}

// Anchors lists what a statement is tied to; nothing for one that is about no words.
func Anchors(s Statement) []Anchor {
	switch s := s.(type) {
	case Mark:
		return []Anchor{s.On}
	case Decision:
		return []Anchor{s.On}
	case Rebinding:
		return append([]Anchor{s.From}, s.To...)
	case Pin:
		return []Anchor{s.Old, s.New}
	case Relation:
		return []Anchor{s.On}
	}
	return nil
}
