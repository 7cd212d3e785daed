package search

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/words"
)

// Indexed is a text as it is searched: what [Build] made of it, read part by part.
type Indexed struct {
	Kind  string // "revision", "document" or "source"
	Gists bool   // its passages are summaries in words of ours
	// Part reads a part; it is called side by side. Part 0 is read by every search, another
	// where it has a hit.
	Part func(int) ([]byte, error)
}

// Of is a text whose index is kept nowhere.
func Of(kind string, t *relate.Text) Indexed {
	parts := Build(t)
	return Indexed{Kind: kind, Part: func(i int) ([]byte, error) { return parts[i], nil }}
}

// ErrIndex says that bytes are no index that this program made.
var ErrIndex = errors.New("what a text is searched by cannot be read")

// partSize is from how many bytes of text on a part is full.
const partSize = 32 << 10

// Build makes what a text is searched by: in part 0 its words, each with the passages and
// the places in them where it stands; in the others its passages in order.
//
// Part 0 holds key and language; of each passage how many bytes its text has and whether
// it is a heading; with which passage each further part begins; the words, sorted by
// stem, then as they stand, with where each has its postings; the postings. All numbers
// are unsigned varints, but for the table that finds the n-th word, which is of four bytes
// each.
func Build(t *relate.Text) [][]byte {
	var passages, starts, text []byte
	parts := [][]byte{nil}
	full := func() {
		parts = append(parts, text)
		text = nil
	}
	count := 0
	lists := map[string]*posting{}
	for i := range t.Passages {
		p := &t.Passages[i]
		title := 0
		if p.Title {
			title = 1
		}
		passages = binary.AppendUvarint(passages, uint64(len(p.Text)<<1|title))
		if len(text) == 0 {
			starts = binary.AppendUvarint(starts, uint64(i))
			count++
		}
		for _, s := range []string{p.Address, p.Clause, p.Text} {
			text = appendString(text, s)
		}
		if len(text) >= partSize {
			full()
		}
		for n, w := range words.Scan(p.Text) {
			l := lists[w.Fold]
			if l == nil {
				l = &posting{}
				lists[w.Fold] = l
			}
			l.add(i, n)
		}
	}
	if len(text) > 0 {
		full()
	}
	head := appendString(appendString(nil, t.Key), t.Language)
	head = append(binary.AppendUvarint(head, uint64(len(t.Passages))), passages...)
	head = append(binary.AppendUvarint(head, uint64(count)), starts...)
	parts[0] = appendWords(head, words.NewStemmer(t.Language), lists)
	return parts
}

// appendWords writes the words and where they stand.
func appendWords(out []byte, s words.Stemmer, lists map[string]*posting) []byte {
	type word struct{ stem, fold string }
	list := make([]word, 0, len(lists))
	for fold := range maps.Keys(lists) {
		list = append(list, word{s.Stem(fold), fold})
	}
	slices.SortFunc(list, func(a, b word) int { return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(a.fold, b.fold)) })
	var table, entries, postings []byte
	for _, w := range list {
		table = binary.LittleEndian.AppendUint32(table, uint32(len(entries)))
		entries = appendString(appendString(entries, w.stem), w.fold)
		entries = binary.AppendUvarint(entries, uint64(len(postings)))
		l := lists[w.fold].end()
		postings = append(binary.AppendUvarint(postings, uint64(len(l))), l...)
	}
	for _, block := range [][]byte{table, entries, postings} {
		out = append(binary.AppendUvarint(out, uint64(len(block))), block...)
	}
	return out
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// posting is where a word stands: of each passage the distance from the one before, how
// often, and the distances between the places, counted in words.
type posting struct {
	done     []byte
	passage  int
	last     int // passage that was written last
	times    int
	place    int
	distance []byte
}

func (l *posting) add(passage, place int) {
	if passage != l.passage && l.times > 0 {
		l.flush()
	}
	if l.times == 0 {
		l.passage, l.place = passage, 0
	}
	l.times++
	l.distance = binary.AppendUvarint(l.distance, uint64(place-l.place))
	l.place = place
}

func (l *posting) flush() {
	l.done = binary.AppendUvarint(l.done, uint64(l.passage-l.last))
	l.done = binary.AppendUvarint(l.done, uint64(l.times))
	l.done = append(l.done, l.distance...)
	l.last, l.times, l.distance = l.passage, 0, l.distance[:0]
}

func (l *posting) end() []byte {
	if l.times > 0 {
		l.flush()
	}
	return l.done
}

// index is part 0 as it is read.
type index struct {
	key, language            string
	passages                 []uint64 // bytes of the text, doubled, and 1 for a heading
	starts                   []int    // of each further part, its first passage
	table, entries, postings []byte
}

func open(data []byte) (*index, error) {
	r := reader{data: data}
	x := &index{key: r.text(), language: r.text()}
	for n := r.number(len(data)); n > 0 && !r.bad; n-- {
		x.passages = append(x.passages, r.uvarint())
	}
	for n := r.number(len(data)); n > 0 && !r.bad; n-- {
		x.starts = append(x.starts, r.number(len(x.passages)))
	}
	x.table, x.entries, x.postings = r.block(), r.block(), r.block()
	if r.bad || len(r.data) > 0 || len(x.table)%4 != 0 || !slices.IsSorted(x.starts) {
		return nil, ErrIndex
	}
	return x, nil
}

// words is how many words there are.
func (x *index) words() int { return len(x.table) / 4 }

// word is the n-th word, and where its postings are.
func (x *index) word(n int) (stem, fold, postings []byte, err error) {
	at := int(binary.LittleEndian.Uint32(x.table[4*n:]))
	if at > len(x.entries) {
		return nil, nil, nil, ErrIndex
	}
	r := reader{data: x.entries[at:]}
	stem, fold = r.block(), r.block()
	p := r.number(len(x.postings))
	if r.bad {
		return nil, nil, nil, ErrIndex
	}
	list := reader{data: x.postings[p:]}
	postings = list.block()
	if list.bad {
		return nil, nil, nil, ErrIndex
	}
	return stem, fold, postings, nil
}

// stand tells of each passage in postings its number and the places there.
func (x *index) stand(postings []byte, tell func(passage int, places []int)) error {
	r := reader{data: postings}
	passage := 0
	var places []int
	for len(r.data) > 0 && !r.bad {
		passage += r.number(len(x.passages))
		times := r.number(len(r.data))
		places = places[:0]
		at := 0
		for ; times > 0 && !r.bad; times-- {
			at += r.number(1 << 40)
			places = append(places, at)
		}
		if r.bad || passage >= len(x.passages) || len(places) == 0 {
			return ErrIndex
		}
		tell(passage, places)
	}
	return nil
}

// passage reads a passage out of the part that holds it.
func (x *index) passage(n int, part func(int) ([]byte, error)) (relate.Passage, error) {
	at, found := slices.BinarySearch(x.starts, n)
	if !found {
		at--
	}
	if at < 0 {
		return relate.Passage{}, ErrIndex
	}
	data, err := part(at + 1)
	if err != nil {
		return relate.Passage{}, err
	}
	r := reader{data: data}
	for range 3 * (n - x.starts[at]) {
		r.text()
	}
	p := relate.Passage{Address: r.text(), Clause: r.text(), Text: r.text(), Title: x.passages[n]&1 == 1}
	if r.bad {
		return relate.Passage{}, ErrIndex
	}
	return p, nil
}

// reader reads what was written; bad once that was not so.
type reader struct {
	data []byte
	bad  bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.bad, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// number is one that is at most so large.
func (r *reader) number(most int) int {
	v := r.uvarint()
	if v > uint64(most) {
		r.bad = true
		return 0
	}
	return int(v)
}

func (r *reader) block() []byte {
	n := r.number(len(r.data))
	if r.bad || n > len(r.data) {
		r.bad = true
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) text() string { return string(r.block()) }
