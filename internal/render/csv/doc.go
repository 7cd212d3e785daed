// Package csv writes tables and sheets as comma-separated values (RFC 4180) that a
// spreadsheet takes for text, whatever they begin with. Lines of a cell are parted by
// line breaks, which the quotation marks around it keep.
package csv
