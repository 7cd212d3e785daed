package review

import "conceptdiff/internal/compare"

// What a renderer says of a mark that was carried. In brackets what the arguments
// are.
const (
	// Why an outcome is as it is.
	WhySplit        compare.Code = "mark-split"           // [to]
	WhyMerged       compare.Code = "mark-merged"          // [from, to]
	WhyMoved        compare.Code = "mark-moved"           // [to]
	WhyMovedWith    compare.Code = "mark-moved-along"     // with its clause [to]
	WhyJoined       compare.Code = "mark-joined"          // [with, to]
	WhyWordsWent    compare.Code = "mark-words-went"      // [to]
	WhyWordsStand   compare.Code = "mark-words-stand"     // [to]
	WhyOnlyThere    compare.Code = "mark-words-only"      // [to]
	WhyClauseSplit  compare.Code = "mark-clause-split"    // [to]
	WhyClauseMerged compare.Code = "mark-clause-merged"   // [to]
	WhyUncertain    compare.Code = "mark-uncertain"       // and the basis of the pairing
	WhyUncertainOf  compare.Code = "mark-uncertain-above" // the same of its clause
	WhyLittleStands compare.Code = "mark-little-stands"
	WhyWordsGone    compare.Code = "mark-words-gone"
	WhyNoClause     compare.Code = "mark-no-clause"
	WhyNotInOld     compare.Code = "mark-not-in-old" // [label]
	WhyBound        compare.Code = "mark-bound"      // [member, reason]
	WhySettled      compare.Code = "mark-settled"    // [member, reason]
	WhyBoundAstray  compare.Code = "mark-bound-gone" // [member, address]

	// Why something may be what became of a provision.
	WhySomeStands compare.Code = "candidate-some-words"
	WhySimilar    compare.Code = "candidate-similar"

	// What the new revision did with what was decided.
	DidNeedsLook     compare.Code = "did-needs-look"
	DidGone          compare.Code = "did-gone"
	DidGoneUnamended compare.Code = "did-gone-unamended"
	DidSame          compare.Code = "did-same"
	DidSameStill     compare.Code = "did-same-as-before"
	DidStillSame     compare.Code = "did-still-same"
	DidAmended       compare.Code = "did-amended"
	DidFormOnly      compare.Code = "did-form-only"
	DidAmendedPart   compare.Code = "did-amended-part" // [per cent of the words that stand]
	DidStillPart     compare.Code = "did-still-part"   // [the same]
)

func because(code compare.Code, args ...any) compare.Ground {
	return compare.Ground{Code: code, Args: args}
}
