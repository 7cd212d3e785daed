package family

// How well readings of one shape run is what makes a family of them.

// The least that is asked of a family.
const (
	fewest     = 2   // members
	fewestCode = 3   // members of a family of codes
	inRun      = 0.8 // of the members follow the one before, or start again
	distinct   = 0.9 // of the codes stand once
)

// runs reports whether the counters of readings count: each comes right after the
// one before or starts again, and the first is a first.
func runs(members []reading) bool {
	if len(members) < fewest {
		return false
	}
	good, values := 0.0, map[int]bool{}
	last := 0
	for i, m := range members {
		v := m.count.val
		values[v] = true
		switch {
		case v <= 1, i > 0 && (v == last+1 || v == last):
			good++
		case i > 0 && v > last && v <= last+3:
			good += 0.5 // a repealed number lowers the evidence; it does not end the run
		}
		last = v
	}
	return len(values) >= fewest && members[0].count.val <= 1 && good >= inRun*float64(len(members))
}

// catalogue reports whether codes are those of a catalogue: nearly every one
// stands once, and they go up within their letters.
func catalogue(members []reading) bool {
	if len(members) < fewestCode {
		return false
	}
	seen := map[string]bool{}
	last := map[string][]string{}
	up, steps := 0, 0
	for _, m := range members {
		seen[m.label.Num] = true
		letters := m.parts[0]
		if before, ok := last[letters]; ok {
			steps++
			if less(before, m.parts) {
				up++
			}
		}
		last[letters] = m.parts
	}
	n := float64(len(members))
	return float64(len(seen)) >= distinct*n && float64(up) >= 0.7*float64(steps)
}

// less compares the parts of two codes, numbers by value.
func less(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		x, y := asciiDigits(a[i]), asciiDigits(b[i])
		if x == a[i] && y == b[i] {
			if len(x) != len(y) {
				return len(x) < len(y)
			}
			return x < y
		}
		return a[i] < b[i]
	}
	return len(a) < len(b)
}
