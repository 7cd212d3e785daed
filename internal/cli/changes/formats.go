package changes

import (
	"io"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/redline"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/report"
)

// format is one form in which a report can be had.
type format struct {
	name  string
	form  terminal.Form
	write func(io.Writer, report.Report, render.Options) error
	page  func(io.Writer, report.Report, render.Options) error // that a browser prints, for PDF alone
}

// formatStat is what --stat asks for; it is not offered as a format.
const formatStat = "stat"

var diffFormats = []format{
	{name: "text", form: terminal.FormPaged, write: render.DiffText},
	{name: "md", form: terminal.FormPlain, write: render.DiffMarkdown},
	{name: "json", form: terminal.FormPlain, write: render.DiffJSON},
	{name: "html", form: terminal.FormPlain, write: render.DiffHTML},
	{name: "docx", form: terminal.FormBinary, write: redline.Redline},
	{name: "svg", form: terminal.FormPlain, write: render.DiffSVG},
	{name: "akn", form: terminal.FormPlain, write: render.DiffAKN},
	{name: "pdf", form: terminal.FormBinary, write: pdf.Diff, page: render.DiffHTML},
	{name: formatStat, form: terminal.FormPaged, write: render.DiffStat},
}

var reportFormats = []format{
	{name: "text", form: terminal.FormPaged, write: render.ReportText},
	{name: "md", form: terminal.FormPlain, write: render.ReportMarkdown},
	{name: "json", form: terminal.FormPlain, write: render.ReportJSON},
	{name: "html", form: terminal.FormPlain, write: render.ReportHTML},
	{name: "pdf", form: terminal.FormBinary, write: pdf.Report, page: render.ReportHTML},
}

func formatNames(formats []format) []string {
	var out []string
	for _, f := range formats {
		if f.name != formatStat {
			out = append(out, f.name)
		}
	}
	return out
}

func find(formats []format, name string) format {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	return formats[0] // flags let no other name through
}
