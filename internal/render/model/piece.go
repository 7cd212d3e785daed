package model

import (
	"iter"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Piece is a stretch of changed text that looks the same, safe to show. White space
// at the ends of what is marked stands in pieces of its own, so that no line is drawn
// under it and no mark-up opens beside it.
type Piece struct {
	Text  string
	Mark  Mark   // Plain, Deleted, Inserted, MovedAway or MovedHere
	Place string // of moved words: the clause that they went to or came from
}

// Where says where moved words went or came from: "→ 4.1.5". "" for others.
func (p Piece) Where() string {
	switch p.Mark {
	case MovedAway:
		return "→ " + p.Place
	case MovedHere:
		return "← " + p.Place
	}
	return ""
}

// Name is what a mark of changed words is called: a key of the phrase catalogue, "" for
// other marks.
func (m Mark) Name() string { return names[m] }

var names = [...]string{Deleted: "deleted", Inserted: "inserted", MovedAway: "moved away", MovedHere: "moved here", Code: ""}

// Elided is the text of a piece that stands for words which are left out.
const Elided = " … "

// Pieces are runs as one side or both show them, in order: with old alone the old
// text with what is gone from it, with now alone the new one, with both the two
// together. Runs that no side shows give no piece.
func Pieces(runs []report.Run, old, now bool) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for i := range runs {
			p := pieceOf(&runs[i], old, now)
			if p.Text == "" {
				continue
			}
			core := strings.TrimSpace(p.Text)
			if p.Mark == Plain || core == "" {
				p.Mark, p.Place = Plain, ""
				if !yield(p) {
					return
				}
				continue
			}
			at := strings.Index(p.Text, core)
			before, after := p.Text[:at], p.Text[at+len(core):]
			p.Text = core
			if before != "" && !yield(Piece{Text: before}) || !yield(p) || after != "" && !yield(Piece{Text: after}) {
				return
			}
		}
	}
}

// All are the rows. Those of a change are laid out when they are first asked for.
func (p Passages) All() []report.Row {
	if p.Of != nil {
		return p.Of.Rows()
	}
	return p.Rows
}

// Each goes through the rows: those that are shown one by one, the others counted,
// each run of them where it stands.
func (p Passages) Each(shown func(report.Row), unchanged func(n int)) {
	folded := 0
	fold := func() {
		if folded > 0 {
			unchanged(folded)
		}
		folded = 0
	}
	for _, row := range p.All() {
		if !row.Changed && !p.Full {
			folded++
			continue
		}
		fold()
		shown(row)
	}
	fold()
}

// pieceOf is a run as a whole, "" where those sides do not have it.
func pieceOf(r *report.Run, old, now bool) Piece {
	moved := r.Op == compare.Move
	switch {
	case r.Elided:
		return Piece{Text: Elided}
	case r.Op == compare.Keep && now:
		return Piece{Text: plain.Visible(r.New)}
	case r.Op == compare.Keep:
		return Piece{Text: plain.Visible(r.Old)}
	case r.Old != "" && old && moved:
		return Piece{plain.Visible(r.Old), MovedAway, plain.Visible(r.To)}
	case r.Old != "" && old:
		return Piece{Text: plain.Visible(r.Old), Mark: Deleted}
	case r.New != "" && now && moved:
		return Piece{plain.Visible(r.New), MovedHere, plain.Visible(r.From)}
	case r.New != "" && now:
		return Piece{Text: plain.Visible(r.New), Mark: Inserted}
	}
	return Piece{}
}
