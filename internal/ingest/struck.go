package ingest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// hintStruck is what helps where a consolidated text holds struck-out words and no
// --struck was given.
const hintStruck = "the text bears the marks of a consolidation, in which such words are no longer in force: --struck drop (leave them out) or --struck keep (read them as text); import --both stores one revision of each"

// refuseStruck refuses a text with struck-out words where nobody said what they are,
// though they are law that was in force: in a consolidated act. In any other they are
// left out, as the reader did, and told.
func refuseStruck(doc *flow.Document, choice flow.Struck) error {
	if len(doc.Struck) > 0 && (choice == flow.RefuseStruck || choice == "" && consolidated(doc.Blocks)) {
		return &flow.StruckError{Struck: doc.Struck}
	}
	return nil
}

// tellStruck lists the struck-out words that were left out, with one warning for all
// that quotes the first.
func tellStruck(doc *flow.Document) {
	if len(doc.Struck) == 0 {
		return
	}
	doc.Dropped = append(doc.Dropped, doc.Struck...)
	odd := flow.Odd(doc.Struck[0].Place, flow.OddStruckOut, len(doc.Struck), quoteFirst(doc.Struck))
	if len(doc.Struck) == 1 {
		odd = flow.Odd(doc.Struck[0].Place, flow.OddStruckOnce, quoteFirst(doc.Struck))
	}
	doc.Warnings = append(doc.Warnings, odd)
}

// quoteFirst quotes the first three struck-out words, 40 characters of each with
// their place, and says that there are more.
func quoteFirst(struck []flow.Dropped) string {
	const most, longest = 3, 40
	var out []string
	for _, s := range struck[:min(len(struck), most)] {
		text := []rune(s.Text)
		if len(text) > longest {
			text = append(text[:longest], '…')
		}
		out = append(out, fmt.Sprintf("«%s» (%s)", string(text), s.Place))
	}
	if len(struck) > most {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// endnoteMark is the mark of an endnote after a word, as registers set it: «[12]»,
// and that of a decision of the Constitutional Court: «KMQ3». Struck-out words before
// it leave their space. A footnote's mark in brackets has the same form: that is why
// this is only one sign of several that lead to a question, and takes nothing out.
var endnoteMark = lazy.Regexp(`\S ?\[\d{1,4}\]|\S ?KMQ?\d{1,3}\b`)

// consolidations are the headings of the lists of what changed an act, and the
// remarks that say so, in small letters. Each is a whole phrase that a text says of
// itself and of no other.
var consolidations = []string{
	"mənbə sənədlərinin siyahısı", "dəyişiklik və əlavələrin siyahısı", "əlavə və dəyişikliklər etmiş", "əvvəlki redaksiyada",
	"список изменяющих документов", "в редакции федеральн", "в ред. федеральн", "list of amendments", "table of amendments",
}

// consolidated reports whether a text bears the marks of a consolidation.
func consolidated(blocks []flow.Block) bool {
	for i := range blocks {
		if hasEditorial(blocks[i].Notes) || endnoteMark().MatchString(blocks[i].Text) {
			return true
		}
		// Azerbaijani I is a capital ı; a Russian or English text in capitals needs
		// the usual rule.
		for _, lower := range []string{strings.ToLowerSpecial(unicode.AzeriCase, blocks[i].Text), strings.ToLower(blocks[i].Text)} {
			if slices.ContainsFunc(consolidations, func(s string) bool { return strings.Contains(lower, s) }) {
				return true
			}
		}
	}
	return false
}

func hasEditorial(notes []revision.Note) bool {
	return slices.ContainsFunc(notes, func(n revision.Note) bool { return n.Kind == revision.NoteEditorial })
}
