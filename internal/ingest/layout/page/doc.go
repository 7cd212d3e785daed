// Package page makes blocks of the lines of drawn pages, of which more is known
// than of lines of text: where each begins and ends on the paper, how far it stands
// below the one before, how large its letters are.
package page
