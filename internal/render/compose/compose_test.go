package compose

import (
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// whole is a side's text with single spaces, to look quotations up in.
func whole(s *report.Side) string {
	var b strings.Builder
	for _, c := range s.Clauses {
		for _, l := range c.Lines {
			b.WriteString(l.Text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// The lede fits a screen in every language, quotes each text to the letter, and
// says which status a text has.
func TestLede(t *testing.T) {
	r := rendertest.MustRealPair(t)
	old, now := whole(&r.Old), whole(&r.New)
	for _, language := range message.Languages {
		p := phrase.In(language)
		lede := lede(&r, p)
		said := shown(lede...)
		if n := len(strings.Fields(said)); n >= 250 {
			t.Errorf("%s: %d words", language, n)
		}
		for _, want := range []string{p.Status(r.New.Status), p.PartSentence(r.Accounting.Parts[0])} {
			if !strings.Contains(said, want) && r.Accounting.Parts[0].New != nil {
				t.Errorf("%s: does not say %q", language, want)
			}
		}
		changes, statements := 0, 0
		sources, speakers := map[string]bool{}, map[string]bool{}
		for _, n := range lede {
			list, ok := n.(model.List)
			if !ok {
				continue
			}
			for _, it := range list.Items {
				if strings.HasPrefix(it.At[0], "lede-statement-") {
					statements++
					c := statementAt(&r, strings.TrimPrefix(it.At[0], "lede-statement-"))
					if c == nil || !strings.Contains(it.Copy, p.SourceName(c.Source)) {
						t.Fatalf("%s: a statement without its source: %q", language, it.Copy)
					}
					sources[c.Source.Key], speakers[c.Speaker] = true, true
					continue
				}
				changes++
				if !strings.Contains(it.Copy, r.Old.Label) && !strings.Contains(it.Copy, r.New.Label) {
					t.Errorf("%s: a quotation without its text: %q", language, it.Copy)
				}
				for _, s := range it.Spans {
					text := map[model.Mark]string{model.Deleted: old, model.Inserted: now}[s.Mark]
					quoted := strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(strings.Trim(s.Text, "“”"), "[…]"), "[…]"))
					if n := len(strings.Fields(quoted)); text != "" && n < leastWords {
						t.Errorf("%s: too little to be read by itself: %q", language, quoted)
					}
					if text != "" && !strings.Contains(text, strings.Join(strings.Fields(quoted), " ")) {
						t.Errorf("%s: not in the text: %q", language, quoted)
					}
				}
			}
		}
		if changes != ledeChanges || statements != mostStatements || len(sources) != len(r.Sources) || len(speakers) != statements {
			t.Errorf("%s: %d changes, %d statements of %v from %v", language, changes, statements, speakers, sources)
		}
	}
}

// statementAt is the claim of a report that bears a number.
func statementAt(r *report.Report, number string) *claim.Claim {
	for _, v := range r.Sources {
		for _, st := range v.Statements {
			if strconv.Itoa(st.Number) == number {
				return st.Claim
			}
		}
	}
	return nil
}

// Every passage that no statement is tied to by itself is in the list, also where
// a source cites its whole clause; the passages are slices of the old text.
func TestRemoved(t *testing.T) {
	r := rendertest.MustRealPair(t)
	all := r.Removed()
	at := map[string]report.Lost{}
	text := whole(&r.Old)
	for _, l := range all {
		at[l.Provision+"|"+l.Text] = l
		for line := range strings.SplitSeq(l.Text, "\n") {
			if !strings.Contains(text, strings.Join(strings.Fields(line), " ")) {
				t.Errorf("not in the old text: %q", line)
			}
		}
	}
	for _, u := range r.Unannounced.Removed {
		found := false
		for _, l := range all {
			found = found || strings.Contains(l.Text, u.Text)
		}
		if !found {
			t.Errorf("%s is not in the list of what was removed: %q", u.Provision, u.Text)
		}
	}
	cited := 0
	for _, l := range all {
		if len(l.Statements) == 0 && len(l.Clause) > 0 {
			cited++
		}
	}
	if len(all) <= len(r.Unannounced.Removed) || cited == 0 {
		t.Errorf("%d removed, %d of them untied, %d in clauses cited as a whole", len(all), len(r.Unannounced.Removed), cited)
	}
	if n := strings.Count(shown(removed(&r, phrase.English())...), "old "); n < len(all) {
		t.Errorf("%d of %d told", n, len(all))
	}
}

func TestFirstWords(t *testing.T) {
	for in, want := range map[string]string{
		"one two three": "one two […]", "one two": "one two", "": "", "one, two, three": "one, two […]",
	} {
		if got := firstWords(in, 2, "[…]"); got != want {
			t.Errorf("%q gives %q", in, got)
		}
	}
}

// shown is what paragraphs and lists say.
func shown(nodes ...model.Node) string {
	var b strings.Builder
	for n := range model.Flat(nodes) {
		switch n := n.(type) {
		case model.Paragraph:
			b.WriteString(model.Words(n.Spans) + "\n")
		case model.List:
			for _, it := range n.Items {
				b.WriteString(model.Words(it.Spans) + "\n" + shown(it.Under...))
			}
		}
	}
	return b.String()
}
