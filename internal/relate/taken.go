package relate

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Taken is words in a row that stand in both texts, small letters for capitals and the
// borders of paragraphs aside. What stands once in the old text and twice in the new is
// taken over twice, although it can only be moved once.
type Taken struct {
	Text     string // as it stands in the new text
	Words    int
	Old, New string // addresses of the provisions in which it begins
	// Inserted is true where the edits have most of its words as new: the old text has
	// them fewer times, and they can only be kept or moved once.
	Inserted bool
}

const (
	// takenWords is the least number of words in a row that are called taken over.
	takenWords = 8
	// placesTried is at how many places of the old text one row is looked at: one that
	// stands there more often is a formula.
	placesTried = 16
)

// takenOver lists the rows of [takenWords] words or more of the new text that stand in the
// old one, in the order of the new, and says how many words they are. Rows do not cross
// the borders of clauses.
func takenOver(c *compare.Comparison) (list []Taken, total int) {
	var old []*row
	at := map[string][]place{}
	for k, clause := range c.OldClauses {
		old = append(old, rowOf(clause))
		for i := range old[k].grams() {
			if gram := old[k].gram(i); len(at[gram]) < placesTried {
				at[gram] = append(at[gram], place{k, i})
			}
		}
	}
	inserted := insertedIn(c)
	for _, clause := range c.NewClauses {
		now := rowOf(clause)
		end := 0 // of what was told
		for i := 0; i < now.grams(); i++ {
			from, most := place{}, 0
			for _, p := range at[now.gram(i)] {
				n := takenWords
				for i+n < len(now.words) && p.word+n < len(old[p.clause].words) && now.words[i+n].fold == old[p.clause].words[p.word+n].fold {
					n++
				}
				alike := old[p.clause].words[p.word].heading == now.words[i].heading // of headings, headings
				if n > most || n == most && alike && old[from.clause].words[from.word].heading != now.words[i].heading {
					from, most = p, n
				}
			}
			if i+most <= end || most == 0 {
				continue
			}
			total += i + most - max(i, end)
			end = i + most
			isNew := now.inserted(clause, inserted, i, end)*2 > most
			list = append(list, Taken{now.text(i, end), most, old[from.clause].words[from.word].address, now.words[i].address, isNew})
			i = end - takenWords // another row may begin in the last words of this one
		}
	}
	return list, total
}

type place struct{ clause, word int }

// row is the words of a clause in order.
type row struct {
	words  []rowWord
	blocks []string // their texts
}

type rowWord struct {
	fold       string
	address    string
	heading    bool
	block      int
	start, end int
}

func rowOf(c *revision.Clause) *row {
	r := &row{}
	for i, b := range c.Blocks {
		r.blocks = append(r.blocks, b.Text)
		for _, w := range words.Scan(b.Text) {
			r.words = append(r.words, rowWord{w.Fold, b.Provision.Address(), b.Kind == revision.BlockHeading, i, w.Start, w.End})
		}
	}
	return r
}

// insertedIn lists what the edits of a comparison insert, by the line of the new text.
func insertedIn(c *compare.Comparison) map[*revision.Block][]words.Span {
	in := map[*revision.Block][]words.Span{}
	for i := range c.Changes {
		var line *revision.Block
		at := 0
		for part := range c.Changes[i].Parts() {
			if part.NewAt.Block != line {
				line, at = part.NewAt.Block, 0
			}
			if part.Op == compare.Insert && part.New != "" {
				in[line] = append(in[line], words.Span{Start: at, End: at + len(part.New)})
			}
			at += len(part.New)
		}
	}
	return in
}

// inserted counts the words of a row that are inserted.
func (r *row) inserted(c *revision.Clause, in map[*revision.Block][]words.Span, from, to int) int {
	n := 0
	for _, w := range r.words[from:to] {
		if slices.ContainsFunc(in[&c.Blocks[w.block]], func(s words.Span) bool { return s.Start <= w.start && w.end <= s.End }) {
			n++
		}
	}
	return n
}

// grams is at how many words a row of [takenWords] begins.
func (r *row) grams() int { return max(0, len(r.words)-takenWords+1) }

func (r *row) gram(i int) string {
	var b strings.Builder
	for _, w := range r.words[i : i+takenWords] {
		b.WriteString(w.fold)
		b.WriteByte(' ')
	}
	return b.String()
}

// text is what stands from one word to before another, paragraphs joined by a space.
func (r *row) text(from, to int) string {
	a, z := r.words[from], r.words[to-1]
	if a.block == z.block {
		return r.blocks[a.block][a.start:z.end]
	}
	out := []string{r.blocks[a.block][a.start:]}
	for k := a.block + 1; k < z.block; k++ {
		out = append(out, r.blocks[k])
	}
	return strings.Join(append(out, r.blocks[z.block][:z.end]), " ")
}
