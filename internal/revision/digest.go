package revision

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"

	"conceptdiff/internal/numbering"
)

// Digest is the SHA-256, in lower-case hex, of all that a revision is: what is known
// of it, the digest of its source, and every provision with its label and notes. Two
// revisions with the same digest print the same in every command.
//
// What is hashed are its values in a fixed order, each as its length in bytes in
// decimal, a colon and the bytes; lists and trees are preceded by how many there are.
func (r *Revision) Digest() string {
	d := digester{sha256.New()}
	d.put("conceptdiff/revision/1", r.Label, r.Title, r.Date, string(r.Status), r.Language, r.Base,
		r.Citation, r.Note, r.Source.Name, r.Source.SHA256)
	d.provisions(r.Components)
	return hex.EncodeToString(d.hash.Sum(nil))
}

type digester struct{ hash hash.Hash }

func (d digester) put(values ...string) {
	for _, v := range values {
		d.hash.Write(strconv.AppendInt(nil, int64(len(v)), 10))
		d.hash.Write([]byte{':'})
		d.hash.Write([]byte(v))
	}
}

func (d digester) provisions(all []*Provision) {
	d.put(strconv.Itoa(len(all)))
	for _, p := range all {
		var l numbering.Label
		if p.Num != "" {
			l = p.Labelled()
		}
		d.put(string(p.Kind), p.Num, p.EID, p.WID, p.Heading, p.Text,
			string(l.Unit), l.Form.String(), l.Num, l.Family, strconv.Itoa(len(p.Notes)))
		for _, n := range p.Notes {
			d.put(string(n.Kind), n.Mark, n.Author, n.Text)
		}
		d.provisions(p.Children)
	}
}
