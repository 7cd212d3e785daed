package phrase

import (
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// methodPassage is a few paragraphs under a heading.
type methodPassage struct {
	Heading string
	Text    []string
}

// Method tells a reader how the comparison was made and what it cannot know. What the
// report has none of (sources, uncertain pairs, an illustrative text) is not
// explained. Whoever changes the rules of matching or of the most important changes
// must change these words: they are what a reader holds the program to.
func (p Phrases) Method(r *report.Report) []methodPassage {
	made := []string{
		p.Say("A program read both files, took them apart into their numbered and named clauses, and compared them word by word. " +
			"Every clause of the old text has one fate here and every clause of the new text one origin; " +
			"every word of the old text is kept, moved or deleted, and every word of the new one kept, moved or inserted. The counts above add up on both sides."),
		p.Say("Clauses belong together when their words, their numbers and headings and the clauses around them say so. " +
			"Where the evidence was too thin, a clause counts as removed and another as new, even if a person might see a link."),
		// The rule of report.highlights, in words.
		p.Say("The most important changes are chosen by a fixed rule, the same for every pair of texts: " +
			"first the clauses that a source names or quotes, then those in which the words of a statement's subject stand; " +
			"whole clauses that are new, removed, split or merged weigh more than others; so do changes of obligation (will, shall, may), " +
			"of numbers and dates, of names and of negation; every changed word adds a little. " +
			"Changes of spelling and punctuation alone are never among them. The rule measures words, not politics."),
	}
	if r.Uncertain > 0 {
		made = append(made, p.Say("For {0 change} the evidence was thin. "+
			"They are marked «uncertain» wherever they stand; check them against both texts.", r.Uncertain))
	}
	if len(r.Sources) > 0 {
		made = append(made, p.Say("What sources say was entered by hand, with speaker, date and place of publication; how far the quotations were checked is said with each source. "+
			"As what a statement is recorded («fulfilled», «not fulfilled», «ended», «expected» and so on) was decided by the person who entered it; the quotation stands beside it. "+
			"A provision is tied to a statement either because the source names or quotes it, or because certain words stand in it; those words are shown. "+
			"A person decides whether the tie is right."))
	}
	limits := []string{
		p.Say("The comparison sees words, not meaning. It cannot know why something was changed, whether two wordings have the same effect in law, " +
			"or whether a text that disappeared here stands in another document."),
		p.Say("It does not say that a provision is fulfilled or out of date. Where a source says so, the source is named."),
		p.Say("«Moved» and «amended» describe what happened to the words. They are not legal terms here and do not describe any act of an authority."),
	}
	if len(r.Sources) > 0 {
		limits = append(limits, p.Say("«Tied to no statement» means: the words and clauses by which the statements listed are recognised do not stand there. The sources, and others, may have spoken of it all the same."))
	}
	for _, n := range r.Notices {
		if n.Status == revision.Illustrative {
			limits = append(limits, p.Say("Nothing here says anything about a real future text.")+" "+p.Notice(n))
		}
	}
	return []methodPassage{{p.Say("How it was made"), made}, {p.Say("What it cannot know"), limits}}
}
