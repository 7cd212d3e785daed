package ingest

import (
	"context"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout/page"
	"conceptdiff/internal/ingest/pdf"
)

// FormatPDF is a PDF with a text layer.
const FormatPDF = "pdf"

func isPDF(_ string, data []byte) bool { return pdf.Is(data) }

// readPDF reads the text layer of a PDF. Reading takes long enough to be stopped by
// ctx; which lines are columns, tables and margins, package page decides.
func readPDF(ctx context.Context, name string, data []byte, opts Options) (*Result, error) {
	pages, err := pdf.Read(ctx, data)
	if err != nil {
		return readFlow(name, FormatPDF, nil, opts, err)
	}
	return readFlow(name, FormatPDF, page.Document(pages, opts.Struck == flow.KeepStruck), opts, nil)
}
