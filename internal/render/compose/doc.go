// Package compose makes parts of a report as trees of package model, in one
// language: the lede, which can be printed alone, and the list of everything that
// was removed. It decides what is said and in which order; the formats decide how
// it looks.
package compose
