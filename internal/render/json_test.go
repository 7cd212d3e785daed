package render_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/rendertest"

	"conceptdiff/internal/report"
	stdjson "encoding/json"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func diffJSON(tb testing.TB, r report.Report) (raw []byte, doc map[string]any) {
	tb.Helper()
	var b bytes.Buffer
	if err := json.Diff(&b, r, render.Options{}); err != nil {
		tb.Fatal(err)
	}
	if err := stdjson.Unmarshal(b.Bytes(), &doc); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes(), doc
}

// The keys and nesting that programs depend on, written down by hand from the
// contract. Keys may be added; none of these may go.
func TestJSONContract(t *testing.T) {
	_, doc := diffJSON(t, rendertest.MustBuild(t, rendertest.WaterPlan()))
	if doc["schema"] != "conceptdiff/comparison/1" {
		t.Errorf("schema is %v", doc["schema"])
	}
	side := []string{"label", "title", "date", "status", "language", "sha256", "clauses", "words"}
	hasKeys(t, "top", doc, "schema", "old", "new", "summary", "changes")
	hasKeys(t, "old", doc["old"], side...)
	hasKeys(t, "new", doc["new"], side...)
	summary := doc["summary"].(map[string]any)
	hasKeys(t, "summary", summary, "unchanged", "amended", "split", "merged", "removed", "new", "renumbered", "moved", "retitled", "words")
	hasKeys(t, "summary.words", summary["words"], "kept", "moved", "deleted", "inserted")
	moved := false
	for _, c := range doc["changes"].([]any) {
		c := c.(map[string]any)
		hasKeys(t, "change", c, "id", "kind", "renumbered", "moved", "retitled", "old", "new", "basis", "score",
			"significance", "reasons", "words", "edits", "flags", "marks")
		hasKeys(t, "change.words", c["words"], "kept", "moved_in", "moved_out", "deleted", "inserted")
		for _, list := range []string{"old", "new", "reasons", "edits", "flags", "marks"} {
			if _, ok := c[list].([]any); !ok {
				t.Errorf("%s of %v is %v, not a list", list, c["id"], c[list])
			}
		}
		for _, e := range c["edits"].([]any) {
			hasKeys(t, "edit", e, "op", "text")
			_, from := e.(map[string]any)["from"]
			moved = moved || from
		}
	}
	if !moved {
		t.Error("no edit says from where it moved")
	}
}

func hasKeys(t *testing.T, where string, v any, keys ...string) {
	t.Helper()
	m, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("%s is %T, not an object", where, v)
	}
	for _, k := range keys {
		if _, ok := m[k]; !ok {
			t.Errorf("%s has no key %q", where, k)
		}
	}
}

// What is written is valid against the published schema, and the schema knows
// every key that is written.
func TestJSONSchema(t *testing.T) {
	schema := publishedSchema(t)
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
		raw, _ := diffJSON(t, r)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s → %s: %v", r.Old.Label, r.New.Label, err)
		}
	}
}

// The schema refuses what it should: otherwise the test above says nothing.
func TestJSONSchemaRefuses(t *testing.T) {
	schema := publishedSchema(t)
	raw, _ := diffJSON(t, rendertest.MustBuild(t, rendertest.WaterPlan()))
	for _, wrong := range [][2]string{
		{`"conceptdiff/comparison/1"`, `"conceptdiff/comparison/2"`},
		{`"kind":"split"`, `"kind":"torn"`},
		{`"op":"insert","text"`, `"op":"insert","words"`},
		{`"from":"7"`, `"from":"7","to":"8"`},
		{`"uncertain":true`, `"uncertain":"yes"`},
	} {
		bad := strings.Replace(string(raw), wrong[0], wrong[1], 1)
		if bad == string(raw) {
			t.Fatalf("%s does not occur", wrong[0])
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("accepted with %s", wrong[1])
		}
	}
}

// publishedSchema compiles docs/comparison.schema.json, made strict: a key that
// it does not name is refused.
func publishedSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("../../docs/comparison.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	makeStrict(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("comparison.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("comparison.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func makeStrict(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["required"]; ok && v["properties"] != nil {
			v["additionalProperties"] = false
		}
		for _, child := range v {
			makeStrict(child)
		}
	case []any:
		for _, child := range v {
			makeStrict(child)
		}
	}
}
