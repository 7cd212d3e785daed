// Package figure reads what figures and numerals say, however a text writes them: an
// amount with marks between its thousands, a number in words, a Roman numeral, a date,
// a unit. Two ways of writing one value give one spelling; what nobody can tell apart
// (1.000 may be one or a thousand) stays as it is written.
//
// It knows no tokens and no context: where a number begins, and which words of a
// language are its numerals, package significance says.
package figure
