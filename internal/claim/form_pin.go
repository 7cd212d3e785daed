package claim

import (
	"strconv"
	"strings"

	"conceptdiff/internal/claim/quote"
)

// copyOf reads which copy of the publication was read, and where it lies.
func (d *decoder) copyOf(m mapping, src *Source) {
	src.File, src.SHA256, src.Sealed = d.fileName(m), d.hexDigest(m, "sha256"), d.hexDigest(m, "sealed")
	if !m.has("length") {
		return
	}
	length := d.text(m, "length")
	n, err := strconv.Atoi(length)
	if d.err == nil && (err != nil || n < 1) {
		d.fail(m.get("length").value, "%q is no length, expected the number of bytes of the copy", clip(length))
	}
	if src.SHA256 == "" {
		d.fail(m.get("length").at, "the length of a copy that is not named, expected %q beside it", "sha256")
	}
	src.Length = n
}

// fileName reads the name of a file that lies beside the claims file or among the
// sources of the revision.
func (d *decoder) fileName(m mapping) string {
	name := d.optional(m, "file")
	if name != "" && (strings.ContainsAny(name, `/\:`) || name[0] == '.') {
		d.fail(m.get("file").value, "%q is no file name, expected that of a file beside this one or in the folder «sources» of the revision", clip(name))
	}
	return name
}

// hexDigest reads a digest, "" where there is none.
func (d *decoder) hexDigest(m mapping, key string) string {
	s := d.optional(m, key)
	if d.err == nil && s != "" && (len(s) != 64 || strings.Trim(s, "0123456789abcdef") != "") {
		d.fail(m.get(key).value, "%q is no SHA-256, expected 64 hexadecimal digits in small letters", clip(s))
	}
	return s
}

// sealed holds the words of the file against those that were found in the copy.
func (d *decoder) sealed(m mapping, src *Source) {
	if d.err == nil && !d.unsealed && src.Sealed != "" && src.Sealed != src.Seal() {
		d.fail(m.get("sealed").at, "%s", sealBroken)
	}
}

const sealBroken = "the speakers, quotations or places of this file are no longer those that were found in the copy; check them against it again with claims pin, or take out the key \"sealed\""

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
		d.fail(m.get("at").at, "places in a copy that is not named, expected %q under %q", "sha256", "source")
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
