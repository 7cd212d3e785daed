package textdiff

// polish makes a shortest script readable.
func polish(a, b *ink, hunks []hunk) []hunk {
	return hunks
}
