package docx

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ooxml"
)

// A graft is the redline laid over the user's document: for each of its
// paragraphs what became of every character, and what stands between them.
type graft struct {
	*body
	data   []byte
	hosts  []*host
	lines  map[*line]*found
	spots  map[*atom][]spot
	plans  []plan                    // by host
	rows   map[*ooxml.Element]string // table rows that only the new text has, and how their insertion is marked
	looked map[int]look              // by host: what it looks like, when it holds one line and no more
	held   map[spot]bool             // characters that a line of the new text holds
	models map[string]model          // by style: a paragraph that looks like it
	// While the stream is laid over the document:
	at      spot    // behind the last character of the new text
	open    bool    // a line of the new text has begun and not ended
	pending []event // what stands before the next character
}

// model is a paragraph of the document that old text is made to look like.
type model struct {
	host    *host
	counted bool // its number is counted by the program
}

// plan says what happens to one paragraph of the document.
type plan struct {
	tags   []string        // by character: the element it is to stand in, "" for none
	events map[int][]event // before that character; behind the last, at the number of characters
	mark   string          // the element in the properties of its mark
	was    *look           // on the old side, where it is another
}

// event is something that stands between two characters.
type event struct {
	raw    string // written as it is
	atom   *atom  // old text
	tag    string // the element for it
	ends   bool   // a paragraph of the old text ends here
	ended  *paragraph
	behind []*stretch // moves whose range ends with that paragraph
}

// graft lays the redline over a document and returns the document.
func (d *document) graft(data []byte) ([]byte, error) {
	root, err := ooxml.Scan(data)
	if err != nil {
		return nil, err
	}
	main := root.Child("w:body")
	if root.Name != "w:document" || main == nil {
		return nil, ErrNotWord
	}
	g := &graft{
		body: d.newBody(), data: data, hosts: hosts(data, main), lines: make(map[*line]*found),
		spots: make(map[*atom][]spot), models: make(map[string]model), held: make(map[spot]bool), rows: make(map[*ooxml.Element]string), looked: make(map[int]look),
	}
	if len(g.hosts) == 0 {
		return nil, ErrNotWord
	}
	places, err := locate(d.lines, g.hosts)
	if err != nil {
		return nil, err
	}
	for i, l := range d.lines {
		g.lines[l] = &places[i]
		g.place(l, &places[i])
	}
	g.plans = make([]plan, len(g.hosts))
	for i, h := range g.hosts {
		g.plans[i] = plan{tags: make([]string, len(h.chars)), events: make(map[int][]event)}
	}
	for i, p := range d.paragraphs {
		g.lay(i, p)
	}
	g.flush(g.at)
	g.fill()
	return g.write(), nil
}

// place tells the atoms of a line where they stand.
func (g *graft) place(l *line, f *found) {
	number, text := 0, 0
	for _, a := range l.atoms {
		n := utf8.RuneCountInString(a.text)
		if a.number {
			if number+n <= len(f.number) {
				g.spots[a] = f.number[number : number+n]
			} else if last := len(f.number) - 1; f.typed && last >= 0 {
				g.spots[a] = g.spaceBehind(f.number[last])
			}
			number += n
			continue
		}
		if text+n <= len(f.text) {
			g.spots[a] = f.text[text : text+n]
		}
		text += n
	}
	counted := f.counts(l)
	if m := g.models[l.look.style]; f.first != nowhere && (m.host == nil || counted && !m.counted) {
		g.models[l.look.style] = model{g.hosts[f.first.host], counted}
	}
}

// lay lays one paragraph of the redline over the document.
func (g *graft) lay(i int, p *paragraph) {
	for _, c := range g.comments[p] {
		g.pending = append(g.pending, event{raw: g.write1(func() { g.reference(p, c) })})
	}
	counted := p.shared() && g.lines[p.new].counts(p.new) || p.new == nil && p.old != nil && g.models[p.old.look.style].counted
	for j, s := range p.spans {
		at := place{i, j}
		g.bullet(s)
		for _, m := range g.starts[at] {
			g.say(event{raw: g.write1(func() { g.rangeStart(m) })})
		}
		switch {
		case s.new != nil:
			g.show(g.spots[s.new], s.tag())
		case counted && s.old.number:
			// The program counts it.
		default:
			g.say(event{atom: s.old, tag: s.tag()})
		}
		for _, m := range g.ends[at] {
			g.say(event{raw: g.write1(func() { g.rangeEnd(m) })})
		}
	}
	g.endParagraph(i, p)
}

// bullet types the bullet of an old item, for a document without such a list. It
// stands where the item begins: the mark that ends it may be that of a later
// paragraph, when the new text cut the item in two.
func (g *graft) bullet(s span) {
	if s.old == nil {
		return
	}
	l := s.old.line
	if _, typed := g.model(l.look); typed && s.old == l.atoms[0] {
		g.say(event{atom: &atom{text: g.looks.bullets[l.look.list-1] + " "}, tag: "w:del"})
	}
}

// endParagraph lays a paragraph mark.
func (g *graft) endParagraph(i int, p *paragraph) {
	behind := g.endsWith[i]
	if p.new == nil && p.old != nil && i < len(g.paragraphs)-1 {
		g.say(event{ends: true, ended: p, behind: behind})
		return
	}
	if p.new != nil {
		f := g.lines[p.new]
		if !g.open && f.first != nowhere {
			g.flush(f.first)
			g.at, g.open = f.first, true
		}
		h := g.hosts[max(f.last.host, 0)]
		alone := f.last != nowhere && f.last.host == f.first.host && atEnd(g.hosts, spot{f.last.host, f.last.char + 1})
		last := i == len(g.paragraphs)-1
		if was, is := p.looks(last); was != is && alone {
			g.plans[f.last.host].was = &was
		}
		if alone {
			g.looked[f.last.host] = p.new.look
		}
		if p.old == nil && !last {
			g.insertMark(p, f, alone)
		}
		if f.last != nowhere && alone {
			g.at = spot{f.last.host, len(h.chars)}
		}
	}
	for _, m := range behind {
		g.say(event{raw: g.write1(func() { g.rangeEnd(m) })})
	}
	g.open = g.open && p.new == nil
	if p.shared() {
		g.late = !g.late
	}
}

// show says in which element characters of the document stand.
func (g *graft) show(spots []spot, tag string) {
	for _, s := range spots {
		if s == nowhere {
			continue
		}
		if len(g.pending) > 0 {
			g.flush(s)
		}
		g.open = true
		g.at = spot{s.host, s.char + 1}
		g.plans[s.host].tags[s.char] = tag
		g.held[s] = true
	}
}

// say puts an event where the redline has come to: behind the last character of
// a line, or before the first one.
func (g *graft) say(e event) {
	if !g.open || len(g.pending) > 0 {
		g.pending = append(g.pending, e)
		return
	}
	events := g.plans[g.at.host].events
	events[g.at.char] = append(events[g.at.char], e)
}

// flush puts what is pending before a character, or before all of its paragraph
// when it is the first that can be seen.
func (g *graft) flush(s spot) {
	if len(g.pending) == 0 {
		return
	}
	at := s.char
	h := g.hosts[s.host]
	for at > 0 && unseen(h.chars[at-1].char) && strings.TrimSpace(string(h.chars[at-1].char)) == "" && onlySpaces(h.chars[:at]) {
		at--
	}
	events := g.plans[s.host].events
	events[at] = append(events[at], g.pending...)
	g.pending = nil
}

func onlySpaces(chars []hostChar) bool {
	for _, c := range chars {
		if !unseen(c.char) {
			return false
		}
	}
	return true
}

// write1 returns what f writes.
func (g *graft) write1(f func()) string {
	from := g.Len()
	f()
	s := string(g.Bytes()[from:])
	g.Truncate(from)
	return s
}
