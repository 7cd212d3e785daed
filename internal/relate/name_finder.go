package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// namesOf finds the names in each passage of a text, by key, as they stand there. A
// name is a run of words with capitals, joined by the small words that names hold
// («of», «for»); a word that begins a sentence counts only where the text never has
// it in small letters. Numbers behind a word for an act are names too: resolution
// 822. Headings in capitals throughout have none.
func namesOf(t *Text, abbr *abbreviations) []map[string]string {
	f := newNameFinder(t, abbr)
	out := make([]map[string]string, len(t.Passages))
	for i := range t.Passages {
		p := &t.Passages[i]
		out[i] = map[string]string{}
		f.find(p.Text, out[i])
		for _, fact := range p.Facts {
			f.find(fact, out[i])
		}
	}
	return out
}

type nameFinder struct {
	stemmer words.Stemmer
	abbr    *abbreviations
	small   map[string]bool // folded words that stand in small letters somewhere
	big     map[string]bool // folded words that stand with a capital inside a sentence
	stems   map[string]bool // of small, made when they are first asked for
}

func (f *nameFinder) smallStems() map[string]bool {
	if f.stems == nil {
		f.stems = make(map[string]bool, len(f.small))
		for w := range f.small {
			f.stems[f.stemmer.Stem(w)] = true
		}
	}
	return f.stems
}

// newNameFinder makes a finder that knows how the words of a text are written in it.
func newNameFinder(t *Text, abbr *abbreviations) *nameFinder {
	f := &nameFinder{stemmer: words.NewStemmer(t.Language).Remembering(), abbr: abbr, small: map[string]bool{}, big: map[string]bool{}}
	for i := range t.Passages {
		f.learn(t.Passages[i].Text, t.Passages[i].Title)
	}
	return f
}

func (f *nameFinder) learn(text string, title bool) {
	list := words.Scan(text)
	for i, w := range list {
		switch r, _ := utf8.DecodeRuneInString(text[w.Start:]); {
		case unicode.IsLower(r):
			f.small[w.Fold] = true
		case !title && !begins(text, list, i):
			f.big[w.Fold] = true
		}
	}
}

// begins reports whether a word begins a sentence, a line or a quotation.
func begins(text string, list []words.SearchWord, i int) bool {
	return i == 0 || strings.ContainsAny(text[list[i-1].End:list[i].Start], ".:;!?\n•«\"“")
}

// nameJoints are the small words that stand inside names.
var nameJoints = map[string]bool{"of": true, "the": true, "for": true, "on": true, "de": true, "üzrə": true, "və": true, "по": true}

// find puts the names of a text into a set by key.
func (f *nameFinder) find(text string, into map[string]string) {
	f.each(text, func(key, shown string) {
		if _, ok := into[key]; !ok {
			into[key] = shown
		}
	})
}

// each calls put with every name of a text in order.
func (f *nameFinder) each(text string, put func(key, shown string)) {
	list := words.Scan(text)
	for i := 0; i < len(list); i++ {
		w := list[i]
		if f.numbersAct(text, list, i, put) {
			continue
		}
		if !capital(text[w.Start:]) || datesMonth(text, list, i) || f.beginsOrdinary(text, list, i) {
			continue
		}
		end := i
		for k := i + 1; k < len(list); k++ {
			gap := text[list[k-1].End:list[k].Start]
			if strings.Trim(gap, " -\u00a0'’") != "" || datesMonth(text, list, k) {
				break
			}
			if capital(text[list[k].Start:]) {
				end = k
			} else if !nameJoints[list[k].Fold] && list[k].Fold != "s" {
				break
			}
		}
		next := end
		for end > i && (list[end].End-list[end].Start == 1 || list[end].Fold == "no") {
			end-- // a letter of «U.S.», or of the heading that follows; «Order No. 7»
		}
		if key := f.key(list[i : end+1]); len(key) > 1 && !isNumber(key) && !(end == i && calendar[w.Fold]) {
			put(key, text[w.Start-articleBefore(text, list, i):list[end].End])
		}
		i = next
	}
}

// calendar are the months, as they stand in dates, and the days of the week, which English
// writes with a capital; they name no one.
var calendar = wordSet("january february march april may june july august september october november december " +
	"monday tuesday wednesday thursday friday saturday sunday " +
	"yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr " +
	"января февраля марта апреля мая июня июля августа сентября октября ноября декабря")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// datesMonth reports whether a word is the month of a date: a number stands beside it.
func datesMonth(text string, list []words.SearchWord, i int) bool {
	if !calendar[list[i].Fold] {
		return false
	}
	near := func(k int) bool {
		return k >= 0 && k < len(list) && text[list[k].Start] >= '0' && text[list[k].Start] <= '9'
	}
	return near(i-1) || near(i+1)
}

// articleBefore is how many bytes an article takes that a hyphen ties to the name behind
// it: al-Azhar, el-Sisi.
func articleBefore(text string, list []words.SearchWord, i int) int {
	if i == 0 || list[i-1].End+1 != list[i].Start || text[list[i-1].End] != '-' || list[i-1].Fold != "al" && list[i-1].Fold != "el" {
		return 0
	}
	return list[i].Start - list[i-1].Start
}

// key is the same for all spellings of a name: its stems without the small words, or
// the abbreviation that stands for them.
func (f *nameFinder) key(list []words.SearchWord) string {
	var row []stem
	for _, w := range list {
		if !words.IsFunctionWord(w.Fold) && w.Fold != "s" {
			row = append(row, stem{key: f.stemmer.Stem(w.Fold)})
		}
	}
	for _, a := range f.abbr.in(row) {
		if len(row) == 1 || len(row) == len(a.long) {
			return "=" + a.short
		}
	}
	keys := make([]string, len(row))
	for i := range row {
		keys[i] = row[i].key
	}
	return strings.Join(keys, " ")
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// beginsOrdinary reports whether a word with a capital begins a sentence and is no
// name: the text has it in small letters elsewhere, or it is a function word.
func (f *nameFinder) beginsOrdinary(text string, list []words.SearchWord, i int) bool {
	w := list[i]
	if words.IsFunctionWord(w.Fold) {
		return true
	}
	if !begins(text, list, i) || titled(text, list, i) || hyphened(text, list, i) {
		return false
	}
	if f.small[w.Fold] || !f.big[w.Fold] && f.smallStems()[f.stemmer.Stem(w.Fold)] {
		return true
	}
	alone := i+1 == len(list) || !capital(text[list[i+1].Start:]) || strings.Trim(text[w.End:list[i+1].Start], " -") != ""
	return alone && !f.big[w.Fold]
}

// hyphened reports whether a hyphen ties a word to another with a capital: «Inter-American».
func hyphened(text string, list []words.SearchWord, i int) bool {
	return i+1 < len(list) && text[list[i].End:list[i+1].Start] == "-" && capital(text[list[i+1].Start:]) && articleBefore(text, list, i+1) == 0
}

// titled reports whether a word begins what stands in quotation marks as a title does:
// every word that says something has a capital, and there are two at least.
func titled(text string, list []words.SearchWord, i int) bool {
	if i > 0 && !strings.ContainsAny(text[list[i-1].End:list[i].Start], "«\"“") || i == 0 && !strings.ContainsAny(text[:list[i].Start], "«\"“") {
		return false
	}
	capitals := 0
	for k := i; k < len(list) && (k == i || !strings.ContainsAny(text[list[k-1].End:list[k].Start], "»\"”.;:")); k++ {
		switch {
		case capital(text[list[k].Start:]):
			capitals++
		case !words.IsFunctionWord(list[k].Fold):
			return false
		}
	}
	return capitals > 1
}

// numbersAct puts the numbers that follow a word for an act, «resolutions 822, 853 and
// 874», «Order No. 2198».
func (f *nameFinder) numbersAct(text string, list []words.SearchWord, i int, put func(key, shown string)) bool {
	w := list[i]
	if !isNumber(w.Fold) {
		return false
	}
	if i+1 < len(list) && calendar[list[i+1].Fold] || i > 0 && calendar[list[i-1].Fold] {
		return true // the day of a date
	}
	numbered := i > 0 && (list[i-1].Fold == "no" || strings.Contains(text[list[i-1].End:w.Start], "№"))
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		before := list[k]
		switch stem := f.stemmer.Stem(before.Fold); {
		case namedDocuments()[stem] && len(w.Fold) <= 5 && (numbered || len(w.Fold) != 4 || w.Fold[:2] != "19" && w.Fold[:2] != "20"):
			put(stem+" "+w.Fold, text[before.Start:before.End]+" "+text[w.Start:w.End])
			return true
		case isNumber(before.Fold), words.IsFunctionWord(before.Fold), before.Fold == "no", before.Fold == "nömrəli", before.Fold == "sayli":
		default:
			return true
		}
	}
	return true
}

func isNumber(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}
