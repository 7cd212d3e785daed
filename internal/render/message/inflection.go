package message

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// inflection puts the names of places that a text holds into a case: «статья 12,
// абзац 2» is «статьи 12, абзаца 2» in the genitive.
type inflection struct {
	forms map[string]map[string]string // by name in the nominative, then by case
	names *regexp.Regexp               // a name before a number; nil for a language without cases
}

// newInflection makes the inflection of a catalogue's cases, none for a catalogue
// without any. Longer names come first, so that one which begins with another is
// found whole.
func newInflection(forms map[string]map[string]string) inflection {
	if len(forms) == 0 {
		return inflection{}
	}
	names := slices.SortedFunc(maps.Keys(forms), func(a, b string) int { return len(b) - len(a) })
	return inflection{forms, regexp.MustCompile(`(^|[^\pL])(` + strings.Join(names, "|") + `) ([\pL\pN]+)`)}
}

// put puts every name before a number into the case. A name that has no form for it
// stays as it is. Words that are no such name before a number are left alone, also
// where they stand within a longer word.
func (i inflection) put(s, which string) string {
	if i.names == nil {
		return s
	}
	return i.names.ReplaceAllStringFunc(s, func(found string) string {
		parts := i.names.FindStringSubmatch(found)
		if form := i.forms[parts[2]][which]; form != "" {
			return parts[1] + form + " " + parts[3]
		}
		return found
	})
}
