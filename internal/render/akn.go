package render

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

const (
	aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	// aknOwn holds what Akoma Ntoso has no place for.
	aknOwn = "urn:conceptdiff:akn:1"
	aknOrg = "org:conceptdiff"
)

// DiffAKN writes the comparison as Akoma Ntoso 3.0 (OASIS LegalDocML), valid by
// its schema: an amending view in which every change is a textual modification,
// with the old and the new wording quoted and the eIds of the clauses it is
// about. What went and what came is marked word by word in the quotations.
//
// The terms are the standard's. No modification is a legal act here, which the
// document says of itself.
func DiffAKN(w io.Writer, r report.Report, o Options) error {
	a := &aknWriter{bufio.NewWriterSize(w, 32<<10), o.phrases(), &r}
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

// aknWriter writes elements. Every text goes through text, every attribute's
// value through open or empty.
type aknWriter struct {
	*bufio.Writer
	phrases
	r *report.Report
}

func (a *aknWriter) text(s string) { escaper.WriteString(a, visible(s)) }

// tag writes a start tag; attributes are names and values in turn, those without
// a value are left out.
func (a *aknWriter) tag(name, end string, attributes []string) {
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

func (a *aknWriter) open(name string, attributes ...string)  { a.tag(name, ">\n", attributes) }
func (a *aknWriter) begin(name string, attributes ...string) { a.tag(name, ">", attributes) }
func (a *aknWriter) empty(name string, attributes ...string) { a.tag(name, "/>\n", attributes) }
func (a *aknWriter) shut(name string)                        { a.WriteString("</" + name + ">\n") }

func (a *aknWriter) line(name, text string, attributes ...string) {
	a.begin(name, attributes...)
	a.text(text)
	a.shut(name)
}

// aknWork is how a revision is addressed: as in the Akoma Ntoso form of the
// revision itself.
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

func (a *aknWriter) identification() {
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

// analysis lists every change as textual modifications.
func (a *aknWriter) analysis() {
	a.open("analysis", "source", "#"+aknOrg)
	any := false
	for _, c := range a.r.Changes {
		for i, kind := range aknKinds(c) {
			if !any {
				a.open("activeModifications")
			}
			any = true
			a.modification(c, kind, i)
		}
	}
	if any {
		a.shut("activeModifications")
	}
	a.shut("analysis")
}

// aknKinds are the types of textual modification that a change is.
func aknKinds(c *report.Change) []string {
	var out []string
	switch c.Kind {
	case compare.New:
		return []string{"insertion"}
	case compare.Removed:
		return []string{"repeal"}
	case compare.Split:
		out = append(out, "split")
	case compare.Merged:
		out = append(out, "join")
	case compare.Amended:
		out = append(out, "substitution")
	}
	if c.Kind == compare.Unchanged && c.Retitled {
		out = append(out, "substitution")
	}
	if !sameAddresses(c) && c.Kind != compare.Split && c.Kind != compare.Merged {
		out = append(out, "renumbering")
	}
	return out
}

// modification writes the n-th modification that a change is.
func (a *aknWriter) modification(c *report.Change, kind string, n int) {
	id := aknID(c)
	moved := ""
	if c.Moved {
		moved = "true"
	}
	a.open("textualMod", "eId", id+"-mod-"+itoa(n+1), "type", kind, "cd:significance", string(c.Significance), "cd:moved", moved)
	a.empty("source", "href", "#"+id)
	if len(c.Old) == 0 {
		a.destinationOfNew(c)
	}
	for _, cl := range c.Old {
		a.empty("destination", "href", clauseURI(&a.r.Old, cl))
	}
	if kind != "renumbering" {
		if len(c.Old) > 0 {
			a.empty("old", "href", "#"+id+"-old")
		}
		if len(c.New) > 0 {
			a.empty("new", "href", "#"+id+"-new")
		}
	} else {
		for _, cl := range c.New {
			a.empty("new", "href", clauseURI(&a.r.New, cl))
		}
	}
	a.shut("textualMod")
}

// destinationOfNew says where in the old text a new clause would come to stand:
// after the clause that stands before it in the new one.
func (a *aknWriter) destinationOfNew(c *report.Change) {
	var before *report.Clause
	for _, cl := range a.r.New.Clauses {
		if cl == c.New[0] {
			break
		}
		if olds := cl.Change.Old; len(olds) > 0 {
			before = olds[len(olds)-1]
		}
	}
	if before == nil {
		a.empty("destination", "href", aknWork(a.r.Old.Label), "pos", "start")
		return
	}
	a.empty("destination", "href", clauseURI(&a.r.Old, before), "pos", "after")
}

// aknID is a change's eId.
func aknID(c *report.Change) string { return anchor("", c.ID) }

// preface says what the document is and is not.
func (a *aknWriter) preface() {
	a.open("preface", "xml:lang", a.Language())
	a.line("p", a.Say("Comparison")+": "+a.r.Old.Label+" → "+a.r.New.Label)
	for _, n := range a.r.Notices {
		a.line("p", a.Upper(a.status(n.Status))+". "+a.notice(n))
	}
	a.line("p", a.Say("The modifications in this document were computed from two texts. They describe what happened to the words and are no act of any authority."))
	for _, s := range a.accountSentences(a.r) {
		a.line("p", s)
	}
	if s := a.shown(a.r); s != "" {
		a.line("p", s)
	}
	a.shut("preface")
}

// change writes a change: its name, what became of it, and the wordings.
func (a *aknWriter) change(c *report.Change) {
	id := aknID(c)
	a.open("hcontainer", "name", "change", "eId", id)
	if n := a.numbers(c); n != "" {
		a.line("num", n)
	}
	if t := a.title(c); t != "" {
		a.line("heading", t)
	}
	a.open("content")
	a.line("p", a.changeFacts(c))
	for _, reason := range a.reasons(c) {
		a.line("p", reason)
	}
	if !c.Untouched() {
		a.begin("p")
		a.begin("mod", "eId", id+"-mod")
		a.quotation(c, "old", c.Old, a.r.Old.Language)
		a.quotation(c, "new", c.New, a.r.New.Language)
		a.WriteString("</mod></p>\n")
	}
	a.shut("content")
	a.shut("hcontainer")
}

// quotation writes the wording of one side.
func (a *aknWriter) quotation(c *report.Change, side string, clauses []*report.Clause, lang string) {
	if len(clauses) == 0 {
		return
	}
	a.open("quotedStructure", "eId", aknID(c)+"-"+side, "xml:lang", aknLang(lang))
	for _, cl := range clauses {
		a.clause(c, cl, side)
	}
	a.shut("quotedStructure")
}

// aknLang is a language tag that the schema takes, "" for any other.
func aknLang(tag string) string {
	if tag == "" || strings.Trim(strings.ToLower(tag), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || len(tag) > 20 {
		return ""
	}
	return tag
}

// clause writes one clause of one side, what was deleted, inserted or moved in
// it marked.
func (a *aknWriter) clause(c *report.Change, cl *report.Clause, side string) {
	a.open("clause", "eId", side+":"+anchor("", cl.Address), "cd:address", cl.Address)
	if cl.Num != "" {
		a.line("num", cl.Num)
	}
	lines := sideLines(c, cl, side == "old")
	if len(lines) > 0 && lines[0].line.Kind == "heading" {
		a.words("heading", lines[0], side == "old")
		lines = lines[1:]
	}
	if len(lines) > 0 {
		a.open("content")
		for _, l := range lines {
			a.words("p", l, side == "old")
		}
		a.shut("content")
	}
	a.shut("clause")
}

// sideLine is a line of one side with its runs, also when it stands in several
// rows.
type sideLine struct {
	line *report.Line
	runs []report.Run
}

func sideLines(c *report.Change, cl *report.Clause, old bool) []sideLine {
	var out []sideLine
	for i := range c.Rows {
		row := &c.Rows[i]
		l := row.New
		if old {
			l = row.Old
		}
		if l == nil || l.Clause != cl {
			continue
		}
		if l.Continued && len(out) > 0 {
			out[len(out)-1].runs = append(out[len(out)-1].runs, row.Runs...)
			continue
		}
		out = append(out, sideLine{l, append([]report.Run(nil), row.Runs...)})
	}
	return out
}

func (a *aknWriter) words(element string, l sideLine, old bool) {
	num := ""
	if l.line.Kind == "item" {
		num = bullet(l.line.Num)
	}
	a.begin(element, "cd:num", num)
	for _, r := range l.runs {
		text, mark, to := r.New, "ins", r.From
		if old {
			text, mark, to = r.Old, "del", r.To
		}
		switch {
		case text == "":
		case r.Op == compare.Keep:
			a.text(text)
		default:
			a.begin(mark, "cd:moved", to)
			a.text(text)
			a.WriteString("</" + mark + ">")
		}
	}
	a.shut(element)
}
