// Package postings is an index of places by number: of the clauses that hold a
// feature, of the sentences that hold a word. It is made once and does not change.
package postings

// Index lists places by number.
type Index struct {
	start  []int32 // by number: where its places start
	places []int32
}

// New makes an index of numbers below size. It goes twice through what each
// adds, once to count.
func New(size int, each func(add func(number uint32, place int))) *Index {
	x := &Index{start: make([]int32, size+2)}
	counts := x.start[2:]
	each(func(number uint32, _ int) { counts[number]++ })
	for i := 1; i < len(x.start); i++ {
		x.start[i] += x.start[i-1]
	}
	x.places = make([]int32, x.start[len(x.start)-1])
	ends := x.start[1:] // each starts where its places start, and grows to where they end
	each(func(number uint32, place int) {
		x.places[ends[number]] = int32(place)
		ends[number]++
	})
	return x
}

// Of lists the places of a number in the order in which they were added.
func (x *Index) Of(number uint32) []int32 {
	if int(number)+1 >= len(x.start) {
		return nil
	}
	return x.places[x.start[number]:x.start[number+1]]
}
