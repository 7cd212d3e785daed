package reference

// step is a unit word with its numbers, or one that points: this Article, that
// Article.
type step struct {
	unit    unit
	numbers []number
	points  pointing
	first   int  // token
	end     int  // token
	open    bool // Azerbaijani: in the genitive, so that its part follows
}

// pointing is what a step without numbers points at.
type pointing uint8

const (
	numbered pointing = iota
	here              // this Article, настоящей статьи, bu maddə
	there             // that Article, указанной статьи, həmin maddə
)

// step reads the step that begins at token i.
func (f *finder) step(tokens []token, i int) (step, bool) {
	if s, ok := f.pointingStep(tokens, i); ok {
		return s, true
	}
	if s, ok := f.unitFirst(tokens, i); ok {
		return s, true
	}
	return f.numberFirst(tokens, i)
}

// unitBehindAct is the unit of Azerbaijani numbers that share it with those of
// another act: 5-ci və Mülki Məcəllənin 7-ci maddələri.
func (f *finder) unitBehindAct(tokens []token, i int) (unit, bool) {
	const reach = 3 // words that name the act
	at := f.separator(tokens, i)
	if f.lang != "az" || at == i {
		return unit{}, false
	}
	for k := at; k < len(tokens) && k < at+reach && tokens[k].class == word; k++ {
		if f.isAct(tokens[k].fold) && isGenitive(tokens[k].fold) && k+1 < len(tokens) {
			if _, end := f.list(tokens, k+1, unit{rank: Paragraph, many: true}); end > k+1 && end < len(tokens) {
				return f.units.find(tokens[end].fold)
			}
			break
		}
	}
	return unit{}, false
}

// pointingStep reads «this Article» and «that Article».
func (f *finder) pointingStep(tokens []token, i int) (step, bool) {
	s := step{first: i, end: i + 2}
	at := i
	if tokens[at].is("the") && at+1 < len(tokens) {
		at++
	}
	switch {
	case contains(f.selfWords, tokens[at].fold):
		s.points = here
	case contains(f.thatWords, tokens[at].fold):
		s.points = there
	default:
		return s, false
	}
	s.end = at + 2
	if s.end > len(tokens) || tokens[at+1].class != word {
		return s, false
	}
	u, ok := f.units.find(tokens[at+1].fold)
	if !ok || u.many && f.lang == "en" && f.isAct(tokens[at+1].fold) { // these Rules: a document
		return s, false
	}
	s.unit, s.open = u, isGenitive(tokens[at+1].fold)
	if f.lang != "az" {
		if _, end := f.list(tokens, s.end, u); end > s.end {
			return s, false // this Article 5: a number after all
		}
	}
	return s, true
}

// unitFirst reads a unit word and the numbers behind it: Article 12(2), ст. 5,
// части второй.
func (f *finder) unitFirst(tokens []token, i int) (step, bool) {
	if tokens[i].class == numeral {
		return step{}, false
	}
	u, ok := f.units.find(tokens[i].fold)
	if !ok {
		return step{}, false
	}
	at := i + 1
	if at+2 < len(tokens) && tokens[at].is("(") && !tokens[at].spaced && tokens[at+1].is("s") && tokens[at+2].is(")") {
		u.many = true
		at += 3 // section(s)
	}
	if tokens[i].is("§") && at < len(tokens) && tokens[at].is("§") {
		u.many = true
		at++
	}
	if at < len(tokens) && tokens[at].is(".") && !tokens[at].spaced {
		at++ // of an abbreviation
	}
	if at < len(tokens) && (tokens[at].is("№") || tokens[at].is("no")) {
		at++
	}
	numbers, end := f.list(tokens, at, u)
	if len(numbers) == 0 {
		return step{}, false
	}
	if len(numbers) == 1 && f.beginsAmount(tokens, numbers[0]) && f.lang == "az" {
		return step{}, false
	}
	return step{unit: u, numbers: numbers, first: i, end: end}, true
}

// numberFirst reads numbers and the unit word behind them: 12.1 və 12.3-cü
// maddələri, first subparagraph, второй абзац. The last number must be an ordinal
// or an address, else it counts things: 10 maddə.
func (f *finder) numberFirst(tokens []token, i int) (step, bool) {
	loose := unit{rank: Paragraph, many: true}
	if f.lang != "az" {
		if _, size := f.ordinalWord(tokens, i); size == 0 && !tokens[i].ordinal {
			return step{}, false
		}
	}
	numbers, end := f.list(tokens, i, loose)
	if len(numbers) == 0 || end >= len(tokens) || !numbers[len(numbers)-1].sure {
		return step{}, false
	}
	u, ok := f.units.find(tokens[end].fold)
	if !ok {
		u, ok = f.unitBehindAct(tokens, end)
		return step{unit: u, numbers: numbers, first: i, end: end}, ok
	}
	return step{unit: u, numbers: numbers, first: i, end: end + 1, open: isGenitive(tokens[end].fold)}, true
}
