package sheet

import (
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// phrases are those of every document, and what only this package says, as methods
// beside them.
type phrases struct{ phrase.Phrases }

// in are the phrases of the language asked for, which call the clauses of texts by the
// names that are printed on them.
func in(o render.Options, texts ...*revision.Revision) phrases {
	return phrases{o.Phrases().Naming(texts...)}
}
