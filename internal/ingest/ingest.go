// Package ingest turns the bytes of a file into a tree of provisions.
//
// A reader never refuses odd text: what it does not understand becomes an
// unnumbered provision with a warning. It loses nothing: joined without white
// space, the numbers, headings and texts of the tree give back every visible
// character of the file in order, except what [Result.Dropped] lists (for
// Markdown: except the marks of its syntax).
//
// Text goes through these steps: bytes to characters (decode), lines to blocks
// (package layout; the lines of a PDF's pages, package layout/page), blocks to the
// tree (package outline). Markdown and the other formats hand blocks to the last.
package ingest

import (
	"context"
	"fmt"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// Limits. A file beyond them is refused or, for depth, flattened with a warning.
const (
	MaxSize  = 64 << 20 // bytes of a file
	MaxLines = 2 << 20  // lines of a text
	MaxDepth = 32       // levels of a tree
)

// The formats that [Read] knows.
const (
	FormatText     = "text"
	FormatMarkdown = "markdown"
	FormatDOCX     = "Word"
	FormatODT      = "OpenDocument"
	FormatRTF      = "Rich Text"
	FormatAKN      = "Akoma Ntoso"
	FormatJSON     = "JSON"
	FormatParts    = "several files"
)

// Result is what was understood of a file.
type Result struct {
	Components []*revision.Provision // with EIDs; the main one has EID ""
	Title      string                // of the main text as found in it, "" if none
	Language   string                // a guess: "en", "az", "ru", "fr", …, "" if none
	Meta       revision.Meta         // what the file itself says of the revision; empty in most formats
	Format     string                // one of the Format constants
	Encoding   string                // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1251", …
	Dropped    []Dropped             // what of the file is not in the tree
	Warnings   []Warning
	Parts      []string // the files that make the revision, in order; empty when there is one

	// What the tree was made of; nil for a format that lays out a tree itself.
	// readParts joins the blocks of several files and makes one tree of all.
	blocks []layout.Block
	above  map[*revision.Provision]bool // whose heading the source has above their number
	places []flow.Place                 // of the blocks, nil where their lines say it
	told   []Warning                    // those of Warnings that the format's own reader gave
}

// Dropped is text that is page furniture rather than part of the document.
type Dropped struct {
	File string // of a revision in several files, otherwise ""
	Page int    // from 1; 0 in a format without pages
	Line int    // in the file or, with pages, on the page, from 1
	Text string
	Why  string
}

// Warning is something a person should look at: the tree is usable all the same.
type Warning struct {
	File string // of a revision in several files, otherwise ""
	Page int    // from 1; 0 in a format without pages
	Line int    // in the file or, with pages, on the page, from 1; 0 when it concerns the whole
	Text string // what it says, in English
	Says flow.Oddity
	Args []any
}

// warned is a reader's warning at a place of the file.
func warned(at flow.Place, w flow.Warning) Warning {
	return Warning{Page: at.Page, Line: at.Line, Text: w.Text, Says: w.Says, Args: w.Args}
}

// Error says why a file could not be read. File is as the caller named it, for a part
// of an archive behind the archive's name and a slash. Only one of Page and Line is
// shown where both are known: the page.
type Error struct {
	File string
	Page int // from 1; 0 when none is meant
	Line int // from 1; 0 when no line is meant
	Msg  string
	Hint string // what to do, "" if there is nothing to say
	Err  error  // what lies behind it, nil if nothing does
}

func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string {
	switch {
	case e.File == "":
		return e.Msg
	case e.Page > 0:
		return fmt.Sprintf("%s: page %d: %s", e.File, e.Page, e.Msg)
	case e.Line > 0:
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
	}
	return e.File + ": " + e.Msg
}

// Read reads one file. The format is chosen by content and then by name. The
// error is an [*Error]: for a file that is empty, too large, binary or in an
// unknown encoding; never for text that is merely odd. It cannot be stopped: who
// reads on behalf of others uses [ReadWith].
func Read(name string, data []byte) (*Result, error) {
	return ReadWith(context.Background(), name, data, Options{})
}

// ReadWith reads one file as [Read] does, with choices. A file with tracked
// changes is refused unless opts say which state of it is meant: the error then
// wraps a [*flow.TrackedError]. A reader that takes long stops when ctx ends.
func ReadWith(ctx context.Context, name string, data []byte, opts Options) (*Result, error) {
	for _, f := range formats() {
		if len(data) <= MaxSize && f.is(name, data) {
			return f.read(ctx, name, data, opts)
		}
	}
	text, encoding, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	var res *Result
	if isMarkdown(name, text) {
		res, err = readMarkdown(name, text, opts)
	} else {
		res, err = readText(name, text)
	}
	if err != nil {
		return nil, err
	}
	res.Encoding = encoding
	res.Language = guessLanguage(text)
	if !strings.HasPrefix(encoding, "UTF-") {
		guessed := []Warning{warned(flow.Place{}, flow.Odd(flow.Place{}, flow.OddEncoding, encoding))}
		res.told, res.Warnings = append(guessed, res.told...), append(guessed, res.Warnings...)
	}
	return res, nil
}

// atxHeadings counts the headings of Markdown in a text, «## Scope»: lines of their
// own, blank lines around them (CommonMark calls them ATX headings and asks for no
// blank lines; we do, to tell them from other uses of the sign). A text with such
// signs elsewhere, as comments have them, has none: more than one sign in five that
// opens no such line makes it 0.
func atxHeadings(text string) int {
	headings, others := 0, 0
	before, open := "", false // the line before; the last heading still wants its blank line
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n ")
		if open && line != "" {
			headings, others = headings-1, others+1
		}
		open = false
		// One to six signs and a space (CommonMark 4.2).
		if n := len(line) - len(strings.TrimLeft(line, "#")); n > 0 && n <= 6 && strings.HasPrefix(line[n:], " ") {
			if open = before == ""; open {
				headings++
			} else {
				others++
			}
		}
		before = line
	}
	if others*4 > headings {
		return 0
	}
	return headings
}

// usesMarkdown reports whether a text has any sign that could be one of Markdown. What
// has none is plain text under that name: its headings are known as those of a text.
func usesMarkdown(text string) bool {
	if strings.ContainsAny(text, "*_`\\<&\t") {
		return true
	}
	for _, sign := range []string{"](", "]:", "][", "[^", "~~", "|-", "| -", "|:", "| :"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	number := ""
	for line := range strings.Lines(text) {
		if n := numbering.LeadingDigits(line); n != "" && strings.HasPrefix(line[len(n):], ". ") {
			if n == number {
				return true // 1. 1. 1.: a list that counts by itself
			}
			number = n
		}
		if s := strings.TrimLeft(line, " "); s != "" && strings.IndexByte("#>-+=|", s[0]) >= 0 || strings.HasPrefix(line, "  ") || strings.HasSuffix(strings.TrimRight(line, "\r\n"), "  ") {
			return true
		}
	}
	return false
}

// isMarkdown decides between the two formats that share one way of writing. A name
// ending in .md is believed where the text uses any sign of Markdown; any other name
// needs two headings, and one that says «text» three.
func isMarkdown(name, text string) bool {
	lower := strings.ToLower(name)
	for _, ext := range []string{".md", ".markdown", ".mdown", ".mkd"} {
		if strings.HasSuffix(lower, ext) {
			return usesMarkdown(text)
		}
	}
	few := 2
	if strings.HasSuffix(lower, ".txt") || strings.HasSuffix(lower, ".text") {
		few = 3
	}
	return atxHeadings(text) >= few
}
