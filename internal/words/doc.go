// Package words is the one rule of what a word is, when two are the same, and
// where a sentence ends. Everything that compares, searches or counts words asks
// it; it knows no clauses and no revisions.
//
// # Cutting
//
// A [Lexicon] cuts texts into [Token] values: words (UAX #29), runs of spaces,
// line breaks and marks. Joined, the tokens of a text are the text, to the byte.
// Where words are searched for and their limits are enough, [Scan] and [Next]
// list them; those are the same words, parted once more at apostrophes and inside
// numbers.
//
//	text      Maddә 4.1. “Bu Qanun” …
//	tokens    Maddә| |4.1|.| |“|Bu| |Qanun|”| |…
//	scanned   maddə, 4, 1, bu, qanun
//
// # Three degrees of sameness
//
//	Text   the letters as typed; all that people are ever shown
//	ID     normalised: NFC, one shape for each sort of quotation mark, dash and
//	       space, nothing invisible. Tokens of one ID do not differ.
//	Fold   besides, in small letters, with one letter for I, İ, ı and i, е for ё
//	       and all letters of one script ([Folder]). Tokens of one Fold are one
//	       word, however it was typed; [Differ] says in what they differ.
//
// So «Mәcәllә» with the Cyrillic ә and «məcəllə» are two IDs and one Fold: a
// comparison shows that letters were changed, and knows that no word was.
//
// # Sentences
//
// [Lexicon.Sentences] finds them in tokens, a [Cutter] in a text, [EndsSentence]
// tells it of a line whose next one is not known. The rule, with its abbreviations
// in English, Azerbaijani, Russian, French and German, stands in sentence.go and
// abbreviations.go once.
//
// # Alike
//
// [Dice], [Contained] and [InOrder] measure how alike two lists of words are;
// [SameStem] tells the forms of a word.
//
// # Speed
//
// Cutting is what every byte of a text passes through. Plain words and spaces are
// cut by a table of bytes, the rest by the tables of UAX #29 (segment.go); each
// distinct word is looked at once, when the lexicon first meets it. Folding a word
// therefore costs nothing per token.
package words
