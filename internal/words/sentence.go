package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Range is a run of tokens: from Start up to, not including, End.
type Range struct{ Start, End int }

// Sentences finds the sentences of a text. In order and without overlap they
// hold every token that is not white space; each starts and ends with such a
// token, and the white space between two belongs to neither.
//
// A break always ends a sentence. A full stop, question or exclamation mark, with
// the quotation marks and brackets that close after it, ends one when white
// space follows and then no small letter. A full stop does not end one after an
// initial, an abbreviation that calls for what follows (Art., No., п., ст.) or
// the number that stands at the head of a sentence (4.1.1., Maddə 1.1.).
func (l *Lexicon) Sentences(tokens []Token) []Range {
	return l.AppendSentences(nil, tokens)
}

// AppendSentences is [Lexicon.Sentences], with the sentences appended to out.
func (l *Lexicon) AppendSentences(out []Range, tokens []Token) []Range {
	start := -1
	for i := 0; i < len(tokens); i++ {
		switch tokens[i].Class() {
		case Break:
			if start >= 0 {
				out = append(out, Range{start, trimWhite(tokens, start, i)})
				start = -1
			}
		case Space:
		case Punct:
			if start < 0 {
				start = i
			}
			if end := l.sentenceEnd(tokens, start, i); end > 0 {
				out = append(out, Range{start, end})
				start, i = -1, end-1
			}
		default:
			if start < 0 {
				start = i
			}
		}
	}
	if start >= 0 {
		out = append(out, Range{start, trimWhite(tokens, start, len(tokens))})
	}
	return out
}

func trimWhite(tokens []Token, start, end int) int {
	for end > start && tokens[end-1].IsWhite() {
		end--
	}
	return end
}

// sentenceEnd returns the end of the sentence that starts at start if the mark at
// i, of the class Punct, ends it, else 0.
func (l *Lexicon) sentenceEnd(tokens []Token, start, i int) int {
	if !isTerminator(tokens[i].Text) {
		return 0
	}
	end := i + 1
	for end < len(tokens) && tokens[end].Class() == Punct && (isTerminator(tokens[end].Text) || isCloser(tokens[end].Text)) {
		end++
	}
	next := end
	for next < len(tokens) && tokens[next].Class() == Space {
		next++
	}
	switch {
	case next == len(tokens) || tokens[next].Class() == Break:
		return end
	case next == end: // nothing between: www.example, 5.), a stray mark
		return 0
	case startsSmall(tokens[next:]):
		return 0
	case tokens[i].Text == "." && end == i+1 && l.stopIsPartOfWord(tokens[start:i], tokens[next]):
		return 0
	}
	return end
}

func isTerminator(s string) bool {
	switch s {
	case ".", "!", "?", "…", "...", "։", "؟", "。":
		return true
	}
	return false
}

func isCloser(s string) bool {
	switch s {
	case ")", "]", "}", "\"", "'", "»", "”", "“", "’", "›":
		return true
	}
	return false
}

// startsSmall reports whether the first letter or digit of the text is a small
// letter, perhaps after an opening quotation mark or bracket.
func startsSmall(tokens []Token) bool {
	for _, t := range tokens {
		if t.Class() == Word {
			r, _ := utf8.DecodeRuneInString(t.Text)
			return unicode.IsLower(r)
		}
		if t.Class() != Punct {
			return false
		}
	}
	return false
}

// stopIsPartOfWord reports whether a full stop between sentence, what there is
// of it so far, and next belongs to the word before it, as in an abbreviation.
func (l *Lexicon) stopIsPartOfWord(sentence []Token, next Token) bool {
	if len(sentence) == 0 {
		return true // a stop that follows nothing
	}
	switch word := sentence[len(sentence)-1]; word.Class() {
	case Number:
		return l.isHeadNumber(sentence)
	case Word:
		return isInitial(word.Text) || l.isAbbreviation(sentence, next)
	}
	return false
}

// isInitial reports whether s is one capital letter, or several with stops
// between them: the I of I. Aliyev, the U.S of U.S.
func isInitial(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case r == '.':
			letters = 0
		case unicode.IsLetter(r):
			letters++
		}
		if letters > 1 || letters == 1 && !strings.Contains(s, ".") && !unicode.IsUpper(r) {
			return false
		}
	}
	return letters == 1
}

// isHeadNumber reports whether tokens are no more than the number of a
// provision: 4.1.1, § 5, Maddə 1.1.
func (l *Lexicon) isHeadNumber(tokens []Token) bool {
	words := 0
	for i := range tokens {
		if tokens[i].Class() == Word {
			if words > 0 || !provisionWords()[l.Folded(tokens[i].Fold())] {
				return false
			}
		}
		if tokens[i].IsWord() {
			words++
		}
	}
	return words <= 2
}

// isAbbreviation reports whether the last token of sentence, with a full stop
// after it and then next, is one of [abbreviations].
func (l *Lexicon) isAbbreviation(sentence []Token, next Token) bool {
	last := len(sentence) - 1
	kind, ok := abbreviations()[l.Folded(sentence[last].Fold())]
	switch {
	case !ok:
		return false
	case kind == beforeNumber:
		return next.Class() == Number || isRoman(next.Text) || next.Text == "№"
	case kind == afterNumber:
		for last--; last >= 0 && sentence[last].Class() == Space; last-- {
		}
		return last < 0 || sentence[last].Class() != Number
	}
	return true
}

func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVXLCDM") == "" }
