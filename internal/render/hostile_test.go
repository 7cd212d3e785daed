package render_test

import (
	"bytes"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"

	"conceptdiff/internal/compare"

	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// Hostile text never acts: no control character reaches a terminal or a file,
// and only our own escape sequences are written, only when colour is asked for.
func TestHostileControls(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.Hostile())
	for _, f := range formats {
		var b bytes.Buffer
		if err := f.write(&b, r, f.options); err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		out := b.String()
		if f.options.Color {
			out = colourCode.ReplaceAllString(out, "")
		}
		if strings.HasSuffix(f.name, ".json") {
			continue // keeps every character, escaped; encoding/json sees to the controls
		}
		for _, c := range out {
			if c != '\n' && (c < ' ' || plain.Acts(c) && c != '\ufffd') {
				t.Errorf("%s: writes %U", f.name, c)
				break
			}
		}
	}
}

// A source's address that is not of the web is shown and not linked.
func TestHostileLink(t *testing.T) {
	html := pages(t, rendertest.MustBuild(t, rendertest.Hostile()))["report"]
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
	r := rendertest.MustBuild(t, rendertest.Hostile())
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
	r := rendertest.MustRealPair(t)
	var b bytes.Buffer
	if err := markdown.Diff(&b, r, render.Options{Full: true}); err != nil {
		t.Fatal(err)
	}
	wantStruck, wantStrong := 2, 2   // the legend
	wantStrong += len(r.Notices) + 3 // and the sums of the words
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
