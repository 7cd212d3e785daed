// Package compose makes the documents that formats write as trees of package model,
// in one language: the comparison, the report for an audience, and each of its parts.
// It decides what is said and in which order; the formats decide how it looks.
package compose
