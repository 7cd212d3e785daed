package compose

import (
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// quoteLengths are how many words of a text are quoted at most, the fullest form
// first: each about a quarter shorter than the one before. A lede is
// shortened by going down them.
var quoteLengths = []int{22, 16, 12, 9, leastWords}

// leastWords is how many are quoted at least: fewer say little out of their place.
const leastWords = 6

// excerpts are what can be quoted of the words that went (old) or came in a change's
// rows, by the lengths that there are: the longest sentence that can be quoted whole,
// else the beginning of the longest stretch, cut behind a clause of it. Each is a
// slice of its text, «[…]» standing where it goes on. None means that nothing went or
// came. rows are those of one change in order; language is that of the text quoted,
// by which sentences are told.
func excerpts(rows []report.Row, old bool, language string) []string {
	cutter := words.NewCutter(language)
	var whole []string
	stretch := ""
	for i := range rows {
		line := lineOf(&rows[i], old)
		if line == nil || !rows[i].Changed {
			continue
		}
		row := pieces(rows[i].Runs, old)
		if line.Kind != revision.BlockHeading && !line.Continued {
			goesOn := i+1 < len(rows) && lineOf(&rows[i+1], old) != nil && lineOf(&rows[i+1], old).Continued
			whole = append(whole, wholeSentences(row, goesOn, cutter)...)
		}
		if s := longestStretch(row); len(s) > len(stretch) {
			stretch = s
		}
	}
	if strings.IndexFunc(stretch, isWordRune) < 0 {
		return nil
	}
	var forms []string
	for _, most := range quoteLengths {
		form := longestWithin(whole, most)
		if form == "" {
			form = atClause(stretch, most)
		}
		if !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

// longestWithin is the longest of some sentences that have no more words than that,
// "" for none. Length is in bytes, as everywhere here: it only ranks texts of one
// language.
func longestWithin(sentences []string, most int) string {
	longest := ""
	for _, s := range sentences {
		if len(s) > len(longest) && len(strings.Fields(s)) <= most {
			longest = s
		}
	}
	return longest
}

// lineOf is the line of a row on one side, nil where the side has none.
func lineOf(row *report.Row, old bool) *report.Line {
	if old {
		return row.Old
	}
	return row.New
}

// piece is a stretch of a row's text; lost says that the other text has it nowhere.
type piece struct {
	text string
	lost bool
}

// pieces are the text of a row on one side, in order. A moved word is not lost: it
// stands elsewhere.
func pieces(runs []report.Run, old bool) []piece {
	var out []piece
	for _, run := range runs {
		text := run.New
		if old {
			text = run.Old
		}
		if text != "" {
			out = append(out, piece{text, run.Op != compare.Keep && run.Op != compare.Move})
		}
	}
	return out
}

// wholeSentences are the sentences of a row of which every word is lost and that can
// be quoted whole. One that leads in a list, or that goes on in the next row, is
// none. Nor is one of fewer words than [leastWords]; its closing comma or semicolon
// is left out.
func wholeSentences(row []piece, goesOn bool, cutter *words.Cutter) []string {
	var text strings.Builder
	var lost []words.Span
	for _, p := range row {
		if p.lost {
			lost = append(lost, words.Span{Start: text.Len(), End: text.Len() + len(p.text)})
		}
		text.WriteString(p.text)
	}
	var out []string
	for _, span := range cutter.Sentences(nil, text.String()) {
		sentence := text.String()[span.Start:span.End]
		for i, r := range sentence {
			if isWordRune(r) && !slices.ContainsFunc(lost, func(s words.Span) bool { return s.Has(span.Start + i) }) {
				sentence = ""
				break
			}
		}
		sentence = strings.TrimRight(strings.TrimSpace(sentence), ";,")
		if len(strings.Fields(sentence)) >= leastWords && !strings.HasSuffix(sentence, ":") && (!goesOn || words.EndsSentence(sentence)) {
			out = append(out, sentence)
		}
	}
	return out
}

// isWordRune reports whether a character is one of a word, and not a mark.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// longestStretch is the longest piece of a row that is lost, said to begin within a
// sentence where it does.
func longestStretch(row []piece) string {
	longest, before := "", ""
	var text string
	for _, p := range row {
		if p.lost && len(p.text) > len(longest) {
			longest, before = p.text, strings.TrimSpace(text)
		}
		text += p.text
	}
	longest = strings.TrimRight(strings.TrimSpace(longest), ",;")
	if longest != "" && before != "" && !words.EndsSentence(before) {
		longest = "[…] " + strings.TrimLeft(longest, ",;:. ")
	}
	return longest
}

// atClause is the beginning of a text up to the end of a sentence, else of a clause,
// in no more words than that, else its first words. The sentence or clause must have
// [leastWords] words; the first sentence is taken, and the last clause.
//
//	"The ministry reports every year in June, and publishes the reports soon" in 9
//	→   "The ministry reports every year in June […]"
func atClause(s string, most int) string {
	fields := strings.Fields(s)
	if len(fields) <= most {
		return s
	}
	sentence, clause := 0, 0
	for n := leastWords; n <= most; n++ {
		switch last := fields[n-1]; {
		case sentence == 0 && words.EndsSentence(strings.Join(fields[:n], " ")) && !words.StartsSmall(fields[n]):
			sentence = n
		case strings.HasSuffix(last, ",") || strings.HasSuffix(last, ";") || strings.HasSuffix(last, ":"):
			clause = n
		}
	}
	switch {
	case sentence > 0:
		return strings.TrimSuffix(firstWords(s, sentence, "[…]"), " […]")
	case clause > 0:
		return firstWords(s, clause, "[…]")
	}
	return firstWords(s, most, "[…]")
}

// firstWords cuts a text after so many words, and before a word that calls for
// another; cut says that it was. A word that hangs, such as an article or a
// preposition, would end the quotation in the air ([words.Hangs]). A text that is
// short enough is returned as it is.
func firstWords(s string, most int, cut string) string {
	in, n := false, 0
	for i, r := range s {
		space := unicode.IsSpace(r)
		if !space && !in {
			if n++; n > most {
				kept := strings.TrimRightFunc(s[:i], unicode.IsSpace)
				for words.Hangs(kept) {
					shorter := strings.TrimRight(kept, ",;:–—-(«")
					if shorter == kept {
						shorter = kept[:max(strings.LastIndexFunc(kept, unicode.IsSpace), 0)]
					}
					kept = strings.TrimRightFunc(shorter, unicode.IsSpace)
				}
				return strings.TrimRight(kept, ",;:") + " " + cut
			}
		}
		in = !space
	}
	return s
}
