package render_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// greek writes every Latin letter of a text in Greek, so that whatever Latin
// letters a rendered document holds are ours.
func greek(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'α' + (r-'a')%17
		case r >= 'A' && r <= 'Z':
			return 'Α' + (r-'A')%17
		}
		return r
	}, s)
}

// greekPlan is the water plan with its texts and sources in Greek letters.
func greekPlan() report.Input {
	in := rendertest.WaterPlan()
	for _, side := range []*revision.Revision{in.Comparison.Old, in.Comparison.New} {
		side.Label, side.Title, side.Citation, side.Note = greek(side.Label), greek(side.Title), greek(side.Citation), greek(side.Note)
		side.Source.Name, side.Source.SHA256 = greek(side.Source.Name), strings.Repeat("0", 64)
		side.Walk(func(p *revision.Provision) bool {
			p.Heading, p.Text = greek(p.Heading), greek(p.Text)
			return true
		})
	}
	c := in.Comparison
	c.OldClauses, c.NewClauses = regrouped(c.OldClauses, c.Old), regrouped(c.NewClauses, c.New)
	for i := range c.Changes {
		ch := &c.Changes[i]
		ch.Old, ch.New = regrouped(ch.Old, c.Old), regrouped(ch.New, c.New)
		for j := range ch.Edits {
			ch.Edits[j].Old, ch.Edits[j].New = greek(ch.Edits[j].Old), greek(ch.Edits[j].New)
		}
		for j, r := range ch.Reasons {
			for k, it := range r.Items {
				ch.Reasons[j].Items[k] = compare.Item{Old: greek(it.Old), New: greek(it.New)}
			}
		}
	}
	for _, src := range in.Sources {
		src.Key, src.Publisher, src.Title, src.Note, src.URL = greek(src.Key), greek(src.Publisher), greek(src.Title), greek(src.Note), ""
		for _, cl := range src.Claims {
			cl.Key, cl.Speaker, cl.Role, cl.Via = greek(cl.Key), greek(cl.Speaker), greek(cl.Role), greek(cl.Via)
			cl.Quote, cl.Reported, cl.Gist = greek(cl.Quote), greek(cl.Reported), greek(cl.Gist)
		}
	}
	for i := range in.Flags {
		f := &in.Flags[i]
		f.Text, f.Words = greek(f.Text), greekAll(f.Words)
		for j := range f.Sentences {
			f.Sentences[j].Text, f.Sentences[j].Words = greek(f.Sentences[j].Text), greekAll(f.Sentences[j].Words)
		}
		if f.Treatment != nil {
			f.Treatment.NewText, f.Treatment.StillThere = greek(f.Treatment.NewText), greekAll(f.Treatment.StillThere)
		}
	}
	for i := range in.Unannounced {
		in.Unannounced[i].Text = greek(in.Unannounced[i].Text)
	}
	for i := range in.Expectations {
		for j := range in.Expectations[i].Shown {
			s := &in.Expectations[i].Shown[j]
			s.Text, s.Words = greek(s.Text), greekAll(s.Words)
		}
	}
	for i := range in.References {
		in.References[i].Text = greek(in.References[i].Text)
	}
	for i := range in.Checks {
		in.Checks[i].Quoted, in.Checks[i].Stored = greek(in.Checks[i].Quoted), greek(in.Checks[i].Stored)
	}
	return in
}

func greekAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = greek(w)
	}
	return out
}

// regrouped finds clauses again after their provisions were changed.
func regrouped(clauses []*revision.Clause, r *revision.Revision) []*revision.Clause {
	out := make([]*revision.Clause, 0, len(clauses))
	for _, c := range clauses {
		for _, again := range r.Clauses() {
			if again.Provision == c.Provision {
				out = append(out, again)
			}
		}
	}
	return out
}

// addresses and names that stay as they are in every language.
var untranslated = regexp.MustCompile(`SHA-256|conceptdiff|order|introduction|preface|[0-9]/[pi][0-9]+`)

// In Russian no Latin letter is left that does not belong to a text or an
// address, and in Azerbaijani no word that only English has.
func TestNoEnglishIsLeft(t *testing.T) {
	r := rendertest.MustBuild(t, greekPlan())
	for _, f := range formats {
		if strings.HasSuffix(f.name, ".json") {
			continue
		}
		o := f.options
		for _, language := range []string{"ru", "az"} {
			o.Language = language
			f := format{f.name, f.write, o}
			noEnglish(t, f.name, language, readable(t, f, r))
		}
	}
}

var (
	latinWord   = regexp.MustCompile(`[A-Za-z]{2,}`)
	englishWord = regexp.MustCompile(`(?i)\b(the|of|and|to|was|is|in|words?|clauses?|changed?|moved|new|old|text|not|no|see|said|its|by|marks?|marked|still|[a-z]*w[a-z]*)\b`)
)

// noEnglish looks for what is left of English in a document of which the texts and
// names are in Greek letters.
func noEnglish(t *testing.T, name, language, got string) {
	t.Helper()
	got = untranslated.ReplaceAllString(got, "")
	wrong := latinWord
	if language == "az" {
		wrong = englishWord
	}
	for _, at := range wrong.FindAllStringIndex(got, 5) {
		t.Errorf("%s, %s: …%s…", name, language, strings.ToValidUTF8(got[max(0, at[0]-60):min(len(got), at[1]+60)], ""))
	}
	if !strings.ContainsFunc(got, func(r rune) bool { return r == 'ə' || unicode.Is(unicode.Cyrillic, r) }) {
		t.Errorf("%s: nothing in it is in %s", name, language)
	}
}
