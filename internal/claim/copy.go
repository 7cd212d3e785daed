package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/yaml"
)

// Copy is a copy of a publication, as it was read.
type Copy struct {
	Name   string // of its file
	SHA256 string // lower-case hex digest of its bytes
	Length int    // of them
	Text   *quote.Text
}

// Copies finds the copy of a publication under the name that a claims file gives it,
// or by its digest; either may be "". It gives nil where there is none.
type Copies func(name, sha256 string) (*Copy, error)

// CheckCopies reads a claims file and holds it against the copies of what it quotes. It
// lists, in the order of the file, what is not so: a quotation that does not stand
// in the copy, a speaker who is not named there, a copy that is missing or other
// than the one that was read, a place at which other words stand. The name is that
// of the claims file. A source without faults says which copy it was found in.
func CheckCopies(name string, data []byte, copies Copies) (src *Source, faults []*ParseError, err error) {
	k, err := newChecker(name, data)
	if err != nil {
		return nil, nil, err
	}
	c, err := copies(k.src.File, k.src.SHA256)
	k.publication(c, err)
	for i, cl := range k.src.Claims {
		if cl.IsReport() && cl.File+cl.SHA256 != "" {
			c, err := copies(cl.File, cl.SHA256)
			k.report(cl, k.claims[i], c, err)
		}
	}
	k.seal()
	return k.src, k.faults, nil
}

// CheckCopy holds a source against one copy of the publication, as [CheckCopies] does;
// what others report is left alone.
func CheckCopy(name string, data []byte, c Copy) (faults []*ParseError, err error) {
	k, err := newChecker(name, data)
	if err != nil {
		return nil, err
	}
	k.publication(&c, nil)
	k.seal()
	return k.faults, nil
}

// Unpinnable are those of the faults that [CheckCopy] found which new pins do not
// put right: what does not stand in the copy.
func Unpinnable(faults []*ParseError) []*ParseError {
	return slices.DeleteFunc(faults, func(f *ParseError) bool { return f.stale })
}

// checker holds a claims file against copies.
type checker struct {
	name   string
	src    *Source
	source mapping
	claims []mapping
	quoted []quoted
	faults []*ParseError
}

// quoted is one quotation of a source: the words of a claim, or of the document.
type quoted struct {
	name   string // of the claim, or the clause that is quoted, for messages
	text   string
	joined bool
	pins   []quote.Pin
	at     *yaml.Node // the key that holds it
}

func newChecker(name string, data []byte) (*checker, error) {
	src, root, err := parse(name, data, true)
	if err != nil {
		return nil, err
	}
	d := &decoder{file: name}
	file := d.mapping(root, "a claims file", nil)
	k := &checker{name: name, src: src, source: d.mappingOf(file.get("source"), "source", nil)}
	for i, n := range d.sequence(file, "claims", "claims") {
		m := d.mapping(n, "a claim", nil)
		k.claims = append(k.claims, m)
		if c := src.Claims[i]; !c.IsReport() {
			k.quoted = append(k.quoted, quoted{c.Key, c.Quote, c.Joined, c.Pins, m.get("quote").at})
		}
	}
	for i, n := range d.sequence(file, "quotations", "quotations") {
		q := src.Quotations[i]
		k.quoted = append(k.quoted, quoted{"clause " + q.Clause, q.Text, false, q.Pins, d.mapping(n, "a quotation", nil).get("text").at})
	}
	return k, d.err
}

func (k *checker) fault(at *yaml.Node, msg string) *ParseError {
	return &ParseError{File: k.name, Line: at.Line, Column: at.Column, Msg: msg}
}

func (k *checker) add(at *yaml.Node, format string, args ...any) *ParseError {
	f := k.fault(at, fmt.Sprintf(format, args...))
	k.faults = append(k.faults, f)
	return f
}

// publication looks for every quotation and every speaker in the copy.
func (k *checker) publication(c *Copy, err error) {
	if !k.have(k.source, k.src.File, k.src.SHA256, c, err) {
		return
	}
	if n := k.src.Length; n != 0 && n != c.Length && k.src.SHA256 == c.SHA256 {
		k.add(k.source.get("length").at, "%d bytes, the copy has %d", n, c.Length).stale = true
	}
	for _, q := range k.quoted {
		pins, err := c.Text.Find(q.text, q.joined)
		switch {
		case err != nil:
			k.add(q.at, "%s: %s", q.name, err)
		case q.pins != nil && !slices.Equal(pins, q.pins):
			k.add(q.at, "%s: pinned to %s, stands at %s", q.name, pinList(q.pins), pinList(pins)).stale = true
		}
	}
	for i, cl := range k.src.Claims {
		if !cl.IsReport() {
			k.speaker(cl, k.claims[i], c)
		}
	}
	if len(k.faults) == 0 {
		k.src.Held = c.SHA256
	}
}

// report looks for the speaker of what is reported in the file that reports it.
func (k *checker) report(cl *Claim, m mapping, c *Copy, err error) {
	if k.have(m, cl.File, cl.SHA256, c, err) {
		k.speaker(cl, m, c)
		cl.Held = c.SHA256
	}
}

func (k *checker) speaker(cl *Claim, m mapping, c *Copy) {
	if !c.Text.Names(cl.Speaker) {
		k.add(m.get("speaker").at, "%s: %s does not stand in the copy; expected the name as it is printed there", cl.Key, cl.Speaker)
	}
}

// have reports whether there is a copy to look into, and says what is wrong with it.
// One that is named by its digest may lie elsewhere.
func (k *checker) have(m mapping, file, sha256 string, c *Copy, err error) bool {
	switch {
	case err != nil:
		at := firstKey(m)
		if e := m.get("file"); e != nil {
			at = e.at
		}
		k.add(at, "%s", err)
	case c == nil && file != "" && sha256 == "":
		k.add(m.get("file").at, "there is no file %q, expected it beside the claims file or in the folder «sources» of the revision", file)
	case c != nil && sha256 != "" && sha256 != c.SHA256:
		k.add(m.get("sha256").at, "%s is not the copy that was read: it has SHA-256 %.12s…, expected %.12s…", c.Name, c.SHA256, sha256).stale = true
		return true
	}
	return err == nil && c != nil
}

// seal says that pinned words changed, where nothing else does.
func (k *checker) seal() {
	if len(k.faults) == 0 && k.src.Sealed != "" && k.src.Sealed != k.src.Seal() {
		k.add(k.source.get("sealed").at, "%s", sealBroken).stale = true
	}
}

// Seal is a digest over the words that are pinned, their speakers and their places
// in the copy, so that a change to one letter is noticed where the copy is not at
// hand.
func (s *Source) Seal() string {
	h := sha256.New()
	fmt.Fprintf(h, "quotations from %s\n", s.SHA256)
	for _, c := range s.Claims {
		if len(c.Pins) > 0 {
			fmt.Fprintf(h, "%q %q %q %s\n", c.Key, c.Speaker, c.Quote, pinList(c.Pins))
		}
	}
	for _, q := range s.Quotations {
		if len(q.Pins) > 0 {
			fmt.Fprintf(h, "%q %q %s\n", q.Clause, q.Text, pinList(q.Pins))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Proof says how far the words of a claim were checked.
type Proof string

// The proofs.
const (
	Found     Proof = "found in the stored source"
	PinnedTo  Proof = "pinned to a copy elsewhere"
	Unchecked Proof = "not checked against a stored source"
)

// Proof is that of the claim's quotation, "" for a report.
func (c *Claim) Proof() Proof {
	switch {
	case c.IsReport():
		return ""
	case c.Source != nil && c.Source.Held != "":
		return Found
	case len(c.Pins) > 0:
		return PinnedTo
	}
	return Unchecked
}

// Hold notes which of the files that the source names are at hand: their digests by
// name. It takes that what it quotes was found in them.
func (s *Source) Hold(files map[string]string) {
	held := func(name, digest string) string {
		if have, ok := files[name]; ok && name != "" && (digest == "" || digest == have) {
			return have
		}
		for _, have := range files {
			if digest != "" && have == digest {
				return have
			}
		}
		return ""
	}
	s.Held = held(s.File, s.SHA256)
	for _, c := range s.Claims {
		c.Held = held(c.File, c.SHA256)
	}
}
