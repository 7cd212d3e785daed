package revision

import (
	"slices"
	"strings"
	"unicode"
)

// The words by which people, and the lists of this program, name what stands in a
// clause and the opening of a text, in small letters: «4.1.1, paragraph 6, item 2»,
// «4.1.1, 6-cı abzas», «4.1.1, абзац 6», «title page».
var (
	paragraphWords = []string{"paragraph", "para", "abzas", "абзац"}
	itemWords      = []string{"item", "list item", "siyahının bəndi", "позиция перечня"}
	prefaceWords   = []string{"title page", "titul vərəqi", "титульный лист"}
	openingWords   = []string{"(opening lines)", "(giriş sətirləri)", "(вводные строки)"}
)

// written finds the provision that is named in words: a clause, then paragraph and item
// by their place. It returns nil where the words are none of these or lead nowhere.
func (r *Revision) written(typed string) *Provision {
	typed = strings.TrimSpace(typed)
	small := strings.ToLower(typed)
	if slices.Contains(prefaceWords, small) {
		return r.Find(PrefaceEID)
	}
	for _, w := range openingWords {
		if head, ok := strings.CutSuffix(small, w); ok {
			return r.Find(strings.TrimSpace(head))
		}
	}
	parts := strings.Split(typed, ",")
	steps := ""
	n := len(parts)
	for n > 1 && writtenStep(parts[n-1]) != "" {
		n--
		steps = "/" + writtenStep(parts[n]) + steps
	}
	if steps == "" {
		return nil
	}
	head, _ := r.Lookup(strings.Join(parts[:n], ","))
	if head == nil {
		return nil
	}
	return r.Find(head.Address() + steps)
}

// writtenStep reads «paragraph 6», «6-cı abzas», «item 2»: p6, i2; "" for anything
// else.
func writtenStep(s string) string {
	number := ""
	var rest []string
	for _, f := range strings.Fields(strings.ToLower(s)) {
		end := strings.IndexFunc(f, func(r rune) bool { return r < '0' || r > '9' })
		if end < 0 {
			end = len(f)
		}
		if end == 0 {
			rest = append(rest, f)
			continue
		}
		if number != "" || strings.TrimFunc(f[end:], func(r rune) bool { return r == '-' || unicode.IsLetter(r) }) != "" {
			return ""
		}
		number = f[:end]
	}
	switch name := strings.Join(rest, " "); {
	case number == "":
		return ""
	case slices.Contains(paragraphWords, name):
		return "p" + number
	case slices.Contains(itemWords, name):
		return "i" + number
	}
	return ""
}
