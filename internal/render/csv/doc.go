// Package csv writes tables and sheets as comma-separated values that a
// spreadsheet takes for text, whatever they begin with.
package csv
