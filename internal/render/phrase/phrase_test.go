package phrase

import (
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"

	"github.com/google/go-cmp/cmp"
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
		if got := English().Cite(address); got != want {
			t.Errorf("cite(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	c := &report.Change{Kind: compare.Amended, Reasons: []compare.Reason{
		{Code: significance.NameAdded, Items: []compare.Item{{New: "TANAP"}, {New: "TAP"}}, More: 3},
		rendertest.ReasonOf(significance.NumberChanged, "3", "4"),
		rendertest.ReasonOf(significance.Wording, "", ""),
		{Code: significance.MoreReasons, Args: []any{2}},
	}}
	want := []string{"name added: TANAP, TAP, and 3 more", "number: 3 → 4", "wording", "and 2 more"}
	if d := cmp.Diff(want, English().Reasons(c)); d != "" {
		t.Error(d)
	}
	if got := English().Reasons(&report.Change{Kind: compare.New, Reasons: []compare.Reason{rendertest.ReasonOf(significance.NewProvision, "", "")}}); got != nil {
		t.Errorf("a new clause says again that it is new: %v", got)
	}
}

func TestLongDate(t *testing.T) {
	for iso, want := range map[string]string{
		"2007-05-23": "23 May 2007", "2025-10-07": "7 October 2025", "": "", "2007": "2007", "2007-13-01": "2007-13-01", "2007-05-ab": "2007-05-ab",
	} {
		if got := English().Date(iso); got != want {
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
		if got := plain.Visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}
