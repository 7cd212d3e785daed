package akn

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

const (
	// The names are those that package document writes, so that both kinds of file
	// are read together.
	aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	// aknOwn holds what Akoma Ntoso has no place for.
	aknOwn = "urn:conceptdiff:akn:1"
	aknOrg = "org:conceptdiff"
)

// Diff writes the comparison as Akoma Ntoso 3.0 (OASIS LegalDocML), valid by
// its schema: an amending view in which every change is a textual modification,
// with the old and the new wording quoted and the eIds of the clauses it is
// about. What went and what came is marked word by word in the quotations.
//
// The terms are the standard's. No modification is a legal act here, which the
// document says of itself. The error is that of w.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	a := &writer{bufio.NewWriterSize(w, 32<<10), o.Phrases(), &r}
	a.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	a.open("akomaNtoso", "xmlns", aknNamespace, "xmlns:cd", aknOwn)
	a.open("doc", "name", "comparison")
	a.open("meta")
	a.identification()
	a.analysis()
	a.open("references", "source", "#"+aknOrg)
	a.empty("TLCOrganization", "eId", aknOrg, "href", "/ontology/organization/conceptdiff", "showAs", "conceptdiff")
	a.shut("references")
	a.shut("meta")
	a.preface()
	a.open("mainBody")
	for _, c := range r.Changes {
		a.change(c)
	}
	a.shut("mainBody")
	a.shut("doc")
	a.shut("akomaNtoso")
	return a.Flush()
}

// writer writes elements. Every text goes through text, every attribute's value
// through open or empty. Errors are kept by the buffer and come with the flush.
type writer struct {
	*bufio.Writer
	phrase.Phrases
	r *report.Report
}

func (a *writer) text(s string) { plain.Escaper.WriteString(a, plain.Visible(s)) }

// tag writes a start tag; attributes are names and values in turn, those without
// a value are left out.
func (a *writer) tag(name, end string, attributes []string) {
	a.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			a.WriteString(" " + attributes[i] + `="`)
			a.text(attributes[i+1])
			a.WriteByte('"')
		}
	}
	a.WriteString(end)
}

func (a *writer) open(name string, attributes ...string)  { a.tag(name, ">\n", attributes) }
func (a *writer) begin(name string, attributes ...string) { a.tag(name, ">", attributes) }
func (a *writer) empty(name string, attributes ...string) { a.tag(name, "/>\n", attributes) }
func (a *writer) shut(name string)                        { a.WriteString("</" + name + ">\n") }

// line writes an element with nothing but characters in it.
func (a *writer) line(name, text string, attributes ...string) {
	a.begin(name, attributes...)
	a.text(text)
	a.shut(name)
}

// aknWork is how a revision is addressed: as in the Akoma Ntoso form of the revision
// itself, where its label is made of letters, digits and "-_.~". Other signs may
// stand there as they are, and are "-" here.
func aknWork(label string) string { return "/akn/" + aknStep(label) }

// aknStep is a name that can stand in a URI: what cannot becomes "-".
func aknStep(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.~", r) {
			return r
		}
		return '-'
	}, s)
}

// clauseURI points to a clause of a revision by its eId.
func clauseURI(s *report.Side, c *report.Clause) string {
	steps := strings.Split(c.Address, "/")
	for i, step := range steps {
		steps[i] = aknStep(step)
	}
	return aknWork(s.Label) + "#" + strings.Join(steps, "/")
}

// identification names the comparison itself: a work of its own, made of both labels,
// with the date of the new text where that is a day. The language is that of our
// words, by ISO 639 in three letters.
func (a *writer) identification() {
	id := aknWork(a.r.Old.Label) + "-" + aknStep(a.r.New.Label)
	date := "0001-01-01" // the schema wants one
	if a.r.New.Date != "" && a.Date(a.r.New.Date) != a.r.New.Date {
		date = a.r.New.Date
	}
	level := func(name string, more ...string) {
		a.open(name)
		a.empty("FRBRthis", "value", id)
		a.empty("FRBRuri", "value", id)
		a.empty("FRBRdate", "date", date, "name", "comparison")
		a.empty("FRBRauthor", "href", "#"+aknOrg)
		if len(more) > 0 {
			a.empty(more[0], more[1:]...)
		}
		a.shut(name)
	}
	a.open("identification", "source", "#"+aknOrg)
	level("FRBRWork", "FRBRcountry", "value", "xx")
	level("FRBRExpression", "FRBRlanguage", "language", map[string]string{"en": "eng", "az": "aze", "ru": "rus"}[a.Language()])
	level("FRBRManifestation")
	a.shut("identification")
}

// aknID is a change's eId. The ids of what belongs to it are made of it: "-mod",
// "-old", "-new".
func aknID(c *report.Change) string { return plain.Anchor("", c.ID) }

// preface says what the document is and is not.
func (a *writer) preface() {
	a.open("preface", "xml:lang", a.Language())
	a.line("p", a.Say("Comparison")+": "+a.r.Old.Label+" → "+a.r.New.Label)
	for _, n := range a.r.Notices {
		a.line("p", a.NoticeTitle(n)+". "+a.Notice(n))
	}
	a.line("p", a.Say("The modifications in this document were computed from two texts. They describe what happened to the words and are no act of any authority."))
	for _, s := range a.AccountSentences(a.r) {
		a.line("p", s)
	}
	if s := a.Shown(a.r); s != "" {
		a.line("p", s)
	}
	a.shut("preface")
}
