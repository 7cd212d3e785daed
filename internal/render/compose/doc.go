// Package compose makes the documents that formats write as trees of package model,
// in one language: the comparison, the report for an audience, and each of its parts.
// It decides what is said and in which order; the formats decide how it looks.
//
// document.go has the order of the documents, parts.go that of a report for each audience
// and which parts hold anything; link.go lays links over sentences; the other files compose
// a part each. Sentences come from package phrase, safe text from package plain by way of the
// model's constructors.
package compose
