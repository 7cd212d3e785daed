package layout

import "unicode/utf8"

// A Metric estimates how wide a string is when printed, in thousandths of the type
// size. Text taken from a PDF has lost its line width; with the right metric it can
// be found again to within one letter. It is never changed and may be shared.
type Metric struct {
	name     string
	ascii    *[128]uint16
	cyrillic *[64]uint16 // А to я; nil where all characters have one width
	other    int
}

// Width is how wide s would be set, in thousandths of the type size.
func (m *Metric) Width(s string) int {
	w := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			for _, r := range s[i:] {
				w += m.rune(r)
			}
			return w
		}
		w += int(m.ascii[s[i]])
	}
	return w
}

// rune is the width of one character; of one that is not known the width of a digit.
func (m *Metric) rune(r rune) int {
	if r >= 128 {
		if r >= 'А' && r <= 'я' && m.cyrillic != nil {
			return int(m.cyrillic[r-'А'])
		}
		base, ok := bases[r]
		if !ok {
			return m.other
		}
		r = base
	}
	return int(m.ascii[r])
}

// bases are letters of the width of the one they are written from, and signs of
// the width of another.
var bases = map[rune]rune{
	'ç': 'c', 'ğ': 'g', 'ı': 'i', 'ö': 'o', 'ş': 's', 'ü': 'u', 'ə': 'e', 'Ç': 'C', 'Ğ': 'G', 'İ': 'I', 'Ö': 'O', 'Ş': 'S', 'Ü': 'U', 'Ə': 'O',
	'à': 'a', 'â': 'a', 'ä': 'a', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'î': 'i', 'ï': 'i', 'ô': 'o', 'ù': 'u', 'û': 'u', 'É': 'E', 'À': 'A', 'Ä': 'A',
	'ё': 'e', 'Ё': 'E', 'ß': 'o', 'œ': 'w', '\u00a0': ' ', '’': ',', '‘': ',', '“': 'v', '”': 'v', '–': 'n', '—': 'W', '…': 'W', '№': 'W', '§': 'n', '«': 'n', '»': 'n',
}

// Metrics are tried in this order: characters of one width, then the two proportional
// faces that most documents are set in (or close kin of them). The widths are those
// of the PDF standard fonts Times and Helvetica and, for Cyrillic, of their usual
// substitutes.
var Metrics = []*Metric{
	{name: "characters", ascii: monospaced(), other: 500},
	{name: "Times", ascii: proportional(timesUpper, timesLower, 500, 250, 250, 333), cyrillic: &timesCyrillic, other: 500},
	{name: "Helvetica", ascii: proportional(helveticaUpper, helveticaLower, 556, 278, 278, 333), cyrillic: &helveticaCyrillic, other: 556},
}

// Widths of A to Z and a to z in thousandths of the type size, from Adobe's metrics
// of Times-Roman and Helvetica.
var (
	timesUpper     = [26]uint16{722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611}
	timesLower     = [26]uint16{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444}
	helveticaUpper = [26]uint16{667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611}
	helveticaLower = [26]uint16{556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500}
)

// Widths of А to Я and а to я, 32 each; ё is taken for e.
var timesCyrillic = [64]uint16{
	722, 574, 667, 578, 682, 611, 896, 501, 722, 722, 667, 678, 889, 722, 722, 722, 556, 667, 611, 708, 790, 722, 722, 650, 1009, 1009, 706, 872, 574, 660, 1028, 667,
	444, 509, 472, 410, 509, 444, 691, 395, 535, 535, 486, 499, 633, 535, 500, 535, 500, 444, 437, 500, 648, 500, 535, 502, 770, 770, 517, 671, 456, 429, 747, 460,
}

var helveticaCyrillic = [64]uint16{
	667, 656, 667, 542, 677, 667, 923, 604, 719, 719, 583, 656, 833, 722, 778, 719, 667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656, 719, 1010, 722,
	556, 573, 531, 365, 583, 556, 669, 458, 559, 559, 438, 583, 688, 552, 556, 542, 556, 500, 458, 500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750, 542,
}

// monospaced gives every character half the type size: only comparisons with each
// other matter.
func monospaced() *[128]uint16 {
	var t [128]uint16
	for i := range t {
		t[i] = 500
	}
	return &t
}

// proportional fills in letters, digits and the commonest marks; brackets are as wide
// as a hyphen in both faces.
func proportional(upper, lower [26]uint16, digit, space, stop, hyphen uint16) *[128]uint16 {
	t := monospaced()
	copy(t['A':], upper[:])
	copy(t['a':], lower[:])
	for c := '0'; c <= '9'; c++ {
		t[c] = digit
	}
	t[' '], t['.'], t[','], t['-'] = space, stop, stop, hyphen
	t['('], t[')'], t[';'], t[':'], t['/'] = hyphen, hyphen, 278, 278, 278
	t['\''], t['!'] = 185, 300
	return t
}
