// Package significance says whether a change can matter in substance, and why.
//
// It reads the runs of a change: words kept, deleted, inserted, moved. A passage
// is a place at which the texts differ, between two runs that were kept.
//
//	kept          passage 0       kept     passage 1       kept
//	The owner ─┬─ shall ─┬─ repair the ─┬─ wall ────┬─ in ┬─ 5 ──┬─ days
//	           └─ may ───┘              └─ walls ───┘     └─ 10 ─┘
//
//	modality: shall → may; number: 5 → 10; wording
//
// First each passage is tried for a change of form (form.go): punctuation,
// spacing, breaks, capitals, spelling. What differs in more is looked through on
// both sides for what binds (find.go, reference.go, name.go): modal verbs,
// negations, references, dates, numbers, names. What one side of a passage says
// and the other does not is entered in a book, one a sort; only when all passages
// are read are the books reported (passages.go), so that a word that left one
// passage and came back in the next has not changed. A passage with words that no
// reason accounts for gets a general one.
//
// What a language brings to this (its modal verbs, months, number words, ...)
// stands in one file a language.
//
// The judgement errs towards substance: editorial is a closed list.
package significance
