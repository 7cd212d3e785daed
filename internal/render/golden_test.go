package render_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"conceptdiff/internal/rendertest"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each format of a small pair with every kind of change and claim, to the byte.
func TestGolden(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := f.write(&got, r, f.options); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", f.name)
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("%s differs (-want +got); run with -update if that is right\n%s", path, d)
			}
		})
	}
}

// The same texts give the same bytes, from one build to the next.
func TestDeterministic(t *testing.T) {
	render := func() map[string]string {
		in, err := rendertest.RealInput()
		if err != nil {
			t.Fatal(err)
		}
		r := rendertest.MustBuild(t, in)
		out := map[string]string{}
		for _, f := range formats {
			var b bytes.Buffer
			if err := f.write(&b, r, f.options); err != nil {
				t.Fatal(err)
			}
			out[f.name] = b.String()
		}
		return out
	}
	first, second := render(), render()
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs from run to run", name)
		}
	}
}
