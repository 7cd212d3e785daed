package workspace

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/words"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/publication"
	"conceptdiff/internal/workspace/reading"
)

// Search finds passages of the named revisions or, where none is named, of all that are
// stored, of the documents around them, and of the publications that claims files quote
// and what these quote. most is how many are told, 0 for all.
func (w *Workspace) Search(ctx context.Context, query string, args []string, most int) ([]search.Hit, error) {
	s := searching{w: w}
	for _, arg := range args {
		if reading.IsPath(arg) {
			doc, err := w.Document(ctx, arg)
			if err != nil {
				return nil, err
			}
			s.in = append(s.in, search.Of("revision", relate.TextOf(doc.Revision)))
			continue
		}
		if err := s.open(ctx); err != nil {
			return nil, err
		}
		if err := s.revision(ctx, arg); err != nil {
			return nil, err
		}
	}
	if len(args) == 0 {
		if err := s.everything(ctx); err != nil {
			return nil, err
		}
	}
	return search.Find(query, s.in, most)
}

// searching gathers what is searched: each text's index as it is kept, else made now and
// kept for the next.
type searching struct {
	w     *Workspace
	lib   *library
	metas []revision.Meta
	kept  map[string]string // of what words, by the name of the text
	in    []search.Indexed
	used  map[string]bool // names
}

func (s *searching) open(ctx context.Context) (err error) {
	if s.lib != nil {
		return nil
	}
	if s.lib, err = s.w.open(ctx, toRead); err != nil {
		return err
	}
	if s.metas, err = s.lib.store.Revisions(ctx); err != nil {
		return err
	}
	s.used = map[string]bool{}
	s.kept, err = s.lib.store.SearchIndexes(ctx, s.w.opts.Build)
	return err
}

// everything takes all that is stored, and forgets the indexes of what is no longer.
func (s *searching) everything(ctx context.Context) error {
	if err := s.open(ctx); err != nil {
		return err
	}
	for label, source := range s.lib.held().onDisk {
		if !s.looked(label) {
			s.w.begin(func() { _, _ = source.changed() }) // side by side; each is asked for below
		}
	}
	for _, m := range s.metas {
		if err := s.revision(ctx, m.Label); err != nil {
			return err
		}
	}
	documents, err := s.lib.held().related(ctx)
	if err != nil {
		return err
	}
	for _, d := range documents {
		if err := s.text(ctx, "document", "document/"+d.Key, fingerprint(d), d.Recorded, func() (*relate.Text, error) { return d.Text(), nil }); err != nil {
			return err
		}
	}
	for name := range s.kept {
		if !s.used[name] {
			if err := passing(s.lib.store.SaveSearchIndex(ctx, name, store.SearchIndex{})); err != nil {
				return err
			}
		}
	}
	return nil
}

// revision takes a stored revision with the claims files about it and the copies of what
// they quote.
func (s *searching) revision(ctx context.Context, label string) error {
	held := s.lib.held()
	if err := held.refused[label]; err != nil {
		return err
	}
	at := slices.IndexFunc(s.metas, func(m revision.Meta) bool { return m.Label == label })
	if at < 0 {
		_, err := s.lib.revision(ctx, label) // which names the nearest
		return err
	}
	if !s.looked(label) {
		if path, err := held.changedSource(label); err != nil || path != "" {
			return cmp.Or(err, changedError(label, path))
		}
		if err := s.sawFile(ctx, label); err != nil {
			return err
		}
	}
	if err := s.text(ctx, "revision", "revision/"+label, s.metas[at].Source.SHA256, false, func() (*relate.Text, error) {
		r, err := s.lib.revision(ctx, label)
		if err != nil {
			return nil, err
		}
		return relate.TextOf(r), nil
	}); err != nil {
		return err
	}
	if err := held.badClaims[label]; err != nil {
		return err
	}
	digests, err := s.lib.store.ClaimDigests(ctx)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(digests[label])) {
		make := func() (*relate.Text, error) { return s.claims(ctx, label, name) }
		if copied, is := strings.CutPrefix(name, store.SourcePrefix); is {
			make = func() (*relate.Text, error) { return s.publication(ctx, label, copied) }
		}
		if err := s.text(ctx, "source", "source/"+label+"/"+name, digests[label][name], false, make); err != nil {
			return err
		}
	}
	return nil
}

// looked reports whether an earlier search has held the file of a revision against what was
// stored, and the file has been left alone since, by its size and time. Another command
// looks at its bytes.
func (s *searching) looked(label string) bool {
	name := "file/" + label
	s.used[name] = true
	source := s.lib.held().onDisk[label]
	return source == nil || s.kept[name] != "" && s.kept[name] == source.stamp()
}

// sawFile keeps that the file of a revision is the one that was stored.
func (s *searching) sawFile(ctx context.Context, label string) error {
	if source := s.lib.held().onDisk[label]; source != nil && source.stamp() != "" {
		return s.lib.keepIndex(ctx, "file/"+label, source.stamp(), [][]byte{[]byte(label)})
	}
	return nil
}

// claims is what a claims file quotes and reports, a passage a claim.
func (s *searching) claims(ctx context.Context, label, name string) (*relate.Text, error) {
	files, err := s.lib.store.ClaimFiles(ctx, label)
	if err != nil {
		return nil, err
	}
	t := &relate.Text{Key: name}
	for _, f := range files {
		if f.Name != name {
			continue
		}
		src, err := claim.Parse(f.Name, f.Data)
		if err != nil {
			return nil, err
		}
		t.Key, t.Language = src.Key, src.Language
		for _, c := range src.Claims {
			t.Passages = append(t.Passages, relate.Passage{Address: c.Key, Clause: c.Key, Text: c.Quote + c.Reported})
		}
	}
	return t, nil
}

// publication is a copy of what a claims file quotes, a passage a paragraph.
func (s *searching) publication(ctx context.Context, label, name string) (*relate.Text, error) {
	data, err := s.lib.store.ClaimSource(ctx, label, name)
	if err != nil {
		return nil, err
	}
	paragraphs, language, err := publication.Paragraphs(ctx, name, data)
	t := &relate.Text{Key: name, Language: language}
	for i, p := range paragraphs {
		t.Passages = append(t.Passages, relate.Passage{Address: "p" + strconv.Itoa(i+1), Text: p})
	}
	return t, err
}

// text takes a text by its name: as its index is kept, else made now and kept, as far as
// the store can be written to.
func (s *searching) text(ctx context.Context, kind, name, madeOf string, gists bool, make func() (*relate.Text, error)) error {
	s.used[name] = true
	if s.kept[name] == madeOf {
		s.in = append(s.in, search.Indexed{Kind: kind, Gists: gists, Part: func(i int) ([]byte, error) { return s.lib.store.SearchPart(ctx, name, i) }})
		return nil
	}
	t, err := make()
	if err != nil {
		return err
	}
	parts := search.Build(t)
	s.in = append(s.in, search.Indexed{Kind: kind, Gists: gists, Part: func(i int) ([]byte, error) { return parts[i], nil }})
	return s.lib.keepIndex(ctx, name, madeOf, parts)
}

// keepIndex keeps what a text is searched by for the next search.
func (l *library) keepIndex(ctx context.Context, name, madeOf string, parts [][]byte) error {
	if l.w.opts.Build == "" {
		return nil
	}
	return passing(l.store.SaveSearchIndex(ctx, name, store.SearchIndex{Build: l.w.opts.Build, MadeOf: madeOf, Parts: parts}))
}

// fingerprint is another text whenever the words of a document are others.
func fingerprint(d *relate.Document) string {
	var b strings.Builder
	for i := range d.Passages {
		fmt.Fprintf(&b, "%q %q\n", d.Passages[i].Address, d.Passages[i].Text)
	}
	return file.Digest([]byte(d.Language + "\n" + b.String()))
}

// Concord holds two languages of one text against each other. Two texts in one language
// are refused: they are revisions, and diff compares those.
func (w *Workspace) Concord(ctx context.Context, a, b string) (x, y *revision.Revision, differences []concord.Difference, err error) {
	docs, err := w.Documents(ctx, a, b)
	if err != nil {
		return nil, nil, nil, err
	}
	x, y = docs[0].Revision, docs[1].Revision
	if l := words.Primary(x.Language); l == words.Primary(y.Language) && l != "" && a != b {
		return nil, nil, nil, fault.Hint(fmt.Errorf("%s and %s are both in the language %q", x.Label, y.Label, l),
			"conceptdiff diff %s %s compares two texts in one language", a, b)
	}
	return x, y, concord.Check(x, y), nil
}
