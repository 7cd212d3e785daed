package textdiff

// differ holds what one diff works with, to be used again by the next.
type differ struct {
	old, new nonSpace
	align    aligner
	polish   polisher
	runs     []Run
}

// differ takes a differ that is not in use, or makes one.
func (l *Lexicon) differ() *differ {
	d, _ := l.differs.Get().(*differ)
	if d == nil {
		d = &differ{}
	}
	return d
}
