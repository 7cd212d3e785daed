// Package family finds the numbering of a text in the text itself.
//
// The grammars of package numbering judge one line: they know the words, signs and
// marks of many languages, and what they do not know is text to them. This package
// judges all lines together, and knows hardly a word. It rests on one observation:
// numbers count. What opens many lines in the same way and counts is numbering,
// whatever its words are.
//
//   - A reading is one way to understand how a line opens: words and a counter
//     («HLAVA II», «Line of Effort 1:»), a counter and a word («1. jagu»), an
//     ordinal beside a word («HLAVA PRVNÍ»), a code («AC-2(3)»), a code behind a
//     word («Rule: GM-0101;»), a character («第一条»). A line may have several.
//   - Readings with the same literal parts have one shape. They are a family when
//     they run: each counter comes right after the one before or starts again. A
//     gap lowers the evidence, it does not end the run. Codes are a family when
//     nearly each stands once and they go up within their letters.
//   - Of several readings of a line the one that explains most of it wins.
//
// [Order] then says which of the families of a text (those that the grammars read,
// those found here, and headings without a number) stands above which:
//
//	chapter 1                what starts again below a label stands below it;
//	  article 1              of two that both run on, the rarer one groups the
//	    (1)                  other (chapters, of articles numbered through);
//	    (2)                  what follows a heading directly stands below it;
//	  article 2              all labels of a family between two neighbours of
//	chapter 2                another stand inside the first of those.
//	  article 3
//
// What the tables know of two units is a prior: it decides where the text is
// silent, and the text needs two places to contradict it, one where the units are
// of neighbouring ranks.
package family
