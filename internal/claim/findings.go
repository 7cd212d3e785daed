package claim

import "conceptdiff/internal/compare"

// Findings are everything that the claims of some sources have to do with a
// comparison.
type Findings struct {
	Flags        []Flag // of c.Old, with treatments
	Unannounced  []Removal
	Expectations []Expectation
}

// Examine is [Flags], [Against], [Unannounced] and [Expectations] in one go, at
// a third of the cost.
func Examine(c *compare.Comparison, sources []*Source) Findings {
	t, rec := newTracer(c), newRecogniser()
	flags := t.against(newFlagger(c.Old, t.old, rec).flags(sources), rec)
	return Findings{flags, t.unannounced(flags), t.expectations(sources, rec)}
}
