package sqlite

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// small is a revision with every kind of provision. Its citation stands in for
// its source.
func small(label string) *revision.Revision {
	r := &revision.Revision{
		Meta: revision.Meta{
			Label: label, Title: "Concept", Date: "2007-05-23", Status: revision.InForce,
			Language: "en", Citation: "source of " + label, Note: "a note",
		},
		Components: []*revision.Provision{
			{Kind: revision.KindComponent, EID: "order", Heading: "Order"},
			{Kind: revision.KindComponent, Children: []*revision.Provision{
				{Kind: revision.KindSection, Heading: "Introduction", EID: "introduction"},
				{Kind: revision.KindPart, Num: "Part I", EID: "part-i", Children: []*revision.Provision{
					{Kind: revision.KindClause, Num: "4.1.", Heading: "Aims", Text: "own", EID: "4.1", Children: []*revision.Provision{
						{Kind: revision.KindParagraph, Text: "«Both» № 2", EID: "4.1/p1", Children: []*revision.Provision{
							{Kind: revision.KindItem, Num: "\uf0a7", Text: "first", EID: "4.1/p1/i1"},
							{Kind: revision.KindItem, Num: "\uf0a7", Text: "first", EID: "4.1/p1/i2"},
						}, Notes: []revision.Note{
							{Kind: revision.NoteFootnote, Mark: "1", Text: "a footnote"},
							{Kind: revision.NoteComment, Author: "A. Member", Text: "a comment"},
						}},
					}},
				}},
			}},
		},
	}
	return finish(r)
}

// finish gives r's provisions WIDs and its source.
func finish(r *revision.Revision) *revision.Revision {
	r.Walk(func(p *revision.Provision) bool {
		p.WID = r.Label + "/" + p.Address()
		p.Label = p.Labelled()
		return true
	})
	source := []byte(r.Citation)
	r.Source = revision.Source{Name: r.Label + ".txt", SHA256: hexDigest(source), Size: int64(len(source))}
	return r
}

func save(t testing.TB, s *Store, r *revision.Revision) {
	t.Helper()
	created, err := s.SaveRevision(t.Context(), r, []byte(r.Citation), store.Found{})
	if err != nil || !created {
		t.Fatalf("save: created %v, %v", created, err)
	}
}

func equalRevisions(t testing.TB, want, got *revision.Revision) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-stored +loaded)\n%s", diff)
	}
}

func count(t testing.TB, s *Store, query string) int {
	t.Helper()
	var n int
	if err := s.readers.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// genRevision draws any tree: the store knows nothing of what nests in what.
func genRevision(label string) *rapid.Generator[*revision.Revision] {
	return rapid.Custom(func(t *rapid.T) *revision.Revision {
		text := rapid.OneOf(rapid.SampledFrom([]string{"", "shared", "«Əsas» № 5", "\x00", "'); --"}), rapid.String())
		kind := rapid.SampledFrom([]revision.Kind{
			revision.KindComponent, revision.KindPart, revision.KindSection,
			revision.KindClause, revision.KindParagraph, revision.KindItem,
		})
		r := &revision.Revision{Meta: revision.Meta{
			Label: label, Title: text.Draw(t, "title"), Date: rapid.SampledFrom([]string{"", "2007-05-23"}).Draw(t, "date"),
			Status:   rapid.SampledFrom([]revision.Status{revision.InForce, revision.Draft, revision.Illustrative, revision.Superseded}).Draw(t, "status"),
			Language: text.Draw(t, "language"), Citation: text.Draw(t, "citation"), Note: text.Draw(t, "note"),
		}}
		n := 0
		var tree func(depth int) []*revision.Provision
		tree = func(depth int) []*revision.Provision {
			var out []*revision.Provision
			for range rapid.IntRange(0, 4-depth).Draw(t, "children") {
				n++
				p := &revision.Provision{
					Kind: kind.Draw(t, "kind"), Num: text.Draw(t, "num"), Heading: text.Draw(t, "heading"),
					Text: text.Draw(t, "text"), EID: fmt.Sprintf("e%d", n),
				}
				for range rapid.IntRange(0, 2).Draw(t, "notes") {
					p.Notes = append(p.Notes, revision.Note{
						Kind: rapid.SampledFrom([]revision.NoteKind{revision.NoteFootnote, revision.NoteEditorial, revision.NoteEID}).Draw(t, "note"),
						Mark: text.Draw(t, "mark"), Author: text.Draw(t, "author"), Text: "x" + text.Draw(t, "note text"),
					})
				}
				p.Children = tree(depth + 1)
				out = append(out, p)
			}
			return out
		}
		r.Components = tree(0)
		return finish(r)
	})
}

// Law: what is stored comes back as it was, and each text is stored once.
func TestSaveLoad(t *testing.T) {
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		label := fmt.Sprintf("r%d", n)
		s := mustOpen(t)
		texts := make(map[string]bool)
		for _, label := range []string{label, label + "b"} {
			want := genRevision(label).Draw(rt, label)
			save(t, s, want)
			got, err := s.RevisionByLabel(t.Context(), label)
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("(-stored +loaded)\n%s", diff)
			}
			want.Walk(func(p *revision.Provision) bool {
				texts[string(textDigest(p.Heading, p.Text))] = true
				return true
			})
		}
		if got := count(t, s, `SELECT count(*) FROM text`); got != len(texts) {
			rt.Fatalf("%d texts stored, %d are different", got, len(texts))
		}
	})
}

// An unchanged text of a second revision takes no room.
func TestTextsAreShared(t *testing.T) {
	s := mustOpen(t)
	save(t, s, small("2007"))
	before := count(t, s, `SELECT count(*) FROM text`)
	draft := small("draft")
	draft.Base = "2007"
	draft.Components[1].Children[0].Text = "a new text"
	save(t, s, draft)
	if after := count(t, s, `SELECT count(*) FROM text`); after != before+1 {
		t.Errorf("%d texts before, %d after one was changed", before, after)
	}
}

func TestSaveAgain(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	save(t, s, small("2007"))

	r := small("2007")
	if created, err := s.SaveRevision(ctx, r, []byte(r.Citation), store.Found{}); err != nil || created {
		t.Errorf("the same bytes: created %v, %v", created, err)
	}

	r.Citation = "other bytes"
	finish(r)
	_, err := s.SaveRevision(ctx, r, []byte(r.Citation), store.Found{})
	var taken *store.LabelTakenError
	if !errors.As(err, &taken) {
		t.Fatalf("other bytes: %v", err)
	}
	want := &store.LabelTakenError{Label: "2007", Stored: hexDigest([]byte("source of 2007")), Given: r.Source.SHA256}
	if diff := cmp.Diff(want, taken); diff != "" {
		t.Error(diff)
	}
}

func TestSaveRefuses(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*revision.Revision)
		want   string
	}{
		{"no label", func(r *revision.Revision) { r.Label = "" }, "no label"},
		{"no WID", func(r *revision.Revision) { r.Components[1].Children[0].WID = "" }, "introduction has no WID"},
		{"a WID twice", func(r *revision.Revision) { r.Components[1].Children[0].WID = r.Components[0].WID }, "have the same WID 2007/order"},
		{"an EID twice", func(r *revision.Revision) { r.Components[1].Children[0].EID = "order" }, "UNIQUE"},
		{"wrong digest", func(r *revision.Revision) { r.Source.SHA256 = strings.Repeat("0", 64) }, "SHA-256"},
		{"unknown status", func(r *revision.Revision) { r.Status = "secret" }, "CHECK"},
		{"unknown kind", func(r *revision.Revision) { r.Components[0].Kind = "verse" }, "CHECK"},
		{"odd date", func(r *revision.Revision) { r.Date = "May 2007" }, "CHECK"},
		{"unknown base", func(r *revision.Revision) { r.Base = "1997" }, "FOREIGN KEY"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := mustOpen(t)
			r := small("2007")
			tc.change(r)
			_, err := s.SaveRevision(t.Context(), r, []byte(r.Citation), store.Found{})
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Fatalf("got %v, want %s", err, tc.want)
			}
			if n := count(t, s, `SELECT (SELECT count(*) FROM revision) + (SELECT count(*) FROM provision) + (SELECT count(*) FROM text) + (SELECT count(*) FROM blob)`); n != 0 {
				t.Errorf("%d rows were left behind", n)
			}
		})
	}
}

func TestRevisions(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	if metas, err := s.Revisions(ctx); err != nil || len(metas) != 0 {
		t.Fatalf("an empty store: %v, %v", metas, err)
	}
	old, draft := small("2007"), small("a draft")
	draft.Base = "2007"
	save(t, s, old)
	save(t, s, draft)
	metas, err := s.Revisions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]revision.Meta{old.Meta, draft.Meta}, metas); diff != "" {
		t.Error(diff)
	}
	source, err := s.SourceBytes(ctx, "a draft")
	if err != nil || string(source) != draft.Citation {
		t.Errorf("source %q, %v", source, err)
	}
	for name, ask := range map[string]func() error{
		"revision": func() error { _, err := s.RevisionByLabel(ctx, "drft"); return err },
		"source":   func() error { _, err := s.SourceBytes(ctx, "drft"); return err },
		"claims":   func() error { return s.SetClaimFiles(ctx, "drft", nil) },
	} {
		var missing *store.NotFoundError
		if err := ask(); !errors.As(err, &missing) {
			t.Errorf("%s: got %v", name, err)
		} else if diff := cmp.Diff(&store.NotFoundError{Label: "drft", Labels: []string{"2007", "a draft"}}, missing); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestClaimFiles(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	save(t, s, small("2007"))
	file := func(name, data string) store.ClaimFile {
		return store.ClaimFile{Name: name, SHA256: hexDigest([]byte(data)), Data: []byte(data)}
	}
	for _, files := range [][]store.ClaimFile{
		{file("a.yaml", "one"), file("b.yaml", "two")},
		{file("a.yaml", "one, corrected"), file("c.yaml", "")},
		nil,
	} {
		if err := s.SetClaimFiles(ctx, "2007", files); err != nil {
			t.Fatal(err)
		}
		got, err := s.ClaimFiles(ctx, "2007")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(files, got); diff != "" {
			t.Error(diff)
		}
		digests, err := s.ClaimDigests(ctx)
		if err != nil || len(digests["2007"]) != len(files) {
			t.Errorf("digests %v, %v", digests, err)
		}
	}
}

// A related document is its files as they were set last, and forgotten when there are none.
func TestRelatedFiles(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	file := func(name, data string) store.ClaimFile {
		return store.ClaimFile{Name: name, SHA256: hexDigest([]byte(data)), Data: []byte(data)}
	}
	other := []store.ClaimFile{file("document.yaml", "another")}
	if err := s.SetRelatedFiles(ctx, "other", other); err != nil {
		t.Fatal(err)
	}
	for _, files := range [][]store.ClaimFile{
		{file("document.yaml", "one"), file("text.txt", "words")},
		{file("document.yaml", "one, corrected")},
		nil,
	} {
		if err := s.SetRelatedFiles(ctx, "strategy", files); err != nil {
			t.Fatal(err)
		}
		want := map[string][]store.ClaimFile{"other": other}
		if len(files) > 0 {
			want["strategy"] = files
		}
		got, err := s.RelatedFiles(ctx)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
		digests, err := s.RelatedDigests(ctx)
		if err != nil || len(digests["strategy"]) != len(files) || len(digests["other"]) != 1 {
			t.Errorf("digests %v, %v", digests, err)
		}
		sound(t, s)
	}
}

// What a text is searched by is kept for the build that made it, and can be taken away.
func TestSearchIndex(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	for _, parts := range [][][]byte{{[]byte("one"), []byte("two")}, {[]byte("three")}, nil} {
		if err := s.SaveSearchIndex(ctx, "revision/2007", store.SearchIndex{Build: "b", MadeOf: "words", Parts: parts}); err != nil {
			t.Fatal(err)
		}
		kept, err := s.SearchIndexes(ctx, "b")
		if err != nil || len(kept) != min(1, len(parts)) || len(parts) > 0 && kept["revision/2007"] != "words" {
			t.Errorf("kept %v, %v", kept, err)
		}
		if kept, err := s.SearchIndexes(ctx, "another"); err != nil || len(kept) > 0 {
			t.Errorf("kept for another build: %v, %v", kept, err)
		}
		for i := range 3 {
			want := ""
			if i < len(parts) {
				want = string(parts[i])
			}
			if got, err := s.SearchPart(ctx, "revision/2007", i); err != nil || string(got) != want {
				t.Errorf("part %d is %q, %v", i, got, err)
			}
		}
		sound(t, s)
	}
}

// BenchmarkLoad loads a revision of the size of the 2007 Concept.
func BenchmarkLoad(b *testing.B) {
	s := mustOpen(b)
	r := small("2007")
	for i := range 300 {
		r.Components = append(r.Components, &revision.Provision{
			Kind: revision.KindClause, EID: fmt.Sprint(i), Num: fmt.Sprint(i),
			Text: strings.Repeat(fmt.Sprintf("word%d ", i), 35),
		})
	}
	save(b, s, finish(r))
	for b.Loop() {
		if _, err := s.RevisionByLabel(b.Context(), "2007"); err != nil {
			b.Fatal(err)
		}
	}
}
