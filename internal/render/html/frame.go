package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
)

// frame is what every page begins with: its language, and the only style and script that
// its policy lets it use.
type frame struct {
	Language   string
	Style      template.CSS
	Script     template.JS
	ScriptHash string // "" without a script
}

// framed is the frame of a page with a style and a script, both of ours; "" for no script.
func framed(language, style, script string) frame {
	f := frame{Language: language, Style: template.CSS(style)} //nolint:gosec // ours
	if script != "" {
		sum := sha256.Sum256([]byte(script))
		f.Script = template.JS(script) //nolint:gosec // ours
		f.ScriptHash = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}
	return f
}

// write executes a template into a buffer first: a failed run writes nothing.
func (f frame) write(w io.Writer, name string, page any) error {
	var buf bytes.Buffer
	if err := templatesIn[f.Language]().ExecuteTemplate(&buf, name, page); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}
