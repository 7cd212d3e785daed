// Package table composes the comparative table: the old text and one or several
// new ones beside it, clause by clause, with a note to each. [New] composes it, the
// formats draw it.
package table
