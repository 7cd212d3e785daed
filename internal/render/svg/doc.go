// Package svg draws what went where: a flow of words between the sections of two
// texts, and how much of each clause changed.
package svg
