package rendertest

import (
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// What a text can hold to break out of each format.
const (
	hostileMarkup   = `</p></style><script>alert(1)</script><img src=x onerror=alert(1)> " ' & {{.}} </title>`
	hostileTerminal = "\x1b]0;owned\x07\x1b[2Jgone\x9b31m \u202egnol\u202c \x00\x7f"
	hostileMarkdown = "**b** _i_ ~~s~~ `c` [l](javascript:x) ![i](x) <b>h</b> # 1. - > | https://evil.example www.evil.example a@evil.example"
)

// Hostile is a report in which every text is hostile.
func Hostile() report.Input {
	evil := hostileMarkup + hostileTerminal + hostileMarkdown
	f := Fixture{
		Old: revision.Meta{
			Label: evil, Title: evil, Date: evil, Status: revision.Draft, Language: `en" onload="x`, Citation: evil, Note: evil,
			Source: revision.Source{Name: evil, SHA256: evil},
		},
		New: revision.Meta{Label: evil, Title: evil, Status: revision.Illustrative, Note: evil},
		Changes: []ChangeSpec{
			{
				compare.Change{ID: `c"><script>`, Kind: compare.Amended, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.Wording, evil, evil)}, Basis: basisOf(compare.Code(evil))},
				[]string{"1|" + strings.ReplaceAll(evil, "|", "") + "|hpi"},
				[]string{"1|" + strings.ReplaceAll(evil, "|", "") + "|hpi"},
				evil + "\n[-" + evil + "-]{+" + evil + "x+} " + evil + "\n[~" + evil + "~ → 1]{~" + evil + "~ ← 1}",
			},
			{compare.Change{ID: "c-2", Kind: compare.New, Significance: compare.Substantive}, nil, []string{`2" onmouseover="x|2|t`}, "{+" + evil + "+}"},
			{compare.Change{ID: "c-3", Kind: compare.Removed, Significance: compare.Substantive}, []string{`3<b>|3|t`}, nil, "[-" + evil + "-]"},
		},
	}
	in := report.Input{Comparison: f.Build()}
	src := &claim.Source{Key: evil, Publisher: evil, Title: evil, Date: evil, URL: "javascript:alert(1)", Language: `"><script>`, Note: evil}
	cl := &claim.Claim{Key: evil, Source: src, Speaker: evil, Role: evil, Date: evil, Says: claim.Fulfilled, Quote: evil, Gist: evil}
	via := &claim.Claim{Key: "via", Source: src, Speaker: evil, Says: claim.Expected, Reported: evil, Via: evil}
	src.Claims = []*claim.Claim{cl, via}
	in.Sources = []*claim.Source{src}
	in.Flags = []claim.Flag{{
		Claim: cl, Clause: "1", Provision: "1/p1", Text: evil, Basis: claim.SameSubject,
		Sentences: []claim.Sentence{{Text: evil}}, Words: []string{"<script>"},
		Treatment: &claim.Treatment{Fate: claim.Amended, To: []string{"1/p1", `9"><b>`}, StillThere: []string{"<script>"}, NewText: evil},
	}}
	in.Unannounced = []claim.Removal{{Unit: claim.OneSentence, Clause: `3<b>`, Provision: `3<b>`, Text: evil}}
	in.Expectations = []claim.Expectation{{
		Claim: via, Standing: claim.Met, Why: compare.Ground{Code: compare.Code(evil)}, Flags: in.Flags,
		Shown: []claim.Showing{{Clause: "1", Provision: "1/p1", Text: evil, Words: []string{evil}}},
	}}
	in.Checks = []claim.Check{{Source: src, Clause: evil, Quoted: evil, Result: claim.Differs, Stored: evil}}
	return in
}
