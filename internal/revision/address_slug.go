package revision

import (
	"strings"
	"unicode"
)

// groupSlug is the last step of a group's or section's address.
func groupSlug(p *Provision) string {
	if p.Num != "" {
		switch l := p.Label; {
		case l.Unit != "" && l.Num != "":
			return string(l.Unit) + "-" + strings.ToLower(l.Num)
		case l.Num != "":
			return "part-" + strings.ToLower(l.Num)
		}
		if s := slug(p.Num); s != "" {
			return s
		}
	}
	if s := slug(p.Heading); s != "" {
		return s
	}
	return "section"
}

// maxSlug bounds a slug, in runes.
const maxSlug = 60

// Slug makes an address step of a heading: letters and digits of any script in
// lower case, hyphens between words.
func Slug(heading string) string { return slug(heading) }

func slug(s string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = true
			if r == '\'' || r == '’' || r == '\u00ad' {
				gap = false
			}
			continue
		}
		if gap && n > 0 {
			if n >= maxSlug-12 {
				break
			}
			b.WriteByte('-')
			n++
		}
		gap = false
		if r == 'İ' {
			r = 'i'
		}
		b.WriteRune(unicode.ToLower(r))
		if n++; n >= maxSlug {
			break
		}
	}
	return b.String()
}
