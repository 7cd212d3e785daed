package ooxml

// Head opens every part.
const Head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Namespaces and media types of ECMA-376. Files by the strict standard call some
// of them otherwise.
const (
	OfficeRelation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" // how types of relationships begin
	StrictRelation  = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	LinkNamespace   = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` // of attributes that refer to one
	packageRelation = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypes    = "http://schemas.openxmlformats.org/package/2006/content-types"
)

// The parts of a package that stand at fixed places.
const (
	TypesPart       = "[Content_Types].xml"
	CoreProperties  = "docProps/core.xml"
	ownRelations    = "_rels/.rels"
	relationsSuffix = ".rels"
)
