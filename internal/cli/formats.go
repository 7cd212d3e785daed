package cli

import (
	"cmp"
	"context"
	"io"
	"sync"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/report"
)

// format is one form in which a report can be had.
type format struct {
	name  string
	form  form
	write func(io.Writer, report.Report, render.Options) error
	page  func(io.Writer, report.Report, render.Options) error // that a browser prints, for PDF alone
}

// form says where a format can go.
type form int

const (
	plainForm  form = iota
	pagedForm       // made for reading on a terminal
	binaryForm      // not fit for a terminal at all
)

// formatStat is what --stat asks for; it is not offered as a format.
const formatStat = "stat"

var diffFormats = []format{
	{name: "text", form: pagedForm, write: render.DiffText},
	{name: "md", form: plainForm, write: render.DiffMarkdown},
	{name: "json", form: plainForm, write: render.DiffJSON},
	{name: "html", form: plainForm, write: render.DiffHTML},
	{name: "docx", form: binaryForm, write: docx.Redline},
	{name: "svg", form: plainForm, write: render.DiffSVG},
	{name: "akn", form: plainForm, write: render.DiffAKN},
	{name: "pdf", form: binaryForm, write: pdf.Diff, page: render.DiffHTML},
	{name: formatStat, form: pagedForm, write: render.DiffStat},
}

var reportFormats = []format{
	{name: "text", form: pagedForm, write: render.ReportText},
	{name: "md", form: plainForm, write: render.ReportMarkdown},
	{name: "json", form: plainForm, write: render.ReportJSON},
	{name: "html", form: plainForm, write: render.ReportHTML},
	{name: "pdf", form: binaryForm, write: pdf.Report, page: render.ReportHTML},
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

// options are the form of text on these streams.
func (a *app) options(layout string) render.Options {
	o := render.Options{Width: a.streams.Width, Color: a.useColor()}
	switch layout {
	case "inline":
		o.Layout = render.LayoutInline
	case "side-by-side":
		o.Layout = render.LayoutSideBySide
	}
	return o
}

// fullReport joins a comparison with everything that sources about the old revision
// have to do with it, and with what the committee says of either.
func (a *app) fullReport(ctx context.Context, old *document, c *compare.Comparison) (report.Report, error) {
	sources, err := old.sources()
	if err != nil {
		return report.Report{}, err
	}
	in := report.Input{Comparison: c, Sources: sources, References: compare.References(c)}
	if len(sources) > 0 {
		outlook, err := old.outlook()
		if err != nil {
			return report.Report{}, err
		}
		found := outlook.Examine(c)
		in.Flags, in.Unannounced, in.Expectations = found.Flags, found.Unannounced, found.Expectations
		for _, s := range sources {
			in.Checks = append(in.Checks, claim.Verify(c.Old, s)...)
		}
	}
	if err := a.addMarks(ctx, &in); err != nil {
		return report.Report{}, err
	}
	return report.Build(in)
}

// flaggedReport compares two revisions and joins the comparison with the flags
// on the old one, which is all that a comparison shows of the sources, and with the
// committee's marks. The flags are found beside the comparison and its layout.
func (a *app) flaggedReport(ctx context.Context, old, new *document) (report.Report, error) {
	var in report.Input
	var faulty error
	compared := make(chan *compare.Comparison, 1)
	var flags sync.WaitGroup
	flags.Go(func() {
		var outlook *claim.Outlook
		if outlook, faulty = old.outlook(); faulty != nil {
			return
		}
		in.Sources, _ = old.sources()
		if c := <-compared; c != nil {
			in.Flags = outlook.Against(c)
		}
	})
	c, err := compareDocuments(old, new)
	compared <- c
	var layout *report.Layout
	if err == nil {
		layout, err = report.Lay(c)
	}
	flags.Wait()
	if err := cmp.Or(err, faulty); err != nil {
		return report.Report{}, err
	}
	in.Comparison = c
	if err := a.addMarks(ctx, &in); err != nil {
		return report.Report{}, err
	}
	return layout.Join(in), nil
}
