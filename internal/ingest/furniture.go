package ingest

// dropFurniture takes out what belongs to the page and not to the text.
func dropFurniture(lines []line) ([]line, []Dropped) { return lines, nil }
