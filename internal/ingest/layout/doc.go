// Package layout makes blocks of the lines of a page: it takes out what belongs to
// the page and not to the text, finds how wide the page was, and says which lines
// make one paragraph.
package layout
