package propose

import "testing"

func TestSignals(t *testing.T) {
	for _, c := range []struct {
		signal, text string
		want         bool
	}{
		{"no longer", "The ferry no longer sails.", true},
		{"no longer", "No ferry sails longer.", false},
		{"neither + nor", "Neither ferry nor boat is there.", true},
		{"neither + nor", "Neither ferry is there.", false},
		{"fulfil*", "It was fulfilled.", true},
		{"*mayıb", "Ailələr qayıtmayıb.", true},
		{"*mayıb", "Ailələr qayıdıb.", false},
		{"will ... be removed", "It will soon be removed.", true},
		{"will ... be removed", "It will, as we have said before, be removed.", false},
		{"решен*", "Всё решено.", true},
		{"решен*", "Всё решёно.", true},
	} {
		s, err := ParseSignals("fulfilled: " + c.signal)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(signalled(c.text, s, func() bool { return true })) > 0; got != c.want {
			t.Errorf("%q in %q: %v", c.signal, c.text, got)
		}
	}
}

func TestSignalsAreRefused(t *testing.T) {
	for _, list := range []string{"x: +", "fulfilled:", "a\nx + *"} {
		if s, err := ParseSignals(list); err == nil {
			t.Errorf("%q is read as %v", list, s)
		}
	}
	for _, l := range []string{"en", "az", "ru", "fr", ""} {
		if len(SignalsFor(l)) == 0 {
			t.Errorf("no signals for %q", l)
		}
	}
}

// A weak signal tells only of a sentence that is near to the revision.
func TestWeakSignals(t *testing.T) {
	s, err := ParseSignals("# states\n~: is *ed\n")
	if err != nil || len(s) != 1 || !s[0].Weak || s[0].Kind != "" {
		t.Fatal(s, err)
	}
	if len(signalled("It is guarded.", s, func() bool { return false })) > 0 {
		t.Error("taken though it is near to nothing")
	}
}
