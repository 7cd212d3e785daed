package flow

import (
	"fmt"
	"strconv"
	"strings"
)

// Oddity is what a reader found odd, as English puts it, with {0}, {1} where its
// arguments stand. A catalogue of phrases puts it in other languages.
type Oddity string

// The oddities.
const (
	OddCutOff       Oddity = "the page ends without </html>: it may be cut off"
	OddEncoding     Oddity = "the file does not say how its characters are encoded: taken for {0} by its letters"
	OddBeforeText   Oddity = "text before the first component is left out: {0}"
	OddBlock        Oddity = "this block does not say what it is: taken for a paragraph of {0}"
	OddScan         Oddity = "a picture without text, as of a scan: nothing of it was read"
	OddNoNumbers    Oddity = "no numbered provisions found: the text is kept as headings and paragraphs"
	OddAlike        Oddity = "{0} paragraphs open like «{1}» and were read as text: are they provisions?"
	OddShortLines   Oddity = "{0} short lines were read as text: are they headings?"
	OddTwice        Oddity = "{0} stands twice: the address of this one is {1}"
	OddDepth        Oddity = "more than {0} levels: what is deeper is kept at that depth"
	OddJump         Oddity = "number jumps from {0} to {1}"
	OddBack         Oddity = "number goes back from {0} to {1}"
	OddUnapproved   Oddity = "numbering starts again without a mark of approval: taken for the text that the act before it approves"
	OddAgain        Oddity = "numbering starts again with {0}"
	OddStart        Oddity = "numbering starts with {0}"
	OddField        Oddity = "a field of the document is never closed: its codes may stand in the text"
	OddPictures     Oddity = "{0} × a picture or drawing without text is left out"
	OddObjects      Oddity = "{0} × a picture or object without text is left out"
	OddEmbedded     Oddity = "{0} × an embedded or linked document is left out"
	OddHidden       Oddity = "{0} × hidden text is left out"
	OddStyleHides   Oddity = "{0} × text that the page's style hides, and a script may show, is read"
	OddCounters     Oddity = "the page's style counts numbers that are not in its text: they are not read"
	OddNumberFormat Oddity = "{0} × a number in a format that is not known here is shown in digits"
	OddStruckOut    Oddity = "words are struck out at {0} places and left out of the text (--struck keep reads them): {1}"
	OddStruckOnce   Oddity = "words are struck out at 1 place and left out of the text (--struck keep reads them): {0}"
)

// Odd is a warning of an oddity at a place. Arguments are put in as fmt.Sprint prints
// them and kept beside the English, so that another language can be made of them
// without taking the sentence apart.
func Odd(at Place, says Oddity, args ...any) Warning {
	text := string(says)
	for i, a := range args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return Warning{Place: at, Text: text, Says: says, Args: args}
}

// Reasons are why readers leave out what they do, as [Dropped] tells it. The list is
// here for the catalogue of phrases, whose test asks for a translation of each.
var Reasons = []string{
	WhyStruck, "page number", "running header or footer", "table of contents", "header", "footer", "navigation", "form control",
	"outside the page's main text", "hidden text", "text of a picture", "note before the text", "front matter", "set sideways", "numbers of lines", "ruled line",
	"navigation of the page", "foreign markup", "hyphens that part words at the ends of lines",
}
