package message

import "strings"

// Word puts a phrase of ours that another package made in English: a kind, a
// status, a reason. It may hold arguments that are filled in already:
// "divided into 3 clauses" is found as "divided into {0} clauses". What no
// catalogue knows stays as it is.
func (p *Printer) Word(english string) string {
	if p.phrases == nil || english == "" {
		return english
	}
	if text, ok := p.phrases[english]; ok {
		return text
	}
	for i := range p.patterns {
		if args, ok := p.patterns[i].match(english); ok {
			return p.fill(p.phrases[p.patterns[i].key], args)
		}
	}
	return english
}

// Knows reports whether Word finds the phrase in the catalogue.
func (p *Printer) Knows(english string) bool {
	if _, ok := p.phrases[english]; ok {
		return true
	}
	for i := range p.patterns {
		if _, ok := p.patterns[i].match(english); ok {
			return true
		}
	}
	return false
}

// pattern is a phrase cut at its arguments, without the word in brackets that may
// tell it apart.
type pattern struct {
	key      string
	literals []string // one more than there are places
	places   []int    // which argument stands in each
}

func newPattern(key string) pattern {
	p := pattern{key: key}
	for rest := shown(key); ; {
		before, after, found := strings.Cut(rest, "{")
		p.literals = append(p.literals, before)
		if !found {
			return p
		}
		place, tail, _ := strings.Cut(after, "}")
		i, _, _ := parsePlace(place)
		p.places = append(p.places, i)
		rest = tail
	}
}

// match finds the arguments of a phrase that was filled in. Each is as short as
// it can be, none is empty.
func (p *pattern) match(s string) ([]any, bool) {
	if !strings.HasPrefix(s, p.literals[0]) {
		return nil, false
	}
	args := make([]any, len(p.places))
	s = s[len(p.literals[0]):]
	for i, place := range p.places {
		literal := p.literals[i+1]
		end := len(s)
		switch {
		case i == len(p.places)-1:
			if !strings.HasSuffix(s, literal) {
				return nil, false
			}
			end -= len(literal)
		case literal != "":
			end = strings.Index(s, literal)
		}
		if end <= 0 || place >= len(args) {
			return nil, false
		}
		args[place] = s[:end]
		s = s[end+len(literal):]
	}
	return args, true
}
