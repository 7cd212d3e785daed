package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/revision"
)

// sameClause compares clauses of one revision that was walked twice.
var sameClause = cmp.Comparer(func(x, y *revision.Clause) bool {
	return (x == nil) == (y == nil) && (x == nil || x.Provision == y.Provision && x.Pos == y.Pos)
})

// checkMarshal holds a comparison to be the same after it was written down.
func checkMarshal(t interface {
	Helper()
	Fatalf(string, ...any)
}, c *Comparison,
) {
	t.Helper()
	data, err := c.Marshal()
	if slices.ContainsFunc(c.Changes, func(ch Change) bool { return ch.Pin != nil }) {
		if err == nil {
			t.Fatalf("a comparison that follows a ruling was written down")
		}
		return
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
	got, err := Unmarshal(c.Old, c.New, data)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if diff := cmp.Diff(c.Changes, got.Changes, sameClause, cmp.AllowUnexported(Change{})); diff != "" {
		t.Fatalf("the changes differ after writing and reading:\n%s", diff)
	}
	if diff := cmp.Diff(c.Summary, got.Summary); diff != "" {
		t.Fatalf("the summary differs after writing and reading:\n%s", diff)
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	old, new := concept2007(t), conceptDraft(t)
	data, err := mustCompare(t, old, new).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		old, new *revision.Revision
		data     []byte
		want     string
	}{
		"nothing":          {old, new, nil, "cut off"},
		"half of it":       {old, new, data[:len(data)/2], "cut off"},
		"all but its end":  {old, new, data[:len(data)-1], "cut off"},
		"more than it":     {old, new, append(slices.Clone(data), 0), "follows"},
		"a huge number":    {old, new, append(slices.Repeat([]byte{0xff}, 12), data...), "cut off"},
		"other revisions":  {new, old, data, "stored comparison of"},
		"the same twice":   {old, old, data, "stored comparison of"},
		"too many changes": {old, new, append([]byte{0xff, 0x7f}, data...), "more changes"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Unmarshal(tc.old, tc.new, tc.data)
			if err == nil || c != nil || !strings.Contains(err.Error(), tc.want) {
				t.Fatalf("got %v, want an error with %q", err, tc.want)
			}
		})
	}
}

// FuzzUnmarshal: whatever is read as a comparison is refused, or gives back both
// texts.
func FuzzUnmarshal(f *testing.F) {
	old, new := concept2007(f), conceptDraft(f)
	data, err := mustCompare(f, old, new).Marshal()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Unmarshal(old, new, data)
		if err != nil {
			return
		}
		for i := range c.Changes {
			ch := &c.Changes[i]
			var o, n strings.Builder
			for _, e := range ch.Edits {
				o.WriteString(e.Old)
				n.WriteString(e.New)
			}
			if o.String() != joined(ch.Old) || n.String() != joined(ch.New) {
				t.Fatalf("%s does not give back its texts", ch.ID)
			}
		}
	})
}
