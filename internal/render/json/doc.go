// Package json writes what programs read: comparisons, reports, claims, flags,
// marks and revisions, each under a schema name with a version, and reads a report
// back. Keys are added under a version, never taken away; see docs/json.md.
package json
