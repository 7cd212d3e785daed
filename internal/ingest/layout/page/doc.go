// Package page makes blocks of the lines of drawn pages, of which more is known than
// of lines of text: where each begins and ends on the paper, how far it stands below
// the one before, how large its letters are. Lengths are in points (1/72 inch) from
// the top left of the page, or where it is said in sizes of the type, so that one
// rule holds for small and large print.
//
// It gives back every line of the pages, in order, in a block, a note or the list of
// what was dropped. The steps are at [Document].
package page
