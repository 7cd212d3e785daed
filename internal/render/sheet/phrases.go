package sheet

import (
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
)

// phrases are those of every document, and what only this package says.
type phrases struct{ phrase.Phrases }

func in(o render.Options) phrases { return phrases{o.Phrases()} }
