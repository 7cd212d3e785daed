package html

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// What differs from page to page only by a figure (the length of a bar, the depth of an
// item, the height of a change) is a class of its own, so that no page needs a style
// attribute, which a strict content policy forbids.

// The bounds of the classes.
const (
	deepest = 6  // the depth from which items are set no deeper
	tallest = 30 // steps of [tall]
)

// wide is the class of what takes a part, 0 to 1, of the width around it. It is
// rounded to whole percents.
func wide(part float64) string {
	return "w-" + strconv.Itoa(int(math.Round(100*min(max(part, 0), 1))))
}

// tall is the class of what takes about so many pixels: each step is a fifth more.
// Never lower than the pixels, but for what is above the last step: 30 steps of a
// fifth lead from 140 to some 33,000.
func tall(pixels int) string {
	step := math.Ceil(math.Log(float64(max(pixels, lowest))/lowest) / math.Log(1.2))
	return "h-" + strconv.Itoa(min(int(step), tallest))
}

// lowest is the height of the first step, in pixels.
const lowest = 140

// measures are the rules of these classes.
var measures = sync.OnceValue(func() string {
	var b strings.Builder
	for n := range 101 {
		b.WriteString(".w-" + strconv.Itoa(n) + "{width:" + strconv.Itoa(n) + "%}")
	}
	for n := range tallest + 1 {
		b.WriteString(".h-" + strconv.Itoa(n) + "{--h:" + strconv.Itoa(int(lowest*math.Pow(1.2, float64(n)))) + "px}")
	}
	for n := 1; n <= deepest; n++ {
		b.WriteString(".in-" + strconv.Itoa(n) + "{--d:" + strconv.Itoa(n) + "}")
	}
	return b.String() + "\n"
})
