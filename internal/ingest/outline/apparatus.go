package outline

import (
	"strconv"
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// The apparatus of a state register stands behind the text of a consolidated act:
// the list of the acts that it was put together from, that of the decisions of the
// Constitutional Court on it, and its endnotes, which say what each amendment did and
// quote the wording before it. None of it is the act's own: a former article 12 in an
// endnote is no article 12.

// register is one list of the apparatus.
type register struct {
	heading layout.Block
	eid     string // sources, amendments or decisions
	blocks  []layout.Block
}

// The addresses of the lists.
const (
	eidSources    = "sources"    // the acts behind the text
	eidAmendments = "amendments" // what each of them did
	eidDecisions  = "decisions"  // of the court that interprets it
)

// cutApparatus takes the lists of the register off the end of a text: all from the
// first heading of one. Blocks behind such a heading belong to its list, whatever
// they look like. lists is nil where there is none, and text is then all of blocks.
func cutApparatus(blocks []layout.Block) (text []layout.Block, lists []register) {
	text = blocks
	for i := range blocks {
		eid := registerHeading(blocks, i, lists != nil)
		if n := len(lists); n > 0 && eid == eidSources && lists[n-1].eid == eidSources {
			eid = "" // the acts that only amended, below those that were put together
		}
		switch {
		case eid != "":
			if lists == nil {
				text = blocks[:i]
			}
			lists = append(lists, register{heading: blocks[i], eid: eid})
		case lists != nil:
			last := &lists[len(lists)-1]
			last.blocks = append(last.blocks, blocks[i])
		}
	}
	return text, lists
}

// longestRegister is the length of the longest heading of a list, in bytes.
const longestRegister = 200

// registerHeading tells the heading of a list by its words and, before any other list
// was found, by what follows: an endnote or an act with its date. It answers with the
// list's address, "" for any other block.
func registerHeading(blocks []layout.Block, i int, behind bool) string {
	blk := &blocks[i]
	if blk.Numbered() || len(blk.Text) > longestRegister || words.IsASCII(blk.Text) || layout.EndsSentence(blk.Text) {
		return ""
	}
	name := squeezed(blk.Text)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(name, w) {
				return true
			}
		}
		return false
	}
	list := strings.HasSuffix(name, "siyahisi")
	eid := ""
	switch {
	case list && has("mənbəsənəd"), has("dəyişiklik", "əlavə") && has("etmişqanunlar", "edənqanunlar", "etmişaktlar", "edənaktlar"),
		name == "списокизменяющихдокументов", name == "переченьизменяющихдокументов":
		eid = eidSources
	case list && has("edilmiş", "edilən", "olunmuş", "olunan") && has("dəyişiklik", "əlavələr"):
		eid = eidAmendments
	case has("konstitusiyaməhkəməsi", "konstitusiyaməhkəməsinin") && (list || strings.HasSuffix(name, "qərarlari") || strings.HasSuffix(name, "qərarlar")),
		has("конституционногосуда") && (strings.HasPrefix(name, "перечень") || strings.HasPrefix(name, "список")):
		eid = eidDecisions
	default:
		return ""
	}
	if behind {
		return eid
	}
	const far = 4 // blocks
	for j := i + 1; j <= i+far && j < len(blocks); j++ {
		text := blocks[j].Label.Printed + blocks[j].Text
		if mark, _ := cutMark(text); mark != "" || dated(text) || registerHeading(blocks, j, false) != "" {
			return eid
		}
	}
	return ""
}

// dated reports whether a line cites an act by its date, as a register does: «5 may
// 2020-ci il tarixli», «Федеральный закон от 2 июля 2021 г.».
func dated(s string) bool {
	return strings.Contains(s, "tarixli") || strings.Contains(s, " закон от ") || strings.Contains(s, " от ") && strings.Contains(s, "№")
}

// squeezed is a heading without anything but letters, in small ones: İ, I, ı and i
// are one.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'I' || r == 'İ' || r == 'ı':
			return 'i'
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// component makes the list a component of its own. The acts of a list that is
// numbered from 1 up are its provisions; the endnotes that no mark in the text
// calls for are its paragraphs.
func (r *register) component() *revision.Provision {
	c := &revision.Provision{Kind: revision.KindComponent, EID: r.eid, Heading: whole(&r.heading), Notes: r.heading.Notes}
	last, open := 0, c
	for i := range r.blocks {
		blk := &r.blocks[i]
		var p *revision.Provision
		if r.eid != eidAmendments && nextAct(blk.Label, last) {
			last++
			p = &revision.Provision{Kind: revision.KindClause, Num: blk.Label.Printed, Label: blk.Label, Text: blk.Text}
			c.Children = append(c.Children, p)
			open = p
		} else {
			p = &revision.Provision{Kind: revision.KindParagraph, Text: whole(blk)}
			if p.Text == "" {
				continue
			}
			open.Children = append(open.Children, p)
		}
		p.Notes = blk.Notes
	}
	return c
}

// nextAct reports whether a label numbers the act after the last one of a list. A
// break in the count means that the number is a point's inside an endnote, not the
// next act's.
func nextAct(l numbering.Label, last int) bool {
	return l.Unit == "" && (l.Form == numbering.FormDot || l.Form == numbering.FormParen) && l.Num == strconv.Itoa(last+1)
}

// whole is a block with its label.
func whole(blk *layout.Block) string {
	return strings.TrimSpace(blk.Label.Printed + " " + blk.Text)
}

// registers makes the components of the lists, each with an address of its own.
func registers(lists []register) []*revision.Provision {
	var out []*revision.Provision
	used := map[string]int{}
	for i := range lists {
		r := &lists[i]
		if used[r.eid]++; used[r.eid] > 1 {
			r.eid += "~" + strconv.Itoa(used[r.eid])
		}
		c := r.component()
		c.EID = r.eid
		out = append(out, c)
	}
	return out
}
