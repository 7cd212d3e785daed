package render_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/rendertest"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
	stdjson "encoding/json"
)

func decode(t *testing.T, write func(io.Writer) error) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := stdjson.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// firsts follows keys through objects and the first entries of lists.
func firsts(t *testing.T, v any, keys ...string) any {
	t.Helper()
	for _, k := range keys {
		list, ok := v.(map[string]any)[k].([]any)
		if !ok || len(list) == 0 {
			t.Fatalf("%s is %v, not a list with entries", k, v)
		}
		v = list[0]
	}
	return v
}

var statementKeys = []string{"claim", "speaker", "date", "says", "quote", "gist"}

// The keys of the flags' JSON, written down by hand; see docs/json.md.
func TestFlagsJSONContract(t *testing.T) {
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	c := in.Comparison
	found := claim.Examine(c, in.Sources)
	doc := decode(t, func(w io.Writer) error {
		return sheet.JSON(w, sheet.Flags(c.Old, c.New, found, render.Options{}), render.Options{})
	})
	if doc["schema"] != "conceptdiff/flags/1" {
		t.Errorf("schema is %v", doc["schema"])
	}
	hasKeys(t, "top", doc, "revision", "against", "provisions", "unannounced", "expectations")
	hasKeys(t, "revision", doc["revision"], "label", "title", "status", "date", "sha256")
	hasKeys(t, "provision", firsts(t, doc, "provisions"), "address", "clause", "text", "fate", "flags")
	flag := firsts(t, doc, "provisions", "flags")
	hasKeys(t, "flag", flag, append(statementKeys, "basis", "whole", "words", "sentences", "treatment")...)
	hasKeys(t, "sentence", firsts(t, flag, "sentences"), "text", "words")
	hasKeys(t, "treatment", flag.(map[string]any)["treatment"], "fate", "to", "still_there", "standing", "new_text")
	hasKeys(t, "removal", firsts(t, doc, "unannounced"), "unit", "clause", "provision", "text", "beside", "below")
	hasKeys(t, "expectation", firsts(t, doc, "expectations"), append(statementKeys, "expects", "standing", "why", "shown", "about")...)
	if n := len(doc["provisions"].([]any)); n != len(claim.ByProvision(found.Flags)) {
		t.Errorf("%d provisions", n)
	}

	alone := decode(t, func(w io.Writer) error {
		return sheet.JSON(w, sheet.Flags(c.Old, nil, claim.Findings{Flags: claim.Flags(c.Old, in.Sources)}, render.Options{}), render.Options{})
	})
	for _, key := range []string{"against", "unannounced", "expectations"} {
		if _, ok := alone[key]; ok {
			t.Errorf("without a new revision there is a key %q", key)
		}
	}
	// With one, but nothing found, the lists are there and empty.
	none := decode(t, func(w io.Writer) error {
		return sheet.JSON(w, sheet.Flags(c.Old, c.New, claim.Findings{}, render.Options{}), render.Options{})
	})
	hasKeys(t, "nothing found", none, "provisions", "unannounced", "expectations")
}

// Every format tells each flagged provision, each claim's own words, and all
// that comes with a new revision.
func TestFlagsSheet(t *testing.T) {
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	c := in.Comparison
	found := claim.Examine(c, in.Sources)
	flags := sheet.Flags(c.Old, c.New, found, render.Options{})
	for name, write := range map[string]func(io.Writer, sheet.Sheet, render.Options) error{"text": text.Sheet, "md": markdown.Sheet, "csv": csv.Sheet} {
		var b bytes.Buffer
		if err := write(&b, flags, render.Options{}); err != nil {
			t.Fatal(err)
		}
		said := strings.Join(strings.Fields(b.String()), " ") // lines are wrapped
		for _, v := range claim.ByProvision(found.Flags) {
			if !strings.Contains(said, phrase.English().Cite(v.Address)) {
				t.Errorf("%s: %s is not told", name, v.Address)
			}
		}
		for _, want := range []string{"3 carried over", "Removed, and tied to no statement of the sources listed", "Expected by sources", "Our lands have been liberated from occupation"} {
			if name != "csv" && !strings.Contains(said, want) {
				t.Errorf("%s: %q is not told", name, want)
			}
		}
	}
}

// The keys of the claims' JSON.
func TestClaimsJSONContract(t *testing.T) {
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	r := json.Sourced{Revision: in.Comparison.Old, Sources: in.Sources}
	doc := decode(t, func(w io.Writer) error { return json.Claims(w, []json.Sourced{r}) })
	if doc["schema"] != "conceptdiff/claims/1" {
		t.Errorf("schema is %v", doc["schema"])
	}
	source := firsts(t, doc, "revisions", "sources")
	hasKeys(t, "source", source, "key", "publisher", "title", "date", "language", "claims", "quotations")
	hasKeys(t, "claim", firsts(t, source, "claims"), append(statementKeys, "cites", "subjects")...)
	if _, ok := source.(map[string]any)["checks"]; ok {
		t.Error("checks that nobody asked for")
	}
	for _, s := range in.Sources {
		r.Checks = append(r.Checks, claim.Verify(r.Revision, s))
	}
	doc = decode(t, func(w io.Writer) error { return json.Claims(w, []json.Sourced{r}) })
	hasKeys(t, "check", firsts(t, doc, "revisions", "sources", "checks"), "clause", "quoted", "result", "no_clause", "provision", "stored", "similarity")
}

// The keys of the list's JSON.
func TestRevisionsJSONContract(t *testing.T) {
	doc := decode(t, func(w io.Writer) error {
		return json.Revisions(w, []json.Listed{{Meta: revision.Meta{Label: "2007"}, Clauses: 1, Words: 2, Changed: true}})
	})
	if doc["schema"] != "conceptdiff/revisions/1" {
		t.Errorf("schema is %v", doc["schema"])
	}
	hasKeys(t, "revision", firsts(t, doc, "revisions"), "label", "title", "date", "status", "language", "base", "citation", "note",
		"file", "sha256", "size", "changed", "clauses", "words")
	if none := decode(t, func(w io.Writer) error { return json.Revisions(w, nil) }); none["revisions"] == nil {
		t.Error("no list where there are no revisions")
	}
}
