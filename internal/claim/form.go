package claim

import (
	"net/url"
	"slices"
	"strings"

	"conceptdiff/internal/words"

	"conceptdiff/internal/yaml"
)

// The keys of the form, by what they are keys of. docs/claims.md explains them.
var (
	fileKeys      = []string{"source", "subjects", "claims", "quotations"}
	sourceKeys    = []string{"publisher", "title", "date", "url", "language", "note", "file", "sha256", "length", "sealed"}
	subjectKeys   = []string{"name", "terms", "not"}
	claimKeys     = []string{"key", "speaker", "role", "to", "date", "says", "expects", "quote", "reported", "via", "gist", "cites", "subjects", "joined", "at", "file", "sha256"}
	quotationKeys = []string{"clause", "text", "note", "at"}
)

// isKey reports whether s is small Latin letters and digits in groups joined by
// hyphens.
func isKey(s string) bool {
	for group := range strings.SplitSeq(s, "-") {
		if group == "" || strings.Trim(group, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// isLanguage reports whether s has the form of a BCP 47 tag.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || !words.IsASCII(part) || i == 0 && (len(part) < 2 || strings.ContainsAny(part, "0123456789")) {
			return false
		}
		for _, c := range []byte(part) {
			if !words.IsLetterOrDigit(c) {
				return false
			}
		}
	}
	return true
}

func (d *decoder) source(root *yaml.Node) *Source {
	file := d.mapping(root, "a claims file", fileKeys)
	e := file.get("source")
	if e == nil {
		d.fail(firstKey(file), "the file has no %q, expected who published what and when", "source")
		return nil
	}
	m := d.mappingOf(e, `"source"`, sourceKeys)
	src := &Source{
		Publisher: d.text(m, "publisher"),
		Title:     d.text(m, "title"),
		Date:      d.date(m, "date"),
		URL:       d.url(m),
		Language:  d.text(m, "language"),
		Note:      d.optional(m, "note"),
	}
	if d.err == nil && !isLanguage(src.Language) {
		d.fail(m.get("language").value, "%q is no language tag, expected en, az, ru or the like", clip(src.Language))
	}
	d.copyOf(m, src)
	subjects := d.subjects(file)
	for _, n := range d.sequence(file, "claims", "a list of claims") {
		src.Claims = append(src.Claims, d.claim(n, src, subjects))
	}
	for _, n := range d.sequence(file, "quotations", "a list of quotations") {
		src.Quotations = append(src.Quotations, d.quotation(n, src))
	}
	if len(src.Claims)+len(src.Quotations) == 0 {
		d.fail(firstKey(file), "the file has neither %q nor %q, expected one of them", "claims", "quotations")
	}
	d.unusedSubjects(src, subjects)
	d.sealed(m, src)
	return src
}

// url accepts web addresses only: reports make links of them.
func (d *decoder) url(m mapping) string {
	s := d.optional(m, "url")
	if s == "" || d.err != nil {
		return s
	}
	if u, err := url.Parse(s); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		d.fail(m.get("url").value, "%q is no web address, expected https://…", clip(s))
	}
	return s
}

// definedSubject is a subject and where its key stands.
type definedSubject struct {
	*Subject
	at *yaml.Node
}

func (d *decoder) subjects(file mapping) []definedSubject {
	e := file.get("subjects")
	if e == nil {
		return nil
	}
	all := d.mappingOf(e, `"subjects"`, nil)
	var out []definedSubject
	for _, e := range all.entries {
		d.checkKey(e.key, e.at)
		m := d.mappingOf(&e, "a subject", subjectKeys)
		s := &Subject{Key: e.key, Name: d.text(m, "name"), Terms: d.terms(m, "terms"), Not: d.terms(m, "not")}
		if len(s.Terms) == 0 {
			d.fail(e.at, "the subject %q has no %q, expected the words by which it is recognised", e.key, "terms")
		}
		out = append(out, definedSubject{s, e.at})
	}
	return out
}

func (d *decoder) checkKey(key string, at *yaml.Node) {
	if !isKey(key) {
		d.fail(at, "%q is no key, expected small Latin letters, digits and hyphens", clip(key))
	}
}

func (d *decoder) unusedSubjects(src *Source, subjects []definedSubject) {
	for _, s := range subjects {
		if d.err == nil && !slices.ContainsFunc(src.Claims, func(c *Claim) bool { return slices.Contains(c.Subjects, s.Subject) }) {
			d.fail(s.at, "no claim has the subject %q, expected it under %q of one", s.Key, "subjects")
		}
	}
}

// terms reads the lines of a subject: "occupied territor*" is a phrase,
// "border* + seized" two that must stand in one sentence.
func (d *decoder) terms(m mapping, key string) []Term {
	lines, nodes := d.list(m, key)
	var out []Term
	for i, line := range lines {
		t := Term{}
		for phrase := range strings.SplitSeq(line, "+") {
			phrase = strings.TrimSpace(phrase)
			if fault := phraseFault(phrase); fault != "" {
				d.fail(nodes[i], "%q: %s", clip(line), fault)
			}
			t.All = append(t.All, phrase)
		}
		out = append(out, t)
	}
	return out
}

// leastStem is how many letters must stand before a "*", since one or two begin
// half the words of a language.
const leastStem = 3

// phraseFault says what is wrong with a phrase, or "".
func phraseFault(phrase string) string {
	all := words.Scan(phrase)
	if len(all) == 0 {
		return "a phrase without words, expected words, joined by + where all must stand in one sentence"
	}
	stars := 0
	for _, w := range all {
		if !strings.HasPrefix(phrase[w.End:], "*") {
			continue
		}
		stars++
		if len([]rune(w.Fold)) < leastStem {
			return "expected at least three letters before *"
		}
		if rest := phrase[w.End+1:]; rest != "" && rest[0] != ' ' && rest[0] != '-' {
			return "expected * at the end of a word"
		}
	}
	if strings.Count(phrase, "*") != stars {
		return "expected * at the end of a word"
	}
	return ""
}

func (d *decoder) claim(n *yaml.Node, src *Source, subjects []definedSubject) *Claim {
	m := d.mapping(n, "a claim", claimKeys)
	c := &Claim{
		Source: src, Key: d.text(m, "key"), Speaker: d.text(m, "speaker"), Role: d.optional(m, "role"), To: d.optional(m, "to"),
		Date: src.Date, Says: oneOf(d, m, "says", Fulfilled, NotFulfilled, Underway, Disputed, Ended, Obsolete, Expected), Gist: d.text(m, "gist"),
	}
	if d.err != nil {
		return c
	}
	d.checkKey(c.Key, m.get("key").value)
	if slices.ContainsFunc(src.Claims, func(o *Claim) bool { return o.Key == c.Key }) {
		d.fail(m.get("key").value, "the key %q stands twice, expected another for each claim", c.Key)
	}
	if m.has("date") {
		c.Spoken = d.date(m, "date")
		c.Date = c.Spoken
	}
	d.expects(m, c)
	d.wording(m, c)
	if c.Quote != "" && (m.has("file") || m.has("sha256")) {
		d.fail(firstKey(m), "the claim %q has a %q of its own, expected it under %q; one of its own is for what is reported", c.Key, "file", "source")
	}
	d.joined(m, c)
	c.Pins = d.pins(m, src, c.Quote)
	c.Cites, _ = d.list(m, "cites")
	keys, nodes := d.list(m, "subjects")
	for i, key := range keys {
		j := slices.IndexFunc(subjects, func(s definedSubject) bool { return s.Key == key })
		if j < 0 {
			d.fail(nodes[i], "there is no subject %q, expected a key under %q of this file", clip(key), "subjects")
			break
		}
		c.Subjects = append(c.Subjects, subjects[j].Subject)
	}
	return c
}

// expects reads what an expectation is of; other claims have none.
func (d *decoder) expects(m mapping, c *Claim) {
	switch {
	case c.Says == Expected:
		c.Expects = oneOf(d, m, "expects", ExpectsAddition, ExpectsRemoval, ExpectsAmendment)
	case m.has("expects"):
		d.fail(m.get("expects").at, "%q with a claim that says %q, expected it only with %q", "expects", c.Says, Expected)
	}
}

// wording reads the quotation, or what is reported and by whom.
func (d *decoder) wording(m mapping, c *Claim) {
	switch {
	case m.has("quote") && (m.has("reported") || m.has("via")):
		d.fail(m.get("quote").at, "both a %q and a report, expected the quotation alone where its words are held", "quote")
	case m.has("quote"):
		c.Quote = d.text(m, "quote")
		if d.err == nil && !words.HasAny(c.Quote) {
			d.fail(m.get("quote").value, "a %q without words, expected the exact words of the source", "quote")
		}
	case m.has("reported") || m.has("via"):
		c.Reported, c.Via = d.text(m, "reported"), d.text(m, "via")
		c.File, c.SHA256 = d.fileName(m), d.hexDigest(m, "sha256")
	default:
		d.fail(firstKey(m), "the claim %q has no %q, expected the exact words of the source; where they are not held, %q and %q", c.Key, "quote", "reported", "via")
	}
}

func (d *decoder) quotation(n *yaml.Node, src *Source) Quotation {
	m := d.mapping(n, "a quotation", quotationKeys)
	q := Quotation{Clause: d.text(m, "clause"), Text: d.text(m, "text"), Note: d.optional(m, "note")}
	if d.err == nil && !words.HasAny(q.Text) {
		d.fail(m.get("text").value, "a quotation without words, expected a passage of the document")
	}
	q.Pins = d.pins(m, src, q.Text)
	return q
}
