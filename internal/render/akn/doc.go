// Package akn writes a comparison as Akoma Ntoso 3.0, the new text with what was
// changed marked in it.
package akn
