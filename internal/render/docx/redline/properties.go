package redline

import (
	"cmp"

	"conceptdiff/internal/ooxml"
)

// coreProperties are title, author and date as every program shows them.
func (d *document) coreProperties() ooxml.Part {
	core := ooxml.Core{Title: d.title(), Creator: cmp.Or(d.options.Author, "conceptdiff"), Language: d.newLang, Created: d.Dated}
	return core.Part()
}

// customProperties say exactly which two texts the document was made from. Programs
// find them again by name, which therefore are not translated.
func (d *document) customProperties() ooxml.Part {
	old, now := &d.report.Old, &d.report.New
	return ooxml.CustomPart([]ooxml.Property{
		{Name: "Old label", Value: old.Label},
		{Name: "Old status", Value: string(old.Status)},
		{Name: "Old SHA-256", Value: old.Source.SHA256},
		{Name: "New label", Value: now.Label},
		{Name: "New status", Value: string(now.Status)},
		{Name: "New SHA-256", Value: now.Source.SHA256},
	})
}
