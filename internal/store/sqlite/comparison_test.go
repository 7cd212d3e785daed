package sqlite

import (
	"errors"
	"testing"

	"conceptdiff/internal/store"
)

func TestComparison(t *testing.T) {
	s, ctx := mustOpen(t), t.Context()
	holds := func(label, build, want string) {
		t.Helper()
		got, err := s.Comparison(ctx, label, build)
		if err != nil || string(got) != want || (got == nil) != (want == "") {
			t.Errorf("%s by %s: %q, %v; want %q", label, build, got, err, want)
		}
	}
	var missing *store.NotFoundError
	if err := s.SaveComparison(ctx, "draft", store.Found{Build: "one", Data: []byte("x")}); !errors.As(err, &missing) {
		t.Errorf("stored with no revision: %v", err)
	}
	save(t, s, small("2007"))
	save(t, s, small("draft"))
	for _, data := range []string{"first", "second"} {
		if err := s.SaveComparison(ctx, "draft", store.Found{Build: "one", Data: []byte(data)}); err != nil {
			t.Fatal(err)
		}
		holds("draft", "one", data)
	}
	holds("draft", "two", "")
	holds("2007", "one", "")
	if err := s.SaveComparison(ctx, "draft", store.Found{Build: "two", Data: []byte("third")}); err != nil {
		t.Fatal(err)
	}
	holds("draft", "one", "")
	holds("draft", "two", "third")
	sound(t, s)

	mustExec(t, s.Path(), `UPDATE comparison SET bytes = X'00'`)
	if _, err := s.Comparison(ctx, "draft", "two"); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("other bytes than were stored: %v", err)
	}
}
