package document

import (
	"bufio"
	"cmp"
	"html"
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/revision"
)

// htmlStyle is for reading and printing; nothing is fetched.
const htmlStyle = `body{font:1rem/1.55 Georgia,"Noto Serif","DejaVu Serif",serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d1b18;background:#fff}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.8rem 0 .6rem}h1{font-size:1.7rem}h2{font-size:1.3rem}h3{font-size:1.1rem}h4,h5,h6{font-size:1rem}
p{margin:0 0 .7rem}ul{margin:0 0 .7rem;padding-left:1.5rem}li{margin:.2rem 0}aside{margin:0 0 .7rem 1.5rem;font-size:.9rem;color:#5d5850}
:target{background:#fff2d4}footer{margin-top:3rem;border-top:1px solid #dcd6ca;padding-top:.6rem;font-size:.85rem;color:#5d5850}
@media print{@page{margin:20mm}body{margin:0;max-width:none}h1,h2,h3,h4,h5,h6{break-after:avoid}}`

// HTML writes the revision as one page that needs no network. Every provision has its
// address as an anchor. A revision without a title is called by its label in the window.
// The error is that of w.
func HTML(w io.Writer, r *revision.Revision) error {
	h := &htmlWriter{w: bufio.NewWriter(w)}
	title := cmp.Or(r.Title, r.Label)
	f := frame.Of(r.Language, htmlStyle, "")
	h.w.WriteString(string(f.Begin()))
	h.line(`<title>` + escape(title) + `</title>`)
	h.line(`<style>` + htmlStyle + `</style>`)
	h.line(`</head>`)
	h.line(`<body><main>`)
	for _, c := range r.Components {
		h.provision(c, 0)
	}
	h.lists(0)
	h.line(`</main>`)
	var about []string
	for _, s := range []string{r.Label, string(r.Status), r.Date, r.Citation, r.Note} {
		if s != "" {
			about = append(about, escape(s))
		}
	}
	h.line(`<footer>` + strings.Join(about, " · ") + `</footer>`)
	h.w.WriteString(string(f.End()))
	return h.w.Flush()
}

// htmlWriter writes a provision after the other. open is how many lists are open, and
// with each an item: the end of the item is written only with what follows, since a
// list inside belongs into it.
type htmlWriter struct {
	w    *bufio.Writer
	open int
}

func (h *htmlWriter) line(s string) { h.w.WriteString(s + "\n") }

// lists opens or closes lists until n are open. A list inside another stands in
// the item before it.
func (h *htmlWriter) lists(n int) {
	for ; h.open < n; h.open++ {
		h.line("<ul>")
	}
	for ; h.open > n; h.open-- {
		h.line("</li></ul>")
	}
}

func (h *htmlWriter) provision(p *revision.Provision, level int) { h.write(p, level, 0) }

// write writes a provision at a level of headings; items is how many lists it stands
// in. What is no item closes every list, also below an item.
func (h *htmlWriter) write(p *revision.Provision, level, items int) {
	id := ` id="` + html.EscapeString(p.Address()) + `"`
	switch {
	case p.Kind == revision.KindItem:
		if h.open > items {
			h.lists(items + 1)
			h.line("</li>")
		} else {
			h.lists(items + 1)
		}
		h.w.WriteString("<li" + id + ">" + escape(strings.Join(lines(p), " ")[bulletLength(p):]) + "\n")
		h.notes(p)
		for _, c := range p.Children {
			in := 0
			if c.Kind == revision.KindItem {
				in = items + 1
			}
			h.write(c, level+1, in)
		}
		return
	case p.Heading != "":
		h.lists(0)
		n := strconv.Itoa(min(level+1, 6))
		h.line("<h" + n + id + ">" + escape(lines(p)[0]) + "</h" + n + ">")
		for _, s := range lines(p)[1:] {
			h.line("<p>" + escape(s) + "</p>")
		}
	default:
		h.lists(0)
		for _, s := range lines(p) {
			h.line("<p" + id + ">" + escape(s) + "</p>")
		}
	}
	h.notes(p)
	for _, c := range p.Children {
		h.write(c, level+1, 0)
	}
}

// bulletLength is how many bytes of an item's line its bullet takes, with the space
// behind it. The list shows a bullet of its own, so that one is left out.
func bulletLength(p *revision.Provision) int {
	if p.Num == "" || p.Heading+p.Text == "" {
		return len(p.Num)
	}
	return len(p.Num) + 1
}

// notes writes the notes of a provision below it.
func (h *htmlWriter) notes(p *revision.Provision) {
	for _, n := range p.Notes {
		if n.Kind == revision.NoteEID || n.Kind == revision.NoteWID {
			continue // names for programs, nothing to read
		}
		words := n.Text
		if n.Mark != "" {
			words = n.Mark + " " + words
		}
		if n.Author != "" {
			words = n.Author + ": " + words
		}
		h.line(`<aside role="note">` + escape(words) + `</aside>`)
	}
}

// escape makes a text safe in a page: mark-up is escaped, and what acts on the
// reading order or a terminal is made visible.
func escape(s string) string {
	return html.EscapeString(plain.VisibleLines(s))
}
