// Package reference finds what a text cites of itself, and what stands behind
// each citation: «point (a) of Article 2(1)», «пунктами 1 и 3 статьи 12»,
// «bu Məcəllənin 12.2-ci maddəsinin ikinci hissəsi», «article 5, paragraphe 2».
//
// # Words
//
// A step is a unit word with its numbers: «Articles 5 to 7». A chain is a run of
// steps that name one provision: «paragraph 1» + «of Article 2». English, French
// and Russian go from the small to the large or, after a comma, from the large to
// the small; Azerbaijani from the large to the small, the number in front. The
// owner is the document that a chain is said to stand in: this one («of this Law»,
// «настоящего Кодекса», «bu Qanunun»), another («of Directive 2014/65/EU»), or none
// stated. A citation is one address that a chain names; a list or a range in it
// makes several.
//
//	«points (a) and (b) of Article 2(1) of this Law»
//	  └─ step: point a, b ┘ └ step: article 2.1 ┘ └ owner: own
//	  citations: 2.1.a, 2.1.b
//
// # Stages
//
//	text ─ lex ─▶ tokens ─ steps ─▶ chains ─ owner, join ─▶ citations ─ index.Resolve ─▶ provisions
//
// Lexing (token.go) keeps numbers whole: 12-1.3, 12(2)(a), 7¹, 12-ci. Steps (step.go)
// pair unit words (unit.go) with lists of numbers (number.go), ordinals in words
// among them (ordinal.go). Chains (chain.go) join steps; a chain that is only listed
// beside a fuller one («часть 1 и часть 2 статьи 12») takes over what the fuller one
// adds. Owners (owner.go) are read off what follows the chain or, in Azerbaijani,
// goes before it. Resolving (index.go, resolve.go) walks from the cited article down
// to the cited part, or from where the citation stands upwards («this Article»,
// «bu maddənin 2-ci hissəsi»), and counts unnumbered paragraphs where the text
// does.
//
// Check (check.go) lists what leads nowhere or elsewhere: a number that no
// provision bears, a heading in brackets that is another's, a term that is defined
// twice, or never used. What became wrong since an earlier revision, package
// compare says.
//
// # Sources
//
// The forms are those of legislative drafting: for the European Union the
// Interinstitutional Style Guide (references to articles, paragraphs and points),
// for the United Kingdom the Office of the Parliamentary Counsel's drafting guidance,
// for Russia and Azerbaijan the usage of the state registers.
//
// # Limits
//
// A number alone is a citation only with three parts or more (4.3.10). What a
// citation of another document means is not looked up. Whether a reference is meant
// as it stands, only a reader can tell.
package reference
