package cli

import (
	"context"
	"os"
	"regexp"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"conceptdiff/internal/cli/terminal"
)

// scriptMain is the program as scripts run it: the same, with a clock that stands
// still where a script sets CLOCK, so that its record has the same hashes in every
// run.
func scriptMain() {
	at, err := time.Parse(time.RFC3339, os.Getenv("CLOCK"))
	if err != nil {
		os.Exit(Main(os.Args[1:]))
	}
	s := terminal.System()
	s.Now = func() time.Time { return at }
	os.Exit(Run(context.Background(), os.Args[1:], s))
}

// scriptCapture sets a variable to what the first group of a pattern finds in the
// last standard output: capture NAME PATTERN.
func scriptCapture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: capture NAME PATTERN")
	}
	found := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(found) < 2 {
		ts.Fatalf("%s is not in the output", args[1])
	}
	ts.Setenv(args[0], found[1])
}
