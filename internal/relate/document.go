package relate

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
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

// Revision is the document as a text whose passages are its paragraphs, for whoever looks
// for something in the words of a revision.
func (d *Document) Revision() *revision.Revision {
	main := &revision.Provision{Kind: revision.KindComponent}
	for i := range d.Passages {
		p := &d.Passages[i]
		main.Children = append(main.Children, &revision.Provision{Kind: revision.KindParagraph, EID: p.Address, Text: p.Text})
	}
	return &revision.Revision{Meta: revision.Meta{Label: d.Key, Language: d.Language}, Components: []*revision.Provision{main}}
}

// Lost lists the addresses of a record that lead nowhere in its text as it was read: no
// passage has the address, and none holds most of the words of its gist and facts.
func Lost(read, record []Passage, lang string) (lost []string) {
	s := words.NewStemmer(lang)
	for i := range record {
		r := &record[i]
		if !slices.ContainsFunc(read, func(p Passage) bool { return p.Address == r.Address }) && likest(s, read, r.Text+" "+strings.Join(r.Facts, " ")) == nil {
			lost = append(lost, r.Address)
		}
	}
	return lost
}

// Again finds the passage of which something was said: at its address where it has the
// same words, or where the document is the same and one has its words and the other a
// gist; else where these words stand alone; else where most of them do. It is nil when
// none of that is so.
func (d *Document) Again(address, text string, same func(words string) bool, sameText bool) *Passage {
	var alone []*Passage
	for i := range d.Passages {
		p := &d.Passages[i]
		if same(p.Text) {
			if p.Address == address {
				return p
			}
			alone = append(alone, p)
		}
	}
	if len(alone) == 1 {
		return alone[0]
	}
	if p := d.Text().At(address); p != nil && sameText {
		return p
	}
	return likest(words.NewStemmer(d.Language), d.Passages, text)
}

// likest is the passage that holds the most words of a text, at least half of them; nil
// when none does.
func likest(s words.Stemmer, list []Passage, text string) *Passage {
	want := keysOf(s, text)
	best, most := -1, 0
	for k := range list {
		if n := words.Shared(want, keysOf(s, list[k].Text)); n > most {
			best, most = k, n
		}
	}
	if best < 0 || most*2 < len(want) {
		return nil
	}
	return &list[best]
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
