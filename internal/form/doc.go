// Package form holds the agenda as a form that comes back: a member who has neither the
// program nor its pages fills in boxes, and the form is read again.
//
// A [Form] is composed here ([New]) and written by the renderers of its formats: a Word
// file, a workbook, a page. [Read] takes what came back, whatever program saved it
// meanwhile.
//
// # How a row is found again
//
// The first cell of each row is its code: the provision's address and the beginning of
// the digest of its words, «3.11/p2 a1b2c3d4e5f6». Behind it stand the words, a box for
// each verdict in the order of [Boxes], and the note. The form's own code, «conceptdiff
// form 1 LABEL SOURCE», stands in a row with the member's name. So rows may be sorted,
// moved to another table or left out, headings may be in any language, and a row whose
// words have changed since is noticed.
//
// In a box everything but an empty box counts as a cross.
package form
