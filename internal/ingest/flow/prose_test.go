package flow

import (
	"slices"
	"strings"
	"testing"
)

func TestProse(t *testing.T) {
	up, out := Script{Raised: true}, Script{Struck: true}
	type piece struct {
		s      string
		script Script
	}
	for _, tt := range []struct {
		name   string
		pieces []piece
		want   string
		struck []string
	}{
		{"a raised number", []piece{{"Maddə 15", Script{}}, {"1", up}, {". Anbar", Script{}}}, "Maddə 15¹. Anbar", nil},
		{"its full stop raised too", []piece{{"Maddə 15", Script{}}, {"1.", up}, {" Anbar", Script{}}}, "Maddə 15¹. Anbar", nil},
		{"in two runs", []piece{{"10", Script{}}, {"1", up}, {"2", up}, {" m", Script{}}}, "10¹² m", nil},
		{"a power below zero", []piece{{"10", Script{}}, {"−2", up}, {" and 2", Script{}}, {"+3", up}}, "10⁻² and 2⁺³", nil},
		{"letters", []piece{{"the 1", Script{}}, {"st", up}, {" of May", Script{}}}, "the 1st of May", nil},
		{"a mark in brackets, in three runs", []piece{{"su", Script{}}, {"[", up}, {"12", up}, {"]", up}, {" var", Script{}}}, "su[12] var", nil},
		{"a line of small type", []piece{{"12", up}}, "12", nil},
		{"struck-out words", []piece{{"köhnə ", out}, {"yeni su", Script{}}}, "yeni su", []string{"köhnə"}},
		{"between words", []piece{{"the ", Script{}}, {"old", out}, {" new mill", Script{}}}, "the  new mill", []string{"old"}},
		{"with its space", []piece{{"the mill", Script{}}, {" by the weir", out}, {".", Script{}}}, "the mill.", []string{"by the weir"}},
		{"in pieces", []piece{{"by", out}, {" ", Script{}}, {"night", out}, {" only", Script{}}}, " only", []string{"by night"}},
	} {
		var p Prose
		for _, w := range tt.pieces {
			p.Write(w.s, w.script)
		}
		if got := p.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := p.Struck(); !slices.Equal(got, tt.struck) {
			t.Errorf("%s: struck %q, want %q", tt.name, got, tt.struck)
		}
	}
}

func TestCutStruck(t *testing.T) {
	for _, tt := range []struct{ marked, text, kept string }{
		{"<old> new water", "new water", "old new water"},
		{"the <old> new", "the new", "the old new"},
		{"the <old>, the new", "the, the new", "the old, the new"},
		{"<one> <two>", "", "one two"},
		{"none", "none", "none"},
		{"open <to the end", "open", "open to the end"},
	} {
		marked := strings.NewReplacer("<", StruckFrom, ">", StruckTo).Replace(tt.marked)
		if text, _ := CutStruck(marked, false); strings.Join(strings.Fields(text), " ") != tt.text {
			t.Errorf("%s: %q, want %q", tt.marked, text, tt.text)
		}
		if text, struck := CutStruck(marked, true); text != tt.kept || len(struck) > 0 {
			t.Errorf("%s kept: %q, want %q", tt.marked, text, tt.kept)
		}
	}
}
