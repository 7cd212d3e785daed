package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/hostile"
)

// What reading any file may take.
const (
	mostMemory = 500 << 20 // bytes
	mostTime   = 30 * time.Second
)

// What the child process reads: a file, or a range of mutations, "from-to".
const (
	fileVar    = "CONCEPTDIFF_TEST_READ"
	mutatedVar = "CONCEPTDIFF_TEST_MUTATED"
)

// long asks for all files and all mutations; the ordinary run takes a part of them.
func long() bool { return os.Getenv("CONCEPTDIFF_LONG") != "" }

// TestReadOne is the child process of TestHostileFiles: it reads one file.
func TestReadOne(t *testing.T) {
	path := os.Getenv(fileVar)
	if path == "" {
		t.Skip("run by TestHostileFiles")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(readAny(t, filepath.Base(path), data))
	tellPeak(t)
}

// tellPeak prints the most memory that this process had. (What its parent is told of it
// counts the parent's own at the time of the fork.)
func tellPeak(t *testing.T) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, peak, _ := strings.Cut(string(status), "VmHWM:")
	peak, _, _ = strings.Cut(peak, "kB")
	fmt.Printf("peak: %s kB\n", strings.TrimSpace(peak))
}

// readAny reads a file and says what came of it: it is read, or refused with an error of
// the file.
func readAny(t *testing.T, name string, data []byte) string {
	t.Helper()
	res, err := ingest.ReadWith(t.Context(), name, data, ingest.Options{Changes: flow.AcceptChanges})
	var refused *ingest.Error
	switch {
	case err == nil:
		return fmt.Sprintf("read: %d components", len(res.Components))
	case !errors.As(err, &refused):
		t.Fatalf("not an error of a file: %v", err)
	}
	return "refused: " + refused.Error()
}

// No file, whatever it holds, takes more than its share of memory and time: it is read,
// or refused with an error that names the limit.
func TestHostileFiles(t *testing.T) {
	files := hostile.Files()
	if len(files) < 121 {
		t.Errorf("only %d files", len(files))
	}
	dir, seen := t.TempDir(), map[string]bool{}
	var most usage
	count := 0
	for i, f := range files {
		if seen[f.Name] {
			t.Fatalf("%s stands twice", f.Name)
		}
		seen[f.Name] = true
		if !long() && i%5 != 0 {
			continue
		}
		count++
		t.Run(f.Name, func(t *testing.T) {
			path := filepath.Join(dir, f.Name)
			if err := os.WriteFile(path, f.Data(), 0o600); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(path)
			most = most.or(inChild(t, "TestReadOne", fileVar+"="+path))
		})
	}
	t.Logf("figure: %d hostile files, at most %d MB and %.1f s", count, most.memory>>20, most.took.Seconds())
}

// Altered files of every format, those of LibreOffice among them, are read or refused
// within the same limits. What is altered is told by its number.
func TestMutatedFiles(t *testing.T) {
	const all, batch = 4000, 250
	count := 250
	if long() {
		count = all
	}
	var most usage
	for from := 0; from < count; from += batch {
		most = most.or(inChild(t, "TestReadMutated", fmt.Sprintf("%s=%d-%d", mutatedVar, from, from+batch)))
	}
	t.Logf("figure: %d mutated files, at most %d MB, %d of them in %.1f s", count, most.memory>>20, batch, most.took.Seconds())
}

// TestReadMutated is the child process of TestMutatedFiles.
func TestReadMutated(t *testing.T) {
	var from, to int
	if n, _ := fmt.Sscanf(os.Getenv(mutatedVar), "%d-%d", &from, &to); n != 2 {
		t.Skip("run by TestMutatedFiles")
	}
	samples := hostile.Samples()
	for i := from; i < to; i++ {
		f := samples[i%len(samples)]
		random := rand.New(rand.NewPCG(18, uint64(i)))
		start := time.Now()
		said := readAny(t, f.Name, hostile.Mutate(random, f.Data()))
		if took := time.Since(start); took > mostTime/4 {
			t.Errorf("%d, of %s: %s: %s", i, f.Name, took, said)
		}
	}
	tellPeak(t)
}

// FuzzPackage alters the packages that LibreOffice makes, and other samples, so that
// what is altered is read: a package of which bytes were altered is damaged, no more.
func FuzzPackage(f *testing.F) {
	samples := hostile.Samples()
	for i := range samples {
		f.Add(uint8(i), uint64(i))
	}
	f.Fuzz(func(t *testing.T, which uint8, seed uint64) {
		s := samples[int(which)%len(samples)]
		readAny(t, s.Name, hostile.Mutate(rand.New(rand.NewPCG(18, seed)), s.Data()))
	})
}

// usage is what a process took.
type usage struct {
	memory int64 // bytes
	took   time.Duration
}

func (u usage) or(v usage) usage { return usage{max(u.memory, v.memory), max(u.took, v.took)} }

// inChild runs a test of this binary in a process of its own, within the limits.
func inChild(t *testing.T, test, setting string) usage {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), mostTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^"+test+"$", "-test.v")
	cmd.Env = append(os.Environ(), setting)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	u := usage{took: time.Since(start)}
	if _, peak, found := strings.Cut(string(out), "peak: "); found {
		if _, err := fmt.Sscanf(peak, "%d kB", &u.memory); err != nil {
			t.Errorf("peak %.20q: %v", peak, err)
		}
		u.memory <<= 10
	} else if err == nil {
		t.Errorf("it does not say what it took: %.400s", out)
	}
	switch {
	case ctx.Err() != nil:
		t.Errorf("more than %s", mostTime)
	case err != nil:
		t.Errorf("%v: %.2000s", err, out)
	case u.memory > mostMemory:
		t.Errorf("%d MB: %.400s", u.memory>>20, out)
	}
	return u
}
