package claim

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Findings are everything that the claims of some sources have to do with a
// comparison.
type Findings struct {
	Flags        []Flag // of c.Old, with treatments
	Unannounced  []Removal
	Expectations []Expectation
	Echoes       []Echo // new clauses that speak of what a claim speaks of
	Elsewhere    []Elsewhere
}

// Elsewhere is a passage of a document around the revision in which the subject of a
// claim is recognised.
type Elsewhere struct {
	Document string // its key
	Gist     bool   // the passage is a summary in words of ours
	Flag            // Provision is the address of the passage
}

// Examine is [Flags], [Against], [Unannounced] and [Expectations] in one go, at
// a third of the cost.
func Examine(c *compare.Comparison, sources []*Source) Findings {
	return LookAhead(c.Old, sources).Examine(c)
}

// Outlook is what can be found out about flags before it is known what became of
// the revision. It is not for concurrent use.
type Outlook struct {
	sources []*Source
	flags   []Flag
	old     *side
	rec     *recogniser
}

// LookAhead ties the claims of the sources to the provisions of old, as [Flags]
// does, and makes its text ready to be followed.
func LookAhead(old *revision.Revision, sources []*Source) *Outlook {
	o := &Outlook{sources: sources, old: newSide(old.Clauses(), old.Language), rec: newRecogniser()}
	if o.flags = newFlagger(old, o.old, sources, o.rec).flags(); len(o.flags) > 0 {
		o.old.index()
	}
	return o
}

// Against returns the flags with the Treatment of each, as [Against] does. The
// comparison is one of the old revision.
func (o *Outlook) Against(c *compare.Comparison) []Flag {
	if len(o.flags) == 0 {
		return nil
	}
	return o.tracer(c).against(o.flags, o.rec)
}

// Examine returns what [Examine] does.
func (o *Outlook) Examine(c *compare.Comparison) Findings {
	t := o.tracer(c)
	flags := t.against(o.flags, o.rec)
	return Findings{Flags: flags, Unannounced: t.unannounced(flags), Expectations: t.expectations(o.sources, o.rec), Echoes: t.echoes(o.sources, o.rec)}
}

func (o *Outlook) tracer(c *compare.Comparison) *tracer {
	cutter := o.old.cutter
	if c.New.Language != c.Old.Language {
		cutter = words.NewCutter(c.New.Language)
	}
	return tracerOf(c, o.old, cutSide(c.NewClauses, cutter))
}
