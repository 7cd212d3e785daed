// The types are the format: a key is a field's tag, its order the field's, and what
// is omitted when empty says so. A list that is always there is written as [] when it
// holds nothing. English sentences in it are written here and never read; beside each
// stands its code with arguments, from which read.go restores the value
// (read_claims.go what sources add). A comparison is written change by change
// (write.go), so that no value of all of them is made.
//
// To add a key: a field at the end of its type, with omitempty or omitzero where
// older readers would trip over it; the schema in docs/ and docs/json.md; and, where
// another format shows it, its reverse in read.go, which the test in
// render/lossless_test.go holds to the byte.
package json
