package claim

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

// tree builds a revision of numbered clauses, a line each:
//
//	4.1 Heading | first paragraph | - item of it | second paragraph
func tree(text string) *revision.Revision {
	main := &revision.Provision{Kind: revision.KindComponent}
	clauses := map[string]*revision.Provision{}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		parts := strings.Split(line, "|")
		num, heading, _ := strings.Cut(strings.TrimSpace(parts[0]), " ")
		clause := &revision.Provision{Kind: revision.KindClause, Num: num + ".", Heading: heading}
		clauses[num] = clause
		parent := main
		if i := strings.LastIndexByte(num, '.'); i > 0 && clauses[num[:i]] != nil {
			parent = clauses[num[:i]]
		}
		parent.Children = append(parent.Children, clause)
		for _, p := range parts[1:] {
			p = strings.TrimSpace(p)
			if item, ok := strings.CutPrefix(p, "- "); ok {
				last := clause.Children[len(clause.Children)-1]
				last.Children = append(last.Children, &revision.Provision{Kind: revision.KindItem, Num: "-", Text: item})
				continue
			}
			clause.Children = append(clause.Children, &revision.Provision{Kind: revision.KindParagraph, Text: p})
		}
	}
	rev := &revision.Revision{Components: []*revision.Provision{main}}
	revision.AssignEIDs(rev.Components)
	return rev
}

func mustCompare(t testing.TB, old, now *revision.Revision) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(old, now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// source makes a source of claims; each gets its key and its source.
func source(claims ...*Claim) *Source {
	src := &Source{Key: "src", Publisher: "The Paper", Title: "A piece", Date: "2025-01-02", Language: "en", Claims: claims}
	for i, c := range claims {
		c.Source, c.Speaker, c.Date, c.Quote = src, "The Paper", src.Date, "it is so"
		if c.Key == "" {
			c.Key = fmt.Sprintf("c%d", i+1)
		}
	}
	return src
}

// subject makes a subject of lines as they stand in a file; "!" marks a not.
func subject(lines ...string) *Subject {
	s := &Subject{Key: "s", Name: "S"}
	for _, line := range lines {
		line, not := strings.CutPrefix(line, "!")
		var t Term
		for phrase := range strings.SplitSeq(line, "+") {
			t.All = append(t.All, strings.TrimSpace(phrase))
		}
		if not {
			s.Not = append(s.Not, t)
		} else {
			s.Terms = append(s.Terms, t)
		}
	}
	return s
}

// show prints flags a line each: claim, provision, basis, words, treatment.
func show(flags []Flag) string {
	var b strings.Builder
	for _, f := range flags {
		fmt.Fprintf(&b, "%s %s %s", f.Claim.Key, f.Provision, f.Basis)
		if f.Whole {
			b.WriteString(" whole")
		}
		if len(f.Words) > 0 {
			fmt.Fprintf(&b, " [%s]", strings.Join(f.Words, "|"))
		}
		if t := f.Treatment; t != nil {
			fmt.Fprintf(&b, " → %s %v", t.Fate, t.To)
			if len(t.StillThere) > 0 {
				fmt.Fprintf(&b, " [%s]", strings.Join(t.StillThere, "|"))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

// root is the repository's root, seen from this package.
const root = "../.."

func readRevision(t testing.TB, path string) *revision.Revision {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	res, err := ingest.Read(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: path}, Components: res.Components}
}

// realSources reads the claims files of the repository, in the order of their
// names.
func realSources(t testing.TB) []*Source {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "revisions", "*", "claims", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no claims files found: %v", err)
	}
	var out []*Source
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		src, err := Parse(file, data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, src)
	}
	return out
}
