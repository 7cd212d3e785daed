package docx

// spaceBehind is the white space that follows a character.
func (g *graft) spaceBehind(s spot) []spot {
	var out []spot
	if s == nowhere {
		return nil
	}
	for s.char++; s.char < len(g.hosts[s.host].chars) && unseen(g.hosts[s.host].chars[s.char].char); s.char++ {
		out = append(out, s)
	}
	return out
}

// fill lets characters that no line holds, such as a second space, share the
// fate of those around them.
func (g *graft) fill() {
	for i := range g.plans {
		tags := g.plans[i].tags
		known := make([]bool, len(tags))
		for j := range tags {
			known[j] = g.held[spot{i, j}]
		}
		for j := 0; j < len(tags); j++ {
			if known[j] {
				continue
			}
			end := j
			for end < len(tags) && !known[end] {
				end++
			}
			before, after := g.plans[i].mark, g.plans[i].mark
			if j > 0 {
				before = tags[j-1]
			}
			if end < len(tags) {
				after = tags[end]
			}
			for ; j < end; j++ {
				if before == after {
					tags[j] = before
				}
			}
		}
	}
}
