// Package outline makes the tree of provisions of a text's blocks: which component
// a block belongs to, and which provision it stands below.
//
// [Build] does it in these steps:
//
//	cutApparatus     the lists that a state register puts behind an act become
//	                 components of their own: sources, amendments
//	attachEndnotes   what an endnote says stands with the provision it is about
//	splitCompound    «§ 3. (1) Text» is two provisions
//	splitComponents  an act before a stamp of approval, the text, its annexes
//	findHeadings     headings without a number, in their levels
//	component        places the blocks, one after the other
//
// Blocks are placed below a stack of open provisions. A label closes what cannot
// hold it and opens its own level:
//
//	block        stack after it
//	Chapter 1    chapter 1
//	Article 1    chapter 1 · article 1
//	1.           chapter 1 · article 1 · 1
//	(a)          chapter 1 · article 1 · 1 · (a)
//	2.           chapter 1 · article 1 · 2
//	Article 2    chapter 1 · article 2
//
// In this order: a label with a word stands by the rank of its family; a dotted
// number below the open number that has most of it; any other one continues the
// innermost open sequence that it can, or opens a new one. What has no label is a
// heading, a paragraph, an item or a signature.
//
// Words used here: a family is labels of one shape that run through the text; a
// group (chapter, part) holds clauses without prefixing their numbers; a component
// numbers by itself. Nothing is refused: what is out of order is kept where it
// stands, with a warning.
package outline
