package align

import "slices"

// sortNumbers sorts numbers with the help of buf, which is as long; the result is
// one of the two. It sorts by one byte after the other, the last first (radix
// sort): features are mostly below 2^16, so that this takes two or three turns.
func sortNumbers(numbers, buf []uint32) []uint32 {
	const few = 64
	if len(numbers) < few {
		slices.Sort(numbers)
		return numbers
	}
	most := slices.Max(numbers)
	for shift := 0; shift < 32 && most>>shift > 0; shift += 8 {
		var start [257]int // by byte: where the numbers with it go
		for _, n := range numbers {
			start[n>>shift&0xff+1]++
		}
		for b := 1; b < len(start); b++ {
			start[b] += start[b-1]
		}
		for _, n := range numbers {
			b := n >> shift & 0xff
			buf[start[b]] = n
			start[b]++
		}
		numbers, buf = buf, numbers
	}
	return numbers
}
