package revision

// NoteKind says where a [Note] comes from.
type NoteKind string

// The kinds of note.
const (
	NoteFootnote  NoteKind = "footnote"  // a footnote or endnote of the document
	NoteComment   NoteKind = "comment"   // somebody's comment on the file
	NoteEditorial NoteKind = "editorial" // by whoever consolidated the text: «as amended by …»
	NoteHeader    NoteKind = "header"    // what stands at the head of the pages; a note of the main component
	NoteFooter    NoteKind = "footer"    // what stands at their foot
	NoteEID       NoteKind = "eid"       // the eId that the file itself gave the provision (Akoma Ntoso)
	NoteWID       NoteKind = "wid"       // the wId that the file itself gave it
)

// Note is what a file says about a provision beside its text.
type Note struct {
	Kind   NoteKind
	Mark   string // the footnote's mark as printed, "" for a note that has none
	Author string // who commented, "" when not said
	Text   string // never empty, holds no line break
}
