package form

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"conceptdiff/internal/ooxml"
)

// officeCells are the rows of all tables of a Word file, or of all sheets of a workbook.
func officeCells(data []byte) ([]cells, error) {
	p, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main, err := p.Read(p.Main)
	if err != nil {
		return nil, err
	}
	root, err := ooxml.Scan(main)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Main, err)
	}
	switch _, name := ooxml.CutPrefix(root.Name); name {
	case "document":
		return wordCells(root, main), nil
	case "workbook":
		return sheetCells(p)
	}
	return nil, ErrNone
}

// local is an element's name without its prefix.
func local(e *ooxml.Element) string {
	_, name := ooxml.CutPrefix(e.Name)
	return name
}

// wordCells reads tables; one within a cell is part of that cell.
func wordCells(root *ooxml.Element, part []byte) []cells {
	var out []cells
	tables := 0
	root.Walk(func(e *ooxml.Element) bool {
		if local(e) != "tbl" {
			return true
		}
		tables++
		rows := 0
		e.Walk(func(r *ooxml.Element) bool {
			if local(r) != "tr" {
				return true
			}
			rows++
			row := cells{place: fmt.Sprintf("table %d, row %d", tables, rows)}
			r.Walk(func(c *ooxml.Element) bool {
				if local(c) != "tc" {
					return true
				}
				row.text = append(row.text, wordText(c, part))
				return false
			})
			out = append(out, row)
			return false
		})
		return false
	})
	return out
}

// wordText is the text of a cell: its paragraphs by line breaks, without what is
// deleted.
func wordText(cell *ooxml.Element, part []byte) string {
	var b strings.Builder
	cell.Walk(func(e *ooxml.Element) bool {
		switch local(e) {
		case "p":
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
		case "t":
			b.WriteString(e.Text(part))
			return false
		case "tab":
			b.WriteByte(' ')
		case "br":
			b.WriteByte('\n')
		case "del", "delText", "moveFrom":
			return false
		case "sym": // a crossed box as a character of a typeface for signs
			b.WriteString("x")
		}
		return true
	})
	return strings.TrimSpace(b.String())
}

// sheetCells reads the sheets of a workbook.
func sheetCells(p *ooxml.Opened) ([]cells, error) {
	shared, err := sharedStrings(p)
	if err != nil {
		return nil, err
	}
	var out []cells
	for _, rel := range p.Relations {
		if !strings.HasSuffix(rel.Type, "/worksheet") || rel.Target == "" {
			continue
		}
		part, err := p.Read(rel.Target)
		if err != nil {
			return nil, err
		}
		root, err := ooxml.Scan(part)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", rel.Target, err)
		}
		root.Walk(func(r *ooxml.Element) bool {
			if local(r) != "row" {
				return true
			}
			row := cells{place: "row " + r.Attr("r")}
			for _, c := range r.Children {
				if local(c) != "c" {
					continue
				}
				at := columnOf(c.Attr("r"), len(row.text))
				if at > 200 {
					continue // no column of a form
				}
				for len(row.text) <= at {
					row.text = append(row.text, "")
				}
				row.text[at] = cellText(c, part, shared)
			}
			out = append(out, row)
			return false
		})
	}
	return out, nil
}

// columnOf is the column of a cell's reference, from 0; next where it has none.
func columnOf(ref string, next int) int {
	n := 0
	for _, r := range ref {
		if r < 'A' || r > 'Z' {
			break
		}
		n = 26*n + int(r-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}

func cellText(c *ooxml.Element, part []byte, shared []string) string {
	value := ""
	for _, child := range c.Children {
		switch local(child) {
		case "v":
			value = child.Text(part)
		case "is":
			return texts(child, part)
		}
	}
	switch c.Attr("t") {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(shared) {
			return shared[i]
		}
		return ""
	case "b":
		if value == "1" {
			return "x"
		}
		return ""
	}
	return value
}

// texts are all texts in an element, without how they are pronounced.
func texts(e *ooxml.Element, part []byte) string {
	var b strings.Builder
	e.Walk(func(c *ooxml.Element) bool {
		switch local(c) {
		case "t":
			b.WriteString(c.Text(part))
			return false
		case "rPh":
			return false
		}
		return true
	})
	return b.String()
}

func sharedStrings(p *ooxml.Opened) ([]string, error) {
	for _, rel := range p.Relations {
		if !strings.HasSuffix(rel.Type, "/sharedStrings") {
			continue
		}
		part, err := p.Read(rel.Target)
		if err != nil {
			return nil, err
		}
		root, err := ooxml.Scan(part)
		if err != nil {
			return nil, errors.Join(ErrNone, err)
		}
		var out []string
		for _, si := range root.Children {
			if local(si) == "si" {
				out = append(out, texts(si, part))
			}
		}
		return out, nil
	}
	return nil, nil
}
