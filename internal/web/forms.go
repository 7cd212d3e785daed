package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"conceptdiff/internal/form"
	"conceptdiff/internal/render"
	markup "conceptdiff/internal/render/html"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/workspace"
)

var formWriters = []struct {
	ending, name string
	write        func(io.Writer, form.Form, render.Options) error
}{
	{"docx", "Word", office.Form},
	{"xlsx", "Excel", xlsx.Form},
	{"html", "HTML", markup.Form},
}

// formsPage takes forms that come back, and tells what came of each row.
type formsPage struct {
	frame
	File  string
	Taken *workspace.FormTaken // nil before
	Now   int                  // rows that were taken
	Empty int
	Wrong string
	Help  string
	// English is what the program says in English alone.
	English []string
}

func showForms(c *call) error {
	p := formsPage{frame: c.frameFor("agenda")}
	p.Title = c.say.Say("Forms that come back")
	return c.page(http.StatusOK, "forms", p)
}

// takeForm takes a form. Where members sign in, a form is taken in the name of who
// sends it, unless that is a chair, who types for others.
func takeForm(c *call) error {
	if err := c.mayImport(); err != nil {
		return err
	}
	name, data, err := c.sentFile(c.say.Say("Choose the form that came back."))
	if err != nil {
		return err
	}
	by := c.r.FormValue("by")
	if c.sessions != nil && !c.MayDecide() {
		by = c.Member.Name
	}
	p := formsPage{frame: c.frameFor("agenda"), File: name}
	p.Title = c.say.Say("Forms that come back")
	taken, err := c.ws.TakeForm(c.r.Context(), workspace.FormFile{Name: name, Data: data, By: by})
	if err != nil {
		again := c.problem(err)
		if errors.Is(err, form.ErrNone) {
			again = problemPage{
				What: c.say.Say("«{0}» is no form of this program, and no Word file with comments. Nothing was entered.", name),
				Help: c.say.Say("A form to fill in is downloaded from the agenda of its text."),
			}
		}
		p.Wrong, p.Help, p.English = again.What, again.Help, again.English
		return c.page(http.StatusUnprocessableEntity, "forms", p)
	}
	c.hub.Nudge()
	p.Taken, p.Now, p.Empty = &taken, taken.Count(workspace.TakenNow), taken.Count(workspace.LeftEmpty)
	return c.page(http.StatusOK, "forms", p)
}

// downloadForm writes the form of an agenda.
func (c *call) downloadForm(label, ending string) error {
	for _, f := range formWriters {
		if f.ending != ending {
			continue
		}
		filled, err := c.ws.Form(c.r.Context(), label, c.r.FormValue("member"))
		if err != nil {
			return err
		}
		var buf bytes.Buffer
		if err := f.write(&buf, filled, render.Options{Language: c.Language}); err != nil {
			return err
		}
		return c.attach("form-"+label+"."+ending, mediaTypes[ending], buf.Bytes())
	}
	return c.noFormat()
}
