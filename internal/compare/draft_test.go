package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

// draftCase is one clause of testdata/draft-cases.yaml, which says what the
// comparison of 2007 with the draft must find.
type draftCase struct {
	Case         string
	Old, New     []string
	Kind         compare.Kind
	Extent       string
	Renumbered   *bool
	Moved        *bool
	Retitled     *bool
	Significance compare.Significance
	Reasons      []string
	DeletedText  []string `yaml:"deleted_text"`
	InsertedText []string `yaml:"inserted_text"`
	MovedText    []struct {
		Text, From, To string
	} `yaml:"moved_text"`
	Only bool
	Note string
}

func load(t testing.TB, label string, path ...string) *revision.Revision {
	t.Helper()
	return loadFile(t, label, filepath.Join(append([]string{"..", "..", "revisions"}, path...)...))
}

func loadFile(t testing.TB, label, file string) *revision.Revision {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ingest.Read(filepath.Base(file), data)
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: read.Components}
}

func concept(t testing.TB) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(load(t, "2007", "2007", "concept-2007.txt"), load(t, "draft", "draft", "concept-draft.md"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestDraftCases is the standing test: every case that the illustrative draft
// was written to show is found and called by its right name.
func TestDraftCases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "draft-cases.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var cases struct{ Changes []draftCase }
	if err := yaml.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases.Changes) == 0 {
		t.Fatal("no cases")
	}
	c := concept(t)
	byAddress := map[string]*compare.Change{}
	for i := range c.Changes {
		ch := &c.Changes[i]
		byAddress[strings.Join(ch.OldAddresses(), "+")+">"+strings.Join(ch.NewAddresses(), "+")] = ch
	}
	for _, want := range cases.Changes {
		key := strings.Join(want.Old, "+") + ">" + strings.Join(want.New, "+")
		t.Run(key, func(t *testing.T) {
			ch := byAddress[key]
			if ch == nil {
				t.Fatalf("no such change (%s): %s", want.Case, want.Note)
			}
			want.check(t, ch)
		})
	}
}

func (want draftCase) check(t *testing.T, ch *compare.Change) {
	t.Helper()
	if ch.Kind != want.Kind {
		t.Errorf("%s: kind %s, want %s", want.Case, ch.Kind, want.Kind)
	}
	for _, f := range []struct {
		name string
		got  bool
		want *bool
	}{{"renumbered", ch.Renumbered, want.Renumbered}, {"moved", ch.Moved, want.Moved}, {"retitled", ch.Retitled, want.Retitled}} {
		if f.want != nil && f.got != *f.want {
			t.Errorf("%s: %s %v, want %v", want.Case, f.name, f.got, *f.want)
		}
	}
	if want.Significance != "" && ch.Significance != want.Significance {
		t.Errorf("%s: %s %v, want %s", want.Case, ch.Significance, ch.Reasons, want.Significance)
	}
	for _, r := range want.Reasons {
		if !slices.ContainsFunc(reasonTexts(ch.Reasons), func(s string) bool { return strings.Contains(s, r) }) {
			t.Errorf("%s: no reason speaks of %s: %q", want.Case, r, reasonTexts(ch.Reasons))
		}
	}
	var deleted, inserted []string
	moved := map[string][]string{} // by "from>to"
	for _, e := range ch.Edits {
		switch e.Op {
		case compare.Delete:
			deleted = append(deleted, strings.TrimSpace(e.Old))
		case compare.Insert:
			inserted = append(inserted, strings.TrimSpace(e.New))
		case compare.Move:
			from, to := e.From, e.To
			if from == "" {
				from = ch.Old[0].Address()
			} else {
				to = ch.New[0].Address()
			}
			moved[from+">"+to] = append(moved[from+">"+to], strings.TrimSpace(e.Old+e.New))
		}
	}
	holds := func(runs []string, text string) bool {
		return slices.ContainsFunc(runs, func(run string) bool { return strings.Contains(run, text) })
	}
	for _, s := range want.DeletedText {
		if !holds(deleted, s) {
			t.Errorf("%s: %q is not deleted in %q", want.Case, s, deleted)
		}
	}
	for _, s := range want.InsertedText {
		if !holds(inserted, s) {
			t.Errorf("%s: %q is not inserted in %q", want.Case, s, inserted)
		}
	}
	for _, m := range want.MovedText {
		if !holds(moved[m.From+">"+m.To], m.Text) {
			t.Errorf("%s: %q is not moved in %q", want.Case, m.Text, moved)
		}
	}
	if want.Only {
		deleted, inserted = slices.DeleteFunc(deleted, isEmpty), slices.DeleteFunc(inserted, isEmpty)
		if d := cmp.Diff([][]string{want.DeletedText, want.InsertedText}, [][]string{deleted, inserted}); d != "" {
			t.Errorf("%s: more differs than that: %s", want.Case, d)
		}
	}
	want.checkExtent(t, ch)
}

func (want draftCase) checkExtent(t *testing.T, ch *compare.Change) {
	t.Helper()
	w := ch.Words
	edited := w.Deleted + w.Inserted + w.MovedIn + w.MovedOut
	share := float64(edited) / float64(2*w.Kept+edited)
	switch want.Extent {
	case "light":
		if share >= 0.15 {
			t.Errorf("%s: %.0f %% of the words edited", want.Case, 100*share)
		}
	case "heavy":
		if share < 0.40 || share > 0.70 {
			t.Errorf("%s: %.0f %% of the words edited", want.Case, 100*share)
		}
	case "":
	default:
		t.Errorf("unknown extent %q", want.Extent)
	}
}

func isEmpty(s string) bool { return s == "" }

// reasonTexts lists reasons by their codes and what they are about.
func reasonTexts(reasons []compare.Reason) []string {
	var out []string
	for _, r := range reasons {
		s := strings.ReplaceAll(string(r.Code), "-", " ")
		for _, it := range r.Items {
			s += " " + it.Old + " → " + it.New
		}
		out = append(out, s)
	}
	return out
}
