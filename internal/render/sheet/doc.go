// Package sheet composes the sheets of the committee and of those who look sources
// up: what was marked, what needs talking about, what became of marks, which
// provisions sources speak of, what documents say of the same. A [Sheet] is a few
// facts and tables in one language, which each format writes as it is.
//
// A function a sheet: it takes values that others made, asks for phrases, and fills
// rows. Tables for people leave out empty columns; what a program reads is the wire
// value beside them, from package json, with all fields. Cells are foreign text and
// made safe by each format.
package sheet
