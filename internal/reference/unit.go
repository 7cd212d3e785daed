package reference

import (
	"strings"

	"conceptdiff/internal/lazy"
)

// Rank is how large a unit is among those that are cited: a smaller rank holds a
// larger one.
type Rank uint8

// The ranks, from the largest to the smallest.
const (
	Annex     Rank = iota // annex, schedule, приложение, əlavə
	Group                 // part, title, chapter, раздел, глава, bölmə, fəsil: does not prefix the numbers below
	Article               // article, section, clause, §, статья, maddə: bears its number by itself
	Paragraph             // paragraph, subsection, часть, hissə
	Point                 // subparagraph, пункт, bənd
	Subpoint              // point, item, подпункт, yarımbənd
	Sentence              // indent, sentence, абзац, abzas: counted, never numbered
)

// unit is what a word or sign names.
type unit struct {
	name string // in English, the same for a word and its forms
	rank Rank
	many bool // the form can stand before several numbers
}

// counts reports whether a unit may be found by counting unnumbered paragraphs.
func (u unit) counts() bool {
	switch u.name {
	case "part of article", "subparagraph", "paragraph", "indent", "sentence", "passage":
		return true
	}
	return false
}

// forms lists the forms of unit words that do not inflect by rule: those of the
// singular, and after the bar those that can stand before several numbers.
type forms struct {
	name string
	rank Rank
	list string
}

var englishUnits = []forms{
	{"annex", Annex, "annex schedule appendix exhibit | annexes schedules appendices exhibits"},
	{"part", Group, "part | parts"},
	{"title", Group, "title | titles"},
	{"chapter", Group, "chapter | chapters"},
	{"article", Article, "article art | articles arts"},
	{"section", Article, "section sec s | sections secs ss §§"},
	{"clause", Article, "clause cl § | clauses"},
	{"rule", Article, "rule | rules"},
	{"paragraph", Paragraph, "paragraph para | paragraphs paras"},
	{"subsection", Paragraph, "subsection sub-section | subsections sub-sections"},
	{"subparagraph", Point, "subparagraph sub-paragraph | subparagraphs sub-paragraphs"},
	{"point", Subpoint, "point item subpoint | points items"},
	{"indent", Sentence, "indent | indents"},
	{"sentence", Sentence, "sentence | sentences"},
}

var frenchUnits = []forms{
	{"annex", Annex, "annexe | annexes"},
	{"part", Group, "partie | parties"},
	{"title", Group, "titre | titres"},
	{"chapter", Group, "chapitre | chapitres"},
	{"section", Group, "section | sections"},
	{"article", Article, "article art l'article d'article | articles arts"},
	{"clause", Article, "§ | §§"},
	{"paragraph", Paragraph, "paragraphe | paragraphes"},
	{"subparagraph", Point, "alinéa l'alinéa | alinéas"},
	{"point", Subpoint, "point | points"},
	{"indent", Sentence, "tiret | tirets"},
	{"sentence", Sentence, "phrase | phrases"},
}

var russianUnits = []forms{
	{"annex", Annex, "приложение приложению приложением приложении | приложения приложений приложениям приложениями приложениях"},
	{"division", Group, "раздел разделу разделом разделе | раздела разделы разделов разделам разделами разделах"},
	{"subdivision", Group, "подраздел подразделу подразделом подразделе | подраздела подразделы подразделов подразделам подразделами подразделах"},
	{"chapter", Group, "глава главе главу главой гл | главы глав главам главами главах"},
	{"paragraph sign", Group, "параграф параграфу параграфом параграфе § | параграфа параграфы параграфов параграфам параграфами параграфах §§"},
	{"article", Article, "статья статье статью статьей статьёй | статьи статей статьям статьями статьях ст"},
	{"part of article", Paragraph, "часть частью | части частей частям частями частях ч"},
	{"point", Point, "пункт пункту пунктом пункте | пункта пункты пунктов пунктам пунктами пунктах п пп"},
	{"subpoint", Subpoint, "подпункт подпункту подпунктом подпункте | подпункта подпункты подпунктов подпунктам подпунктами подпунктах подп"},
	{"passage", Sentence, "абзац абзацу абзацем абзаце абз | абзаца абзацы абзацев абзацам абзацами абзацах"},
	{"sentence", Sentence, "предложение предложению предложением предложении | предложения предложений"},
}

// Azerbaijani stems; their endings follow a rule.
var azerbaijaniUnits = []forms{
	{"annex", Annex, "əlavə"},
	{"division", Group, "bölmə"},
	{"subdivision", Group, "yarımbölmə yarımfəsil yarımfəsl"},
	{"chapter", Group, "fəsil fəsl"},
	{"paragraph sign", Group, "paraqraf"},
	{"article", Article, "maddə"},
	{"part of article", Paragraph, "hissə"},
	{"point", Point, "bənd"},
	{"subpoint", Subpoint, "yarımbənd"},
	{"passage", Sentence, "abzas"},
	{"sentence", Sentence, "cümlə"},
}

// azerbaijaniEnding matches what may follow a noun's stem: plural, possessive,
// case. (Standard grammar: -lar/-lər, -(s)ı⁴, then genitive -(n)ın⁴, dative, locative,
// ablative or accusative.)
var azerbaijaniEnding = lazy.Regexp(`^(l[əa]r)?(s?[iıuü])?n?([iıuü]n|[əa]|y[əa]|d[əa]|d[əa]n|[iıuü])?(d[ıi]r)?$`)

// unitTable knows the forms of one language.
type unitTable struct {
	exact map[string]unit
	stems []stem // of Azerbaijani
}

type stem struct {
	text string
	unit unit
}

func newUnitTable(lists ...[]forms) *unitTable {
	t := &unitTable{exact: make(map[string]unit)}
	for _, list := range lists {
		for _, f := range list {
			one, several, _ := strings.Cut(f.list, "|")
			for s := range strings.FieldsSeq(one) {
				t.exact[s] = unit{f.name, f.rank, false}
			}
			for s := range strings.FieldsSeq(several) {
				t.exact[s] = unit{f.name, f.rank, true}
			}
		}
	}
	return t
}

// newStemTable is for words whose endings follow the rule of Azerbaijani.
func newStemTable(list []forms) *unitTable {
	t := &unitTable{exact: map[string]unit{"§": {"clause", Group, true}}}
	for _, f := range list {
		for s := range strings.FieldsSeq(f.list) {
			t.stems = append(t.stems, stem{s, unit{f.name, f.rank, true}})
		}
	}
	return t
}

// find is the unit that a folded word names.
func (t *unitTable) find(fold string) (unit, bool) {
	if u, ok := t.exact[fold]; ok {
		return u, true
	}
	for _, s := range t.stems {
		if rest, ok := strings.CutPrefix(fold, s.text); ok && azerbaijaniEnding().MatchString(rest) {
			return s.unit, true
		}
	}
	return unit{}, false
}

// isGenitive reports whether an Azerbaijani word can stand in the genitive: what
// follows is part of it.
func isGenitive(fold string) bool {
	for _, e := range [...]string{"in", "ın", "un", "ün"} {
		if strings.HasSuffix(fold, e) {
			return true
		}
	}
	return false
}

// tables by language; French texts cite in French alone, since its words are
// English ones, too.
func tableOf(lang string) *unitTable {
	switch lang {
	case "az":
		return newStemTable(azerbaijaniUnits)
	case "ru":
		return newUnitTable(russianUnits)
	case "fr":
		return newUnitTable(frenchUnits)
	}
	return newUnitTable(englishUnits)
}
