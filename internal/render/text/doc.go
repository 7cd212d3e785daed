// Package text writes for a terminal: wrapped to its width, in one column or two,
// with colour if wanted. Whatever a colour says can be read without it.
//
// document.go walks over a [model.Document], whose rows of changed text writer.go writes
// in one column or two; wrap.go breaks lines, a column a character; stat.go writes the
// figures with bars. Deleted and inserted words stand in marks of their own beside the
// colours.
package text
