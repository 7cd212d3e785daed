package phrase

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Notice says in a sentence or two what standing a text has, or what else a reader
// must know before the first line: an embargo, that nothing may be quoted, what
// differs beside the texts. The order of the cases is that of urgency, and a notice
// is only one of them. A note that a person gave follows as it was written; it may be
// in any language.
func (p Phrases) Notice(n report.Notice) string {
	var s string
	switch {
	case len(n.Beside) > 0:
		return p.beside(n.Beside)
	case n.Embargo != "":
		return p.Say("Nothing of this may be published before {0}.", p.Moment(n.Embargo))
	case n.Unquotable:
		return p.Say("This is a working paper. Nothing of it may be quoted.")
	case n.Status == revision.Illustrative && n.Side == "old":
		s = p.Say("The old text, «{0}», is an illustration. It is not an official text.", n.Label)
	case n.Status == revision.Illustrative:
		s = p.Say("The new text, «{0}», is an illustration. It is not an official text.", n.Label)
	case n.Status == revision.Draft && n.Side == "old":
		s = p.Say("The old text, «{0}», is a draft. It is not in force.", n.Label)
	case n.Status == revision.Draft:
		s = p.Say("The new text, «{0}», is a draft. It is not in force.", n.Label)
	default:
		s = p.Say("The new text, «{0}», has itself been superseded.", n.Label)
	}
	if n.Note != "" {
		s += " " + n.Note
	}
	return s
}

// RunningHead is the notices of a report in a line, without those on what stands beside
// the texts, "" for none: what heads every page. No text of a file stands in it.
func (p Phrases) RunningHead(r *report.Report) string {
	return p.inShort(slices.DeleteFunc(slices.Clone(r.Notices), func(n report.Notice) bool { return len(n.Beside) > 0 }))
}

// NoticesInShort is all notices of a report in a line, "" for none. No text of a file
// stands in it.
func (p Phrases) NoticesInShort(r *report.Report) string { return p.inShort(r.Notices) }

// inShort joins what the notices say in a few words, each wording once: two drafts
// are one «Draft: not in force».
func (p Phrases) inShort(notices []report.Notice) string {
	var out []string
	for _, n := range notices {
		if s := p.ShortNotice(n); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

// StandingOf says in every list that shows a text what standing it has, "" for one in
// force. A person's note follows. The standing comes first, in capitals, so that it
// is seen in a long list.
func (p Phrases) StandingOf(m revision.Meta) string {
	var s string
	switch m.Status {
	case revision.Illustrative:
		s = p.Say("«{0}» is an illustration. It is not an official text.", m.Label)
	case revision.Draft:
		s = p.Say("«{0}» is a draft. It is not in force.", m.Label)
	case revision.Superseded:
		s = p.Say("«{0}» has been superseded.", m.Label)
	default:
		return ""
	}
	if m.Note != "" {
		s += " " + m.Note
	}
	return p.Upper(p.Status(m.Status)) + ": " + s
}

// NoticeTitle heads a notice, in capitals: the standing of a text, or that something
// differs beside the texts.
func (p Phrases) NoticeTitle(n report.Notice) string { return p.Upper(p.NoticeName(n)) }

// NoticeName is the same in small letters.
func (p Phrases) NoticeName(n report.Notice) string {
	switch {
	case len(n.Beside) > 0:
		return p.Say("Beside the text")
	case n.Embargo != "":
		return p.Say("Embargo")
	case n.Unquotable:
		return p.Say("Do not quote")
	}
	return p.Status(n.Status)
}

// ShortNotice says in a few words of ours what standing a text or the report has. A
// notice of any other standing is of a superseded text: those in force have none.
func (p Phrases) ShortNotice(n report.Notice) string {
	switch {
	case len(n.Beside) > 0:
		return p.Say("Notes, headers or footers differ")
	case n.Embargo != "":
		return p.Say("Embargo until {0}", p.Moment(n.Embargo))
	case n.Unquotable:
		return p.Say("Do not quote")
	case n.Status == revision.Illustrative:
		return p.Say("Illustrative: not an official text")
	case n.Status == revision.Draft:
		return p.Say("Draft: not in force")
	}
	return p.Say("Superseded text")
}

// Status is a revision's standing in words.
func (p Phrases) Status(s revision.Status) string { return p.Word(string(s)) }

// Size counts a side's clauses and words, the main part's first: "38 clauses; 7
// clauses in «Order …»; 9,000 words". Clauses bear the name that is printed on them:
// articles, points. A part without clauses is left out; without any the words stand
// alone.
func (p Phrases) Size(s *report.Side) string {
	first, more := "", ""
	for _, part := range s.Parts {
		n := part.Size()
		switch {
		case n == 0:
		case first == "" && (part.Address == revision.PrefaceEID || len(s.Parts) == 1):
			first = p.countedAs(part).Count(n, "clause") + "; "
		default:
			more += p.countedAs(part).Say("{0 clause} in «{1}»", n, part.Name) + "; "
		}
	}
	return first + more + p.Count(s.Words, "word")
}

// PartSentence tells the accounting of a part: "38 clauses then, 42 now: 6 unchanged,
// …". Fates that no clause has are not in it, as the report has none of them. Two
// texts without clauses were compared whole, which the sentence says instead of
// counting.
func (p Phrases) PartSentence(a report.PartAccount) string {
	var fates []string
	for _, f := range a.Fates {
		fates = append(fates, p.fateCount(f))
	}
	switch {
	case a.OldTotal+a.NewTotal == 0:
		return p.Say("No clauses then, none now.")
	case a.Whole:
		return p.Say("Neither text has clauses; each is compared as a whole: {0}.", strings.Join(fates, ", "))
	}
	return p.countedAs(a.Old, a.New).Say("{0 clause} then, {1} now: {2}.", a.OldTotal, a.NewTotal, strings.Join(fates, ", "))
}

// ClausesThenAndNow counts the clauses of a part on both sides: "38 clauses then, 44
// now".
func (p Phrases) ClausesThenAndNow(a report.PartAccount) string {
	return p.countedAs(a.Old, a.New).Say("{0 clause} then, {1} now", a.OldTotal, a.NewTotal)
}

// fateCount counts one fate: by the old clauses, with the number of the new ones
// behind where it differs.
func (p Phrases) fateCount(f report.FateCount) string {
	both := f.Old != f.New // one clause may be amended into several
	switch f.Kind {
	case compare.Split:
		return p.Say("{0} split into {1}", f.Old, f.New)
	case compare.Merged:
		return p.Say("{0} merged into {1}", f.Old, f.New)
	case compare.New:
		return p.Say("{0} new", f.New)
	case compare.Removed:
		return p.Say("{0} removed", f.Old)
	case compare.Amended:
		if both {
			return p.Say("{0} amended ({1} now)", f.Old, f.New)
		}
		return p.Say("{0} amended", f.Old)
	}
	if both {
		return p.Say("{0} unchanged ({1} now)", f.Old, f.New)
	}
	return p.Say("{0} unchanged", f.Old)
}

// LoneSentence says plainly what is missing on which side. A part is a document in
// the file, such as an order that approves the concept; its name is the document's
// own.
func (p Phrases) LoneSentence(l report.LonePart) string {
	if l.Gone {
		return p.countedAs(l.Part).Say("The old text also holds «{0}» ({1 clause}, {2 word}). The new text has no counterpart to it: "+
			"whether this part still applies is not something the new text says. "+
			"Its clauses count as removed and are listed once, apart from the others.", l.Part.Name, l.Part.Size(), l.Words)
	}
	return p.countedAs(l.Part).Say("The new text also holds «{0}» ({1 clause}, {2 word}), which has no counterpart in the old text. "+
		"Its clauses count as new and are listed once, apart from the others.", l.Part.Name, l.Part.Size(), l.Words)
}

// FrontSentence says what the tables of clauses leave out: title pages and preambles,
// which are compared but are no clauses to a reader. "" where there are none. Parts
// without counterpart are not counted here.
func (p Phrases) FrontSentence(r *report.Report) string {
	old, now := 0, 0
	for _, a := range r.Accounting.Parts {
		if a.Old != nil && a.New != nil {
			old += a.OldFront
			now += a.NewFront
		}
	}
	if old+now == 0 {
		return ""
	}
	return p.Say("Title pages and opening lines are compared too but are not counted as clauses: {0} then, {1} now.",
		p.small(old), p.small(now))
}

// AccountSentences tell the accounting of each part and of the words. They stand in
// this order: parts that both texts have, those that one has, words, and what can
// happen beside the fates. A part is named only where there are several.
func (p Phrases) AccountSentences(r *report.Report) []string {
	var out []string
	for _, a := range r.Accounting.Parts {
		if a.Old == nil || a.New == nil {
			continue // told as a part without counterpart
		}
		s := p.PartSentence(a)
		if manyParts(r) {
			s = a.Name() + ": " + s
		}
		out = append(out, s)
	}
	for _, l := range r.Lone {
		out = append(out, p.LoneSentence(l))
	}
	out = append(out, p.WordSentence(r.Accounting.Words))
	if s := p.facetSentence(r); s != "" {
		out = append(out, s)
	}
	return out
}

// WordSentence is the accounting of words on both sides. Kept and moved words are as
// many on both sides, which is what makes the accounting add up.
//
//	9,000 = kept 8,000 + moved 300 + deleted 700
//	9,200 = kept 8,000 + moved 300 + inserted 900
func (p Phrases) WordSentence(w report.WordAccount) string {
	return p.Say("{0 word} then: {1} kept, {2} moved, {3} deleted. {4 word} now: {1} kept, {2} moved, {5} inserted.",
		w.Old, w.Kept, w.Moved, w.Deleted, w.New, w.Inserted)
}

// facetSentence counts what can happen beside the fates, "" when nothing did.
func (p Phrases) facetSentence(r *report.Report) string {
	var parts []string
	if n := r.Summary.Renumbered; n > 0 {
		parts = append(parts, p.Say("{0} renumbered", n))
	}
	if n := r.Summary.Moved; n > 0 {
		parts = append(parts, p.Say("{0} moved to another place", n))
	}
	if n := r.Summary.Retitled; n > 0 {
		parts = append(parts, p.Say("{0} retitled", n))
	}
	if n := r.Uncertain; n > 0 {
		parts = append(parts, p.Say("{0} marked uncertain", n))
	}
	if len(parts) == 0 {
		return ""
	}
	return p.Say("Beside that: {0}.", strings.Join(parts, ", "))
}

// Shown says what a filtered report shows, "" when that is everything.
func (p Phrases) Shown(r *report.Report) string {
	if r.Filter == nil {
		return ""
	}
	return p.Say("Filtered: {0} of {1 change} shown ({2}). The counts above are of the whole comparison.",
		len(r.Changes), r.Total(), p.Filter(r.Filter))
}

// Filter names the conditions of a filter: kinds joined by "or", further conditions
// parted by semicolons. A filter without conditions is "".
func (p Phrases) Filter(f *report.Filter) string {
	var kinds []string
	for _, k := range f.Kinds {
		kinds = append(kinds, p.Word(string(k)))
	}
	if f.Renumbered {
		kinds = append(kinds, p.Say("renumbered"))
	}
	if f.Moved {
		kinds = append(kinds, p.Say("moved"))
	}
	if f.Retitled {
		kinds = append(kinds, p.Say("retitled"))
	}
	var parts []string
	if len(kinds) > 0 {
		any := kinds[0]
		for _, k := range kinds[1:] {
			any = p.Say("{0} or {1}", any, k)
		}
		parts = append(parts, any)
	}
	if f.Substantive {
		parts = append(parts, p.Say("changed in substance"))
	}
	if f.Changed {
		parts = append(parts, p.Say("changed"))
	}
	if len(f.Clauses) > 0 {
		called := make([]string, len(f.Clauses))
		for i, address := range f.Clauses {
			called[i] = p.Called(address)
		}
		parts = append(parts, p.Say("{0} and those below", strings.Join(called, ", ")))
	}
	return strings.Join(parts, "; ")
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

// Description tells in a line or two what a report is about: what standing it and the
// texts have, and the counts.
func (p Phrases) Description(r *report.Report) string {
	var out []string
	if banner := p.RunningHead(r); banner != "" {
		out = append(out, banner+".")
	}
	for _, a := range r.Accounting.Parts {
		if a.Old != nil && a.New != nil {
			out = append(out, p.PartSentence(a))
			break
		}
	}
	return strings.Join(append(out, p.WordSentence(r.Accounting.Words)), " ")
}

// DocTitle is the title both revisions bear, or the two titles. "" where neither has
// one.
func DocTitle(r *report.Report) string {
	switch {
	case r.Old.Title == r.New.Title || r.New.Title == "":
		return r.Old.Title
	case r.Old.Title == "":
		return r.New.Title
	}
	return r.Old.Title + " → " + r.New.Title
}

// SideInShort names a revision with its standing and date: "«draft» (illustrative, 21
// November 2026)". What is not known is left out.
func (p Phrases) SideInShort(s *report.Side) string {
	facts := slices.DeleteFunc([]string{p.Status(s.Status), p.Date(s.Date)}, func(s string) bool { return s == "" })
	if len(facts) == 0 {
		return "«" + s.Label + "»"
	}
	return "«" + s.Label + "» (" + strings.Join(facts, ", ") + ")"
}

// SideFacts describes a revision in a line: title, standing, date, size. A revision
// without a title is called by its file.
func (p Phrases) SideFacts(s *report.Side) string {
	parts := []string{s.Title}
	if s.Title == "" {
		parts[0] = s.Source.Name
	}
	if s.Status != "" {
		parts = append(parts, p.Status(s.Status))
	}
	if s.Date != "" {
		parts = append(parts, p.Date(s.Date))
	}
	parts = append(parts, p.Size(s))
	return strings.Join(parts, ", ")
}
