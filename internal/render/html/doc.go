// Package html writes pages that need no network and act without script: the
// comparison, the report, the comparative table and the committee's sheets.
// Templates hold the frame, an escaping writer of our own the rows of changes.
package html
