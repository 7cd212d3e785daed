package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Record is a set of entries in their one order, and the signatures under them.
// It does not change.
type Record struct {
	entries    []Entry
	index      map[string]int // place in entries by hash
	ranks      []string       // see [Assemble]
	tips       []Tip
	signatures []Signature
}

// Problem is something wrong with a record.
type Problem struct {
	Entry string // hash of the entry concerned, "" for none
	Seq   int
	What  string
}

func (p Problem) String() string {
	if p.Entry == "" {
		return p.What
	}
	return fmt.Sprintf("entry %d (%s): %s", p.Seq, Short(p.Entry), p.What)
}

// Short is the beginning of a hash, enough to tell it from others by eye.
func Short(hash string) string { return hash[:min(12, len(hash))] }

// Assemble puts entries and signatures in order, doubles once, and says what is
// wrong with them: an entry whose predecessors are missing or whose sequence does
// not fit them, a statement its author had no right to, a signature that does not
// fit. The record is usable all the same.
//
// The order: an entry ranks by its time, or by the latest time of any entry before
// it if that is later, since clocks can be wrong but knowledge cannot; then by
// sequence; then by hash. So whatever was written in knowledge of another entry
// comes after it, and the order of two entries does not depend on which others are
// there.
func Assemble(entries []Entry, signatures []Signature) (*Record, []Problem) {
	r := &Record{index: make(map[string]int, len(entries))}
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Hash, b.Hash))
	})
	sorted = slices.CompactFunc(sorted, func(a, b Entry) bool { return a.Hash == b.Hash })
	var problems []Problem
	// By sequence, entries come after those before them: ranks can be given.
	rank := make(map[string]string, len(sorted))
	for _, e := range sorted {
		rank[e.Hash] = e.stamp()
		for _, h := range e.Before {
			rank[e.Hash] = max(rank[e.Hash], rank[h])
		}
	}
	problems = append(problems, checkChain(sorted)...)
	slices.SortStableFunc(sorted, func(a, b Entry) int { return cmp.Compare(rank[a.Hash], rank[b.Hash]) })
	r.entries = sorted
	r.ranks = make([]string, len(sorted))
	named := make(map[string]bool, len(sorted))
	for i, e := range sorted {
		r.index[e.Hash], r.ranks[i] = i, rank[e.Hash]
		for _, h := range e.Before {
			named[h] = true
		}
	}
	for _, e := range sorted {
		if !named[e.Hash] {
			r.tips = append(r.tips, Tip{e.Hash, e.Seq})
		}
	}
	slices.SortFunc(r.tips, func(a, b Tip) int { return cmp.Compare(a.Hash, b.Hash) })
	problems = append(problems, r.checkRights()...)
	r.signatures = sortedSignatures(signatures)
	return r, append(problems, r.checkSignatures()...)
}

// With is the record with an entry at its end, as [Assemble] would make it. ok is false
// when the entry was not written in knowledge of the whole record, or there is something
// wrong with it.
func (r *Record) With(e Entry) (grown *Record, ok bool) {
	seq, rank := 1, e.stamp()
	if len(e.Before) != len(r.tips) || MayState(r.Members(), e.By, e.Says) != nil {
		return nil, false
	}
	for i, t := range r.tips { // both are sorted
		if e.Before[i] != t.Hash {
			return nil, false
		}
		seq, rank = max(seq, t.Seq+1), max(rank, r.Rank(t.Hash))
	}
	if e.Seq != seq {
		return nil, false
	}
	n := len(r.entries)
	grown = &Record{
		entries: append(r.entries[:n:n], e), ranks: append(r.ranks[:n:n], rank), index: maps.Clone(r.index),
		tips: []Tip{{e.Hash, e.Seq}}, signatures: r.signatures,
	}
	grown.index[e.Hash] = n
	return grown, true
}

// checkChain finds entries whose predecessors or sequence are wrong.
func checkChain(bySeq []Entry) []Problem {
	seq := make(map[string]int, len(bySeq))
	for _, e := range bySeq {
		seq[e.Hash] = e.Seq
	}
	var out []Problem
	for _, e := range bySeq {
		want := 1
		missing := false
		for _, h := range e.Before {
			n, ok := seq[h]
			if !ok {
				missing = true
				out = append(out, Problem{e.Hash, e.Seq, fmt.Sprintf("the entry before it, %s, is missing", Short(h))})
			}
			want = max(want, n+1)
		}
		if e.Seq != want && !missing {
			out = append(out, Problem{e.Hash, e.Seq, fmt.Sprintf("its sequence should be %d", want)})
		}
	}
	return out
}

// Entries lists the entries in the record's order.
func (r *Record) Entries() []Entry { return r.entries }

// Tips lists the entries that no other names, sorted by hash: one, unless copies
// were brought together and nothing was entered since. Together they vouch for the
// whole record.
func (r *Record) Tips() []Tip { return r.tips }

// Signatures lists the signatures, sorted.
func (r *Record) Signatures() []Signature { return r.signatures }

// Members lists all members, see [Members].
func (r *Record) Members() []Member { return Members(r.entries) }

// Find returns the entry with that hash, which may be shortened to what is unique
// in the record but not below 6 characters. ok is false when there is none or more
// than one.
func (r *Record) Find(hash string) (e Entry, ok bool) {
	if i, found := r.index[hash]; found {
		return r.entries[i], true
	}
	if len(hash) < 6 {
		return Entry{}, false
	}
	n := 0
	for _, x := range r.entries {
		if len(hash) <= len(x.Hash) && x.Hash[:len(hash)] == hash {
			e = x
			n++
		}
	}
	if n != 1 {
		return Entry{}, false
	}
	return e, true
}

// Rank is what the record's order goes by first: see [Assemble].
func (r *Record) Rank(hash string) string {
	if i, ok := r.index[hash]; ok {
		return r.ranks[i]
	}
	return ""
}

// Covered tells which entries one vouches for: itself and all that came before it
// in its writer's knowledge. The entry must be in the record.
func (r *Record) Covered(hash string) map[string]bool {
	seen := map[string]bool{}
	todo := []string{hash}
	for len(todo) > 0 {
		h := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		i, ok := r.index[h]
		if !ok || seen[h] {
			continue
		}
		seen[h] = true
		todo = append(todo, r.entries[i].Before...)
	}
	return seen
}

// Union is the record of all that either holds.
func (r *Record) Union(other *Record) (*Record, []Problem) {
	return Assemble(slices.Concat(r.entries, other.entries), slices.Concat(r.signatures, other.signatures))
}

// Has reports whether the entry with that hash is in the record.
func (r *Record) Has(hash string) bool {
	_, ok := r.index[hash]
	return ok
}
