package onto

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws the same random Word files in every run, so that a run says the
// same of the same code. CONCEPTDIFF_LONG=1 searches on.
func TestMain(m *testing.M) {
	flag.Parse()
	if seed := flag.Lookup("rapid.seed"); os.Getenv("CONCEPTDIFF_LONG") == "" && seed.Value.String() == "0" {
		if err := flag.Set("rapid.seed", "1"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
