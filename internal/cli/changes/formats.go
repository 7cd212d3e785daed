package changes

import (
	"io"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/akn"
	"conceptdiff/internal/render/card"
	"conceptdiff/internal/render/docx/redline"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/report"
)

// format is one form in which a report can be had: its name for --format, where it
// can go, and what writes it.
type format struct {
	name  string
	form  terminal.Form
	write func(io.Writer, report.Report, render.Options) error
	page  func(io.Writer, report.Report, render.Options) error // that a browser prints, for PDF alone
}

// formatStat is what --stat asks for; it is not offered as a format. It is chosen by
// another flag, since it shows other things and not another form.
const formatStat = "stat"

// diffFormats are those of a comparison, in the order of help; the first is the
// preset.
var diffFormats = []format{
	{name: "text", form: terminal.FormPaged, write: text.Diff},
	{name: "md", form: terminal.FormPlain, write: markdown.Diff},
	{name: "json", form: terminal.FormPlain, write: json.Diff},
	{name: "html", form: terminal.FormPlain, write: html.Diff},
	{name: "docx", form: terminal.FormBinary, write: redline.Redline},
	{name: "svg", form: terminal.FormPlain, write: svg.Diff},
	{name: "akn", form: terminal.FormPlain, write: akn.Diff},
	{name: "pdf", form: terminal.FormBinary, write: pdf.Diff, page: html.Diff},
	{name: formatStat, form: terminal.FormPaged, write: text.Stat},
}

// reportFormats are those of a report; svg and png are its card.
var reportFormats = []format{
	{name: "text", form: terminal.FormPaged, write: text.Report},
	{name: "md", form: terminal.FormPlain, write: markdown.Report},
	{name: "json", form: terminal.FormPlain, write: json.Report},
	{name: "html", form: terminal.FormPlain, write: html.Report},
	{name: "pdf", form: terminal.FormBinary, write: pdf.Report, page: html.Report},
	{name: "svg", form: terminal.FormPlain, write: card.SVG},
	{name: "png", form: terminal.FormBinary, write: card.PNG},
}

// formatNames are the names that --format takes, in the order of help.
func formatNames(formats []format) []string {
	var out []string
	for _, f := range formats {
		if f.name != formatStat {
			out = append(out, f.name)
		}
	}
	return out
}

// find is the format of that name.
func find(formats []format, name string) format {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	return formats[0] // flags let no other name through
}
