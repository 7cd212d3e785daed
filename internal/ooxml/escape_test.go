package ooxml

import (
	"encoding/xml"
	"testing"

	"pgregory.net/rapid"
)

// Cleaning twice is cleaning once, and leaves what can be read.
func TestClean(t *testing.T) {
	for _, s := range []string{"", "a\tb", "№ 1 – «ə» ğ İı “q” \u00a0\u00ad\u2011 ёЩ 𝔘"} {
		if Clean(s) != s {
			t.Errorf("%q becomes %q", s, Clean(s))
		}
	}
	for s, want := range map[string]string{
		"\x1b[1m": "␛[1m", "\x7f": "␡", "a\nb": "a b", "\u202eabc": "\ufffdabc", "\xff": "\ufffd", "\ufffe\ufdd0": "\ufffd\ufffd",
	} {
		if got := Clean(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(rapid.String().Draw(t, "text"))
		if Clean(once) != once {
			t.Fatalf("%q becomes %q", once, Clean(once))
		}
	})
}

// Any text comes back out of XML as it was cleaned.
func TestText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		var back struct {
			A string `xml:"a,attr"`
			T string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+Text(s)+`">`+Text(s)+`</x>`), &back); err != nil {
			t.Fatal(err)
		}
		if back.A != Clean(s) || back.T != Clean(s) {
			t.Fatalf("%q becomes %q and %q", s, back.A, back.T)
		}
	})
}
