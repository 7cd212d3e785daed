package compare

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

// readConcept reads a real text; label is that of its revision.
func readConcept(t testing.TB, label, file string) *revision.Revision {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "revisions", label, file))
	if err != nil {
		t.Fatal(err)
	}
	read, err := ingest.Read(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: read.Components}
}

func concept2007(t testing.TB) *revision.Revision { return readConcept(t, "2007", "concept-2007.txt") }

func conceptDraft(t testing.TB) *revision.Revision {
	return readConcept(t, "draft", "concept-draft.md")
}

func TestConceptLaws(t *testing.T) {
	checkLaws(t, mustCompare(t, concept2007(t), conceptDraft(t)))
	checkLaws(t, mustCompare(t, conceptDraft(t), concept2007(t)))
}

func TestConceptAgainstItself(t *testing.T) {
	c := mustCompare(t, concept2007(t), concept2007(t))
	if s := c.Summary; s.Kinds[Unchanged] != len(c.Changes) || s.Renumbered+s.Moved+s.Retitled+s.MovedWords+s.Deleted+s.Inserted != 0 {
		t.Errorf("%+v", s)
	}
}

func TestConceptExchanged(t *testing.T) {
	a := mustCompare(t, concept2007(t), conceptDraft(t))
	b := mustCompare(t, conceptDraft(t), concept2007(t))
	for k, kind := range pairs(a) {
		if mirrored(b)[k] != kind {
			t.Errorf("%s is %s; exchanged it is %q", k, kind, mirrored(b)[k])
		}
	}
}

func TestConceptAWordInOneClause(t *testing.T) {
	old, new := concept2007(t), conceptDraft(t)
	for _, c := range new.Clauses() {
		if tipped(t, old, new, c) {
			t.Errorf("a word in %s changes the pairs of others", c.Address())
		}
	}
}

// TestConceptRenumbered gives every number another one.
func TestConceptRenumbered(t *testing.T) {
	new := concept2007(t)
	for _, c := range new.Clauses() {
		if i := strings.LastIndexByte(c.EID, '/') + 1; c.Num != "" {
			c.EID = c.EID[:i] + "9" + c.EID[i:]
		}
	}
	c := mustCompare(t, concept2007(t), new)
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Kind != Unchanged || ch.Moved || ch.Retitled || ch.Renumbered != (ch.Old[0].Num != "") {
			t.Errorf("%s: %s", ch.ID, fates(c))
		}
	}
}

// TestConceptShuffled turns the children of every clause round.
func TestConceptShuffled(t *testing.T) {
	new := concept2007(t)
	new.Walk(func(p *revision.Provision) bool {
		var places []int
		for i, child := range p.Children {
			if child.IsClause() {
				places = append(places, i)
			}
		}
		for i, j := 0, len(places)-1; i < j; i, j = i+1, j-1 {
			p.Children[places[i]], p.Children[places[j]] = p.Children[places[j]], p.Children[places[i]]
		}
		return true
	})
	c := mustCompare(t, concept2007(t), new)
	if s := c.Summary; s.Kinds[Unchanged] != len(c.Changes) || s.Retitled+s.MovedWords+s.Deleted+s.Inserted != 0 || s.Moved == 0 {
		t.Errorf("%+v\n%s", s, fates(c))
	}
}

// TestConceptOneInserted puts a clause before each of the top-level ones.
func TestConceptOneInserted(t *testing.T) {
	plain := pairs(mustCompare(t, concept2007(t), concept2007(t)))
	for at := range concept2007(t).Components[1].Children {
		new := concept2007(t)
		main := new.Components[1]
		added := &revision.Provision{Kind: revision.KindClause, Num: "99.", EID: "99", Heading: "Sporting events", Text: bridges}
		main.Children = append(main.Children[:at:at], append([]*revision.Provision{added}, main.Children[at:]...)...)
		got := pairs(mustCompare(t, concept2007(t), new))
		if got[">99"] != New {
			t.Errorf("before child %d: %v", at, got)
		}
		delete(got, ">99")
		if !maps.Equal(got, plain) {
			t.Errorf("before child %d another clause changes its kind: %v", at, got)
		}
	}
}
