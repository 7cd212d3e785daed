package render

import (
	"strings"

	"conceptdiff/internal/report"
)

// frontSentence says what the tables of clauses leave out: title pages and
// preambles, which are compared but are no clauses to a reader.
func frontSentence(r *report.Report) string {
	old, now := 0, 0
	for _, p := range r.Accounting.Parts {
		if p.Old != nil && p.New != nil {
			old += p.OldFront
			now += p.NewFront
		}
	}
	if old+now == 0 {
		return ""
	}
	return "Title pages and opening lines are compared too but are not counted as clauses: " +
		number(old) + " then, " + number(now) + " now."
}

// accountSentences tell the accounting of each part and of the words.
func accountSentences(r *report.Report) []string {
	var out []string
	for _, p := range r.Accounting.Parts {
		if p.Old == nil || p.New == nil {
			continue // told as a part without counterpart
		}
		s := p.Sentence()
		if manyParts(r) {
			s = p.Name() + ": " + s
		}
		out = append(out, s)
	}
	for _, l := range r.Lone {
		out = append(out, l.Sentence())
	}
	out = append(out, wordSentence(r.Accounting.Words))
	if s := facetSentence(r); s != "" {
		out = append(out, s)
	}
	return out
}

// wordSentence is the accounting of words on both sides.
func wordSentence(w report.WordAccount) string {
	return report.Thousands(w.Old) + " words then: " + report.Thousands(w.Kept) + " kept, " + report.Thousands(w.Moved) + " moved, " +
		report.Thousands(w.Deleted) + " deleted. " + report.Thousands(w.New) + " words now: " + report.Thousands(w.Kept) + " kept, " +
		report.Thousands(w.Moved) + " moved, " + report.Thousands(w.Inserted) + " inserted."
}

// facetSentence counts what can happen beside the fates, "" when nothing did.
func facetSentence(r *report.Report) string {
	var parts []string
	for _, f := range []struct {
		n    int
		what string
	}{
		{r.Summary.Renumbered, "renumbered"},
		{r.Summary.Moved, "moved to another place"},
		{r.Summary.Retitled, "retitled"},
		{r.Uncertain, "marked uncertain"},
	} {
		if f.n > 0 {
			parts = append(parts, report.Thousands(f.n)+" "+f.what)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Beside that: " + strings.Join(parts, ", ") + "."
}

// manyParts reports whether more than one part stands on both sides, so that
// their names must be said.
func manyParts(r *report.Report) bool {
	both := 0
	for _, p := range r.Accounting.Parts {
		if p.Old != nil && p.New != nil {
			both++
		}
	}
	return both > 1
}
