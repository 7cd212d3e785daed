package pdf

import "strconv"

// element is an element of a file's structure: what programs read aloud, reflow and
// copy by. Its kind is one of ISO 32000 (H1, P, L, Table …) or of [roles]. Its kids
// are in the order of reading.
type element struct {
	kind   string
	alt    string // read in place of what stands there
	lang   string // BCP 47, where it differs
	span   int    // columns of a cell; 0 is 1
	parent *element
	kids   []kid
}

// kid is what an element holds: another element, marked content of a page, or a link
// of one. One of element, content and link counts: a link has its number, content its
// page.
type kid struct {
	element *element
	page    int // from 1
	content int // of the page, from 0
	link    int // from 1; 0 for content
}

// roles are kinds of our own, and what a reader that does not know them takes them
// for. ISO 32000-1 knows neither; readers then take the words as they are, with the
// text to be read in their place.
const roles = "/Del /Span /Ins /Span"

// add is a new element at the end of e.
func (e *element) add(kind string) *element {
	c := &element{kind: kind}
	e.attach(c)
	return c
}

// attach puts an element at the end of e.
func (e *element) attach(c *element) {
	c.parent = e
	e.kids = append(e.kids, kid{element: c})
}

// link is a rectangle of a page that leads somewhere: to a fragment of the file or to
// the address of a page.
type link struct {
	page       int
	x, y, w, h float64 // in points, from the lower left
	fragment   string
	url        string // in ASCII; "" for a fragment
	said       string // what stands there
	about      *element
}

// place is where a fragment stands.
type place struct {
	page int
	y    float64 // in points, from below
}

// structure is the structure of a file while it is written. content tells, for each
// page from 0 on, to which element the content with each number belongs: it is the
// reverse of the elements' kids.
type structure struct {
	root    *element
	content [][]*element // of each page, whose content is which
	links   []link
	places  map[string]place
}

func newStructure() *structure {
	return &structure{root: &element{kind: "Document"}, places: map[string]place{}}
}

// mark is the operator that begins content of an element on a page. The number is the
// next one of the page; the caller ends the content with EMC.
func (s *structure) mark(e *element, page int) string {
	for len(s.content) < page {
		s.content = append(s.content, nil)
	}
	n := len(s.content[page-1])
	s.content[page-1] = append(s.content[page-1], e)
	e.kids = append(e.kids, kid{page: page, content: n})
	return "/" + e.kind + " <</MCID " + strconv.Itoa(n) + ">> BDC"
}

// lead enters a link whose content is that of e. l.about is set here.
func (s *structure) lead(l link, e *element) {
	l.about = e
	s.links = append(s.links, l)
	e.kids = append(e.kids, kid{link: len(s.links)})
}
