// Package quote finds the words that a claims file quotes in the publication they
// are quoted from, to the letter, and says where they stand.
//
// What counts is every letter, mark and order of words. What does not is white
// space and which kind of quotation mark or apostrophe was typed. A quotation may
// leave words out: its parts, between which "[…]" stands, are found one after the
// other, within one paragraph or two neighbouring ones; what is joined from further
// apart is two quotations, and is found only when it is said to be joined.
//
// A [Pin] is where one part stands: "14:1-87", paragraph 14, characters 1 to 87.
// Pins let a file be checked against a copy of the publication that is not kept
// beside it: the same copy has the same words at the same places.
package quote
