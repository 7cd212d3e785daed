// Package layout makes blocks of the lines of a text: a block is a paragraph, an
// item or a heading with the label that opens it, and says nothing yet of what it
// stands below.
//
// The steps, in the order in which a text goes through them:
//
//	SplitLines     bytes → lines: number in the file, indent, blank lines before
//	LabelLines     the label that each line seems to open with (CloseUp first puts
//	               together «M a d d ə 1 2 .» and «Madd ə 12.»)
//	DropArtefacts  takes out page numbers, running headers, ruled lines, contents,
//	               each with its line and the reason
//	FindFamilies   labels that only the text as a whole shows to be some
//	Measure        how the text is set: are lines paragraphs, or lines of a page?
//	Join           lines → blocks
//
// A line ends its paragraph when the first word of the next one would have fitted
// on it:
//
//	|The members of the club plough the|   full: «field» did not fit
//	|field in spring.                  |   short: the paragraph ends
//	|The field belongs to all of them. |
//
// What is full is measured, not assumed: the measure and the widths of letters are
// those that the fewest certain continuations contradict (see [Measure]).
//
// Words used here: an artefact belongs to the page and not to the text; the
// measure is the width of the column; a bare label has no mark after its number; a
// table of contents is known by its leaders, by the ranges of articles that its
// entries name, or by headings that come again.
//
// Readers of other formats hand over blocks of package flow, which [FromFlow] gives
// their labels. Drawn pages, of which more is known, have package layout/page.
package layout
