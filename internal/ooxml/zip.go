package ooxml

import (
	"archive/zip"
	"io"
	"time"
)

// AddFile writes one file of an archive, with the earliest time that a ZIP file
// can tell: the same files in the same order give the same bytes.
func AddFile(z *zip.Writer, name string, data []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

// copyFile copies a file of another archive as it is, still compressed.
func copyFile(z *zip.Writer, f *zip.File) error {
	raw, err := f.OpenRaw()
	if err != nil {
		return err
	}
	entry, err := z.CreateRaw(&f.FileHeader)
	if err != nil {
		return err
	}
	_, err = io.Copy(entry, raw)
	return err
}
