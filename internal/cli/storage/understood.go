package storage

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	rphrase "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/reading"
)

// understood says what was made of a file, in a language.
type understood struct {
	out *terminal.Printer
	rphrase.Phrases
	read *reading.Reading
}

func (u understood) print(created bool) {
	what := u.Say("stored")
	if !created {
		what = u.Say("stored already, nothing to do")
	}
	u.out.Printf("%s: %s\n", u.out.Bold(u.read.Label), what)
	u.row(u.Say("title"), u.read.Title)
	u.row(u.Say("date"), u.read.Date)
	u.row(u.Say("status"), u.Status(u.read.Status))
	u.row(u.Say("language"), u.read.Language)
	u.row(u.Say("base"), u.read.Base)
	u.row(u.Say("source [a file]"), fmt.Sprintf("%s (%s)", u.read.Source.Name,
		strings.Join(phrase.NotEmpty(u.read.Result.Format, u.read.Result.Encoding, u.Count(int(u.read.Source.Size), "byte")), ", ")))
	u.row(u.Say("files"), strings.Join(u.read.Result.Parts, ", "))
	u.row("SHA-256", u.read.Source.SHA256)
	t := workspace.TallyOf(u.read.Revision)
	u.row(u.Say("understood"), strings.Join([]string{
		u.Count(t.Components, "component"), u.Count(t.Clauses, "clause"), u.Count(t.Paragraphs, "paragraph"),
		u.Count(t.Items, "list item"), u.Count(t.Words, "word"),
	}, ", "))
	for _, c := range u.read.Components {
		part := &revision.Revision{Meta: u.read.Meta, Components: []*revision.Provision{c}}
		u.row("", u.component(c)+": "+u.Count(len(part.Clauses()), "clause"))
	}
	u.row(u.Say("dropped"), u.dropped())
	for _, d := range u.read.Result.Dropped {
		u.row("", u.at(d.File, d.Page, d.Line, fmt.Sprintf("%q (%s)", d.Text, u.Word(d.Why))))
	}
	u.row(u.Say("warnings"), u.warnings())
	for _, w := range u.read.Result.Warnings {
		u.row("", u.at(w.File, w.Page, w.Line, u.Foreign(string(w.Says), w.Args...)))
	}
}

// row prints a value after its name, in a column; none for "".
func (u understood) row(name, value string) {
	const width = 18 // of the longest name in any language
	if value != "" {
		pad := strings.Repeat(" ", max(width-utf8.RuneCountInString(name), 0))
		u.out.Text("  "+name+pad+" ", strings.Repeat(" ", width+3), value)
	}
}

// at puts the place of something before it, where it is known.
func (u understood) at(file string, page, line int, what string) string {
	if place := u.Place(file, page, line, u.read.CountsParagraphs()); place != "" {
		return place + ": " + what
	}
	return what
}

// component names a component by its address and heading.
func (u understood) component(c *revision.Provision) string {
	name := c.EID
	if name == "" {
		name = u.Say("main text")
	}
	if c.Heading != "" {
		name += ", «" + c.Heading + "»"
	}
	return name
}

func (u understood) warnings() string {
	if n := len(u.read.Result.Warnings); n > 0 {
		return u.Number(n)
	}
	return u.Say("none [warnings]")
}

func (u understood) dropped() string {
	if n := len(u.read.Result.Dropped); n > 0 {
		return u.Count(n, "line")
	}
	return u.Say("nothing")
}
