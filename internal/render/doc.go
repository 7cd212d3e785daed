// Package render writes a [report.Report] in the formats people read and
// programs take.
//
// There are three kinds of document: the comparison, clause by clause, and the report
// of what changed, both of a [report.Report]; the comparative table ([table.Table]),
// which lays one or several new texts beside the old one; and the sheets of facts and
// tables that the committee and those who look sources up read ([sheet.Sheet]). Each is
// composed once, in a language. A format is a folder: text, markdown, html, pdf, json,
// csv, xlsx, office and docx (Word), akn, svg, card. Its functions Diff, Report, Table
// and Sheet have one shape and write the same value; none computes a figure of its own.
// The same document and options give the same bytes.
//
// Texts can hold anything: mark-up, escape sequences, control characters. Each
// format escapes for itself.
package render

import (
	"conceptdiff/internal/render/phrase"
)

// Options are what a caller may choose about the form. They never change what
// is said.
type Options struct {
	// Language of headings and fixed phrases (BCP 47): one of message.Languages; ""
	// is English. The texts stay in theirs, and JSON in English.
	Language string
	// Width is the number of columns of a terminal; 0 means 80. Only for text.
	Width int
	// Color adds colour to text; whatever it says can be read without it.
	Color bool
	// Layout of the text format: side by side or inline. The zero value picks
	// side by side from 120 columns.
	Layout Layout
	// Full shows the text of unchanged clauses and paragraphs too, which the
	// text and Markdown formats otherwise fold into a count.
	Full bool
	// Audience is whom a report is for; the zero value is [Journalist].
	Audience Audience
	// Picture is the size of a picture; the zero value is [DefaultSize].
	Picture Size
	// Printed says that a page is made to be printed: it holds what print shows, and each
	// link leads to that. Only for the report in HTML.
	Printed bool
	// URL and Card are the addresses at which a page and its card (package card) will
	// stand, for whoever shows a link to it; "" where that is not known. Only for HTML.
	URL, Card string
	// Author and Date (ISO 8601) are who is named as the author of tracked changes,
	// and when; "" leaves them to the format. Only for Word files.
	Author, Date string
}

// Audience is whom a report is for: it says the same to each, in another order and
// depth. Nothing is left out for any of them.
type Audience string

// The audiences.
const (
	// Journalist is told the most important changes first, then every clause by its
	// fate. It is the audience of the zero value.
	Journalist Audience = "journalist"
	// Drafter is told what the new numbering leaves to be checked, and then every
	// clause in its order with all its changes.
	Drafter Audience = "drafter"
	// Committee is told its own decisions and marks first, and what sources speak of
	// and the new text still says.
	Committee Audience = "committee"
)

// Audiences lists them, the default first.
var Audiences = []Audience{Journalist, Drafter, Committee}

// Size is a width and a height in pixels. A zero side asks for the usual size.
type Size struct{ Width, Height int }

// The sizes of a picture: on a page, and beside a link in a newspaper or network, of
// the shape that networks cut others to.
var (
	DefaultSize = Size{1000, 720}
	SocialSize  = Size{1200, 630}
)

// Layout says how old and new text are laid out.
type Layout int

// The layouts.
const (
	LayoutAuto Layout = iota
	LayoutInline
	LayoutSideBySide
)

// Phrases are those of the language asked for, English where it is none that there is
// a catalogue for.
func (o Options) Phrases() phrase.Phrases { return phrase.In(o.Language) }
