package moves

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// keepCapitals takes a word for the same in edits between two pieces of a text that was
// written anew where nothing but its capital is another, because it begins a sentence, a
// line or an item on the side that has it. begins tells of either piece whether its first
// word does. «State» for «state» within a sentence stays an edit.
func keepCapitals(runs []Run, out, in *piece, begins [2]bool) []Run {
	var list []Run
	old, new := 0, 0 // tokens that were passed
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		if i+1 < len(runs) && r.Op == Delete && runs[i+1].Op == Insert {
			r.New = runs[i+1].New
			if parts := capitalParts(r.Old, r.New, func(o, n int, upperOld bool) bool {
				if upperOld {
					return opens(out.tokens[:old+o], begins[0])
				}
				return opens(in.tokens[:new+n], begins[1])
			}); parts != nil {
				list = append(list, parts...)
				old, new = old+len(r.Old), new+len(r.New)
				i++
				continue
			}
			r.New = nil
		}
		list = append(list, r)
		old, new = old+len(r.Old), new+len(r.New)
	}
	return fuse(list)
}

// capitalParts cuts a replacement into words that are the same but for a capital that
// stands where a sentence may begin, and what stands between them; nil where its words
// are others.
func capitalParts(old, new []textdiff.Token, may func(o, n int, upperOld bool) bool) []Run {
	var list []Run
	o, n := 0, 0
	rest := func(endOld, endNew int) {
		if o < endOld {
			list = append(list, Run{Op: Delete, Old: old[o:endOld:endOld]})
		}
		if n < endNew {
			list = append(list, Run{Op: Insert, New: new[n:endNew:endNew]})
		}
		o, n = endOld, endNew
	}
	for {
		a, b := nextWord(old, o), nextWord(new, n)
		if a == len(old) || b == len(new) {
			if a < len(old) || b < len(new) || list == nil {
				return nil
			}
			rest(a, b)
			return list
		}
		upperOld, same := differInCapital(&old[a], &new[b])
		if !same || !may(a, b, upperOld) {
			return nil
		}
		rest(a, b)
		list = append(list, Run{Op: Keep, Old: old[a : a+1 : a+1], New: new[b : b+1 : b+1]})
		o, n = a+1, b+1
	}
}

// nextWord is where the next word stands from token i on, else the end.
func nextWord(tokens []textdiff.Token, i int) int {
	for i < len(tokens) && !tokens[i].IsWord() {
		i++
	}
	return i
}

// differInCapital reports whether two words differ in their first letter alone, a
// capital on one side, and on which.
func differInCapital(a, b *textdiff.Token) (upperOld, same bool) {
	x, n := utf8.DecodeRuneInString(a.Text)
	y, m := utf8.DecodeRuneInString(b.Text)
	same = a.Fold() == b.Fold() && a.Text[n:] == b.Text[m:] && unicode.IsUpper(x) != unicode.IsUpper(y)
	return unicode.IsUpper(x), same
}

// opens reports whether a word after the tokens begins a sentence, a line or an item;
// begins is the answer where no word or mark stands among them.
func opens(tokens []textdiff.Token, begins bool) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch t := &tokens[i]; {
		case t.Class() == textdiff.Break:
			return true
		case t.Class() == textdiff.Space, t.Class() == textdiff.Punct && strings.Contains("\"'“”„‘’«»([•", t.Text):
		default:
			return t.Class() == textdiff.Punct && strings.Contains(".!?…:;", t.Text)
		}
	}
	return begins
}

// begins reports whether the first word of a piece begins a sentence, a line or an item.
func (f *finder) begins(p *piece, op Op) bool {
	runs, end := f.changes[p.change].Runs, p.start
	for k := p.run; k >= 0; k-- {
		tokens := runs[k].Old
		if op == Insert {
			tokens = runs[k].New
		}
		if k < p.run {
			end = len(tokens)
		}
		if before := opens(tokens[:end], true); before == opens(tokens[:end], false) {
			return before
		}
	}
	return true // nothing stands before
}
