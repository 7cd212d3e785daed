package textdiff

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// TestMeasure prints what polishing costs on real revisions: the words deleted
// and inserted by a plain word diff and by ours, and how many islands of at most
// two words stand between two edits. It fails when ours needs a tenth more.
func TestMeasure(t *testing.T) {
	sets, _ := filepath.Glob("../../../shared/alignment/*/old.txt")
	if len(sets) == 0 {
		t.Skip("../shared/alignment is not there")
	}
	var total cost
	for _, path := range sets {
		c := measure(t, path, filepath.Join(filepath.Dir(path), "new.txt"))
		c.log(t, filepath.Base(filepath.Dir(path)))
		total.add(c)
	}
	total.log(t, "all")
	if float64(total.ours) > 1.1*float64(total.plain) {
		t.Errorf("words deleted and inserted: %d, more than a tenth above the plain word diff's %d", total.ours, total.plain)
	}
}

// cost is what the diffs of some pairs of paragraphs need.
type cost struct{ pairs, words, plain, ours, plainIslands, islands int }

func (c *cost) add(d cost) {
	c.pairs += d.pairs
	c.words += d.words
	c.plain += d.plain
	c.ours += d.ours
	c.plainIslands += d.plainIslands
	c.islands += d.islands
}

func (c cost) log(t *testing.T, name string) {
	t.Logf("%-16s %5d pairs, %6d words: plain %6d, ours %6d (%+.1f %%); islands %5d, ours %5d",
		name, c.pairs, c.words, c.plain, c.ours, 100*(float64(c.ours)/float64(max(c.plain, 1))-1), c.plainIslands, c.islands)
}

func measure(t *testing.T, oldPath, newPath string) cost {
	t.Helper()
	l := NewLexicon("")
	var c cost
	for _, pair := range similarParagraphs(l, readParagraphs(t, l, oldPath), readParagraphs(t, l, newPath)) {
		a, b := l.nonSpace(pair[0]), l.nonSpace(pair[1])
		var al aligner
		plain := al.hunks(a, b, l.Size())
		if len(plain) == 0 {
			continue
		}
		c.pairs++
		c.words += Words(pair[0]) + Words(pair[1])
		c.plain += plainCost(pair[0], pair[1])
		c.plainIslands += islands(a, plain)
		p := polisher{a: a, b: b}
		ours := p.all(plain)
		for _, h := range ours {
			c.ours += p.size(h)
		}
		c.islands += islands(a, ours)
	}
	return c
}

// plainCost is the exact minimum of words deleted and inserted.
func plainCost(old, new []Token) int {
	var a, b []uint32
	for _, t := range old {
		if t.IsWord() {
			a = append(a, t.ID)
		}
	}
	for _, t := range new {
		if t.IsWord() {
			b = append(b, t.ID)
		}
	}
	return len(a) + len(b) - 2*lcs(a, b)
}

// lcs is the length of a longest common subsequence, by the textbook.
func lcs(a, b []uint32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			next := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(next, row[j])
			}
			diagonal = next
		}
	}
	return row[len(b)]
}

func islands(a *nonSpace, hunks []hunk) int {
	n := 0
	for i := 1; i < len(hunks); i++ {
		if a.words(hunks[i-1].a1, hunks[i].a0) <= 2 {
			n++
		}
	}
	return n
}

func readParagraphs(t *testing.T, l *Lexicon, path string) [][]Token {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]Token
	for _, line := range strings.Split(string(raw), "\n") {
		if tokens := l.Tokens(strings.TrimSpace(line)); Words(tokens) >= 6 {
			out = append(out, tokens)
		}
	}
	return out
}

// similarParagraphs pairs each old paragraph with the new one that shares most
// of its rarer words with it, if that is a third of them.
func similarParagraphs(l *Lexicon, old, new [][]Token) [][2][]Token {
	index := make(map[uint32][]int)
	bags := make([]map[uint32]bool, len(new))
	bag := func(tokens []Token) map[uint32]bool {
		m := make(map[uint32]bool)
		for _, t := range tokens {
			if t.IsWord() && !l.IsWeak(t.Fold()) {
				m[t.Fold()] = true
			}
		}
		return m
	}
	for j, tokens := range new {
		bags[j] = bag(tokens)
		for id := range bags[j] {
			index[id] = append(index[id], j)
		}
	}
	var out [][2][]Token
	for _, tokens := range old {
		words := bag(tokens)
		common := make(map[int]int)
		for id := range words {
			if len(index[id]) <= 200 {
				for _, j := range index[id] {
					common[j]++
				}
			}
		}
		best, score := -1, 0.33
		var js []int
		for j := range common {
			js = append(js, j)
		}
		sort.Ints(js)
		for _, j := range js {
			if s := float64(common[j]) / float64(len(words)+len(bags[j])-common[j]); s > score {
				best, score = j, s
			}
		}
		if best >= 0 {
			out = append(out, [2][]Token{tokens, new[best]})
		}
	}
	return out
}
