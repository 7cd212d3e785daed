package outline

import (
	"strings"

	"conceptdiff/internal/ingest/layout"
)

// title finds the block that is the component's title: its first one that looks
// like a heading, after a stamp of approval if there is one.
func (b *builder) title(c span) int {
	first := c.first
	if c.num != "" {
		if first++; b.blocks[c.first].Text != "" {
			return -1
		}
	}
	first = afterStamp(b.blocks[:c.end], first)
	for i := first; i < c.end && i < first+8; i++ {
		blk := &b.blocks[i]
		if blk.Labelled() || isNamed(blk.Text) && (blk.Level == 0 || b.hasLevel(1, i+1, c.end)) {
			return -1
		}
		if blk.Level > 0 {
			if blk.Level == 1 {
				return i
			}
			return -1
		}
		if isStamp(blk.Text) {
			i = stampEnd(b.blocks[:c.end], i)
			continue
		}
		if blk.Plain {
			continue
		}
		if i+1 < c.end && (layout.LooksLikeHeading(blk.Text) || titleEnds(b.blocks[:c.end], i) > i) {
			return i
		}
		return -1
	}
	return -1
}

// hasLevel reports whether one of those blocks is a heading of that level.
func (b *builder) hasLevel(level, first, end int) bool {
	for i := first; i < end; i++ {
		if b.blocks[i].Level == level {
			return true
		}
	}
	return false
}

// afterStamp is the first block after an Azerbaijani stamp of approval that opens
// a text and runs over lines, its verb on the last of them; first itself when
// there is none.
func afterStamp(blocks []layout.Block, first int) int {
	const most = 4 // lines
	for i := first; i < first+most && i < len(blocks); i++ {
		blk := &blocks[i]
		if blk.Labelled() || blk.Level > 0 || layout.EndsSentence(blk.Text) {
			break
		}
		low := strings.ReplaceAll(strings.ToLower(blk.Text), "i\u0307", "i")
		if isStamp(blk.Text) && (strings.HasPrefix(low, "təsdiq") || i > first && strings.Contains(low, " ilə təsdiq ")) {
			return i + 1
		}
	}
	return first
}
