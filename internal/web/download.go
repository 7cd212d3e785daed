package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/url"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/akn"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/document"
	"conceptdiff/internal/render/docx/redline"
	markup "conceptdiff/internal/render/html"
	wire "conceptdiff/internal/render/json"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// download is a file that can be had from where one stands.
type download struct{ Name, Path string }

type reportWriter func(io.Writer, report.Report, render.Options) error

// The formats, by what is written and the ending of the file.
var (
	diffWriters = []struct {
		ending, name string
		write        reportWriter
		alone        bool // it can be of one clause too
	}{
		{"docx", "Word", redline.Redline, false},
		{"pdf", "PDF", pdf.Diff, true},
		{"html", "HTML", markup.Diff, true},
		{"md", "Markdown", markdown.Diff, true},
		{"txt", "TXT", text.Diff, true},
		{"json", "JSON", wire.Diff, true},
		{"akn.xml", "Akoma Ntoso", akn.Diff, false},
		{"svg", "SVG", svg.Diff, false},
	}
	reportWriters = []struct {
		ending, name string
		write        reportWriter
	}{
		{"pdf", "PDF", pdf.Report},
		{"html", "HTML", markup.Report},
		{"md", "Markdown", markdown.Report},
		{"txt", "TXT", text.Report},
		{"json", "JSON", wire.Report},
	}
	tableWriters = []struct {
		ending, name string
		write        func(io.Writer, *table.Table) error
	}{
		{"docx", "Word", office.Table},
		{"xlsx", "Excel", xlsx.Table},
		{"pdf", "PDF", pdf.Table},
		{"html", "HTML", markup.Table},
		{"csv", "CSV", csv.Table},
		{"md", "Markdown", markdown.Table},
	}
	textWriters = []struct {
		ending, name string
		write        func(io.Writer, *revision.Revision) error
	}{
		{"docx", "Word", document.DOCX},
		{"html", "HTML", document.HTML},
		{"md", "Markdown", document.Markdown},
		{"txt", "TXT", document.Text},
		{"akn.xml", "Akoma Ntoso", document.AkomaNtoso},
		{"json", "JSON", document.JSON},
	}
	sheetWriters = []struct {
		ending, name string
		write        func(io.Writer, sheet.Sheet, render.Options) error
	}{
		{"docx", "Word", office.Sheet},
		{"html", "HTML", markup.Sheet},
		{"csv", "CSV", csv.Sheet},
		{"md", "Markdown", markdown.Sheet},
		{"txt", "TXT", text.Sheet},
		{"json", "JSON", sheet.JSON},
	}
)

// mediaTypes are those of the endings that the standard library may not know.
var mediaTypes = map[string]string{
	"docx":    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx":    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"md":      "text/markdown; charset=utf-8",
	"txt":     "text/plain; charset=utf-8",
	"html":    "text/html; charset=utf-8",
	"csv":     "text/csv; charset=utf-8",
	"json":    "application/json",
	"akn.xml": "application/akn+xml",
	"svg":     "image/svg+xml",
	"pdf":     "application/pdf",
}

func (c *call) comparisonDownloads(old, new string, audience render.Audience) []download {
	base := "/download" + comparisonPath(old, new)
	var out []download
	for _, f := range diffWriters {
		name := c.say.Say("Comparison: {0}", f.name)
		if f.ending == "docx" {
			name = c.say.Say("Redline, tracked changes: {0}", f.name)
		}
		out = append(out, download{name, base + "/diff." + f.ending})
	}
	for _, f := range reportWriters {
		out = append(out, download{c.say.Say("What changed: {0}", f.name), base + "/report." + f.ending + "?for=" + string(audience)})
	}
	for _, f := range tableWriters {
		out = append(out, download{c.say.Say("Comparative table: {0}", f.name), base + "/table." + f.ending})
	}
	for _, f := range sheetWriters {
		out = append(out, download{c.say.Say("What became of the marks: {0}", f.name), base + "/marks." + f.ending})
	}
	return out
}

// clauseDownloads are the files of what was changed in one clause, and of the text that it
// stands in.
func (c *call) clauseDownloads(changes []clauseChange, address, label string) []download {
	var out []download
	for _, ch := range changes {
		for _, f := range diffWriters {
			if f.alone {
				said := c.say.Cite(address) + ", " + ch.Old + " → " + ch.New + ": " + f.name
				out = append(out, download{c.say.Say("Comparison: {0}", said), "/download" + comparisonPath(ch.Old, ch.New) + "/diff." + f.ending + "?clause=" + queryEscape(address)})
			}
		}
	}
	return append(out, c.revisionDownloads(label)...)
}

func (c *call) revisionDownloads(label string) []download {
	base := "/download" + revisionPath(label)
	out := []download{{c.say.Say("The file as received"), base + "/source"}}
	for _, f := range textWriters {
		out = append(out, download{c.say.Say("Text: {0}", f.name), base + "/text." + f.ending})
	}
	return out
}

func (c *call) sourcesDownloads(label string) []download {
	var out []download
	for _, f := range sheetWriters {
		out = append(out, download{c.say.Say("Provisions that sources speak of: {0}", f.name), "/download" + revisionPath(label) + "/flags." + f.ending})
	}
	return out
}

func (c *call) agendaDownloads(label string, decided bool) []download {
	base := "/download" + revisionPath(label)
	var out []download
	for _, f := range sheetWriters {
		out = append(out, download{c.say.Say("Agenda: {0}", f.name), base + "/agenda." + f.ending})
	}
	for _, f := range formWriters {
		out = append(out, download{c.say.Say("Form to fill in: {0}", f.name), base + "/form." + f.ending})
	}
	if decided {
		out = append(out, download{c.say.Say("The decided words, tracked changes: {0}", "Word"), base + "/decided.docx"})
	}
	for _, f := range sheetWriters {
		out = append(out, download{c.say.Say("All marks: {0}", f.name), base + "/marks." + f.ending})
	}
	return out
}

// downloadComparison is a file of two revisions.
func downloadComparison(c *call) error {
	old, new, ctx := c.r.PathValue("old"), c.r.PathValue("new"), c.r.Context()
	what, ending, _ := strings.Cut(c.r.PathValue("file"), ".")
	o := render.Options{Language: c.Language, Audience: render.Audience(c.r.FormValue("for"))}
	var buf bytes.Buffer
	write := func(r report.Report, with reportWriter) error {
		if err := with(&buf, r, o); err != nil {
			return err
		}
		return c.attach(fmt.Sprintf("%s-%s-%s.%s", what, old, new, ending), mediaTypes[ending], buf.Bytes())
	}
	switch what {
	case "diff":
		for _, f := range diffWriters {
			if f.ending != ending {
				continue
			}
			r, err := c.ws.FullReport(ctx, old, new)
			if err != nil {
				return err
			}
			if address := c.r.FormValue("clause"); address != "" && f.alone {
				if r, err = r.Only(report.Filter{Clauses: []string{address}}); err != nil {
					return c.noClause(old+" → "+new, address)
				}
				what = "diff-" + strings.ReplaceAll(address, "/", "-")
			}
			return write(r, f.write)
		}
	case "report":
		for _, f := range reportWriters {
			if f.ending != ending {
				continue
			}
			r, err := c.ws.FullReport(ctx, old, new)
			if err != nil {
				return err
			}
			return write(r, f.write)
		}
	case "table":
		return c.downloadTable(ctx, old, new, ending)
	case "marks":
		return c.downloadCarried(ctx, old, new, ending)
	}
	return c.noFormat()
}

func (c *call) noFormat() error {
	return &goneError{c.say.Say("There is no file of this kind.")}
}

func (c *call) downloadTable(ctx context.Context, old, new, ending string) error {
	for _, f := range tableWriters {
		if f.ending != ending {
			continue
		}
		reports, err := c.ws.DraftReports(ctx, old, []string{new})
		if err != nil {
			return err
		}
		t, err := table.New(reports, table.Options{Language: c.Language, Columns: []string{"old", "new", "note"}, Changes: c.r.FormValue("changes") != ""})
		if err != nil {
			return err
		}
		var buf bytes.Buffer
		if err := f.write(&buf, t); err != nil {
			return err
		}
		return c.attach(fmt.Sprintf("table-%s-%s.%s", old, new, ending), mediaTypes[ending], buf.Bytes())
	}
	return c.noFormat()
}

func (c *call) downloadCarried(ctx context.Context, old, new, ending string) error {
	x, basis, err := c.examination(ctx, old, new)
	if err != nil {
		return err
	}
	carried, err := c.carriage(ctx, x, basis)
	if err != nil {
		return err
	}
	return c.downloadSheet(fmt.Sprintf("marks-%s-%s", old, new), ending, sheet.Carried(carried, render.Options{Language: c.Language}))
}

func (c *call) downloadSheet(name, ending string, s sheet.Sheet) error {
	for _, f := range sheetWriters {
		if f.ending != ending {
			continue
		}
		var buf bytes.Buffer
		if err := f.write(&buf, s, render.Options{Language: c.Language, Width: 100}); err != nil {
			return err
		}
		return c.attach(name+"."+ending, mediaTypes[ending], buf.Bytes())
	}
	return c.noFormat()
}

// downloadRevision is a file of one revision.
func downloadRevision(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	what, ending, _ := strings.Cut(c.r.PathValue("file"), ".")
	switch what {
	case "source":
		data, err := c.ws.Source(ctx, d.Label)
		if err != nil {
			return err
		}
		return c.attach(d.Source.Name, "application/octet-stream", data)
	case "text":
		for _, f := range textWriters {
			if f.ending != ending {
				continue
			}
			var buf bytes.Buffer
			if err := f.write(&buf, d.Revision); err != nil {
				return err
			}
			return c.attach(d.Label+"."+ending, mediaTypes[ending], buf.Bytes())
		}
	case "agenda":
		topics, state, err := c.topics(ctx, d)
		if err != nil {
			return err
		}
		flags, err := d.Flagged()
		if err != nil {
			return err
		}
		return c.downloadSheet("agenda-"+d.Label, ending, sheet.Agenda(state, topics, flags, render.Options{Language: c.Language}))
	case "flags":
		sources, err := d.Sources()
		if err != nil {
			return err
		}
		found := claim.Findings{Flags: claim.Flags(d.Revision, sources)}
		return c.downloadSheet("flags-"+d.Label, ending, sheet.Flags(d.Revision, nil, found, render.Options{Language: c.Language}))
	case "form":
		return c.downloadForm(d.Label, ending)
	case "decided":
		for _, f := range diffWriters {
			if f.ending != ending {
				continue
			}
			r, err := c.ws.Accepted(ctx, d.Label)
			if err != nil {
				return err
			}
			var buf bytes.Buffer
			if err := f.write(&buf, r, render.Options{Language: c.Language}); err != nil {
				return err
			}
			return c.attach("decided-"+d.Label+"."+ending, mediaTypes[ending], buf.Bytes())
		}
	case "marks":
		_, state, err := c.topics(ctx, d)
		if err != nil {
			return err
		}
		return c.downloadSheet("marks-"+d.Label, ending, sheet.State(state, render.Options{Language: c.Language}))
	}
	return c.noFormat()
}

// attach sends a file to be kept. A browser never shows it as a page of ours.
func (c *call) attach(name, kind string, data []byte) error {
	if kind == "" {
		return errors.New("a file without a type")
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": name})
	if disposition == "" {
		disposition = "attachment; filename*=UTF-8''" + url.PathEscape(name)
	}
	c.Header().Set("Content-Disposition", disposition)
	return c.send(200, kind, data)
}
