// Package html reads web pages as legal databases and news sites serve them and
// browsers and word processors save them.
//
// A page is read as it lies in the file: nothing it refers to is fetched, no
// script in it is run. Its text is taken in the order of the file; what is not
// shown (scripts, styles, what carries the attribute hidden) is passed over, what
// is shown but is no part of the document (navigation, forms, advertisements) is
// left out and listed. Steps, one file each:
//
//	bytes ──charset──▶ characters ──parse──▶ nodes ──boilerplate──▶ the document's nodes ──walk──▶ blocks
//	                                                                                  list, table, note
package html

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/lazy"
)

// Limits. The parser itself refuses more than 512 elements inside each other.
const (
	maxSize = 32 << 20  // bytes; the longest codes of law have 8 MB
	maxTags = 1_000_000 // tags and attributes, each of which costs some 200 bytes of memory
)

// Page is a web page as it was understood.
type Page struct {
	flow.Document
	// Plain is set instead of Blocks where the text is one that stands in the page
	// as it is, with its own line breaks (the element pre).
	Plain string
}

// Is reports whether data is a web page: whether its first tag, after white
// space and comments, is one that opens a page.
func Is(data []byte) bool {
	s := start(data)
	// The marks of a page may stand after its comments and processing instructions,
	// in any order.
	for {
		s = strings.TrimLeft(s, " \t\r\n\f\ufeff")
		skipped := false
		for _, c := range []struct{ open, end string }{{"<!--", "-->"}, {"<?", ">"}} {
			if strings.HasPrefix(s, c.open) {
				i := strings.Index(s, c.end)
				if i < 0 {
					return false
				}
				s, skipped = s[i+len(c.end):], true
			}
		}
		if !skipped {
			break
		}
	}
	// Longer than the longest beginning that is compared below.
	s = strings.ToLower(s[:min(len(s), 40)])
	if strings.HasPrefix(s, "<!doctype html") {
		return true
	}
	for _, tag := range []string{"<html", "<head", "<body", "<title", "<meta", "<link", "<style", "<script", "<div", "<h1", "<table", "<p>", "<p "} {
		if rest, ok := strings.CutPrefix(s, tag); ok {
			// «<header>» begins with «<head» and opens no page.
			return rest == "" || strings.HasSuffix(tag, ">") || strings.HasSuffix(tag, " ") || strings.ContainsAny(rest[:1], " \t\r\n/>")
		}
	}
	return false
}

// start is the first 4,096 bytes of a file as characters, whatever its encoding: the
// marks of a page are ASCII in all of them. Of UTF-16 the zero bytes are taken out,
// which leaves ASCII as it is and anything else wrong, to no harm here.
func start(data []byte) string {
	const far = 4096
	head := data[:min(len(data), far)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return string(bytes.ReplaceAll(head[2:], []byte{0}, nil))
	}
	return string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
}

// Read reads a web page. fallback decodes the bytes of a page that does not say in
// which encoding it is and is not UTF-8; it may be nil. The error is a [*flow.Error]:
// the page is larger than 32 MB, has more than a million tags and attributes, nests
// more than 512 elements, or holds no text, as one does that a script fills in.
func Read(data []byte, opts flow.Options, fallback func([]byte) (text, encoding string)) (*Page, error) {
	return read(data, "", opts, fallback)
}

// read reads a page. charset is what was said of its encoding outside it, "" if
// nothing.
func read(data []byte, charset string, opts flow.Options, fallback func([]byte) (text, encoding string)) (*Page, error) {
	if len(data) > maxSize {
		return nil, &flow.Error{
			Msg:  fmt.Sprintf("web page is %d MB; at most %d MB can be read", len(data)>>20, maxSize>>20),
			Hint: "is this the text of one document? save only the text, or split it",
		}
	}
	text, encoding := decode(data, charset, fallback)
	// Tags are counted before the tree is made: a tree of a page made to do harm
	// takes the memory that the limit is there to save.
	if n := countTags(text); n > maxTags {
		return nil, &flow.Error{
			Msg:  fmt.Sprintf("web page has more than %d tags and attributes", maxTags),
			Hint: "is this the text of one document? save only the text, or split it",
		}
	}
	root, err := html.Parse(strings.NewReader(text))
	switch {
	case err != nil && strings.Contains(err.Error(), "open stack"):
		return nil, &flow.Error{Msg: "web page nests more than 512 elements", Hint: "save its text only: select it in the browser and copy it"}
	case err != nil:
		return nil, &flow.Error{Msg: "web page cannot be read: " + err.Error()}
	}
	r := &reader{page: &Page{}, ids: map[string]*html.Node{}, skip: map[*html.Node]bool{}, weights: map[*html.Node]weight{}, noted: map[*html.Node]bool{}}
	r.page.Encoding = encoding
	r.text.KeepStruck = opts.Struck == flow.KeepStruck
	if cutOff(text) {
		r.page.Warnings = append(r.page.Warnings, flow.Odd(flow.Place{}, flow.OddCutOff))
	}
	if countedByStyle().MatchString(text) {
		r.page.Warnings = append(r.page.Warnings, flow.Odd(flow.Place{}, flow.OddCounters))
	}
	r.read(root)
	if len(r.page.Blocks) == 0 && r.page.Plain == "" {
		return nil, &flow.Error{
			Msg:  "web page holds no text",
			Hint: "its text may be put in by a script: save the page from the browser as it is shown, or copy the text",
		}
	}
	return r.page, nil
}

// countedByStyle matches a rule by which a browser counts: content: counter(clause).
var countedByStyle = lazy.Regexp(`(?i)content\s*:[^;}]{0,100}\bcounters?\(`)

// cutOff reports whether a page opens with a tag that it never closes: a download
// that stopped. The standard allows the end tag to be left out, and few programs do
// it, so this is a warning and no more. The ends of the page are looked at, 4,096
// bytes each.
func cutOff(text string) bool {
	head, tail := strings.ToLower(text[:min(len(text), 4096)]), strings.ToLower(text[max(len(text)-4096, 0):])
	return strings.Contains(head, "<html") && !strings.Contains(tail, "</html")
}

// countTags counts tags, attributes, comments and document types, up to the limit and
// one more. The tokenizer keeps none of them.
func countTags(text string) int {
	z := html.NewTokenizer(strings.NewReader(text))
	n := 0
	for n <= maxTags {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.StartTagToken, html.SelfClosingTagToken:
			_, more := z.TagName()
			for n++; more && n <= maxTags; n++ {
				_, _, more = z.TagAttr()
			}
		case html.EndTagToken, html.CommentToken, html.DoctypeToken:
			n++
		}
	}
	return n
}
