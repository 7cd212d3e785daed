package ingest

import (
	"bytes"
	"context"
	"strings"

	"conceptdiff/internal/ingest/docx"
	"conceptdiff/internal/ingest/odt"
	"conceptdiff/internal/ingest/rtf"
	"conceptdiff/internal/ingest/zipdoc"
)

// isArchive and readArchive stand for the formats that are ZIP archives; which
// one it is, their parts tell.
func isArchive(_ string, data []byte) bool { return zipdoc.Is(data) }

// readArchive reads a ZIP archive as what its parts say it is: a Word or OpenDocument
// text, or the files of one text. Archives of other kinds are refused by name, so
// that the user learns what to export.
func readArchive(ctx context.Context, name string, data []byte, opts Options) (*Result, error) {
	f, err := zipdoc.Open(data)
	if err != nil {
		return readFlow(name, "", nil, opts, err)
	}
	if docx.Is(f) {
		doc, err := docx.Read(f, opts)
		return readFlow(name, FormatDOCX, doc, opts, err)
	}
	if odt.Is(f) {
		doc, err := odt.Read(f, opts)
		return readFlow(name, FormatODT, doc, opts, err)
	}
	if kind := archiveKind(f); kind != "" {
		return nil, &Error{File: name, Msg: "file is " + kind + ", not a Word or OpenDocument text", Hint: "export the text as .docx, .odt, PDF or plain text"}
	}
	return readParts(ctx, name, f, opts)
}

// isDocument tells a text that is itself an archive from an archive of files.
func isDocument(f *zipdoc.File) bool { return docx.Is(f) || odt.Is(f) }

// archiveKind names the archives that end up here by mistake, "" for one that may
// hold the parts of a text.
func archiveKind(f *zipdoc.File) string {
	mime := f.Head("mimetype", 200)
	switch {
	case f.Has("word/document.bin") || f.Has("[Content_Types].xml") && !f.Has("xl/workbook.xml") && !f.Has("ppt/presentation.xml"):
		return "an Office document without a text"
	case f.Has("xl/workbook.xml") || strings.Contains(mime, "spreadsheet"):
		return "a spreadsheet"
	case f.Has("ppt/presentation.xml") || strings.Contains(mime, "presentation"):
		return "a presentation"
	case strings.Contains(mime, "epub"):
		return "an EPUB book"
	}
	return ""
}

// compoundMagic opens the container of old Office documents, and of new ones that are
// encrypted. (The format is Microsoft's Compound File Binary, MS-CFB.)
const compoundMagic = "\xd0\xcf\x11\xe0"

func isCompound(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte(compoundMagic)) }

// readCompound always refuses; which kind of document it is, is told by the names of
// its streams in the container's directory, for the sake of the hint.
func readCompound(_ context.Context, name string, data []byte, _ Options) (*Result, error) {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return nil, &Error{File: name, Msg: "file is a Word document protected by a password", Hint: "open it and save it without the password"}
	case bytes.Contains(data, wide("WordDocument")):
		return nil, &Error{File: name, Msg: "file is an old Word document (.doc)", Hint: "save it as .docx in Word or LibreOffice"}
	}
	return nil, &Error{File: name, Msg: "file is an old Office document, not text", Hint: "save it as .docx, or export it as plain text (UTF-8)"}
}

func isRTF(_ string, data []byte) bool { return rtf.Is(data) }

func readRTF(_ context.Context, name string, data []byte, opts Options) (*Result, error) {
	doc, err := rtf.Read(data, opts)
	return readFlow(name, FormatRTF, doc, opts, err)
}

// wide spells s as the container's directory does: UTF-16, little endian. s is ASCII.
func wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}
