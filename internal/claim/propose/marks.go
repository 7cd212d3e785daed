package propose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/words"
)

// text is an article cut into pieces.
type text struct {
	article Article
	quotes  [][]span       // by paragraph, what stands in quotation marks
	labels  map[int]string // by paragraph from 0, who speaks in an interview
	answers map[int]bool   // by paragraph from 0, those of a dialogue in which dashes part the turns
	pieces  []piece
}

// span is a stretch of a paragraph in bytes; block numbers the quotation it belongs to.
type span struct{ start, end, block int }

// piece is a sentence, or the part of one that stands in quotation marks or outside.
type piece struct {
	paragraph  int // from 1
	start, end int // bytes
	text       string
	quoted     bool
	block      int  // of the quotation, 0 outside
	document   bool // the document is quoted here
}

func newText(a Article, publisher string) *text {
	t := &text{article: a, quotes: quotations(a.Paragraphs), labels: labels(a.Paragraphs)}
	t.interview(publisher)
	t.dialogue()
	cutter := words.NewCutter(a.Language)
	for n, p := range a.Paragraphs {
		for _, s := range cutter.Sentences(nil, p) {
			t.cut(n, s.Start, s.End)
		}
	}
	return t
}

// label is what stands before the words of each who speaks in an interview: «Roe: …».
var label = lazy.Regexp(`^\s*(\p{Lu}[\pL.’'-]*(?:[ \x{a0}]\p{Lu}[\pL.’'-]*){0,2}):\s+\S`)

// labels finds the paragraphs of an interview: those that begin with a name that
// another begins with, too.
func labels(paragraphs []string) map[int]string {
	count := make(map[string]int)
	found := make(map[int]string)
	for n, p := range paragraphs {
		if m := label().FindStringSubmatch(p); m != nil {
			found[n] = m[1]
			count[m[1]]++
		}
	}
	for n, name := range found {
		if count[name] < 2 {
			delete(found, n)
		}
	}
	return found
}

// interview takes what stands behind a name for words of that person, but for those of
// the publication, which asks.
func (t *text) interview(publisher string) {
	asks := words.Set(publisher)
	block := t.lastBlock()
	for n, p := range t.article.Paragraphs {
		name, ok := t.labels[n]
		if !ok {
			continue
		}
		own := true
		for _, w := range words.Scan(name) {
			own = own && asks[w.Fold]
		}
		if own {
			delete(t.labels, n)
			continue
		}
		block++
		t.quotes[n] = []span{{strings.IndexByte(p, ':') + 1, len(p), block}}
	}
}

// leastTurns is how many paragraphs that a dash opens make a dialogue, where half of
// every second one asks; a list asks nothing.
const leastTurns = 4

// dialogue takes the answers of an interview in which a dash opens each turn for words of
// whoever is asked: of the turns that follow each other every second one, beginning with
// those of which more end in a question mark.
func (t *text) dialogue() {
	t.answers = make(map[int]bool)
	block := t.lastBlock()
	for from := 0; from < len(t.article.Paragraphs); {
		to := from
		asked := [2]int{}
		for to < len(t.article.Paragraphs) && strings.ContainsRune("–—-", firstRune(t.article.Paragraphs[to])) {
			if strings.HasSuffix(strings.TrimSpace(t.article.Paragraphs[to]), "?") {
				asked[(to-from)%2]++
			}
			to++
		}
		answer := 1
		if asked[1] > asked[0] {
			answer = 0
		}
		if to-from >= leastTurns && 4*asked[1-answer] >= to-from {
			for n := from + answer; n < to; n += 2 {
				p := t.article.Paragraphs[n]
				block++
				_, size := utf8.DecodeRuneInString(strings.TrimLeftFunc(p, unicode.IsSpace))
				t.quotes[n] = []span{{len(p) - len(strings.TrimLeftFunc(p, unicode.IsSpace)) + size, len(p), block}}
				t.answers[n] = true
			}
		}
		from = max(to, from+1)
	}
}

// lastBlock is the highest number of a quotation.
func (t *text) lastBlock() int {
	block := 0
	for _, spans := range t.quotes {
		for _, s := range spans {
			block = max(block, s.block)
		}
	}
	return block
}

// The least words of a part of a sentence that is looked at by itself; a quotation of
// fewer is a name or a manner of speaking, unless a colon leads it in.
const (
	leastQuoted  = 4
	leastOutside = 3
	leastWhole   = 2 // of a whole sentence, and of a quotation behind a colon
)

// cut takes a sentence apart where quotation marks open and close.
func (t *text) cut(n, start, end int) {
	at := start
	for _, q := range t.quotes[n] {
		a, b := max(q.start, start), min(q.end, end)
		least := leastQuoted
		if before := strings.TrimRight(t.article.Paragraphs[n][:a], "“«„‘\" \u00a0"); strings.HasSuffix(before, ":") {
			least = leastWhole
		}
		if a >= b || t.length(n, q.block) < least {
			continue
		}
		t.add(n, at, a, leastOutside, span{})
		t.add(n, a, b, 1, q)
		at = b
	}
	least := leastOutside
	if at == start {
		least = leastWhole
	}
	t.add(n, at, end, least, span{})
}

// length counts the words that a paragraph has of a quotation.
func (t *text) length(n, block int) int {
	sum := 0
	for _, q := range t.quotes[n] {
		if q.block == block {
			sum += len(words.Scan(t.article.Paragraphs[n][q.start:q.end]))
		}
	}
	return sum
}

// add takes a stretch of a paragraph that has at least so many words.
func (t *text) add(n, start, end, least int, in span) {
	p := t.article.Paragraphs[n]
	if start >= end || len(words.Scan(p[start:end])) < least {
		return
	}
	for start < end && isEdge(p[start:]) {
		_, size := utf8.DecodeRuneInString(p[start:])
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(p[start:end])
		if !unicode.IsSpace(r) && !strings.ContainsRune("“”«»„‘’\"–—", r) {
			break
		}
		if r == '”' || r == '»' || r == '"' || r == '’' { // one that closes what opens in this piece stays
			if strings.ContainsAny(p[start:end-size], "“«‘\"") {
				break
			}
		}
		end -= size
	}
	t.pieces = append(t.pieces, piece{paragraph: n + 1, start: start, end: end, text: p[start:end], quoted: in.block > 0, block: in.block})
}

// isEdge reports whether a text begins with what stands before a sentence's words.
func isEdge(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if r == '"' { // one that closes what stands before
		next, _ := utf8.DecodeRuneInString(s[size:])
		return unicode.IsSpace(next) || unicode.IsPunct(next)
	}
	return unicode.IsSpace(r) || strings.ContainsRune("”»–—,;:", r)
}

// closers are the marks that close what each opens.
var closers = map[rune]string{'‘': "’", '“': "”", '«': "»", '„': "“”", '"': "\""}

// quotations finds what stands in quotation marks, in each paragraph. Marks inside of
// a quotation are part of it. One that is not closed in its paragraph goes on where a
// later paragraph closes it; an unclosed straight mark counts for nothing.
func quotations(paragraphs []string) [][]span {
	out := make([][]span, len(paragraphs))
	block := 0
	var open rune
	for n, p := range paragraphs {
		start, nested := 0, 0
		if open != 0 && strings.ContainsRune("“«„", firstRune(p)) {
			start = len(string(firstRune(p))) // each paragraph opens the quotation again
		}
		for i, r := range p {
			switch {
			case open == 0 && opens(p, i, r):
				block++
				open, start, nested = r, i+utf8.RuneLen(r), 0
			case open == 0 || i < start:
			case r == open && r != '"' && opens(p, i, r):
				nested++
			case strings.ContainsRune(closers[open], r) && closes(p, i, r):
				if nested > 0 {
					nested--
					continue
				}
				out[n] = append(out[n], parted(p, span{start, i, block})...)
				open = 0
			}
		}
		if open == 0 {
			out[n] = append(out[n], dashed(p, len(out[n]) > 0, &block)...)
			continue
		}
		if open == '"' || open == '‘' || !closesLater(paragraphs[n+1:], open) {
			open = 0
			continue
		}
		out[n] = append(out[n], span{start, len(p), block})
	}
	return out
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return r
}

func opens(p string, i int, r rune) bool {
	if _, ok := closers[r]; !ok {
		return false
	}
	if r != '"' && r != '‘' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(p[:i])
	after, _ := utf8.DecodeRuneInString(p[i+utf8.RuneLen(r):])
	return (i == 0 || unicode.IsSpace(before) || strings.ContainsRune("(–—-", before)) && !unicode.IsSpace(after)
}

func closes(p string, i int, r rune) bool {
	if r != '"' && r != '’' {
		return true
	}
	after, size := utf8.DecodeRuneInString(p[i+utf8.RuneLen(r):])
	before, _ := utf8.DecodeLastRuneInString(p[:i])
	return !unicode.IsSpace(before) && (size == 0 || !unicode.IsLetter(after) && !unicode.IsDigit(after))
}

// mostParagraphs is how far a quotation may go on.
const mostParagraphs = 12

func closesLater(paragraphs []string, open rune) bool {
	for _, p := range paragraphs[:min(len(paragraphs), mostParagraphs)] {
		for i, r := range p {
			switch {
			case r == open && i > 0:
				return false
			case strings.ContainsRune(closers[open], r):
				return true
			}
		}
	}
	return false
}

// dashes lists where a dash stands behind a mark and a space: there the words of the
// speaker and those of the author change.
func dashes(p string, start, end int) []int {
	var cuts []int
	for i := start; i < end; i++ {
		if r, _ := utf8.DecodeRuneInString(p[i:]); !strings.ContainsRune("–—-", r) || r == utf8.RuneError {
			continue
		}
		before := strings.TrimRight(p[start:i], " \u00a0")
		if before != p[start:i] && before != "" && (strings.ContainsAny(before[len(before)-1:], ",.!?") || strings.HasSuffix(before, "…")) {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// parted takes the words of the author out of a quotation: «Всё решено, — сказал он. —
// Вода вернулась».
func parted(p string, q span) []span {
	cuts := dashes(p, q.start, q.end)
	if len(cuts) == 0 {
		return []span{q}
	}
	end := q.end
	if len(cuts) > 1 {
		end = cuts[1]
	}
	if !speaks(p[cuts[0]:end]) {
		return []span{q}
	}
	out := []span{{q.start, cuts[0], q.block}}
	if end < q.end {
		_, size := utf8.DecodeRuneInString(p[end:])
		out = append(out, span{end + size, q.end, q.block})
	}
	return out
}

// dashed finds direct speech that a dash opens, as Russian and Azerbaijani texts write
// it: «– Вода вернулась, – сказал он. – Все рады.» A dash alone opens a list as well,
// so only a paragraph in which a verb of speaking stands between dashes has any.
func dashed(p string, marked bool, block *int) []span {
	trimmed := strings.TrimLeftFunc(p, unicode.IsSpace)
	if marked || !strings.ContainsRune("–—-", firstRune(trimmed)) {
		return nil
	}
	first := len(p) - len(trimmed)
	cuts := dashes(p, first+1, len(p))
	if len(cuts) == 0 {
		return nil
	}
	bounds := append(append([]int{first}, cuts...), len(p))
	var out []span
	*block++
	said := false
	for k := 0; k+1 < len(bounds); k++ {
		_, size := utf8.DecodeRuneInString(p[bounds[k]:])
		part := p[bounds[k]+size : bounds[k+1]]
		if k%2 == 1 && speaks(part) {
			said = true
			continue
		}
		out = append(out, span{bounds[k] + size, bounds[k+1], *block})
	}
	if !said {
		return nil
	}
	return out
}
