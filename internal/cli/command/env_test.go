package command

import "testing"

// A label may be a file's name, which anyone may choose.
func TestFindingsAreVisible(t *testing.T) {
	e := &FindingsError{What: "2 differences between a\u2066b and c\x1b[2J"}
	if got, want := e.Error(), "2 differences between a\ufffdb and c␛[2J"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
