// Package markdown makes blocks of Markdown that any program wrote: CommonMark with
// tables, footnotes and struck-out words, parsed by goldmark. What a page would show
// is the text, with two exceptions: numbers of lists are those of the source, and
// lines of its code and HTML are paragraphs.
//
// The work before the parser is to keep it from losing text (definition) and from
// taking too long over a file made to do harm (measure). Then a file a construct:
// list, footnote, inline, and points for lettered lines, which Markdown runs
// together.
package markdown
