// Package svg draws what went where: a flow of words between the sections of two
// texts, and how much of each clause changed.
//
// flow.go lays out the streams (pixels; one scale for both sides), draw.go draws them,
// heat.go draws both texts as rows of cells, words.go says either in words, for whoever
// does not see it. The width of letters is estimated on the wide side (letters.go),
// since no font is at hand. The same pictures stand in pages, whose style sheet colours
// them.
package svg
