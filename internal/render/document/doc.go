// Package document writes one revision, whole, in the formats that documents
// are kept and exchanged in. Every function has the same shape. What Markdown,
// JSON and AkomaNtoso write reads back to the same tree: kinds, addresses,
// numbers, headings, texts and notes.
//
// Nothing is added to the text: identity and structure stand in places that no
// reader of the page sees (comments, attributes). The same revision gives the
// same bytes.
package document
