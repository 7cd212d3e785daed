package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
)

func TestCite(t *testing.T) {
	for address, want := range map[string]string{
		"4.1.1":         "4.1.1",
		"4.1.1/p6/i2":   "4.1.1, paragraph 6, item 2",
		"order/4.1":     "order/4.1",
		"order/p2":      "order, paragraph 2",
		"introduction":  "introduction",
		"title-ii/p1":   "title-ii, paragraph 1",
		"annex/i/p":     "annex/i/p",
		"part-1/point2": "part-1/point2",
	} {
		if got := english().cite(address); got != want {
			t.Errorf("cite(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	c := &report.Change{Kind: compare.Amended, Reasons: []compare.Reason{
		{Code: significance.NameAdded, Items: []compare.Item{{New: "TANAP"}, {New: "TAP"}}, More: 3},
		reasonOf(significance.NumberChanged, "3", "4"),
		reasonOf(significance.Wording, "", ""),
		{Code: significance.MoreReasons, Args: []any{2}},
	}}
	want := []string{"name added: TANAP, TAP, and 3 more", "number: 3 → 4", "wording", "and 2 more"}
	if d := cmp.Diff(want, english().reasons(c)); d != "" {
		t.Error(d)
	}
	if got := english().reasons(&report.Change{Kind: compare.New, Reasons: []compare.Reason{reasonOf(significance.NewProvision, "", "")}}); got != nil {
		t.Errorf("a new clause says again that it is new: %v", got)
	}
}

func TestLongDate(t *testing.T) {
	for iso, want := range map[string]string{
		"2007-05-23": "23 May 2007", "2025-10-07": "7 October 2025", "": "", "2007": "2007", "2007-13-01": "2007-13-01", "2007-05-ab": "2007-05-ab",
	} {
		if got := english().date(iso); got != want {
			t.Errorf("longDate(%q) = %q, want %q", iso, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain ə ğ Ж":         "plain ə ğ Ж",
		"a\x1b[31mb":          "a␛[31mb",
		"tab\tline\nend":      "tab line end",
		"\u202eabc\u2069":     "\ufffdabc\ufffd",
		"bad\xffbyte\x9b":     "bad\ufffdbyte\ufffd",
		"no\u00a0break\u00ad": "no\u00a0break\u00ad",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

// Words that tie a provision are marked where they stand, once where two of
// them overlap, and everything is escaped.
func TestMarking(t *testing.T) {
	got := string(marking("the <occupied> occupied territories", []string{"occupied territories", "occupied"}))
	want := "the &lt;<mark>occupied</mark>&gt; <mark>occupied territories</mark>"
	if got != want {
		t.Errorf("got %s", got)
	}
}

// A filtered comparison says in every format that it is filtered.
func TestFilteredSaysSo(t *testing.T) {
	r, err := mustBuild(t, waterPlan()).Only(report.Filter{Kinds: []compare.Kind{compare.New}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		if strings.HasPrefix(f.name, "report") || strings.HasSuffix(f.name, ".svg") { // both show the whole
			continue
		}
		got := readable(t, f, r)
		if strings.HasSuffix(f.name, ".json") {
			wantIn(t, got, `"filter":"new"`)
			continue
		}
		wantIn(t, got, f.options.phrases().shown(&r))
		if strings.Contains(got, "lake lies") {
			t.Errorf("%s shows what was filtered out", f.name)
		}
	}
}
