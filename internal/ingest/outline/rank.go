package outline

import "conceptdiff/internal/numbering"

// usualRanks are the grouping units, the widest first, as most texts nest them.
var usualRanks = []numbering.Unit{
	numbering.UnitBook, numbering.UnitPart, numbering.UnitSubpart, numbering.UnitTitle, numbering.UnitSubtitle,
	numbering.UnitDivision, numbering.UnitChapter, numbering.UnitSection, numbering.UnitSubsection,
}
