package html

import (
	_ "embed" // the form's script and style sheet
	"encoding/json"
	"html/template"
	"io"

	"conceptdiff/internal/form"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/review"
)

//go:embed templates/form.js
var formScript string

//go:embed templates/form.css
var formStyle string

// formPage is what the form's template is executed with.
type formPage struct {
	Frame frame.Frame
	Form  form.Form
	Boxes []review.Verdict
	State template.JS
}

// Form writes a form as one HTML file without references to any other: a member opens
// it, fills it in and saves it, and it is read again. Its state, from which the
// script saves it and a reader takes it again, stands in it as JSON. The error is
// that of w.
func Form(w io.Writer, f form.Form, o render.Options) error {
	state, err := json.Marshal(f.State()) // which writes < as \u003c
	if err != nil {
		return err
	}
	page := formPage{
		Frame: frame.Of(o.Phrases().Language(), style+formStyle, formScript), Form: f, Boxes: form.Boxes,
		State: template.JS(state), //nolint:gosec // JSON of ours
	}
	return write(w, o.Phrases(), "form", page)
}
