// Package json writes what programs read: comparisons, reports, claims, flags,
// marks and revisions, each under a schema name with a version, and reads a report
// back. Keys are added under a version, never taken away; see docs/json.md.
//
// The types are the format: a key is a field's tag, its order the field's, and what is
// omitted when empty says so. English sentences in it are written here and never read;
// beside each stands its code with arguments, from which read.go restores the value
// (read_claims.go what sources add). A comparison is written change by change (write.go),
// so that no value of all of them is made.
package json
