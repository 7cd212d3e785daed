package significance

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/textdiff"
)

// references finds what cites a provision by its number: Article 12(2)(a),
// 4.3.10, 12-ci maddə, пункт 5. A number with one step only counts beside a word
// for a provision, or in a list with one that does (Articles 12, 13 and 14). An
// ordinal in words beside one counts too: birinci hissə, часть вторая.
func (j *judge) references(w *wording, out []span) []span {
	for i := 0; i < len(w.tokens); i++ {
		if !w.isNear(i) {
			continue
		}
		if w.tokens[i].Class() != textdiff.Number {
			if s, ok := j.ordinalPart(w, i); ok {
				out = append(out, s)
				i = s.hi - 1
			}
			continue
		}
		address, end := w.address(i)
		cited := isAddress(address) || w.isProvision(w.unitBefore(i)) || w.isProvision(w.afterNumber(end)) ||
			w.is(w.before(i), "§") || w.continues(out, i)
		if cited {
			out = append(out, span{lo: i, hi: end, key: address, text: address})
		}
		i = end - 1
	}
	return out
}

// ordinalPart reads an ordinal in words or a Roman numeral at i with a word for a
// provision beside it.
// Its key is no address: which provision it counts in, the text says elsewhere.
func (j *judge) ordinalPart(w *wording, i int) (span, bool) {
	var s span
	switch t := &w.tokens[i]; {
	case t.Class() != textdiff.Word:
		return s, false
	case isUpperCase(t.Text) && figure.Roman(w.fold(i)) > 0:
		s = span{lo: i, hi: i + 1, key: strconv.Itoa(figure.Roman(w.fold(i))) + "."}
	case w.traits[i]&(traitNumeral|traitOrdinal) != 0:
		s = span{lo: i}
		s.key, s.hi = j.numeral(w, i)
	}
	if !strings.HasSuffix(s.key, ".") {
		return s, false
	}
	lo, hi := s.lo, s.hi
	behind, before := w.next(w.pastEnding(hi)), w.before(i)
	isBehind, isBefore := behind > hi && w.isProvision(behind), before < i-1 && w.isProvision(before)
	switch {
	case isBehind && (j.rules.numberFirst || !isBefore): // else «часть вторая статьи»
		hi = behind + 1
	case isBefore:
		lo = before
	default:
		return s, false
	}
	s.key = "part " + s.key
	if s.text = w.small(lo, hi); isUpperCase(w.tokens[i].Text) {
		s.text = w.text(lo, hi)
	}
	return s, true
}

// address reads the address that starts with the number at i: the number, then
// steps in brackets. It gives the address in our form and where it ends.
func (w *wording) address(i int) (string, int) {
	address, end := w.small(i, i+1), i+1
	for w.is(end, "(") && end+1 < len(w.tokens) && w.tokens[end+1].IsWord() && w.is(end+2, ")") {
		step := w.small(end+1, end+2) // in its own letters: it is looked up among addresses
		if w.tokens[end+1].Class() == textdiff.Word && utf8.RuneCountInString(step) > 1 && strings.Trim(step, "ivx") != "" {
			break
		}
		address += "." + step
		end += 3
	}
	return address, end
}

// isAddress reports whether s alone can only be the number of a provision: three
// steps or more, and no date. Two steps are an amount as often.
func isAddress(s string) bool {
	_, _, _, isDate := figure.DottedDate(s)
	_, isAmount := figure.Ungrouped(s, ".")
	return strings.Count(s, ".") >= 2 && !isDate && !isAmount
}

// isProvision reports whether a word in folded case is one for a provision, also
// with an elided article (l'article).
func (r *wordRules) isProvision(word string) bool {
	if _, rest, ok := strings.Cut(word, "'"); ok {
		word = rest
	}
	return word != "" && (r.traits[word]&traitProvision != 0 || hasBeginning(word, r.beginnings[word[0]]))
}

// unitBefore is the token before i where a word for a provision can stand: past
// the full stop of an abbreviation (ст. 5).
func (w *wording) unitBefore(i int) int {
	b := w.before(i)
	if w.is(b, ".") && b > 0 && w.tokens[b-1].Class() == textdiff.Word {
		b--
	}
	return b
}

// isProvision reports whether token i is a word for a provision.
func (w *wording) isProvision(i int) bool {
	return i >= 0 && i < len(w.tokens) && w.traits[i]&traitProvision != 0
}

// afterNumber is the token after a number that ends at i, past the ending of an
// ordinal number (12-ci maddə); -1 if none follows after a space or an ending.
func (w *wording) afterNumber(i int) int {
	i = w.pastEnding(i)
	if n := w.next(i); n > i {
		return n
	}
	return -1
}

// continues reports whether only «,» or «and» stands between the last of
// references and token i.
func (w *wording) continues(references []span, i int) bool {
	if len(references) == 0 {
		return false
	}
	words := 0
	for k := references[len(references)-1].hi; k < i; k++ {
		switch w.tokens[k].Class() {
		case textdiff.Break, textdiff.Number:
			return false
		case textdiff.Word:
			if words > 0 || !w.isWeak(k) {
				return false
			}
			words++
		}
	}
	return true
}

// followed finds in passage p the references that only follow a renumbering.
func (j *judge) followed(ch *Change, p int, f *findings) {
	r := &j.reading
	old, new := j.old[bookReferences].in(&r.old, p), j.new[bookReferences].in(&r.new, p)
	if len(old) != len(new) {
		return
	}
	for k := range old {
		if old[k].key != new[k].key && j.follows(ch, old[k].key, new[k].key) {
			f.editorial(rankEditorial, FollowsNumber, Item{Old: old[k].text, New: new[k].text})
			r.old.tell(old[k])
			r.new.tell(new[k])
		}
	}
}

// follows reports whether the clause that was cited as old is now cited as new.
// What stands below a renumbered clause moves with it. Texts cite the clauses of
// their own component without naming it.
func (j *judge) follows(ch *Change, old, new string) bool {
	inOld, inNew := component(ch.Old[0].Address()), component(ch.New[0].Address())
	for head, rest := old, ""; head != ""; {
		if to, ok := j.renumbered[inOld+head]; ok {
			return to+rest == inNew+new
		}
		i := strings.LastIndexByte(head, '.')
		if i < 0 {
			return false
		}
		head, rest = head[:i], head[i:]+rest
	}
	return false
}

// component is the part of an address that names its component, with the slash:
// "order/" of "order/4.1".
func component(address string) string { return address[:strings.IndexByte(address, '/')+1] }
