// Package pdf reads the text of PDF files as lines with their places on the
// page. What the lines mean is for package ingest to say.
//
// The files are read by PDFium, the reader of the Chromium browser, compiled to
// WebAssembly and run inside this process without any way out of its memory:
// see the folder pdfium for where it came from and under which licence, and
// host.go for what it can see of the world (nothing).
//
// PDFium gives characters, each with its place and font. From there:
//
//	characters ──▶ lines ──▶ columns put one after the other ──▶ bullets drawn as shapes ──▶ [Page]
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"conceptdiff/internal/ingest/flow"
)

// Limits. PDFium's memory ([maxMemory]) bounds whatever they do not. Counts are of
// what PDFium tells, not of what the file claims.
const (
	MaxPages   = 5_000     // the longest codes of law have 3,000
	MaxChars   = 20 << 20  // in all pages; a page of text has 3,000
	maxObjects = 2_000_000 // things drawn on one page; a map has 100,000
	maxRepeats = 10_000    // of pieces of one page; most pages have none
)

// Is reports whether data is a PDF: whether its mark stands at the beginning,
// where the standard wants it, or, as readers allow, within the first kilobyte.
func Is(data []byte) bool {
	head := data[:min(len(data), 1024)]
	i := bytes.Index(head, []byte("%PDF-"))
	return i == 0 || i > 0 && bytes.IndexByte(head[:i], '<') < 0 // not a page about PDF
}

// Page is what is printed on one page, in reading order. A page without lines is one
// without text.
type Page struct {
	Number        int     // from 1
	Width, Height float64 // in points, as the page is read
	Lines         []Line
	Sideways      string   // text that is turned against the page's own, "" if none
	LineNumbers   []string // from the top down, where its lines are numbered in the margin
	Picture       bool     // a picture covers most of it
}

// Line is one printed line, or the part of one that stands in one column. Lengths are
// in points; x grows to the right, y downwards from the page's top. Marks and Struck
// are in the order of the text and may overlap each other.
type Line struct {
	Left, Right float64 // of the ink, a drawn bullet included
	Base        float64 // of the letters
	Size        float64 // of most of its letters
	FirstWord   float64 // width of what a line break could not part: to the first space or hyphen
	Bold        bool    // all its letters are
	Text        string
	Marks       []Mark // raised small characters in it
	Struck      []Mark // what a ruled line runs through
	Bullet      string // drawn before it as a shape, "" if none
	Column      int    // on its page, from 1; 0 where lines run across the page
}

// Mark is a run of characters that are set apart: raised and small (a footnote mark,
// an exponent, the added part of a number, as in Article 12¹), or struck out.
type Mark struct {
	Start, End int // in Text, bytes
}

// Read reads the pages of a PDF, in order. A file that cannot be read is a
// [*flow.Error]: it is damaged, encrypted, beyond a limit, holds no text, or takes
// too long. Any other error is one of PDFium's preparation. When ctx ends, the page
// at hand is told as damaged.
func Read(ctx context.Context, data []byte) ([]Page, error) {
	if mostRepeats(data) > maxRepeats {
		return nil, &flow.Error{
			Msg:  fmt.Sprintf("PDF repeats its pieces more than %d times in one list, the most that is read", maxRepeats),
			Hint: "leave the page out, e.g. qpdf in.pdf --pages . 1-5 -- out.pdf",
		}
	}
	e, err := theEngine()
	if err != nil {
		return nil, err
	}
	in, err := e.instantiate(ctx)
	if err != nil {
		return nil, err
	}
	defer in.close()
	doc, err := in.open(data)
	if err != nil {
		return nil, err
	}
	count := in.int("FPDF_GetPageCount", doc)
	switch {
	case in.broken != nil || count <= 0:
		return nil, in.damaged(0)
	case count > MaxPages:
		return nil, &flow.Error{
			Msg:  fmt.Sprintf("PDF has %d pages; at most %d are read", count, MaxPages),
			Hint: "split it, e.g. qpdf --split-pages=1000 in.pdf part.pdf",
		}
	}
	pages := make([]Page, 0, count)
	// The clock decides nothing but whether to give up.
	chars, begun := 0, time.Now()
	var numbers lineNumbers
	for i := range count {
		if time.Since(begun) > patience(chars) {
			return nil, &flow.Error{
				Place: flow.Place{Page: i},
				Msg:   fmt.Sprintf("PDF took more than %s up to here, for %d characters: its pages draw far more than text", patience(chars).Round(time.Second), chars),
				Hint:  "leave out the pages that draw much, e.g. qpdf in.pdf --pages . 1-5 -- out.pdf",
			}
		}
		p, n, err := in.page(doc, i, MaxChars-chars, &numbers)
		if err != nil {
			return nil, err
		}
		chars += n
		pages = append(pages, p)
	}
	if chars == 0 {
		return nil, &flow.Error{
			Msg:  "PDF holds no text: its pages are pictures, as of a scan",
			Hint: "run text recognition over it first, e.g. ocrmypdf in.pdf out.pdf",
		}
	}
	return pages, nil
}

// patience is how long the pages with that many characters may take, before the next
// one is begun: some ten times what text takes on a slow machine, so that it ends
// what was made to take long and nothing else. Time is by the clock, since PDFium is
// one long call a page.
func patience(chars int) time.Duration {
	const start, each = 20 * time.Second, 100 * time.Microsecond
	return start + time.Duration(chars)*each
}

// The errors of FPDF_GetLastError (fpdfview.h).
const (
	errFile     = 2
	errFormat   = 3
	errPassword = 4
	errSecurity = 5
)

// open loads a document into PDFium's memory, and gives its handle. The bytes stay
// there as long as the instance: PDFium reads from them.
func (in *instance) open(data []byte) (uint64, error) {
	p := in.alloc(len(data))
	if in.broken != nil || !in.memory.Write(p, data) {
		return 0, tooLarge()
	}
	if doc := in.handle("FPDF_LoadMemDocument", uint64(p), uint64(len(data)), 0); doc != 0 {
		return uint64(doc), nil
	}
	if in.broken != nil {
		return 0, in.damaged(0)
	}
	switch in.int("FPDF_GetLastError") {
	case errPassword:
		return 0, &flow.Error{Msg: "PDF is encrypted with a password", Hint: "remove it first, e.g. qpdf --decrypt --password=… in.pdf out.pdf"}
	case errSecurity:
		return 0, &flow.Error{Msg: "PDF is encrypted in a way that cannot be read", Hint: "ask for a copy without encryption"}
	}
	return 0, in.damaged(0)
}

// damaged is the error for a file, or its page, that PDFium cannot read. A lack of
// memory is told by how much is in use: PDFium just stops. page is its number from 1,
// 0 for the whole file.
func (in *instance) damaged(page int) error {
	if in.broken != nil && in.memory.Size() > maxMemory/10*9 {
		return tooLarge()
	}
	return &flow.Error{
		Place: flow.Place{Page: page},
		Msg:   "PDF is damaged or cut off",
		Hint:  "fetch it again, or repair it, e.g. qpdf in.pdf out.pdf",
	}
}

// tooLarge is the error for a file that maxMemory does not hold, with what helps:
// parts, or no pictures.
func tooLarge() error {
	return &flow.Error{
		Msg:  fmt.Sprintf("PDF needs more than %d MB of memory to read", maxMemory>>20),
		Hint: "split it, or leave out its pictures, e.g. gs -sDEVICE=pdfwrite -dFILTERIMAGE -o out.pdf in.pdf",
	}
}
