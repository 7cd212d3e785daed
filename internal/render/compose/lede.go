package compose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// How much a lede holds: it stays under 250 words, so that it fits a screen and
// can be printed as it is.
const (
	ledeChanges = 5 // the changes told
	ledeQuote   = 6 // words quoted of each text at most
	ledeTitle   = 5 // words of a clause's title at most
	ledeLeast   = 3 // words of a stretch that is quoted beside a longer one, at least
)

// Lede is what a report opens with: what was compared, the counts, the changes
// that matter most in the words of both texts, what the sources are and what the
// draft did with what they speak of, and what is not known.
func Lede(r *report.Report, p phrase.Phrases) model.Section {
	s := model.Section{At: []string{"lede"}, Title: p.Say("In short")}
	say := func(text string) {
		s.Nodes = append(s.Nodes, model.Paragraph{Spans: []model.Span{model.Text(text)}})
	}
	say(p.Say("Compared: «{0}» with «{1}».", p.SideInShort(&r.Old), p.SideInShort(&r.New)))
	if r.Anew() {
		say(anewSentence(r, p))
	}
	for _, a := range r.Accounting.Parts {
		if a.Old != nil && a.New != nil {
			said := p.PartSentence(a)
			s.Nodes = append(s.Nodes, model.Paragraph{
				At: []string{"lede-figures"}, Copy: said + "\n" + p.Citation(r.Old) + " → " + p.Citation(r.New),
				Spans: []model.Span{{Text: model.Text(said).Text, Link: "accounting"}},
			})
			break // the main part; the others stand under the figures
		}
	}
	var list model.List
	for _, h := range r.Important() {
		if len(list.Items) == ledeChanges || r.Anew() { // which is told by subjects, below
			break
		}
		list.Items = append(list.Items, ledeChange(h, r, p))
	}
	if len(list.Items) > 0 {
		s.Nodes = append(s.Nodes, list)
	}
	if sources := ledeSources(r, p); len(sources.Items) > 0 {
		s.Nodes = append(s.Nodes, sources)
	}
	if more := len(r.Voices) - mostSources; more > 0 {
		say(p.Say("Further sources listed: {0}.", more))
	}
	if became := p.TreatmentSentence(r); became != "" {
		say(became)
	}
	say(p.Say("Not known: why the words were changed, and what effect they have in law."))
	return s
}

// What is told of sources at most, and how many words of a statement.
const (
	mostSources = 3
	ledeSaid    = 10
)

// ledeSources tell what each source says, in its words, of the most provisions.
func ledeSources(r *report.Report, p phrase.Phrases) model.List {
	var list model.List
	for _, v := range r.Voices[:min(len(r.Voices), mostSources)] {
		var most *report.Statement
		for i := range v.Statements {
			st := &v.Statements[i]
			if most == nil || weight(st) > weight(most) {
				most = st
			}
		}
		if most == nil {
			continue
		}
		number := strconv.Itoa(most.Number)
		list.Items = append(list.Items, model.Item{
			At: []string{"lede-statement-" + number}, Copy: p.Quotation(most.Claim),
			Spans: []model.Span{
				{Text: model.Text(p.Capital(p.StatementInShort(most.Claim))).Text, Link: "statement-" + number},
				model.Text(": " + said(most.Claim, p)),
			},
		})
	}
	return list
}

// weight is by how much a statement is told first: what is so before what is expected,
// then the one that most provisions are tied to.
func weight(st *report.Statement) int {
	const expected = 1 << 20
	if st.Claim.Says == claim.Expected {
		return len(st.Flags) - expected
	}
	return len(st.Flags)
}

// said is the beginning of a statement: of a quotation in quotation marks, of a report
// said to be one.
func said(c *claim.Claim, p phrase.Phrases) string {
	if c.IsReport() {
		return p.Say("{0} (reported; no verbatim text held)", firstWords(c.Reported, ledeSaid, "[…]"))
	}
	return "“" + firstWords(quote.Parts(c.Quote)[0], ledeSaid, "[…]") + "”"
}

// ledeChange tells one change: its clause, what became of it, and the first words
// that went and came, as they stand in the texts.
func ledeChange(h report.Highlight, r *report.Report, p phrase.Phrases) model.Item {
	c := h.Change
	name := firstWords(p.ChangeName(c), len(strings.Fields(p.Numbers(c)))+ledeTitle, "…")
	it := model.Item{
		At:    []string{"lede-" + c.ID},
		Spans: []model.Span{{Text: model.Text(name).Text, Mark: model.Strong, Link: model.Link("", "", c.ID).Link}, model.Text(": " + p.KindPhrase(c) + ".")},
	}
	old, now := ledeQuotes(h)
	cite := []string{name + ": " + p.KindPhrase(c)}
	for _, q := range []struct {
		words, said string
		mark        model.Mark
		side        *report.Side
	}{{old, p.Say("gone:"), model.Deleted, &r.Old}, {now, p.Say("added:"), model.Inserted, &r.New}} {
		if q.words == "" {
			continue
		}
		it.Spans = append(it.Spans, model.Text(" "+p.Capital(q.said)+" "), model.Quote("“"+q.words+"”", q.mark))
		cite = append(cite, "“"+q.words+"” ("+p.Citation(*q.side)+")")
	}
	it.Copy = strings.Join(cite, "\n")
	return it
}

// ledeQuotes are the longest stretches that went and that came, each a slice of
// its text. A few words say nothing beside a long stretch and are left out.
func ledeQuotes(h report.Highlight) (old, now string) {
	for _, row := range h.Rows {
		for _, run := range row.Runs {
			if run.Op == compare.Keep || run.Op == compare.Move {
				continue
			}
			if len(run.Old) > len(old) {
				old = run.Old
			}
			if len(run.New) > len(now) {
				now = run.New
			}
		}
	}
	old, now = quotable(old), quotable(now)
	if n, m := len(strings.Fields(old)), len(strings.Fields(now)); n < ledeLeast && m > ledeLeast {
		old = ""
	} else if m < ledeLeast && n > ledeLeast {
		now = ""
	}
	return old, now
}

// quotable is the beginning of a stretch, said to be cut where it is. A stretch
// without a word is none.
func quotable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return ""
	}
	return firstWords(strings.TrimSpace(s), ledeQuote, "[…]")
}

// firstWords cuts a text after so many words; cut says that it was.
func firstWords(s string, most int, cut string) string {
	in, words := false, 0
	for i, r := range s {
		space := unicode.IsSpace(r)
		if !space && !in {
			words++
			if words > most {
				kept := strings.TrimRightFunc(s[:i], unicode.IsSpace)
				if last, _ := utf8.DecodeLastRuneInString(kept); cut == "…" || strings.ContainsRune(",;:", last) {
					kept = strings.TrimRight(kept, ",;:")
				}
				return kept + " " + cut
			}
		}
		in = !space
	}
	return s
}
