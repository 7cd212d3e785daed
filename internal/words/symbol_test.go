package words

import "testing"

func TestFontSymbol(t *testing.T) {
	for _, c := range []struct {
		font       string
		code, want rune
	}{
		{"Symbol", 0xf0b3, '≥'},
		{"Symbol", 0xf0a3, '≤'},
		{"Symbol", 0xb1, '±'},
		{"Symbol", 0xf0a5, '∞'},
		{"Symbol", 0xf061, 'α'},
		{"Symbol", 0xf0d7, '⋅'},
		{"Symbol", 0xf0e5, '∑'},
		{"Symbol", 0xf0ff, 0xf0ff},
		{"Symbol", '≥', '≥'},
		{"Wingdings", 0xf0fe, '☑'},
		{"Wingdings", 0xf0a7, 0xf0a7},
		{"Webdings", 0xf061, 0xf061},
	} {
		if got := FontSymbol(c.font, c.code); got != c.want {
			t.Errorf("%s %x: %c, want %c", c.font, c.code, got, c.want)
		}
	}
}
