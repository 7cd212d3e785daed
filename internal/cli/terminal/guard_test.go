package terminal

import (
	"bytes"
	"strings"
	"testing"
)

// acts lists what of a text would act on a terminal, styles apart.
func acts(s string) []rune {
	var out []rune
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case r == esc && style([]byte(s[i:])) > 0:
		case r < ' ', r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			out = append(out, r)
		}
	}
	return out
}

// Whatever is written, in pieces of whatever size, nothing that acts comes through,
// styles do, and harmless text comes through unchanged.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{
		"plain text, əöü, 中\n", "\x1b[1mbold\x1b[0m", "\x1b]0;title\x07", "\x1b[2J", "a\x9b31mb", "\u202eevil", "\x1b", "\x1b[", "\x1b[1", "\xff\xc3",
		"\x1b[" + strings.Repeat("5", longest-3) + "m", "\x1b[" + strings.Repeat("5", longest-2) + "m",
	} {
		f.Add(s, 1)
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, size int) {
		size = max(1, min(size, 64))
		var b bytes.Buffer
		g := &guard{w: &b}
		for rest := []byte(s); len(rest) > 0; {
			n := min(size, len(rest))
			if _, err := g.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if err := g.flush(); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if bad := acts(got); len(bad) > 0 {
			t.Errorf("%q came through as %q: %q acts", s, got, bad)
		}
		if len(acts(s)) == 0 && Plain(strings.ReplaceAll(s, "\x1b", "")) == strings.ReplaceAll(s, "\x1b", "") && got != s {
			t.Errorf("%q came through as %q", s, got)
		}
	})
}

// A heading is bold where there is colour; a text cannot make itself so.
func TestPrinterMakesVisible(t *testing.T) {
	var b bytes.Buffer
	s := Streams{Color: "always"}
	if err := s.PrintTo(&b, func(p *Printer) {
		p.Printf("%s %s\n", p.Bold("head\x1b[31m"), "text\x1b[2J\u202e")
		p.Text("\x07", "", "more\x9b")
		p.Table([][]string{{"A", "B"}, {"\x1b[31m", "b"}})
	}); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mhead␛[31m\x1b[0m text␛[2J\ufffd\n␇more\ufffd\n\x1b[1mA      B\x1b[0m\n␛[31m  b\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}
