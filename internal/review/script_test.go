package review

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// docs/verify-record.py notices a hundred of a hundred changes to the lines of a record:
// one character of an entry, of a signature or of the header, a line taken out or
// doubled. The seed is fixed.
func TestScriptNotices(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the short script is not tried")
	}
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen is not installed: the short script cannot check signatures")
	}
	c, signer := newCopy(t), testSigner(t, 1)
	stored, err := StoredEntry(sample)
	if err != nil {
		t.Fatal(err)
	}
	c.add([]Entry{stored}, nil)
	c.say("Лейла", Enrolment{Name: "Лейла", Role: Chair, Key: keyOf(signer)})
	on := AnchorOf(sample, mustFind(t, sample, "2.1"))
	c.say("Лейла", Mark{On: on, Verdict: Obsolete, Note: "as agreed"})
	c.say("Лейла", Relation{Passage: PassageOf("strategy", "", "p1/i2", "A small army will do."), On: on, As: "contrary", Note: "read both"})
	e := c.say("Лейла", Decision{On: on, Verdict: Keep, Votes: Votes{1, 2, 3}})
	c.add(nil, []Signature{mustSign(t, signer, e.Hash)})
	path := filepath.Join(t.TempDir(), "record.jsonl")
	refused := func(file []byte) bool {
		t.Helper()
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		return exec.Command(python, "../../docs/verify-record.py", path).Run() != nil
	}
	file := []byte(export(t, c.record))
	if refused(file) {
		t.Fatal("the record is refused as it is")
	}
	random := rand.New(rand.NewPCG(18, 100))
	for range 100 {
		lines := bytes.SplitAfter(file, []byte("\n"))
		lines = lines[:len(lines)-1]
		at := random.IntN(len(lines))
		switch random.IntN(5) {
		case 0:
			lines = slices.Delete(lines, at, at+1)
		case 1:
			lines = slices.Insert(lines, at, lines[at])
		default:
			line := bytes.Clone(lines[at])
			i := random.IntN(len(line))
			line[i] ^= 1 + byte(random.IntN(7))
			lines[at] = line
		}
		if changed := bytes.Join(lines, nil); !refused(changed) {
			t.Errorf("taken:\n%s\nfor\n%s", changed, file)
		}
	}
	t.Logf("figure: 100 random changes to the lines of a record")
}
