// Package phrase says what a report holds, in one language: names of clauses,
// fates and reasons, the accounting, what sources and members say, how the
// comparison was made. Every format says the same sentences; the words stand in
// the catalogue of package message.
package phrase
