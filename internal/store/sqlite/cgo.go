//go:build !cgo

package sqlite

// SQLite is C: without cgo there is nothing to store in, and the build ends with this
// name as its message.
var _ = conceptdiff_needs_a_C_compiler_and_CGO_ENABLED_1_see_README
