package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"time"
)

// zipFile is one file of a package.
type zipFile struct{ name, text string }

// writeZip packs files in their order and with the earliest time that a ZIP file
// can tell: the same files give the same bytes.
func writeZip(w io.Writer, files []zipFile) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		part, err := z.CreateHeader(&zip.FileHeader{
			Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, f.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// xmlEscaped is a text as XML holds it, between tags and in attributes. What XML
// cannot hold becomes U+FFFD.
func xmlEscaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
