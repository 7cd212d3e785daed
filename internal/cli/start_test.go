package cli

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// What a package makes before main, every command pays for: none of ours may make much.
func TestStartIsLight(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(self, "-test.run=^$")
	run.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, trace)
	}
	const most = 200 // allocations
	found := regexp.MustCompile(`init (conceptdiff/\S+) @.* (\d+) allocs`).FindAllSubmatch(trace, -1)
	if len(found) == 0 {
		t.Fatalf("no package of ours in the trace: %s", trace)
	}
	for _, m := range found {
		if n, _ := strconv.Atoi(string(m[2])); n > most {
			t.Errorf("%s makes %d things before main, more than %d: let them be made when they are asked for", m[1], n, most)
		}
	}
}
