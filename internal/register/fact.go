package register

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// What says what an amendment did.
type What string

// What amendments do, by the words of the registers.
const (
	Replaced   What = "replaced"    // əvəz edilmişdir, заменены
	Added      What = "added"       // əlavə edilmişdir, дополнен
	NewWording What = "new wording" // yeni redaksiyada verilmişdir, в редакции
	Struck     What = "struck"      // çıxarılmışdır, исключен
	Repealed   What = "repealed"    // ləğv edilmişdir, утратил силу
	Renumbered What = "renumbered"  // … hesab edilmişdir
)

// ActKind is what sort of act amended.
type ActKind string

// The kinds of act; "" where the register does not say, or says another.
const (
	Law        ActKind = "law"
	Decree     ActKind = "decree"     // fərman, указ
	Order      ActKind = "order"      // sərəncam, распоряжение
	Resolution ActKind = "resolution" // qərar, постановление
)

// Act is the act that amended.
type Act struct {
	Kind   ActKind
	Number string // as printed: 100-VIQD
	Date   string // YYYY-MM-DD
}

// Fact is what the register says was done to a provision.
type Fact struct {
	At    string // the address of the clause that the note stands at
	What  What
	Words bool // to words of it, and not to it as a whole
	Act   Act
	Note  string // the note, without the former wording that it may quote
}

// Facts lists what the notes of a revision say, in the order of the text.
func Facts(r *revision.Revision) []Fact {
	var out []Fact
	for _, c := range r.Clauses() {
		out = append(out, factsOf(c)...)
	}
	return out
}

// Of lists what the notes of a clause and of its paragraphs and items say.
func Of(r *revision.Revision, address string) []Fact {
	for _, c := range r.Clauses() {
		if c.Address() == address {
			return factsOf(c)
		}
	}
	return nil
}

func factsOf(c *revision.Clause) []Fact {
	var out []Fact
	var walk func(p *revision.Provision)
	walk = func(p *revision.Provision) {
		for _, n := range p.Notes {
			if n.Kind != revision.NoteEditorial {
				continue
			}
			for _, f := range Read(n.Text) {
				f.At = c.Address()
				if !slices.Contains(out, f) { // a note that two marks call for
					out = append(out, f)
				}
			}
		}
		for _, child := range p.Children {
			if !child.IsClause() {
				walk(child)
			}
		}
	}
	walk(c.Provision)
	return out
}

// Since lists the facts of a new text that an old one does not have at any place. What
// was done before the day of the old text is left out, where that day is known.
func Since(old, new *revision.Revision) []Fact {
	known := map[string]bool{}
	for _, f := range Facts(old) {
		known[f.key()] = true
	}
	return slices.DeleteFunc(Facts(new), func(f Fact) bool {
		return known[f.key()] || old.Date != "" && f.Act.Date < old.Date
	})
}

// key is the same for what two consolidations say of one amendment.
func (f *Fact) key() string {
	return string(f.What) + "|" + f.Act.Number + "|" + f.Act.Date + "|" + strings.Join(strings.Fields(f.Note), " ")
}
