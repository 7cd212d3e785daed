// Package html writes pages that need no network and act without script: the
// comparison, the report, the comparative table and the committee's sheets.
// Templates hold the frame, an escaping writer of our own the rows of changes.
//
// Package frame is what every page begins with. A report's parts are composed as trees
// (package compose) and written by section.go, as far as a tree says all that a page shows:
// the others have templates, for what is folded, stands beside it or leads to the full
// texts. Rows of changes (rows.go) go to the page in two columns and, hidden, in one, so
// that the reader can choose without script. Style and script are part of the page; its
// content policy names the script by its hash.
package html
