package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// reader turns the nodes of a page into blocks.
type reader struct {
	// What is known of the page as a whole; the readers of a table's cells share it.
	page    *Page
	ids     map[string]*html.Node // elements by id or name
	skip    map[*html.Node]bool   // not part of the document
	weights map[*html.Node]weight
	count   int                 // of elements weighed
	noted   map[*html.Node]bool // footnotes that have become notes
	hidden  int                 // elements that a style sheet hides and whose text was read

	// What stands at the place that is being read.
	text    flow.Prose  // of the block at hand
	sheet   sheet       // what the page's style sheets say
	script  flow.Script // of the text at hand
	num     string      // number or bullet that the page prints before it
	closing bool        // the item, or what precedes a list in it, ends here
	level   int         // of the heading it stands in
	depth   int         // lists around it
	lists   []*list
	notes   []revision.Note // of the block at hand
	pre     int             // elements around that keep line breaks
}

// read reads the page below root: first all that must be known before any text is
// (names, weights, what goes), then the text.
func (r *reader) read(root *html.Node) {
	body := root
	if b := find(root, atom.Body); b != nil {
		body = b
	}
	if h := find(root, atom.Html); h != nil {
		r.page.Language = strings.TrimSpace(attr(h, "lang"))
	}
	r.sheet = sheet{}
	readSheets(root, r.sheet)
	r.collect(body)
	r.weigh(body, false)
	r.dropBoilerplate(body)
	if p := r.plain(body); p != "" {
		r.page.Plain = p
		return
	}
	r.dropFootnotes(body)
	r.children(body)
	r.flush()
	if r.hidden > 0 {
		r.page.Warnings = append(r.page.Warnings, flow.Odd(flow.Place{}, flow.OddStyleHides, r.hidden))
	}
}

// find is the first element of a kind at n or below it in the order of the file, nil
// when there is none.
func find(n *html.Node, kind atom.Atom) *html.Node {
	if n.DataAtom == kind {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, kind); f != nil {
			return f
		}
	}
	return nil
}

// collect notes elements by their names, ids and the names of old anchors; the first
// of a name counts, as in a browser.
func (r *reader) collect(n *html.Node) {
	for _, key := range []string{"id", "name"} {
		if v := attr(n, key); v != "" && r.ids[v] == nil {
			r.ids[v] = n
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.collect(c)
	}
}

// plain is the text of a page that is, but for a tenth of its characters, one pre
// element; "" for any other page. Registers and mailing lists serve plain texts so,
// and their lines must be read as lines.
func (r *reader) plain(body *html.Node) string {
	pre := find(body, atom.Pre)
	if pre == nil {
		return ""
	}
	if r.weights[pre].text*10 < r.weights[body].text*9 {
		return ""
	}
	var b strings.Builder
	r.writePlain(&b, body, false)
	return b.String()
}

// writePlain writes what an element shows, with the line breaks of pre elements
// and an empty line between blocks.
func (r *reader) writePlain(b *strings.Builder, n *html.Node, inPre bool) {
	switch {
	case r.skip[n] || hidden(n):
		return
	case n.Type == html.TextNode && (inPre || !blank(n.Data)):
		b.WriteString(n.Data)
		return
	case n.DataAtom == atom.Br:
		b.WriteByte('\n')
	}
	apart := isBlock(n) && !inPre
	inPre = inPre || n.DataAtom == atom.Pre
	if apart {
		b.WriteString("\n\n")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.writePlain(b, c, inPre)
	}
	if apart {
		b.WriteString("\n\n")
	}
}

// children reads what stands below n.
func (r *reader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

// node reads a node, with its style, and what stands below it. The style holds until
// the node ends.
func (r *reader) node(n *html.Node) {
	if n.Type == html.ElementNode {
		around := r.script
		r.script = r.scriptOf(n, around)
		defer func() { r.script = around }()
	}
	switch {
	case r.skip[n] || hidden(n):
	case n.Type == html.TextNode:
		r.write(n.Data)
	case n.DataAtom == atom.Br:
		r.lineBreak()
	case n.DataAtom == atom.Q:
		r.write("“")
		r.children(n)
		r.write("”")
	case n.DataAtom == atom.Math:
		r.write(formulaOf(n))
	case r.reference(n):
	case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || n.DataAtom == atom.Menu || n.DataAtom == atom.Dir:
		r.list(n)
	case n.DataAtom == atom.Li:
		r.item(n)
	case n.DataAtom == atom.Table:
		r.table(n)
	case n.DataAtom == atom.Pre:
		r.flush()
		r.pre++
		r.children(n)
		r.flush()
		r.pre--
	case headingLevel(n) > 0:
		r.flush()
		r.level = headingLevel(n)
		r.children(n)
		r.flush()
		r.level = 0
	case isBlock(n):
		r.flush()
		r.children(n)
		r.flush()
	default:
		r.children(n)
	}
}

// write adds characters. White space is one space, except where the page keeps line
// breaks. Runs of spaces stay as they are here; whoever takes the text closes them
// up.
func (r *reader) write(s string) {
	if r.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				r.lineBreak()
			}
			r.text.Write(line, r.script)
		}
		return
	}
	r.text.Write(strings.Map(func(c rune) rune {
		switch c {
		case '\n', '\r', '\t', '\f':
			return ' '
		}
		return c
	}, s), r.script)
}

// lineBreak is a br: two in a row part paragraphs, one at the beginning of a block is
// nothing, any other is kept for the outline, which begins a block where a label
// follows it.
func (r *reader) lineBreak() {
	if strings.HasSuffix(strings.TrimRight(r.text.String(), " \u00a0"), "\n") {
		r.flush()
		return
	}
	if blank(r.text.String()) {
		return
	}
	r.text.Write("\n", flow.Script{})
}

// flush ends the block at hand. What a consolidator wrote between the document's own
// words becomes its notes, or those of the block before when there is nothing else in
// it; before the first block there is none to have them, and they are listed as left
// out. A block without words is kept where something was struck out in it, and where
// its item ends and has a number.
func (r *reader) flush() {
	text := strings.TrimSpace(r.text.String())
	struck := r.page.AddStruck(flow.Place{Line: len(r.page.Blocks) + 1}, r.text.Struck())
	r.text.Reset()
	notes := r.notes
	r.notes = nil
	text, remarks := flow.CutRemarks(text, true)
	notes = append(notes, remarks...)
	if blank(text) && !struck && !(r.closing && flow.IsNumber(r.num)) {
		if n := len(r.page.Blocks); n > 0 {
			r.page.Blocks[n-1].Notes = append(r.page.Blocks[n-1].Notes, notes...)
		} else {
			for _, e := range notes {
				r.page.Dropped = append(r.page.Dropped, flow.Dropped{Text: e.Text, Why: "note before the text"})
			}
		}
		return
	}
	b := flow.Block{Num: r.num, Text: text, Depth: r.depth, Notes: notes, Struck: struck}
	b.Level = flow.HeadingLevel(r.level, text)
	r.num = ""
	r.add(b)
}

// add adds a block; its line is its number in the page, from 1.
func (r *reader) add(b flow.Block) {
	b.Line = len(r.page.Blocks) + 1
	r.page.Blocks = append(r.page.Blocks, b)
}
