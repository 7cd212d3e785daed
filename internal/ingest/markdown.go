package ingest

func readMarkdown(text string) *Result { return readText(text) }

func (b *builder) headed(i, end int) int { return i }
