// Package redline writes a comparison as a Word document with tracked changes.
//
// The document is made anew from the stream of both texts (package stream, which
// has the law): word/document.xml holds its paragraphs (paragraph.go), headers
// and footers what belongs to neither text (header.go), comments the reason for
// each change (comments.go). Styles are Word's own where it has one (styles.go);
// numbers of clauses are text, as both revisions print them.
package redline
