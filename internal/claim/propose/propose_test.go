package propose

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"

	"github.com/rogpeppe/go-internal/txtar"
)

// mostOthers is how many sentences that state nothing may be taken beside those that
// do.
const mostOthers = 4

// Invented articles about invented plans: every sentence that states something is
// taken, with who says it, and few others; what is quoted of the plan stands at its
// paragraph.
func TestArticles(t *testing.T) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	if len(cases) < 2 {
		t.Fatal("found no articles")
	}
	for _, path := range cases {
		t.Run(filepath.Base(path), func(t *testing.T) {
			file, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range file.Files {
				parts[f.Name] = string(f.Data)
			}
			p := proposeText(t, parts["plan.txt"], parts["article.txt"])
			checkStatements(t, p, lines(parts["want.txt"]))
			checkMissed(t, p, lines(parts["missed.txt"]))
			checkPassages(t, p, lines(parts["quoted.txt"]))
			checkFile(t, p)
		})
	}
}

func lines(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }) }

// checkMissed holds what the program is known not to see against what it takes, so that
// the figures in docs/claims.md stay true.
func checkMissed(t *testing.T, p *Proposal, missed []string) {
	t.Helper()
	for _, opening := range missed {
		for _, s := range p.Statements {
			if strings.HasPrefix(s.Text, opening) {
				t.Errorf("taken now: %q; it is no longer missed", opening)
			}
		}
	}
}

func proposeText(t *testing.T, plan, article string) *Proposal {
	t.Helper()
	read := func(name, text string) *ingest.Result {
		r, err := ingest.Read(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := read("plan.txt", plan)
	rev := &revision.Revision{Meta: revision.Meta{Label: "plan", Title: r.Title, Language: r.Language}, Components: r.Components}
	a := read("article.txt", article)
	var paragraphs []string
	for line := range strings.SplitSeq(article, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return Propose(Article{
		Name: "article.txt", SHA256: strings.Repeat("0", 64), Length: len(article), Language: a.Language, Paragraphs: paragraphs,
	}, rev, SignalsFor(a.Language))
}

func checkStatements(t *testing.T, p *Proposal, want []string) {
	t.Helper()
	taken := map[int]bool{}
	for _, line := range want {
		speaker, opening, _ := strings.Cut(line, " | ")
		found := false
		for i, s := range p.Statements {
			if !strings.HasPrefix(s.Text, opening) {
				continue
			}
			found, taken[i] = true, true
			who := s.Speaker
			if !s.Quoted {
				who = p.Publisher
			}
			if who != speaker {
				t.Errorf("%q is said by %q, want %q", opening, who, speaker)
			}
		}
		if !found {
			t.Errorf("not taken: %s", line)
		}
	}
	others := 0
	for i, s := range p.Statements {
		if !taken[i] {
			others++
			t.Logf("also taken: %s (%v)", s.Text, s.Signals)
		}
	}
	if others > mostOthers {
		t.Errorf("%d others", others)
	}
}

func checkPassages(t *testing.T, p *Proposal, want []string) {
	t.Helper()
	for i, line := range want {
		at, opening, _ := strings.Cut(line, " ")
		if i >= len(p.Passages) || p.Passages[i].Provision != at || !strings.HasPrefix(p.Passages[i].Text, opening) {
			t.Errorf("not found: %s", line)
		}
	}
	if len(p.Passages) > len(want) {
		t.Errorf("also quoted: %+v", p.Passages[len(want):])
	}
}

// checkFile holds the file to what is promised: every quotation is a slice of the
// article at the place that is given, and it is refused until somebody says what each
// statement says; then it can be read.
func checkFile(t *testing.T, p *Proposal) {
	t.Helper()
	text := quote.NewText(p.Article.Paragraphs)
	for _, s := range p.Statements {
		if text.At(s.Pin) != s.Text {
			t.Errorf("at %s stands %q, not %q", s.Pin, text.At(s.Pin), s.Text)
		}
	}
	for _, q := range p.Passages {
		if text.At(q.Pin) != q.Text {
			t.Errorf("at %s stands %q, not %q", q.Pin, text.At(q.Pin), q.Text)
		}
	}
	file := string(p.Write("plan"))
	if _, err := claim.Parse("p.yaml", []byte(file)); err == nil || !strings.Contains(err.Error(), `"says" is empty`) {
		t.Errorf("a proposal is not refused for what is not decided: %v", err)
	}
	decided := strings.NewReplacer("says:  #", "says: fulfilled #", "gist:", "gist: Somebody says so.", "speaker:\n", "speaker: X\n").Replace(file)
	_, faults, err := claim.CheckCopies("p.yaml", []byte(decided), func(string, string) (*claim.Copy, error) {
		return &claim.Copy{SHA256: p.Article.SHA256, Length: p.Article.Length, Text: text}, nil
	})
	if err != nil || len(faults) > 0 {
		t.Errorf("a decided proposal is not accepted: %v, %v", err, faults)
	}
}

// The piece of Modern.az quotes clause 4.1.1 in another translation.
func TestModernAz(t *testing.T) {
	const root = "../../../"
	article, err := os.ReadFile(root + "../shared/texts/modern-az-2025-10-17.txt")
	if err != nil {
		t.Skip("the article is not here")
	}
	concept, err := os.ReadFile(root + "revisions/2007/concept-2007.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := proposeText(t, string(concept), string(article))
	const mp = "Aydın Mirzəzadə"
	checkStatements(t, p, []string{
		"Modern.az | Azerbaijan's National Security Concept WILL",
		"Modern.az | As can be seen, most",
		"Modern.az | That is, now neither",
		"Modern.az | Taking this and new",
		"Modern.az | Speaking to",
		mp + " | The most important thing",
		"Modern.az | The MP noted",
		mp + " | The biggest problems",
		mp + " | Our lands have been",
		mp + " | Therefore, amendments",
		mp + " | In addition to removing",
	})
	if len(p.Passages) < 14 {
		t.Errorf("%d passages of the document", len(p.Passages))
	}
	for _, q := range p.Passages {
		if q.Provision != "4.1.1" && !strings.HasPrefix(q.Provision, "4.1.1/") {
			t.Errorf("%q is found at %s", q.Text, q.Provision)
		}
	}
	checkFile(t, p)
}
