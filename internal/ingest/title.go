package ingest

func (b *builder) title(c span) int {
	first := c.first
	if c.num != "" {
		if first++; b.blocks[c.first].text != "" {
			return -1
		}
	}
	for i := first; i < c.end && i < first+8; i++ {
		blk := &b.blocks[i]
		if blk.labelled() || isNamed(blk.text) && (blk.level == 0 || b.hasLevel(1, i+1, c.end)) {
			return -1
		}
		if blk.level > 0 {
			if blk.level == 1 {
				return i
			}
			return -1
		}
		if isStamp(blk.text) {
			i = stampEnd(b.blocks[:c.end], i)
			continue
		}
		if blk.plain {
			continue
		}
		if looksLikeHeading(blk.text) && i+1 < c.end {
			return i
		}
		return -1
	}
	return -1
}

func (b *builder) hasLevel(level, first, end int) bool {
	for i := first; i < end; i++ {
		if b.blocks[i].level == level {
			return true
		}
	}
	return false
}
