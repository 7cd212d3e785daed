// Package relate says which passages of one text speak of what passages of another
// do, with the words that show it: a document around a revision, or a text that was
// written anew. It knows no files and no clock, and uses no model: the same texts
// give the same relations.
//
//		passages ──▶ terms ──▶ weights ──▶ candidates ──▶ scores ──▶ kinds, with evidence
//
//	  - A [Passage] is a paragraph, an item, or a heading with the text behind its
//	    number. A gist of a passage, with the facts in it, will do in its place.
//	  - Its terms (terms.go) are the stems of its words ([words.Stemmer]), two of them
//	    in a row, the abbreviations that either text introduces (abbreviation.go), and
//	    the things that texts of this kind call by several words (thesaurus.go), which
//	    is also what joins texts in two languages. Words of any subject count little
//	    (plain.go).
//	  - A term weighs the more the fewer passages of either text hold it. Headings and
//	    the line that introduces a list lend their terms to what stands below them, as
//	    long as the other side has them in its own words.
//	  - Candidates are found by their rare terms and scored by the cosine of what they
//	    hold, the whole passages and the sentences that come closest; what the passages
//	    beside them speak of adds to it.
//
// # Kinds
//
//	restates      at least three words that say something in a row, and a third of a
//	              statement's weight in the other
//	names         else a name, or the number of an act, that few passages hold
//	same subject  else
//	contrary      never found; a person says so ([Ruling])
//
// A relation whose score reaches the bound is Shown; the others are guesses. Both
// bounds come from a gold made by reading, testdata/gold.txt; docs/related.md has the
// figures.
package relate
