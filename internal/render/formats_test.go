package render_test

import (
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/akn"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/report"
)

// format is one renderer in one form, as the tests run them all.
type format struct {
	name    string // and the golden file's
	write   func(io.Writer, report.Report, render.Options) error
	options render.Options
}

var formats = []format{
	{"diff.txt", text.Diff, render.Options{Width: 100}},
	{"diff-wide.txt", text.Diff, render.Options{Width: 160}},
	{"diff-color.txt", text.Diff, render.Options{Width: 100, Color: true}},
	{"diff.md", markdown.Diff, render.Options{}},
	{"diff.json", json.Diff, render.Options{}},
	{"diff.html", html.Diff, render.Options{}},
	{"diff.svg", svg.Diff, render.Options{}},
	{"diff.akn", akn.Diff, render.Options{}},
	{"stat.txt", text.Stat, render.Options{Width: 100}},
	{"report.txt", text.Report, render.Options{Width: 100}},
	{"report.md", markdown.Report, render.Options{}},
	{"report.json", json.Report, render.Options{}},
	{"report.html", html.Report, render.Options{}},
	{"report-drafter.txt", text.Report, render.Options{Width: 100, Audience: render.Drafter}},
	{"report-drafter.md", markdown.Report, render.Options{Audience: render.Drafter}},
	{"report-drafter.html", html.Report, render.Options{Audience: render.Drafter}},
	{"report-committee.txt", text.Report, render.Options{Width: 100, Audience: render.Committee}},
	{"report-committee.md", markdown.Report, render.Options{Audience: render.Committee}},
	{"report-committee.html", html.Report, render.Options{Audience: render.Committee}},
}
