package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"conceptdiff/internal/fault"
)

// A hint and a misuse change neither the words of an error nor what it is.
func TestFault(t *testing.T) {
	cause := errors.New("no such field")
	inner := fault.Hint(cause, "did you mean %s?", "north")
	err := fmt.Errorf("plough: %w", fault.Misuse(inner))
	if got := fault.HintOf(err); got != "did you mean north?" {
		t.Errorf("hint %q", got)
	}
	if got := fault.HintOf(fault.Hint(err, "ask the owner")); got != "ask the owner" {
		t.Errorf("the last hint does not hold: %q", got)
	}
	if !fault.IsMisuse(err) || fault.IsMisuse(inner) || !errors.Is(err, cause) {
		t.Errorf("misuse: %v, %v; cause kept: %v", fault.IsMisuse(err), fault.IsMisuse(inner), errors.Is(err, cause))
	}
	if err.Error() != "plough: no such field" || fault.HintOf(cause) != "" || fault.Misuse(nil) != nil {
		t.Errorf("it reads %q", err)
	}
}
