package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

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

// hostile is a report in which every text is hostile.
func hostile() report.Input {
	evil := hostileMarkup + hostileTerminal + hostileMarkdown
	f := fixture{
		old: revision.Meta{
			Label: evil, Title: evil, Date: evil, Status: revision.Draft, Language: `en" onload="x`, Citation: evil, Note: evil,
			Source: revision.Source{Name: evil, SHA256: evil},
		},
		new: revision.Meta{Label: evil, Title: evil, Status: revision.Illustrative, Note: evil},
		changes: []changeSpec{
			{
				compare.Change{ID: `c"><script>`, Kind: compare.Amended, Significance: compare.Substantive, Reasons: []compare.Reason{reasonOf(significance.Wording, evil, evil)}, Basis: basisOf(compare.Code(evil))},
				[]string{"1|" + strings.ReplaceAll(evil, "|", "") + "|hpi"},
				[]string{"1|" + strings.ReplaceAll(evil, "|", "") + "|hpi"},
				evil + "\n[-" + evil + "-]{+" + evil + "x+} " + evil + "\n[~" + evil + "~ → 1]{~" + evil + "~ ← 1}",
			},
			{compare.Change{ID: "c-2", Kind: compare.New, Significance: compare.Substantive}, nil, []string{`2" onmouseover="x|2|t`}, "{+" + evil + "+}"},
			{compare.Change{ID: "c-3", Kind: compare.Removed, Significance: compare.Substantive}, []string{`3<b>|3|t`}, nil, "[-" + evil + "-]"},
		},
	}
	in := report.Input{Comparison: f.build()}
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

// Hostile text never acts: no control character reaches a terminal or a file,
// and only our own escape sequences are written, only when colour is asked for.
func TestHostileControls(t *testing.T) {
	r := mustBuild(t, hostile())
	for _, f := range formats {
		var b bytes.Buffer
		if err := f.write(&b, r, f.options); err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		out := b.String()
		if f.options.Color {
			for _, s := range append(sgr[:], sgrEnd) {
				if s != "" {
					out = strings.ReplaceAll(out, s, "")
				}
			}
		}
		if strings.HasSuffix(f.name, ".json") {
			continue // keeps every character, escaped; encoding/json sees to the controls
		}
		for _, c := range out {
			if c != '\n' && (c < ' ' || acts(c) && c != '\ufffd') {
				t.Errorf("%s: writes %U", f.name, c)
				break
			}
		}
	}
}

// A source's address that is not of the web is shown and not linked.
func TestHostileLink(t *testing.T) {
	html := pages(t, mustBuild(t, hostile()))["report"]
	if strings.Contains(html, `href="javascript`) {
		t.Error("a javascript: address became a link")
	}
	if !strings.Contains(html, "javascript:alert(1)") {
		t.Error("the address is not shown")
	}
}

func parseMarkdown(source []byte) ast.Node {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	return md.Parser().Parse(text.NewReader(source))
}

// Markdown written from hostile text holds no mark-up but ours.
func TestHostileMarkdown(t *testing.T) {
	r := mustBuild(t, hostile())
	for _, f := range formats {
		if !strings.HasSuffix(f.name, ".md") {
			continue
		}
		var b bytes.Buffer
		if err := f.write(&b, r, f.options); err != nil {
			t.Fatal(err)
		}
		root := parseMarkdown(b.Bytes())
		err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n.Kind() {
			case ast.KindRawHTML, ast.KindHTMLBlock, ast.KindLink, ast.KindAutoLink, ast.KindImage, ast.KindCodeSpan,
				ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindThematicBreak:
				if entering {
					t.Errorf("%s: a %s broke out", f.name, n.Kind())
				}
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Every deleted run of the real pair is struck and every inserted one strong
// when the Markdown is read: none is left as bare marks.
func TestMarkdownMarksAreRead(t *testing.T) {
	r := mustRealPair(t)
	var b bytes.Buffer
	if err := DiffMarkdown(&b, r, Options{Full: true}); err != nil {
		t.Fatal(err)
	}
	wantStruck, wantStrong := 2, 2 // the legend
	wantStrong += len(r.Notices)
	for _, p := range r.Accounting.Parts {
		if p.Old != nil && p.New != nil {
			wantStrong += 3
		}
	}
	for _, c := range r.Changes {
		for _, row := range c.Rows() {
			for _, run := range row.Runs {
				switch {
				case run.Op == compare.Keep || strings.TrimSpace(run.Old+run.New) == "":
				case run.Old != "":
					wantStruck++
				default:
					wantStrong++
				}
			}
		}
	}
	struck, strong := 0, 0
	err := ast.Walk(parseMarkdown(b.Bytes()), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch n := n.(type) {
			case *extast.Strikethrough:
				struck++
			case *ast.Emphasis:
				if n.Level == 2 {
					strong++
				}
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if struck != wantStruck || strong != wantStrong {
		t.Errorf("%d struck, want %d; %d strong, want %d", struck, wantStruck, strong, wantStrong)
	}
}
