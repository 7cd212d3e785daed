package align

const (
	// enumerated is the least part of the points' words that stand in the sentence,
	// enumeratedPoint that of each point's.
	enumerated, enumeratedPoint = 0.8, 0.5
	// enumeratedSentence is the least part of what the sentence says more than its
	// partner that stands in the points.
	enumeratedSentence = 0.5
)

// joinEnumerations gives the points below a clause to the partner of that clause
// when its sentence now lists what they say: «(a) income; (b) expenses» became
// «income and expenses». A list that becomes a sentence loses the words that its
// points repeat, so order and pairs of words say little; that every point stands
// there, and hardly anything else, says enough. Called for either side.
func (a *alignment) joinEnumerations(side *Side, partner []int, other *Side, more map[int][]int) {
	joined := map[int]bool{}
	for _, us := range more {
		for _, u := range us {
			joined[u] = true
		}
	}
	for u, sentence := range partner {
		if sentence < 0 || len(side.units[u].children) < 2 || !side.unpairedPoints(u, partner) {
			continue
		}
		if !a.lists(&other.units[sentence], side, u) {
			continue
		}
		for _, point := range side.units[u].children {
			if !joined[point] && !a.heldApart(side, point, sentence) {
				more[sentence] = append(more[sentence], point)
			}
		}
	}
}

// unpairedPoints reports whether everything below u stands right below it and has
// no partner.
func (s *Side) unpairedPoints(u int, partner []int) bool {
	for _, c := range s.units[u].children {
		if partner[c] >= 0 || len(s.units[c].children) > 0 {
			return false
		}
	}
	return true
}

// lists reports whether the sentence says what the points below u say, and little
// more than u says and they.
func (a *alignment) lists(sentence *unit, side *Side, u int) bool {
	more := a.texts.content(sentence)
	for word := range a.texts.content(&side.units[u]) {
		delete(more, word)
	}
	listed := map[string]bool{}
	all, found := 0, 0
	for _, point := range side.units[u].children {
		words, there := a.texts.content(&side.units[point]), 0
		for word := range words {
			if more[word] {
				there++
				listed[word] = true
			}
		}
		if there == 0 || float64(there) < enumeratedPoint*float64(len(words)) {
			return false
		}
		all, found = all+len(words), found+there
	}
	return float64(found) >= enumerated*float64(all) && float64(len(listed)) >= enumeratedSentence*float64(len(more))
}

// content are the words of a unit's text that carry meaning, by their first
// letters as in headings: the cases of a word are one.
func (t *texts) content(u *unit) map[string]bool {
	set := map[string]bool{}
	for _, token := range t.lasting(u) {
		if token.IsWord() && !t.lex.IsWeak(token.Fold()) {
			set[firstLetters(t.lex.Folded(token.Fold()), headingLetters)] = true
		}
	}
	return set
}
