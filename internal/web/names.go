package web

import (
	"fmt"
	"strings"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// clauseName is how a clause is called in a list: its number and its heading, or else
// its first words.
func clauseName(cl *revision.Clause) string {
	words := cl.Heading
	if words == "" && len(cl.Blocks) > 0 {
		words = phrase.Shorten(cl.Blocks[0].Text)
	}
	return strings.TrimSpace(cl.Num + " " + words)
}

// anchorOf is the fragment of a provision on the page of its text.
func anchorOf(address string) string { return plain.Anchor("at", address) }

// percent writes a part of one as a person reads it.
func percent(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }

// sameName reports whether a name was typed as another is stored.
func sameName(stored, typed string) bool {
	clean, err := review.CleanName(typed)
	return err == nil && clean == stored
}
