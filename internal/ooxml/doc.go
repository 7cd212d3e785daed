// Package ooxml writes and changes packages of Office Open XML (ECMA-376 part
// 2): ZIP archives of parts, each with a media type, that refer to each other by
// relationships.
//
// # Writing
//
// A [Package] is a main part, the parts that it refers to and the properties of
// the document. [Package.Write] declares the types, writes the relationships and
// packs all of it with one fixed time: the same parts give the same bytes. Text
// of any origin passes [Clean] and [Escape] on its way into a part.
//
// # Changing
//
// [Open] finds the parts of an existing file by its relationships, since
// programs name parts as they like. [Scan] reads a part into elements that know
// where in the part they stand, so that a change replaces some bytes and leaves
// all others; [Insert] adds elements behind those of a list. [Opened.Write]
// copies every part that was not changed, still compressed.
//
// What stands inside the parts of a Word document is written by package wordml.
package ooxml
