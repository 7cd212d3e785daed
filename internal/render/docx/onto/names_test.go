package onto

// The parts of a Word document that tests look into.
const (
	documentPart = "word/document.xml"
	commentsPart = "word/comments.xml"
	linksPart    = "word/_rels/document.xml.rels"
)
