package relate

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/words"
)

// Replacement is a sentence of the new text, which the old one has not, that says of a
// body or document which a document around it names that it was replaced, renamed or
// closed.
type Replacement struct {
	Name     string   // as it stands in the new text
	Says     string   // the sentence
	At       string   // address in the new text
	Passages []string // addresses of the document's passages that name it
	Old      []string // addresses in the old text that name it
}

// replacing are words, by stem, of sentences that say so.
var replacing = stemSet(map[string]string{
	"en": `replace rename abolish dissolve close cease disband succeed successor terminate transform reorganize merge former formerly`,
	"az": `əvəz ləğv adlandırmaq adlandırılmış bağlanmış dayandırılmış yenidən keçmiş çevrilmiş`,
	"ru": `заменить заменен переименовать переименован упразднить упразднен ликвидировать закрыть закрыт преобразовать преобразован бывший`,
})

// Replacements lists what the new text of a comparison says so of names in a document.
func Replacements(d *Document, c *compare.Comparison) []Replacement {
	text := d.Text()
	old, now := TextOf(c.Old), TextOf(c.New)
	abbr := findAbbreviations(text, old, now)
	inDocument, inOld := namesOf(text, abbr), namesOf(old, abbr)
	common := groupNames(inDocument, inOld)
	stood := map[string]bool{}
	cutter := words.NewCutter(c.New.Language)
	for i := range old.Passages {
		for _, s := range cutter.Sentences(nil, old.Passages[i].Text) {
			stood[old.Passages[i].Text[s.Start:s.End]] = true
		}
	}
	stemmer := words.NewStemmer(c.New.Language).Remembering()
	finder := newNameFinder(now, abbr)
	var out []Replacement
	for i := range now.Passages {
		p := &now.Passages[i]
		for _, span := range cutter.Sentences(nil, p.Text) {
			sentence := p.Text[span.Start:span.End]
			if stood[sentence] || !slices.ContainsFunc(stems(stemmer, sentence), func(w stem) bool { return replacing()[w.key] }) {
				continue
			}
			names := map[string]string{}
			finder.find(sentence, names)
			for _, key := range sortedKeys(sentence, names) {
				if kindOf(key, abbr) == NamedOther {
					continue
				}
				r := Replacement{Name: names[key], Says: strings.TrimSpace(sentence), At: p.Address, Passages: holding(text, inDocument, groupKey(key, common)), Old: holding(old, inOld, groupKey(key, common))}
				if len(r.Passages) > 0 {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// holding lists the addresses of the passages that hold a name.
func holding(t *Text, names []map[string]string, key string) []string {
	var out []string
	for i := range names {
		if _, ok := names[i][key]; ok {
			out = append(out, t.Passages[i].Address)
		}
	}
	return out
}

// MarkStored sets of each name which of some titles, by what they are stored as, it is
// the name of: all its words stand in the title, two of them rare.
func MarkStored(names []Name, titles map[string]string, lang string) {
	s := words.NewStemmer(lang).Remembering()
	keys := make([]string, 0, len(titles))
	for t := range titles {
		keys = append(keys, t)
	}
	slices.Sort(keys)
	for i := range names {
		want := strings.Fields(names[i].Key)
		if len(want) < 2 {
			continue
		}
		for _, title := range keys {
			have := map[string]bool{}
			for _, w := range stems(s, title) {
				have[w.key] = true
			}
			missing := slices.ContainsFunc(want, func(k string) bool { return !have[k] })
			if !missing && names[i].Kind != NamedOther {
				names[i].Stored = append(names[i].Stored, titles[title])
			}
		}
	}
}
