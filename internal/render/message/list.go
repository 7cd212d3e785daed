package message

import "strings"

// List joins words: "1, 3 and 4". None is "", one the word itself.
func (p *Printer) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return p.Say("{0} and {1}", strings.Join(words[:last], ", "), words[last])
}

// Counted is a number of things of a sort that another package names in English: "3
// carried over". The count is put as it is, with its thousands parted.
func (p *Printer) Counted(n int, sort string) string {
	return p.Say("{0} {1} [count]", n, p.Word(sort))
}
