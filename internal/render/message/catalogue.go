package message

import (
	"fmt"
	"strings"
)

// catalogue is what a file of phrases holds: each phrase on a line as English
// has it, then how it is put, after a tab. After "[codes]" stands, in the same
// form, what the codes of other packages say in English. After "[nouns]" each
// line is a noun and its forms: "clause: пункт|пункта|пунктов", after "[cases]" a
// name and its cases: "абзац: gen абзаца|loc абзаце". Lines that begin with # are
// remarks.
//
// phrases are by their English wording, codes by the code, nouns and cases by their
// name in the nominative. A file in English has codes and nouns alone.
type catalogue struct {
	phrases map[string]string
	codes   map[string]string
	nouns   map[string][]string
	cases   map[string]map[string]string
}

// parse reads a catalogue; what it looks like is said at [catalogue].
//
//	{0} renumbered          the phrase, by which the code names it
//	→{0} с новым номером    its wording, after a tab (→)
//	[nouns]
//	clause: пункт|пункта|пунктов
//
// Errors have the number of the line: a phrase, noun or name that stands twice, a
// phrase without a wording, a wording without a phrase, a noun without forms.
// Sections may only follow in the order of the file, since [nouns] and [cases] do not
// end.
func parse(text string) (catalogue, error) {
	c := catalogue{phrases: map[string]string{}, codes: map[string]string{}, nouns: map[string][]string{}, cases: map[string]map[string]string{}}
	into := c.phrases
	key, nouns, cases := "", false, false
	for i, line := range strings.Split(text, "\n") {
		fail := func(what string) error { return fmt.Errorf("line %d: %s: %q", i+1, what, line) }
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
		case line == "[codes]":
			into = c.codes
		case line == "[nouns]":
			nouns = true
		case line == "[cases]":
			cases = true
		case cases:
			name, forms, found := strings.Cut(line, ": ")
			if !found || c.cases[name] != nil {
				return c, fail("no name with its cases, or one that stood before")
			}
			c.cases[name] = map[string]string{}
			for form := range strings.SplitSeq(forms, "|") {
				which, put, _ := strings.Cut(form, " ")
				c.cases[name][which] = put
			}
		case nouns:
			noun, forms, found := strings.Cut(line, ": ")
			if !found || c.nouns[noun] != nil {
				return c, fail("no noun with forms, or one that stood before")
			}
			c.nouns[noun] = strings.Split(forms, "|")
		case line[0] != '\t':
			if key != "" {
				return c, fail("the phrase before has no wording")
			}
			key = line
			if _, twice := into[key]; twice {
				return c, fail("a phrase that stood before")
			}
		default:
			if key == "" {
				return c, fail("a wording without its phrase")
			}
			into[key] = line[1:]
			key = ""
		}
	}
	if key != "" {
		return c, fmt.Errorf("the last phrase has no wording: %q", key)
	}
	return c, nil
}
