package claim

import (
	"sync"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

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
	flags := t.against(newFlagger(c.Old, t.old, sources, rec).flags(), rec)
	return Findings{flags, t.unannounced(flags), t.expectations(sources, rec)}
}

// Outlook is what can be found out about flags while the comparison of two
// revisions is still being made.
type Outlook struct {
	flags    []Flag
	old, new *side
	rec      *recogniser
}

// LookAhead ties the claims of the sources to the provisions of old, as [Flags]
// does, and makes both texts ready to be followed.
func LookAhead(old, new *revision.Revision, sources []*Source) *Outlook {
	o := &Outlook{rec: newRecogniser()}
	if len(sources) == 0 {
		return o
	}
	o.old = newSide(old.Clauses())
	var indexed sync.WaitGroup
	indexed.Go(func() {
		o.new = newSide(new.Clauses())
		o.new.index()
		o.old.index()
	})
	o.flags = newFlagger(old, o.old, sources, o.rec).flags()
	indexed.Wait()
	return o
}

// Against returns the flags with the Treatment of each, as [Against] does. The
// comparison is that of the two revisions.
func (o *Outlook) Against(c *compare.Comparison) []Flag {
	if len(o.flags) == 0 {
		return nil
	}
	return tracerOf(c, o.old, o.new).against(o.flags, o.rec)
}
