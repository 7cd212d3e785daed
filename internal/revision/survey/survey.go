// Package survey says how a revision is numbered: the families of labels in its
// tree, and what stayed text though it looks like more.
package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Survey is what [Of] finds.
type Survey struct {
	Families []Family // the largest first
	Short    int      // short lines without a mark that are text, no headings
	Alike    []Family // openings of paragraphs with a number in them, many alike
}

// Family is the labels of one shape.
type Family struct {
	Name    string // as they are printed, # for the number: «AC-#», «(#)», «a.»
	Members int
}

// The least that counts as many alike openings, and the longest short line.
const (
	fewAlike  = 5
	shortLine = 60 // characters
)

// Of surveys the components of a revision.
func Of(components []*revision.Provision) Survey {
	labels, openings := counts{}, counts{}
	var s Survey
	var walk func(p *revision.Provision)
	walk = func(p *revision.Provision) {
		roman := romanAmong(p.Children)
		for _, c := range p.Children {
			switch {
			case c.Kind == revision.KindParagraph && c.Num == "":
				if isShort(c.Text) {
					s.Short++
				}
				if o := opening(c.Text); o != "" {
					openings.add(o)
				}
			case c.Num != "" && c.Label.Form != numbering.FormBullet && c.Label.Form != numbering.FormUnknown && c.Kind != revision.KindComponent:
				labels.add(shape(c.Label, roman[c.Label.Form]))
			}
			walk(c)
		}
	}
	for _, c := range components {
		walk(c)
	}
	s.Families = labels.merged().sorted(1)
	s.Alike = openings.sorted(fewAlike)
	return s
}

// String is the survey on a line: «AC-# 85, (#) 12, a. 310; 33 short lines read as
// text»; "" when there is nothing to say.
func (s Survey) String() string {
	var parts []string
	for _, f := range s.Families {
		parts = append(parts, fmt.Sprintf("%s %d", f.Name, f.Members))
	}
	var all []string
	if len(parts) > 0 {
		all = append(all, strings.Join(parts, ", "))
	}
	switch {
	case s.Short == 1:
		all = append(all, "1 short line read as text")
	case s.Short > 1:
		all = append(all, fmt.Sprintf("%d short lines read as text", s.Short))
	}
	for _, f := range s.Alike {
		all = append(all, fmt.Sprintf("%d paragraphs open like «%s»", f.Members, f.Name))
	}
	return strings.Join(all, "; ")
}

// counts counts names and keeps the order in which they came.
type counts struct {
	order []string
	n     map[string]int
}

func (c *counts) add(name string) {
	if c.n == nil {
		c.n = map[string]int{}
	}
	if c.n[name]++; c.n[name] == 1 {
		c.order = append(c.order, name)
	}
}

// merged puts codes that differ only in their letters together, where there are many:
// «AC-#, AU-# …».
func (c *counts) merged() *counts {
	const many = 4
	alike := map[string][]string{}
	for _, name := range c.order {
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) && strings.Contains(name, "#") && !strings.Contains(name, " ") {
			tail := strings.TrimLeftFunc(name, unicode.IsUpper)
			alike[tail] = append(alike[tail], name)
		}
	}
	out := &counts{n: map[string]int{}}
	for _, name := range c.order {
		group := alike[strings.TrimLeftFunc(name, unicode.IsUpper)]
		if len(group) < many || !slices.Contains(group, name) {
			out.order = append(out.order, name)
			out.n[name] = c.n[name]
			continue
		}
		whole := group[0] + ", " + group[1] + " …"
		if out.n[whole] == 0 {
			out.order = append(out.order, whole)
		}
		out.n[whole] += c.n[name]
	}
	return out
}

func (c *counts) sorted(least int) []Family {
	var out []Family
	for _, name := range c.order {
		if c.n[name] >= least {
			out = append(out, Family{name, c.n[name]})
		}
	}
	slices.SortStableFunc(out, func(a, b Family) int { return b.Members - a.Members })
	return out
}

// romanAmong tells for each form whether letters among siblings are Roman
// numerals: one of them is more than a letter, or the first is an i.
func romanAmong(siblings []*revision.Provision) (out [numbering.FormUnknown + 1]bool) {
	var seen [numbering.FormUnknown + 1]bool
	for _, c := range siblings {
		l := c.Label
		if l.Unit != "" || l.Depth() > 0 || numbering.Roman(l.Num) == 0 {
			seen[l.Form] = true
			continue
		}
		if utf8.RuneCountInString(l.Num) > 1 || !seen[l.Form] && strings.EqualFold(l.Num, "i") {
			out[l.Form] = true
		}
		seen[l.Form] = true
	}
	return out
}

// shape is what the labels of a family have in common, as they are printed. A number
// that was inserted, 7a or 7-1, is of the family of those around it.
func shape(l numbering.Label, roman bool) string {
	printed := strings.TrimRight(strings.TrimSpace(l.Printed), " -–—")
	d := l.Decimal()
	switch {
	case l.Unit != "":
		return unitShape(printed, l)
	case len(d) == 0 && l.Num != "":
		mark := "a"
		if roman && numbering.Roman(l.Num) > 0 {
			mark = "i"
		}
		if r, _ := utf8.DecodeRuneInString(l.Num); unicode.IsUpper(r) {
			mark = strings.ToUpper(mark)
		}
		return around(printed, mark)
	case l.Form == numbering.FormCode:
		return hashed(printed)
	}
	return around(printed, strings.Repeat("#.", len(d)-1)+"#")
}

// around is a number in the marks that stand around it as printed: «(#)», «#.».
func around(printed, number string) string {
	if strings.HasPrefix(printed, "(") {
		number = "(" + number
	}
	if last := printed[len(printed)-1]; last == '.' || last == ')' {
		number += string(last)
	}
	return number
}

// unitShape is a label with a word: its number is one of digits, Roman or words.
func unitShape(printed string, l numbering.Label) string {
	fields := strings.Fields(printed)
	for i, f := range fields {
		bare := strings.Trim(f, ".:;()-–—|")
		if strings.ContainsFunc(f, unicode.IsDigit) || numbering.Roman(bare) > 0 {
			fields[i] = "#"
			return strings.TrimRight(strings.Join(fields[:max(i+1, min(2, len(fields)))], " "), ".:|")
		}
	}
	for i, f := range fields {
		bare := strings.Trim(f, ".:;-–—|")
		switch {
		case !numbering.IsUnitWord(bare) && bare != string(l.Unit) || len(fields) == 1:
		case i == 0:
			return bare + " #"
		default:
			return "# " + bare
		}
	}
	return hashed(printed)
}

// hashed is s with one # for each number.
func hashed(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range s {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return b.String()
}

// isShort reports whether a paragraph is a short line that no mark ends.
func isShort(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= shortLine && !strings.Contains(s, " | ") && !words.StartsSmall(s) &&
		!words.EndsSentence(s) && !strings.ContainsRune(":;,", words.LastMark(s)) && strings.ContainsFunc(s, unicode.IsLetter)
}

// opening is what a paragraph opens with when that is a code or a word or two with a
// number, # for the number: «REQ-#», «Step #»; "" when it opens otherwise.
func opening(s string) string {
	const most, digits = 3, 3 // words, of the number
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || family.IsCaption(s) {
		return ""
	}
	fields := strings.SplitN(s, " ", most+2)
	for i, f := range fields[:min(len(fields), most)] {
		bare := strings.TrimRight(f, ".:)")
		switch n := len(numbering.LeadingDigits(bare)); {
		case i == 0 && n == 0 && strings.ContainsFunc(bare, unicode.IsDigit) && !strings.ContainsFunc(bare, unicode.IsLower):
			return hashed(bare)
		case i > 0 && n > 0 && n == len(bare) && n <= digits && (len(f) > n || i+1 == len(fields) || !words.StartsSmall(fields[i+1])):
			return strings.Join(fields[:i], " ") + " #"
		}
	}
	return ""
}
