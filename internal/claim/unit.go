package claim

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// unit is a provision of a clause with text of its own, in sentences: what a
// flag, a removal or a showing is about.
type unit struct {
	clause    *revision.Clause
	provision *revision.Provision
	text      string
	sentences []sentence
}

// sentence is one sentence of a unit.
type sentence struct {
	text  string
	words []word // positions count from the sentence's first byte
	// Made when first asked for:
	wordKey     string
	tellingList []string
	at          int // first byte in the clause's text, see [revision.Clause.Text]
	heading     bool
}

// key is equal for sentences that have the same words in the same order.
func (s *sentence) key() string {
	if s.wordKey == "" {
		s.wordKey = wordKey(s.words)
	}
	return s.wordKey
}

// telling lists the sentence's telling words, sorted.
func (s *sentence) telling() []string {
	if s.tellingList == nil {
		s.tellingList = telling(s.words)
	}
	return s.tellingList
}

// unitsOf lists what a clause consists of, in order: its heading together with
// the text behind its number, each paragraph, each item.
func unitsOf(c *revision.Clause) []unit {
	var out []unit
	at := 0
	for _, b := range c.Blocks {
		if n := len(out); n == 0 || out[n-1].provision != b.Provision {
			out = append(out, unit{clause: c, provision: b.Provision, text: b.Text})
		} else {
			out[n-1].text += "\n" + b.Text
		}
		u := &out[len(out)-1]
		for _, s := range blockSentences(b) {
			text := b.Text[s.start:s.end]
			u.sentences = append(u.sentences, sentence{
				text: text, words: scan(text), at: at + s.start, heading: b.Kind == revision.BlockHeading,
			})
		}
		at += len(b.Text) + len("\n")
	}
	return out
}

// blockSentences takes a heading for one sentence, whatever stops it has.
func blockSentences(b revision.Block) []span {
	if b.Kind == revision.BlockHeading {
		return []span{{0, len(b.Text)}}
	}
	return sentences(b.Text)
}

// unitsOfAll lists the units of all clauses in document order.
func unitsOfAll(clauses []*revision.Clause) []unit {
	var out []unit
	for _, c := range clauses {
		out = append(out, unitsOf(c)...)
	}
	return out
}

func unitsByClause(clauses []*revision.Clause) map[*revision.Clause][]unit {
	out := make(map[*revision.Clause][]unit, len(clauses))
	for _, c := range clauses {
		out[c] = unitsOf(c)
	}
	return out
}

// gather lists the units of some clauses; their sentences are shared.
func gather(clauses []*revision.Clause, units map[*revision.Clause][]unit) []unit {
	var out []unit
	for _, c := range clauses {
		out = append(out, units[c]...)
	}
	return out
}

// below returns p and every provision below it.
func below(p *revision.Provision) map[*revision.Provision]bool {
	in := make(map[*revision.Provision]bool)
	p.Walk(func(q *revision.Provision) bool {
		in[q] = true
		return true
	})
	return in
}

// ownText is a provision's heading and text.
func ownText(p *revision.Provision) string {
	parts := slices.DeleteFunc([]string{p.Heading, p.Text}, func(s string) bool { return s == "" })
	return strings.Join(parts, "\n")
}
