package relate

import (
	"slices"
	"strings"

	"conceptdiff/internal/words"
)

// Relationship is what a document is to the revisions that it stands around.
type Relationship string

// Relationships are those there are.
var Relationships = []Relationship{"strategy", "description", "law", "report"}

// Document is a document around a revision: never a base, not in the list of revisions.
// Its text may be at hand, or only a record of it: for each passage a gist in our own
// words, and the facts in it.
type Document struct {
	Key      string // by which it is named, unique in a workspace
	Title    string
	Date     string // as exactly as it is known: 2017, 2011-05-07
	Relation Relationship
	Language string // BCP 47 tag
	Citation string
	SHA256   string // of the text as received, "" when nobody has said
	File     string // name of the text beside the record, "" when it is not there
	Passages []Passage
	Recorded bool // Passages are gists: the text is not at hand
}

// Text is what is related of the document.
func (d *Document) Text() *Text {
	return &Text{Key: d.Key, Language: d.Language, Passages: d.Passages}
}

// FromRecord gives passages read anew the addresses of a record of the same text: by
// the address where the record's facts stand there, else by the passage that holds most
// of the words of its gist and facts. The addresses of a record that lead nowhere any
// more are told.
func FromRecord(read []Passage, record []Passage, lang string) (lost []string) {
	if len(record) == 0 {
		return nil
	}
	s := words.NewStemmer(lang)
	for i := range record {
		r := &record[i]
		if slices.ContainsFunc(read, func(p Passage) bool { return p.Address == r.Address }) {
			continue
		}
		want := keysOf(s, r.Text+" "+strings.Join(r.Facts, " "))
		best, most := -1, 0
		for k := range read {
			if n := words.Shared(want, keysOf(s, read[k].Text)); n > most {
				best, most = k, n
			}
		}
		if best < 0 || most*2 < len(want) {
			lost = append(lost, r.Address)
		}
	}
	return lost
}

func keysOf(s words.Stemmer, text string) []string {
	var keys []string
	for _, w := range stems(s, text) {
		if !plainWords()[w.key] {
			keys = append(keys, w.key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
