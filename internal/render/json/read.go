package json

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// ErrFiltered is what [Read] returns for a comparison that was written with
// a filter: what is left out cannot be rendered.
var ErrFiltered = errors.New("it holds some changes only")

// Read reads a comparison or report that [Diff] or [Report] wrote, so that it can be
// rendered again without the texts it was made from: text, Markdown, HTML and all
// other formats are the same to the byte. schema is [ComparisonSchema] or
// [ReportSchema].
//
// It fails for another schema, for a filtered comparison ([ErrFiltered]), and where
// the parts do not fit each other; a file that was changed by hand may also be read
// as something else than it was.
func Read(data []byte) (r report.Report, schema string, err error) {
	var doc jsonReport
	if err := json.Unmarshal(data, &doc); err != nil {
		return report.Report{}, "", fmt.Errorf("no JSON of a comparison: %w", err)
	}
	switch {
	case doc.Schema != ComparisonSchema && doc.Schema != ReportSchema:
		return report.Report{}, "", fmt.Errorf("its schema is %q, want %q or %q", doc.Schema, ComparisonSchema, ReportSchema)
	case doc.Filter != "":
		return report.Report{}, doc.Schema, ErrFiltered
	case doc.Old.Outline == nil || doc.New.Outline == nil:
		return report.Report{}, doc.Schema, errors.New("it holds no outline of the texts: it was written by an older version")
	}
	in, err := doc.input()
	if err != nil {
		return report.Report{}, doc.Schema, err
	}
	if r, err = report.Build(in); err != nil {
		return r, doc.Schema, err
	}
	embargo, unquotable := "", false
	for _, n := range doc.Notices {
		if n.Embargo != "" {
			embargo = n.Embargo
			if !message.IsMoment(embargo) {
				return report.Report{}, doc.Schema, fmt.Errorf("the embargo %q is neither a day nor a minute", embargo)
			}
		}
		unquotable = unquotable || n.Unquotable
	}
	r.Hold(embargo, unquotable)
	return r, doc.Schema, nil
}

// input is what the report was made from. A comparison has a part of it: the keys of
// a report are then empty.
func (doc *jsonReport) input() (report.Input, error) {
	var in report.Input
	c, err := doc.comparison()
	if err != nil {
		return in, err
	}
	in.Comparison = c
	doc.readClaims(&in)
	doc.readReferences(&in)
	in.Facts, in.Findings = readFacts(doc.Register), readFindings(doc.ToCheck)
	return in, doc.readMarks(&in)
}

// comparison rebuilds both revisions and what became of their clauses. Each clause
// gets its lines from the edits first, then its place from the outline; only then are
// there clauses that a change can name. An edit's place and partner are found by
// package compare.
func (doc *jsonReport) comparison() (*compare.Comparison, error) {
	oldLines, newLines := map[string][]string{}, map[string][]string{}
	edits := make([][]compare.Edit, len(doc.Changes))
	for i, ch := range doc.Changes {
		var old, now strings.Builder
		edits[i] = make([]compare.Edit, len(ch.Edits))
		for j, e := range ch.Edits {
			edits[i][j] = e.edit()
			if e.Op == string(compare.Move) && e.Move == 0 {
				return nil, fmt.Errorf("change %s: it does not say where moved words went: it was written by an older version", ch.ID)
			}
			old.WriteString(edits[i][j].Old)
			now.WriteString(edits[i][j].New)
		}
		if err := errors.Join(splitLines(oldLines, old.String(), ch.OldClauses), splitLines(newLines, now.String(), ch.NewClauses)); err != nil {
			return nil, fmt.Errorf("change %s: %w", ch.ID, err)
		}
	}
	old, err := doc.Old.revision(oldLines)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doc.Old.Label, err)
	}
	now, err := doc.New.revision(newLines)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doc.New.Label, err)
	}
	oldClauses, newClauses := old.Clauses(), now.Clauses()
	oldAt, newAt := clausesByAddress(oldClauses), clausesByAddress(newClauses)
	changes := make([]compare.Change, len(doc.Changes))
	for i, ch := range doc.Changes {
		if changes[i], err = ch.change(edits[i], oldAt, newAt); err != nil {
			return nil, err
		}
	}
	c, err := compare.Assemble(old, now, oldClauses, newClauses, changes)
	if err != nil {
		return nil, err
	}
	// The outlines hold no notes, from which this would follow.
	c.Beside = nil
	for _, b := range doc.Beside {
		c.Beside = append(c.Beside, compare.Beside{Kind: revision.NoteKind(b.Kind), At: b.At, Old: b.Old, New: b.New})
	}
	return c, nil
}

// clausesByAddress indexes the clauses of one text, whose addresses are all
// different.
func clausesByAddress(clauses []*revision.Clause) map[string]*revision.Clause {
	m := make(map[string]*revision.Clause, len(clauses))
	for _, c := range clauses {
		m[c.Address()] = c
	}
	return m
}

// revision rebuilds one side with the lines of its clauses.
func (s *jsonSide) revision(lines map[string][]string) (*revision.Revision, error) {
	components, err := outlined(s.Outline, lines)
	return &revision.Revision{
		Meta: revision.Meta{
			Label: s.Label, Title: s.Title, Date: s.Date, Status: revision.Status(s.Status), Language: s.Language,
			Base: s.Base, Citation: s.Citation, Note: s.Note,
			Source: revision.Source{Name: s.File, SHA256: s.SHA256},
		},
		Components: components,
	}, err
}

// change restores a change: its clauses by their addresses, which must be there.
func (ch *jsonChange) change(edits []compare.Edit, old, now map[string]*revision.Clause) (compare.Change, error) {
	out := compare.Change{
		ID: ch.ID, Kind: compare.Kind(ch.Kind),
		Renumbered: ch.Renumbered, Moved: ch.Moved, Retitled: ch.Retitled, Uncertain: ch.Uncertain,
		Basis: readGrounds(ch.BasisCodes), Score: ch.Score, Significance: compare.Significance(ch.Significance), Reasons: readReasons(ch.ReasonCodes),
		Edits: edits, Words: compare.WordCount(ch.Words),
	}
	for _, side := range []struct {
		addresses []string
		of        map[string]*revision.Clause
		clauses   *[]*revision.Clause
	}{{ch.Old, old, &out.Old}, {ch.New, now, &out.New}} {
		for _, a := range side.addresses {
			c := side.of[a]
			if c == nil {
				return out, fmt.Errorf("change %s: the outline has no clause %s", ch.ID, a)
			}
			*side.clauses = append(*side.clauses, c)
		}
	}
	if u := ch.RunnerUp; u != nil {
		out.RunnerUp = &compare.Candidate{Old: u.Old, New: u.New, Score: u.Score, Why: u.Rule.ground()}
	}
	for _, e := range ch.Evidence {
		out.Evidence = append(out.Evidence, compare.Evidence(e))
	}
	return out, nil
}

// edit is the reverse of newJSONEdit, but for places and partners.
func (e *jsonEdit) edit() compare.Edit {
	out := compare.Edit{Op: compare.Op(e.Op), Move: e.Move}
	switch {
	case out.Op == compare.Keep && e.OldText != nil:
		out.Old, out.New = *e.OldText, e.Text
	case out.Op == compare.Keep:
		out.Old, out.New = e.Text, e.Text
	case out.Op == compare.Delete, out.Op == compare.Move && e.To != "":
		out.Old = e.Text
	default:
		out.New = e.Text
	}
	return out
}
