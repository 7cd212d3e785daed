package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/review"
)

// ErrNone says that a file holds no form of ours.
var ErrNone = errors.New("this is no form of conceptdiff: none of its tables begins with a form's code")

// The codes. A program that saved the file may have put other spaces.
var (
	formCode = lazy.Regexp(`^conceptdiff\s+form\s+1\s+(\S+)\s+([0-9a-f]{12})$`)
	rowCode  = lazy.Regexp(`^(\S+)\s+([0-9a-f]{12})$`)
)

// MayBe reports whether a file has the form of one: an office file, or a page of ours.
func MayBe(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK")) || bytes.Contains(data, []byte(stateOpen))
}

// Read reads a form that came back as a Word file, a workbook or a page. What of a row
// cannot be read is told in the row; the error is [ErrNone] where there is no form.
func Read(data []byte) (Form, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		tables, err := officeCells(data)
		if err != nil {
			return Form{}, err
		}
		return fromCells(tables)
	case bytes.Contains(data, []byte(stateOpen)):
		return fromPage(data)
	}
	return Form{}, ErrNone
}

// cells are a row of a table, and where it stands.
type cells struct {
	place string
	text  []string
}

func fromCells(rows []cells) (Form, error) {
	var f Form
	found := false
	for _, row := range rows {
		if len(row.text) == 0 {
			continue
		}
		first := strings.TrimSpace(row.text[0])
		if m := formCode().FindStringSubmatch(first); m != nil {
			found = true
			f.Meta.Label, f.Meta.Source.SHA256 = m[1], m[2]
			for _, text := range row.text[1:] {
				if name := strings.TrimSpace(text); name != "" {
					f.Member = name // the last cell is where it is written
				}
			}
			continue
		}
		if m := rowCode().FindStringSubmatch(first); m != nil {
			f.Rows = append(f.Rows, readRow(m[1], m[2], row))
		}
	}
	if !found {
		return Form{}, ErrNone
	}
	return f, nil
}

// readRow reads the boxes and the note behind a row's code and words.
func readRow(address, digest string, row cells) Row {
	r := Row{Address: address, Digest: digest, Place: row.place}
	var crossed []string
	for i, v := range Boxes {
		if at := 2 + i; at < len(row.text) && isCrossed(row.text[at]) {
			r.Verdict = v
			crossed = append(crossed, string(v))
		}
	}
	if at := 2 + len(Boxes); at < len(row.text) {
		r.Note = strings.TrimSpace(row.text[at])
	}
	return r.checked(crossed)
}

// checked says what is odd about a row.
func (r Row) checked(crossed []string) Row {
	switch {
	case len(crossed) > 1:
		r.Odd = SeveralCrosses
	case len(crossed) == 0 && r.Note != "":
		r.Odd = NoCross
	}
	return r
}

func isCrossed(cell string) bool {
	cell = strings.TrimSpace(strings.ReplaceAll(cell, Empty, ""))
	return cell != "" && cell != "[ ]" && cell != "[]"
}

// The state of a page's form stands in it as JSON, which the page keeps up to date.
const (
	stateOpen  = `<script type="application/json" id="conceptdiff-form">`
	stateClose = `</script>`
)

// State is what a page keeps of a form.
type State struct {
	Code   string     `json:"code"`
	Member string     `json:"member"`
	Rows   []StateRow `json:"rows"`
}

// StateRow is what a page keeps of a row.
type StateRow struct {
	Code    string `json:"code"`
	Verdict string `json:"verdict"`
	Note    string `json:"note"`
}

// State is the form as a page keeps it.
func (f Form) State() State {
	s := State{Code: f.Code(), Member: f.Member, Rows: []StateRow{}}
	for _, r := range f.Rows {
		s.Rows = append(s.Rows, StateRow{Code: r.Code(), Verdict: string(r.Verdict), Note: r.Note})
	}
	return s
}

func fromPage(data []byte) (Form, error) {
	_, rest, _ := bytes.Cut(data, []byte(stateOpen))
	body, _, ok := bytes.Cut(rest, []byte(stateClose))
	var s State
	if !ok || json.Unmarshal(body, &s) != nil {
		return Form{}, ErrNone
	}
	m := formCode().FindStringSubmatch(strings.TrimSpace(s.Code))
	if m == nil {
		return Form{}, ErrNone
	}
	f := Form{Member: strings.TrimSpace(s.Member)}
	f.Meta.Label, f.Meta.Source.SHA256 = m[1], m[2]
	for i, row := range s.Rows {
		m := rowCode().FindStringSubmatch(strings.TrimSpace(row.Code))
		if m == nil {
			continue
		}
		r := Row{Address: m[1], Digest: m[2], Note: strings.TrimSpace(row.Note), Place: fmt.Sprintf("row %d", i+1)}
		var crossed []string
		if row.Verdict != "" {
			v, err := review.ParseVerdict(row.Verdict)
			if err != nil {
				r.Odd = NoVerdict
			}
			r.Verdict, crossed = v, []string{row.Verdict}
		}
		if r.Odd == "" {
			r = r.checked(crossed)
		}
		f.Rows = append(f.Rows, r)
	}
	return f, nil
}
