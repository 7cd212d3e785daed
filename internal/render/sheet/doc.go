// Package sheet composes the sheets of the committee: what was marked, what needs
// talking about, what became of marks, and which provisions sources speak of. A
// [Sheet] is a few facts and tables in one language, which each format writes as
// it is.
package sheet
