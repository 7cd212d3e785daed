package whole

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary plays a run that is killed while it writes.
const victim = "CONCEPTDIFF_WHOLE_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		_ = Replace(path, func(part string) error {
			_ = os.WriteFile(part+"-journal", []byte("half"), 0o600)
			os.Stdout.WriteString("writing\n")
			time.Sleep(time.Hour)
			return nil
		})
	}
	os.Exit(m.Run())
}

func put(text string) func(string) error {
	return func(part string) error { return os.WriteFile(part, []byte(text), 0o600) }
}

// holds checks a file, and that nothing stands beside it.
func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("in the folder stand %v, %v", entries, err)
	}
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("n", 240)+".txt") // as long as names may be
	failure := errors.New("failure")
	for _, step := range []struct {
		write func(string) error
		err   error
		want  string
	}{
		{put("one"), nil, "one"},
		{put("two"), nil, "two"},
		{func(part string) error { return errors.Join(put("half")(part), failure) }, failure, "two"},
	} {
		if err := Replace(path, step.write); !errors.Is(err, step.err) {
			t.Errorf("%v, want %v", err, step.err)
		}
		holds(t, path, step.want)
	}
	if err := Replace(filepath.Join(t.TempDir(), "none", "file"), put("")); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "write ") {
		t.Errorf("a folder that is not there: %v", err)
	}
}

// Create overwrites nothing, also what comes into being while it writes.
func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file.txt")
	err := Create(path, func(part string) error {
		return errors.Join(put("late")(part), os.WriteFile(path, []byte("first"), 0o600))
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file came into being: %v", err)
	}
	holds(t, path, "first")
	if err := Create(path, put("again")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file is there: %v", err)
	}
	holds(t, path, "first")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := Create(path, put("new")); err != nil {
		t.Error(err)
	}
	holds(t, path, "new")
}

// A part of a run that was killed is swept by the next run that writes into the folder;
// one that another run is writing is not, nor what belongs to another machine.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	run := exec.Command(os.Args[0])
	run.Env = append(os.Environ(), victim+"="+filepath.Join(dir, "one.txt"))
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 8)); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, prefix+"00000000-999999999-0")
	if err := os.WriteFile(foreign, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	count := func() int {
		parts, err := filepath.Glob(filepath.Join(dir, prefix+"*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(parts)
	}
	if err := Replace(filepath.Join(dir, "two.txt"), put("two")); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 3 {
		t.Errorf("%d parts beside a run that writes: want its two and the foreign one", n)
	}
	_ = run.Process.Kill()
	_ = run.Wait() // killed
	if err := Replace(filepath.Join(dir, "two.txt"), put("two")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(foreign); err != nil || count() != 1 {
		t.Errorf("%d parts after it was killed: want the foreign one, %v", count(), err)
	}
}
