// Package propose reads an article about a document and proposes a claims file: what
// the article quotes of the document, each passage with the stored sentence nearest to
// it; the sentences that say that something is done, over, denied or expected, each
// with who says so; and the words of those by which provisions could be recognised.
//
// It decides nothing. What a sentence says of which provision is left open in the
// file, which is refused until a person has filled it in. Every quotation is a slice of
// the article.
//
// The way through it: sentences ([piece]) are cut where quotation marks open and close
// (marks.go); those that the document itself is quoted in are matched with stored
// sentences (quoted.go); of the others those with a signal (signal.go) are statements,
// of the publication or, in quotation marks, of the speaker who was named last
// (speaker.go).
package propose
