package render

import (
	"io"

	"conceptdiff/internal/report"
)

// format is one renderer in one form, as the tests run them all.
type format struct {
	name    string // and the golden file's
	write   func(io.Writer, report.Report, Options) error
	options Options
}

var formats = []format{
	{"diff.txt", DiffText, Options{Width: 100}},
	{"diff-wide.txt", DiffText, Options{Width: 160}},
	{"diff-color.txt", DiffText, Options{Width: 100, Color: true}},
	{"diff.md", DiffMarkdown, Options{}},
	{"diff.json", DiffJSON, Options{}},
	{"diff.html", DiffHTML, Options{}},
	{"diff.svg", DiffSVG, Options{}},
	{"diff.akn", DiffAKN, Options{}},
	{"stat.txt", DiffStat, Options{Width: 100}},
	{"report.txt", ReportText, Options{Width: 100}},
	{"report.md", ReportMarkdown, Options{}},
	{"report.json", ReportJSON, Options{}},
	{"report.html", ReportHTML, Options{}},
	{"report-drafter.txt", ReportText, Options{Width: 100, Audience: Drafter}},
	{"report-drafter.md", ReportMarkdown, Options{Audience: Drafter}},
	{"report-drafter.html", ReportHTML, Options{Audience: Drafter}},
	{"report-committee.txt", ReportText, Options{Width: 100, Audience: Committee}},
	{"report-committee.md", ReportMarkdown, Options{Audience: Committee}},
	{"report-committee.html", ReportHTML, Options{Audience: Committee}},
}
