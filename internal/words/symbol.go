package words

import "strings"

// FontSymbol is the character that a typeface of signs draws for one of its codes,
// which Word keeps as U+F000 and up: ≥ for U+F0B3 in Symbol, ☒ for U+F0FD in
// Wingdings. A code without a character of its own stays what it is.
func FontSymbol(font string, code rune) rune {
	at := code
	if code >= 0xf000 && code <= 0xf0ff {
		at = code - 0xf000
	}
	switch strings.ToLower(font) {
	case "symbol":
		if i := int(at) - ' '; i >= 0 && i < len(symbolFont) && symbolFont[i] != ' ' {
			return symbolFont[i]
		}
	case "wingdings":
		switch at {
		case 0x6f, 0xa8:
			return '☐'
		case 0x78, 0xfd:
			return '☒'
		case 0xfb:
			return '✗'
		case 0xfc:
			return '✓'
		case 0xfe:
			return '☑'
		}
	}
	return code
}

// symbolFont are the characters of the typeface Symbol from 0x20 on, with a space
// for those that Unicode does not have. Source: Adobe, Symbol encoding to Unicode.
var symbolFont = []rune(" !∀#∃%&∋()∗+,−./0123456789:;<=>?" +
	"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
	"‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ " +
	strings.Repeat(" ", 32) +
	"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵" +
	"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑")
