package table

import (
	"fmt"
	"strings"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// The columns that a table can have, and those it has when nobody chooses. The order
// of the second is how committees print such tables: text in force, proposal, note.
var (
	TableColumns        = []string{"no", "old", "new", "note"}
	defaultTableColumns = []string{"old", "new", "note"}
)

// ColumnError is returned for a column that no table has.
type ColumnError struct{ Name string }

func (e *ColumnError) Error() string {
	return fmt.Sprintf("a table has no column %q: its columns are %s", e.Name, strings.Join(TableColumns, ", "))
}

// setColumns turns the template into columns: "new" stands for one a draft. Shares
// are parts of the sum of all, so that 38, 38 and 24 fill a page. A column may be
// asked for twice. A heading of the caller's own stands behind "=":
//
//	"old=Qüvvədə olan", "new"   →   a column «Qüvvədə olan», one for each draft
//
// It fails with a [ColumnError].
func (m *maker) setColumns() error {
	wanted := m.o.Columns
	if len(wanted) == 0 {
		wanted = defaultTableColumns
	}
	for _, w := range wanted {
		kind, heading, own := strings.Cut(w, "=")
		var added []Column
		switch kind = strings.TrimSpace(kind); kind {
		case "no":
			added = []Column{{Kind: kind, Draft: -1, Heading: m.Say("No."), Share: 5}}
		case "old":
			added = []Column{m.oldColumn()}
		case "new":
			for i := range m.reports {
				added = append(added, m.newColumn(i))
			}
		case "note":
			added = []Column{{Kind: kind, Draft: -1, Heading: m.Say("Note"), Share: 24}}
		default:
			return &ColumnError{kind}
		}
		for _, c := range added {
			if own {
				c.Heading = plain.Visible(strings.TrimSpace(heading))
			}
			m.columns = append(m.columns, c)
		}
	}
	return nil
}

// oldColumn is the column of the old text. It is called the text in force only where
// nobody said that it is something else.
func (m *maker) oldColumn() Column {
	heading := m.Say("Text in force")
	if !inForce(m.old.Status) {
		heading = m.Say("Old text")
	}
	return Column{Kind: "old", Draft: -1, Heading: heading, About: m.about(m.old), Lang: m.old.Language, Share: 38}
}

// newColumn is the column of the i-th new text, called a proposal where it is a draft
// or nothing is said.
func (m *maker) newColumn(i int) Column {
	s := &m.reports[i].New
	heading := m.Say("Proposed text")
	if !proposed(s.Status) {
		heading = m.Say("New text")
	}
	return Column{Kind: "new", Draft: i, Heading: heading, About: m.about(s), Lang: s.Language, Share: 38}
}

// about names a revision in a word or two.
func (m *maker) about(s *report.Side) string {
	out := s.Label
	if d := m.Date(s.Date); d != "" && s.Date != s.Label {
		out += ", " + d
	}
	if s.Status != "" {
		out += ", " + m.Status(s.Status)
	}
	return plain.Visible(out)
}

// Width is a column's part of the width, in per cent. Rounded down, they sum to 100
// at the most.
func (t *Table) Width(c Column) int {
	sum := 0
	for _, o := range t.Columns {
		sum += o.Share
	}
	return 100 * c.Share / max(sum, 1)
}
