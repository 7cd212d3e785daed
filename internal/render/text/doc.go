// Package text writes for a terminal: wrapped to its width, in one column or two,
// with colour if wanted. Whatever a colour says can be read without it.
package text
