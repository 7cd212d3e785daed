package claim

import (
	"strconv"
	"strings"

	"conceptdiff/internal/claim/quote"
)

// copyOf reads which copy of the publication the pins belong to.
func (d *decoder) copyOf(m mapping, src *Source) {
	if !m.has("sha256") && !m.has("length") {
		return
	}
	src.SHA256 = d.text(m, "sha256")
	length := d.text(m, "length")
	if d.err != nil {
		return
	}
	if len(src.SHA256) != 64 || strings.Trim(src.SHA256, "0123456789abcdef") != "" {
		d.fail(m.get("sha256").value, "%q is no SHA-256, expected 64 hexadecimal digits in small letters", clip(src.SHA256))
	}
	n, err := strconv.Atoi(length)
	if err != nil || n < 1 {
		d.fail(m.get("length").value, "%q is no length, expected the number of bytes of the copy", clip(length))
	}
	src.Length = n
}

// joined reads whether the parts of a quotation stand far apart.
func (d *decoder) joined(m mapping, c *Claim) {
	if !m.has("joined") {
		return
	}
	switch text := d.text(m, "joined"); {
	case d.err != nil:
	case text != "true":
		d.fail(m.get("joined").value, "%q, expected true, or the key left out", clip(text))
	case len(quote.Parts(c.Quote)) < 2:
		d.fail(m.get("joined").at, "%q with a quotation of one part, expected \"[…]\" between two", "joined")
	}
	c.Joined = true
}

// pins reads where the parts of a quotation stand in the copy.
func (d *decoder) pins(m mapping, src *Source, text string) []quote.Pin {
	if !m.has("at") {
		return nil
	}
	lines, nodes := d.list(m, "at")
	if d.err == nil && src.SHA256 == "" {
		d.fail(m.get("at").at, "places in a copy that is not named, expected %q and %q under %q", "sha256", "length", "source")
	}
	if parts := len(quote.Parts(text)); d.err == nil && len(lines) != parts {
		d.fail(m.get("at").at, "%d places for a quotation of %d parts, expected one for each", len(lines), parts)
	}
	var out []quote.Pin
	for i, line := range lines {
		p, err := quote.ParsePin(line)
		if err != nil {
			d.fail(nodes[i], "%s", err)
		}
		out = append(out, p)
	}
	return out
}
