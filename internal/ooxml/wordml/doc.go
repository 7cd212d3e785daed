// Package wordml writes what stands inside the parts of a Word document
// (WordprocessingML, ECMA-376 part 1): paragraphs, runs, fields, styles. All
// Word files that we write are made with it.
//
// A [Writer] holds no state beside its bytes: who opens an element closes it.
package wordml
