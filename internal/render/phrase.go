package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// claimant names who speaks, with office, and the date.
func claimant(c *claim.Claim) string {
	s := c.Speaker
	if c.Role != "" {
		s += " (" + c.Role + ")"
	}
	if c.Date != "" {
		s += ", " + longDate(c.Date)
	}
	return s
}

// recordedAs is how a claim was recorded: a word of the person who entered it,
// not of the speaker.
func recordedAs(c *claim.Claim) string {
	if c.Expects != "" {
		return string(c.Says) + ": " + string(c.Expects)
	}
	return string(c.Says)
}

// statementPhrase is a claimant and how the claim was recorded.
func statementPhrase(c *claim.Claim) string {
	return claimant(c) + ", recorded as «" + recordedAs(c) + "»"
}

// cite writes the address of a provision for a reader: "4.1.1/p6/i2" is
// "4.1.1, paragraph 6, item 2".
func cite(address string) string {
	steps := strings.Split(address, "/")
	clause := len(steps)
	for clause > 1 && citeStep(steps[clause-1]) != "" {
		clause--
	}
	out := strings.Join(steps[:clause], "/")
	for _, step := range steps[clause:] {
		out += ", " + citeStep(step)
	}
	return out
}

// citeStep is a step below a clause in words, "" for a step that is a clause.
func citeStep(step string) string {
	if len(step) < 2 || strings.Trim(step[1:], "0123456789") != "" {
		return ""
	}
	switch step[0] {
	case 'p':
		return "paragraph " + step[1:]
	case 'i':
		return "item " + step[1:]
	}
	return ""
}

// basisPhrase says in plain words why a claim is tied to a provision.
func basisPhrase(f *report.Flag) string {
	switch f.Basis {
	case claim.Cited:
		return "the source names or quotes this clause"
	case claim.SameSubject:
		return "rests on the same subject"
	}
	return string(f.Basis)
}

// treatmentPhrase says what the new text did with a flagged provision.
func treatmentPhrase(f *report.Flag) string {
	t := f.Treatment
	if t == nil {
		return ""
	}
	s := string(t.Fate)
	if len(t.To) > 0 && t.Fate != claim.Removed {
		s += ", now at " + citeList(t.To)
	}
	if t.Fate == claim.Amended && len(t.StillThere) > 0 {
		s += ", still says: " + quoteList(t.StillThere)
	}
	return s
}

func citeList(addresses []string) string {
	cited := make([]string, len(addresses))
	for i, a := range addresses {
		cited[i] = cite(a)
	}
	return strings.Join(cited, "; ")
}

func quoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "«" + w + "»"
	}
	return strings.Join(quoted, ", ")
}

// treatmentCountPhrase counts provisions by what the new text did with them.
func treatmentCountPhrase(t report.TreatmentCount) string {
	s := report.Thousands(t.Count) + " " + string(t.Fate)
	if t.Fate == claim.Amended && t.Standing > 0 {
		s += " (" + report.Thousands(t.Standing) + " of them still say it)"
	}
	return s
}

// kindHeading names a fate as the heading of a list of clauses.
func kindHeading(k compare.Kind) string {
	switch k {
	case compare.Removed:
		return "Removed"
	case compare.New:
		return "New"
	case compare.Split:
		return "Split"
	case compare.Merged:
		return "Merged"
	case compare.Amended:
		return "Amended"
	case compare.Unchanged:
		return "Unchanged"
	}
	return string(k)
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// longDate writes an ISO date for a reader: "23 May 2007". What is not one
// stays as it is.
func longDate(iso string) string {
	if len(iso) != 10 || iso[4] != '-' || iso[7] != '-' {
		return visible(iso)
	}
	month := int(iso[5]-'0')*10 + int(iso[6]-'0')
	if month < 1 || month > 12 {
		return visible(iso)
	}
	return strings.TrimLeft(iso[8:], "0") + " " + months[month-1] + " " + iso[:4]
}

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

// changeName is a change's numbers and title.
func changeName(c *report.Change) string {
	return strings.TrimSpace(numbersPhrase(c) + " " + title(c))
}

// changeFacts is a change's kind, facets, significance and word counts.
func changeFacts(c *report.Change) string {
	s := kindPhrase(c)
	if c.Significance != "" {
		s += "; " + string(c.Significance)
	}
	if words := wordPhrase(c); words != "" {
		s += "; " + words
	}
	return s
}

// provisionPhrase says who speaks of a provision and what became of it:
// "4.1.1, paragraph 4: Modern.az, 17 October 2025, recorded as «fulfilled».
// In the new text: removed".
func provisionPhrase(p report.Provision) string {
	var who []string
	recorded := map[string][]string{} // by claimant
	var worst *report.Flag
	for _, tie := range p.Ties {
		for _, c := range tie.Claims {
			name := claimant(c)
			if !slices.Contains(who, name) {
				who = append(who, name)
			}
			if as := recordedAs(c); !slices.Contains(recorded[name], as) {
				recorded[name] = append(recorded[name], as)
			}
		}
		if t := tie.Flag.Treatment; t != nil && (worst == nil || !worst.Standing() && tie.Flag.Standing()) {
			worst = tie.Flag
		}
	}
	for i, name := range who {
		who[i] += ", recorded as " + quoteList(recorded[name])
	}
	s := cite(p.Address) + ": " + strings.Join(who, "; ")
	if worst != nil {
		s += ". In the new text: " + treatmentPhrase(worst)
	}
	return s
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

// highlightWhy says why a change stands among the most important ones.
func highlightWhy(h report.Highlight) []string {
	var out []string
	if h.Voice != "" {
		out = append(out, h.Voice)
	}
	return append(out, reasons(h.Change)...)
}

// reasons are a change's reasons, those of one sort gathered in a line: "name
// added: TANAP, TAP". What the kind says already is left out.
func reasons(c *report.Change) []string {
	var out []string
	if c.Kind == compare.New || c.Kind == compare.Removed {
		return out
	}
	at := map[string]int{}
	for _, r := range c.Reasons {
		sort, what, found := strings.Cut(r, ": ")
		if i, known := at[sort]; found && known {
			out[i] += ", " + what
			continue
		}
		at[sort] = len(out)
		out = append(out, r)
	}
	return out
}

// sentence gives a phrase a capital and a full stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.ContainsRune(".!?…", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// foldedSentence names changes that are only counted and named where they stand.
func foldedSentence(untouched, lone []*report.Clause) string {
	if len(lone) > 0 {
		return report.Count(len(lone), "clause") + " of a part without counterpart, told above: " + labels(lone)
	}
	return report.Count(len(untouched), "clause") + " unchanged: " + labels(untouched)
}
