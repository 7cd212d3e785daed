package hostile

import (
	"slices"
	"strings"
)

// File is a hostile file. It is made anew at each call of Data.
type File struct {
	Name string // with the extension of its format
	make func() []byte
}

// Data makes the file.
func (f File) Data() []byte { return f.make() }

// Files lists all of them.
func Files() []File {
	return slices.Concat(texts(), markdowns(), pages(), words(), openDocuments(), richTexts(), portables(), hierarchies(), objects())
}

// MB is a million bytes, more or less.
const MB = 1 << 20

// text is a file that is made of a string.
func text(name string, content func() string) File {
	return File{name, func() []byte { return []byte(content()) }}
}

// times repeats what fills n bytes, or a little less: a whole number of times.
func times(s string, n int) string { return strings.Repeat(s, n/len(s)) }

// nested is n times what opens, a middle, and n times what closes.
func nested(opens, middle, closes string, n int) string {
	return strings.Repeat(opens, n) + middle + strings.Repeat(closes, n)
}

// counted joins what is made of the numbers from 1 to n.
func counted(n int, of func(i int) string) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		b.WriteString(of(i))
	}
	return b.String()
}
