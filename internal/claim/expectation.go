package claim

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/words"
)

// Standing says how far a new revision does what was expected of it.
type Standing string

// The standings of an expectation.
const (
	Met       Standing = "as expected"
	Touched   Standing = "in part" // an addition that is only mentioned; a removal of which something still stands
	NotMet    Standing = "not as expected"
	NotJudged Standing = "not judged" // the claim names nothing that could be looked for
)

// The rules that decide on an expectation. In brackets what the arguments are.
const (
	WhyNoProvision   compare.Code = "expected-no-provision"
	WhyNoneSaysSo    compare.Code = "expected-none-says-so" // [provisions]
	WhyAllStand      compare.Code = "expected-all-stand"    // [provisions]
	WhySomeStand     compare.Code = "expected-some-stand"   // [provisions; word for word; in other words or in part; no longer said]
	WhyElsewhere     compare.Code = "expected-elsewhere"    // [provisions; passages of the new text]
	WhyAllChanged    compare.Code = "expected-all-changed"  // [provisions]
	WhySomeChanged   compare.Code = "expected-some-changed" // [provisions; changed or removed]
	WhyNoSubject     compare.Code = "expected-no-subject"
	WhyNotNamed      compare.Code = "expected-not-named"
	WhyHeadingNames  compare.Code = "expected-heading-names" // [clause]
	WhyMostSpeaks    compare.Code = "expected-most-speaks"   // [clause]
	WhyOnlyMentioned compare.Code = "expected-only-mentioned"
)

func because(code compare.Code, args ...any) compare.Ground {
	return compare.Ground{Code: code, Args: args}
}

// Expectation is a claim that says [Expected] and what the new revision did.
type Expectation struct {
	Claim    *Claim
	Standing Standing
	// Shown are, for an addition, the new passages that speak of it; for a removal,
	// those in which its subject is recognised though no tied provision came there.
	Shown []Showing
	// Flags are, for a removal or an amendment, the provisions it is about, with
	// treatments.
	Flags []Flag
	Why   compare.Ground // the rule that decided
}

// Showing is a passage of the new revision that speaks of what was expected, in
// words that the old revision did not have there.
type Showing struct {
	Clause    string // address in the new revision
	Provision string // address down to paragraph and item
	Heading   bool   // the passage is a clause's heading
	Text      string // the sentence or heading
	Words     []string
}

// Expectations says for every claim of the sources that expects something what
// became of it in c, in the order of the sources and claims given.
//
// An addition is met when a new heading names its subject, or when at least two
// sentences, and half of those, of a new clause do; touched when other new words
// do; else not met. Words count as new when they are inserted and the clause
// they stand in did not say the same before.
//
// A removal is met when of the provisions that the claim's subjects and
// citations tie none still says it, and nothing else in the new text does; not met
// when every one stands as it did, and else touched. An amendment is met when every
// one of them reads otherwise or is gone, not met when none does, and else touched.
func Expectations(c *compare.Comparison, sources []*Source) []Expectation {
	return newTracer(c).expectations(sources, newRecogniser())
}

func (t *tracer) expectations(sources []*Source, rec *recogniser) []Expectation {
	g := newFlagger(t.c.Old, t.old, sources, rec)
	var out []Expectation
	for _, src := range sources {
		for _, cl := range src.Claims {
			switch cl.Expects {
			case ExpectsRemoval:
				e := removalOf(cl, t.against(g.flagsOf(cl), rec))
				t.lookElsewhere(&e, rec)
				out = append(out, e)
			case ExpectsAmendment:
				out = append(out, amendmentOf(cl, t.against(g.flagsOf(cl), rec)))
			case ExpectsAddition:
				out = append(out, t.additionOf(cl, rec))
			}
		}
	}
	return out
}

// removalOf judges by the treatments of the claim's own flags.
func removalOf(cl *Claim, flags []Flag) Expectation {
	e := Expectation{Claim: cl, Flags: flags}
	same, still := 0, 0
	for _, f := range e.Flags {
		switch {
		case f.Treatment == nil:
		case f.Treatment.Fate == CarriedOver || f.Treatment.Fate == Moved:
			same, still = same+1, still+1
		case f.Treatment.Stands(), f.Whole && f.Treatment.Fate == Amended:
			still++
		}
	}
	n := len(e.Flags)
	switch {
	case n == 0:
		e.Standing, e.Why = NotJudged, because(WhyNoProvision)
	case still == 0:
		e.Standing, e.Why = Met, because(WhyNoneSaysSo, n)
	case same == n:
		e.Standing, e.Why = NotMet, because(WhyAllStand, n)
	default:
		e.Standing, e.Why = Touched, because(WhySomeStand, n, same, still-same, n-still)
	}
	return e
}

// lookElsewhere looks for what should be gone in all of the new text.
func (t *tracer) lookElsewhere(e *Expectation, rec *recogniser) {
	told := make(map[string]bool)
	for _, f := range e.Flags {
		if f.Treatment != nil {
			for _, to := range f.Treatment.To {
				told[to] = true
			}
		}
	}
	for i := range t.new.units {
		u := &t.new.units[i]
		if told[u.provision.Address()] {
			continue
		}
		cut := u.sentences()
		for j := range cut {
			s := &cut[j]
			if said := unique(texts(s.text, rec.find(e.Claim.Subjects, s))); len(said) > 0 {
				e.Shown = append(e.Shown, Showing{u.clause.Address(), u.provision.Address(), s.heading, s.text, said})
			}
		}
	}
	if e.Standing == Met && len(e.Shown) > 0 {
		e.Standing, e.Why = Touched, because(WhyElsewhere, len(e.Flags), len(e.Shown))
	}
}

// amendmentOf judges by whether the claim's own provisions read otherwise.
func amendmentOf(cl *Claim, flags []Flag) Expectation {
	e := Expectation{Claim: cl, Flags: flags}
	changed := 0
	for _, f := range flags {
		if t := f.Treatment; t != nil && (t.Fate == Amended || t.Fate == Removed) {
			changed++
		}
	}
	switch n := len(flags); {
	case n == 0:
		e.Standing, e.Why = NotJudged, because(WhyNoProvision)
	case changed == n:
		e.Standing, e.Why = Met, because(WhyAllChanged, n)
	case changed == 0:
		e.Standing, e.Why = NotMet, because(WhyAllStand, n)
	default:
		e.Standing, e.Why = Touched, because(WhySomeChanged, n, changed)
	}
	return e
}

// additionOf judges by what the new words say.
func (t *tracer) additionOf(cl *Claim, rec *recogniser) Expectation {
	e := Expectation{Claim: cl, Standing: NotMet, Why: because(WhyNotNamed)}
	if len(cl.Subjects) == 0 {
		e.Standing, e.Why = NotJudged, because(WhyNoSubject)
		return e
	}
	for _, c := range t.c.NewClauses {
		tr := t.byNew[c.Pos]
		if tr == nil {
			continue
		}
		shown, sentences := tr.newlySaid(c.Address(), cl.Subjects, rec)
		if len(shown) == 0 {
			continue
		}
		e.Shown = append(e.Shown, shown...)
		switch {
		case e.Standing == Met:
		case shown[0].Heading:
			e.Standing, e.Why = Met, because(WhyHeadingNames, c.Address())
		case tr.change.Kind == compare.New && len(shown) >= 2 && 2*len(shown) >= sentences:
			e.Standing, e.Why = Met, because(WhyMostSpeaks, c.Address())
		default:
			e.Standing, e.Why = Touched, because(WhyOnlyMentioned)
		}
	}
	return e
}

// newlySaid lists the passages of a new clause in which a subject is recognised
// by new words, its heading first, and counts the clause's sentences.
func (tr *trace) newlySaid(address string, subjects []*Subject, rec *recogniser) (shown []Showing, sentences int) {
	before := tr.saidBefore(subjects, rec)
	for _, u := range tr.new {
		if u.clause.Address() != address {
			continue
		}
		cut := u.sentences()
		for j := range cut {
			s := &cut[j]
			if !s.heading {
				sentences++
			}
			var said []string
			for _, hit := range rec.find(subjects, s) {
				at := tr.newSpan(u, s).Start
				word := s.text[hit.Start:hit.End]
				if !before[digestOf(word).sum] && tr.inserted(words.Span{Start: at + hit.Start, End: at + hit.End}) {
					said = append(said, word)
				}
			}
			if len(said) > 0 {
				shown = append(shown, Showing{address, u.provision.Address(), s.heading, s.text, unique(said)})
			}
		}
	}
	return shown, sentences
}

// saidBefore collects the words by which the subject was recognised in the old
// text of the change, see [digest].
func (tr *trace) saidBefore(subjects []*Subject, rec *recogniser) map[uint64]bool {
	out := make(map[uint64]bool)
	for _, u := range tr.old {
		cut := u.sentences()
		for j := range cut {
			s := &cut[j]
			for _, said := range texts(s.text, rec.find(subjects, s)) {
				out[digestOf(said).sum] = true
			}
		}
	}
	return out
}

// inserted reports whether a word in a stretch of the new text was inserted.
func (tr *trace) inserted(s words.Span) bool {
	for _, p := range tr.pieces() {
		if p.edit.Op == compare.Insert && p.new.Start < s.End && s.Start < p.new.End {
			a, b := max(s.Start, p.new.Start)-p.new.Start, min(s.End, p.new.End)-p.new.Start
			if strings.TrimSpace(p.edit.New[a:b]) != "" {
				return true
			}
		}
	}
	return false
}
