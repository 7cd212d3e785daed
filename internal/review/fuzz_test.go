package review

import (
	"strings"
	"testing"
)

// Whatever a file holds, it is read as the record that it is, or refused: what is
// taken can be written and read again as the same.
func FuzzReadFile(f *testing.F) {
	c := newCopy(f)
	signer := testSigner(f, 1)
	c.say("Лейла", Enrolment{Name: "Лейла", Role: Chair, Key: keyOf(signer)})
	e := c.say("Лейла", Decision{On: AnchorOf(sample, sample.Find("2.1")), Verdict: Keep, Votes: Votes{1, 2, 3}, Note: "n"})
	f.Add(export(f, c.record))
	c.add(nil, []Signature{mustSign(f, signer, e.Hash)})
	f.Add(export(f, c.record))
	f.Add("{\"conceptdiff\":\"record\",\"format\":1,\"entries\":0,\"signatures\":0,\"tips\":[]}\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadFile(strings.NewReader(text))
		if err != nil {
			return
		}
		once := export(t, r)
		again, err := ReadFile(strings.NewReader(once))
		if err != nil {
			t.Fatalf("what was taken is refused when written again: %v", err)
		}
		if twice := export(t, again); twice != once {
			t.Fatalf("it is another record when read again")
		}
	})
}
