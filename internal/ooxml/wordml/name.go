package wordml

import "conceptdiff/internal/ooxml"

// Namespaces of the text, transitional and strict.
const (
	Space       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	StrictSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	Namespace   = `xmlns:w="` + Space + `"` // its declaration
)

// MediaType is how the media types of a Word document's parts begin.
const MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// Document is the main part of a Word document.
func Document(data []byte) ooxml.Part {
	return ooxml.Part{Name: "word/document.xml", Type: MediaType + "document.main+xml", Data: data}
}

// Part is a part beside the main one. kind is what both its type and its
// relationship are called («styles», «header»); the name is that of the file
// («header1»).
func Part(name, kind string, data []byte) ooxml.Part {
	return ooxml.Part{
		Name: "word/" + name + ".xml", Type: MediaType + kind + "+xml", Relation: ooxml.OfficeRelation + kind, Data: data,
	}
}

// Language is a language tag as Word wants it, with a region; "" for what is no
// tag.
func Language(tag string) string {
	for _, l := range [...][2]string{
		{"en", "en-GB"}, {"az", "az-Latn-AZ"}, {"ru", "ru-RU"}, {"fr", "fr-FR"}, {"de", "de-DE"}, {"tr", "tr-TR"}, {"uk", "uk-UA"},
	} {
		if tag == l[0] {
			return l[1]
		}
	}
	for _, r := range tag {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return ""
		}
	}
	return tag
}
