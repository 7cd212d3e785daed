package render_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"

	"github.com/yuin/goldmark/ast"
)

// readable is what a person reads of a rendered document: words and single
// spaces, without mark-up.
func readable(t *testing.T, f format, r report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, r, f.options); err != nil {
		t.Fatal(err)
	}
	s := b.String()
	switch {
	case strings.HasSuffix(f.name, ".html"), strings.HasSuffix(f.name, ".svg"), strings.HasSuffix(f.name, ".akn"):
		s, _ = cutScript(styleElement.ReplaceAllString(s, ""))
		s = html.UnescapeString(anyTag.ReplaceAllString(s, " "))
	case strings.HasSuffix(f.name, ".md"):
		s = markdownText(b.Bytes())
	default:
		s = colourCode.ReplaceAllString(s, "")
	}
	return spaces.ReplaceAllString(punctuated.ReplaceAllString(s, "$1"), " ")
}

var (
	colourCode = regexp.MustCompile(`\x1b\[[0-9;]*m`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
	spaces     = regexp.MustCompile(`\s+`)
	punctuated = regexp.MustCompile(`\s+([,;:.)])`) // a tag before punctuation left a space
)

// markdownText joins the text of a Markdown document's blocks.
func markdownText(source []byte) string {
	var b strings.Builder
	_ = ast.Walk(parseMarkdown(source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				value := html.UnescapeString(string(n.Value(source)))
				b.WriteString(strings.ReplaceAll(unescapeMarkdown.Replace(value), "\u2060", ""))
				if n.SoftLineBreak() {
					b.WriteByte(' ')
				}
			}
		default:
			if n.Type() == ast.TypeBlock {
				b.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

var unescapeMarkdown = strings.NewReplacer(`\\`, `\`, "\\`", "`", `\*`, "*", `\_`, "_", `\[`, "[", `\]`, "]", `\~`, "~",
	`\|`, "|", `\#`, "#", `\!`, "!", `\$`, "$", `\/`, "/", `\@`, "@", `\.`, ".", `\+`, "+", `\-`, "-", `\=`, "=", `\)`, ")")

// The same counts and the same changes, with the same numbers, stand in every
// format that people read.
func TestFormatsAgree(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
		for _, f := range formats {
			if strings.HasSuffix(f.name, ".json") || strings.HasSuffix(f.name, ".svg") {
				continue // they have tests of their own
			}
			t.Run(r.Old.Label+"/"+f.name, func(t *testing.T) {
				got := readable(t, f, r)
				for _, n := range r.Notices {
					wantIn(t, got, f.options.Phrases().Notice(n))
				}
				p := f.options.Phrases()
				for _, s := range p.AccountSentences(&r) {
					wantIn(t, got, s)
				}
				runs := renumberings(p, &r)
				for _, c := range r.Changes {
					if c.Untouched() && f.name == "stat.txt" || runs[c] != "" && saysLine(got, runs[c]) {
						continue
					}
					wantIn(t, got, statName(f, c))
				}
				if !strings.HasPrefix(f.name, "report") {
					return
				}
				for _, v := range r.Sources {
					for _, s := range v.Statements {
						wantIn(t, got, p.Statement(s.Claim))
						for _, q := range p.Quotations(s.Claim) {
							wantIn(t, got, strings.Trim(plain.Visible(q), "“”"))
						}
					}
				}
				for _, e := range r.Expectations {
					wantIn(t, got, p.Word(string(e.Standing)))
					wantIn(t, got, p.Sentence(p.Ground(e.Why)))
				}
				for _, rem := range r.Removed() {
					wantIn(t, got, p.Cite(rem.Old.Address))
				}
				for _, v := range r.Provisions {
					wantIn(t, got, p.Cite(v.Address))
				}
				for _, passage := range p.Method(&r) {
					for _, s := range passage.Text {
						wantIn(t, got, s)
					}
				}
			})
		}
	}
}

// statName is how a change is named in a format: the figures alone cut long
// names, and untouched clauses are listed by number where they are folded.
func statName(f format, c *report.Change) string {
	p := f.options.Phrases()
	switch {
	case f.name == "stat.txt":
		return shortName(plain.Visible(p.Numbers(c)))
	case (strings.HasPrefix(f.name, "diff") || f.options.Audience == render.Drafter) && !strings.HasSuffix(f.name, ".html") && (c.Untouched() || c.Lone):
		return p.Numbers(c)
	}
	return p.ChangeName(c)
}

// renumberings are the lines that tell of several changes at once.
func renumberings(p phrase.Phrases, r *report.Report) map[*report.Change]string {
	out := map[*report.Change]string{}
	for _, s := range report.Stretches(r.Changes, false, false) {
		for _, c := range s.Changes {
			if s.Telling == report.AsNumbers && len(s.Changes) > 1 {
				out[c] = p.Renumbering(s.Changes)
			}
		}
	}
	return out
}

func saysLine(got, want string) bool {
	return strings.Contains(got, spaces.ReplaceAllString(punctuated.ReplaceAllString(want, "$1"), " "))
}

func wantIn(t *testing.T, got, want string) {
	t.Helper()
	if !saysLine(got, want) {
		t.Errorf("does not say: %s", want)
	}
}

// A pairing that is uncertain is marked so in every format.
func TestUncertainIsMarked(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	if r.Uncertain != 1 {
		t.Fatalf("%d uncertain changes, want 1", r.Uncertain)
	}
	for _, f := range formats {
		var b bytes.Buffer
		if err := f.write(&b, r, f.options); err != nil {
			t.Fatal(err)
		}
		mark, want := "uncertain", 2 // once where it is counted, and once at the change
		if strings.HasSuffix(f.name, ".json") {
			mark, want = `"uncertain":true`, 1
		}
		if n := strings.Count(b.String(), mark); n < want {
			t.Errorf("%s says %s %d times", f.name, mark, n)
		}
	}
}

// shortName is a name as the list of figures has room for it.
func shortName(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:23]) + "…"
	}
	return s
}
