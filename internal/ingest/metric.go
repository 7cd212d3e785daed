package ingest

// A metric estimates how wide a string is when printed, in thousandths of the
// type size. Text taken from a PDF has lost its line width; with the right
// metric it can be found again to within one letter.
type metric struct {
	name  string
	ascii *[128]uint16
	small int // other small letters and signs
	large int // other capitals
}

func (m *metric) width(s string) int {
	w := 0
	for _, r := range s {
		w += m.rune(r)
	}
	return w
}

func (m *metric) rune(r rune) int {
	switch {
	case r < 128:
		return int(m.ascii[r])
	case r >= 'А' && r <= 'Я', r >= 'À' && r <= 'Þ', r == 'Ə' || r == 'Ş' || r == 'Ğ' || r == 'İ':
		return m.large
	case r == '–':
		return 500
	case r == '—' || r == '…' || r == '№':
		return 1000
	}
	return m.small
}

// metrics are tried in this order: characters of one width, then the two
// proportional faces that most documents are set in (or close kin of them).
// The widths are those of the PDF standard fonts Times and Helvetica.
var metrics = []*metric{
	{name: "characters", ascii: monospaced(), small: 500, large: 500},
	{name: "Times", ascii: proportional(timesUpper, timesLower, 500, 250, 250, 333), small: 480, large: 700},
	{name: "Helvetica", ascii: proportional(helveticaUpper, helveticaLower, 556, 278, 278, 333), small: 530, large: 710},
}

var (
	timesUpper     = [26]uint16{722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611}
	timesLower     = [26]uint16{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444}
	helveticaUpper = [26]uint16{667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611}
	helveticaLower = [26]uint16{556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500}
)

func monospaced() *[128]uint16 {
	var t [128]uint16
	for i := range t {
		t[i] = 500
	}
	return &t
}

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
