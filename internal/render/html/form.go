package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the form's script
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"

	"conceptdiff/internal/form"
	"conceptdiff/internal/render"
	"conceptdiff/internal/review"
)

//go:embed templates/form.js
var formScript string

// formPage is what the form's template is executed with.
type formPage struct {
	Language   string
	Form       form.Form
	Boxes      []review.Verdict
	State      template.JS
	Style      template.CSS
	Script     template.JS
	ScriptHash string
}

// Form writes a form as one HTML file without references to any other: a member opens
// it, fills it in and saves it, and it is read again.
func Form(w io.Writer, f form.Form, o render.Options) error {
	p := o.Phrases()
	state, err := json.Marshal(f.State()) // which writes < as \u003c
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(formScript))
	page := formPage{
		Language: p.Language(), Form: f, Boxes: form.Boxes,
		State:      template.JS(state),      //nolint:gosec // JSON of ours
		Style:      template.CSS(style),     //nolint:gosec // our own file
		Script:     template.JS(formScript), //nolint:gosec // our own file
		ScriptHash: "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
	}
	var buf bytes.Buffer
	if err := templatesIn[page.Language]().ExecuteTemplate(&buf, "form", page); err != nil {
		return err
	}
	_, err = buf.WriteTo(w)
	return err
}
