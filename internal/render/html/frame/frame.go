// Package frame is what every HTML page of the program begins and ends with, whoever
// writes it: files that are sent about, and pages that the program serves.
package frame

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"strings"

	"conceptdiff/internal/render/plain"
)

// Frame is that of a file: its language, and the only style and script that its
// policy lets it use, each by its digest: no attribute styles anything. It asks no
// network for anything, and tells no page it links to where the reader came from.
//
// The style must be written into the file as it was given: a policy names it by its
// bytes (Content Security Policy 3, hash-source).
type Frame struct {
	Language string
	Style    template.CSS
	Script   template.JS
	hash     string // of the script, "" without one
	look     string // the hash of the style
}

// Of is the frame of a file with a style and a script, both of ours; "" for no script.
func Of(language, style, script string) Frame {
	f := Frame{Language: language, Style: template.CSS(style), look: digest(style)} //nolint:gosec // ours
	if script != "" {
		f.Script, f.hash = template.JS(script), digest(script) //nolint:gosec // ours
	}
	return f
}

// digest names a text in a content security policy. It is SHA-256 in base 64.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Begin is all up to the title and the style, which its caller writes. It ends within
// the head.
func (f Frame) Begin() template.HTML {
	var b strings.Builder
	b.WriteString(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + f.look + `'; `)
	if f.hash != "" {
		b.WriteString("script-src '" + f.hash + "'; ")
	}
	b.WriteString("base-uri 'none'; form-action 'none'\">\n")
	return begin(f.Language, b.String(), "<meta name=\"referrer\" content=\"no-referrer\">\n")
}

// Served is the beginning of a page whose policy stands in the headers it is sent with.
func Served(language string) template.HTML { return begin(language, "", "") }

// End ends a page, with the script of its frame.
func (f Frame) End() template.HTML {
	var script string
	if f.hash != "" {
		script = "<script>" + string(f.Script) + "</script>\n"
	}
	return template.HTML(script + "</body>\n</html>\n") //nolint:gosec // ours
}

// begin is the beginning of a page: type, language and head, with its policy and what
// else stands in the head.
func begin(language, policy, more string) template.HTML {
	lang := ""
	if language != "" {
		lang = ` lang="` + plain.Escaper.Replace(language) + `"`
	}
	return template.HTML("<!DOCTYPE html>\n<html" + lang + ">\n<head>\n<meta charset=\"utf-8\">\n" + policy + //nolint:gosec // ours, and a language that is escaped
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" + more)
}
