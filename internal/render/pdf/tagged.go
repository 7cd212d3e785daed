package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// tagged is a file with its structure: an update, as ISO 32000 calls what is appended
// to a file, gives each page its links and the number of its content, and the catalog
// the tree of elements. fpdf, which wrote the file, knows no structure. The same file
// and structure give the same bytes.
//
// It fails where the file is not as fpdf writes it, which a new version of fpdf could
// bring about; tests would see it.
func tagged(file []byte, s *structure, pages int) ([]byte, error) {
	u := &update{file: file, offsets: map[int]int{}, structure: s, numbers: map[*element]int{}}
	if err := u.readTrailer(); err != nil {
		return nil, fmt.Errorf("tag PDF: %w", err)
	}
	u.Write(file)
	u.root, u.tree = u.next(), u.next()
	u.number(s.root)
	u.firstLink = u.last + 1
	u.last += len(s.links)
	for page := 1; page <= pages; page++ {
		if err := u.page(page); err != nil {
			return nil, fmt.Errorf("tag PDF: page %d: %w", page, err)
		}
	}
	if err := u.extend(u.catalog, "<<\n/Type /Catalog", fmt.Sprintf(
		"/Version /1.7 /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot %d 0 R", u.root)); err != nil {
		return nil, fmt.Errorf("tag PDF: catalog: %w", err)
	}
	u.object(u.root, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d /RoleMap <<%s>>>>",
		u.numbers[s.root], u.tree, pages+len(s.links), roles))
	u.parents(pages)
	u.element(s.root, u.root)
	for i, l := range s.links {
		u.link(u.firstLink+i, pages+i, l)
	}
	u.table()
	return u.Bytes(), nil
}

// pageObject is the number that fpdf gives the object of a page: the first page is 3,
// and between two stands the content of one.
func pageObject(page int) int { return 1 + 2*page }

// update is a file and what is appended to it. What is written to it is what the file
// has, then the objects of the update, then their table.
type update struct {
	bytes.Buffer
	// The file as fpdf left it.
	file          []byte
	catalog, info int    // objects of the file
	entries       []byte // its table of objects, from the first entry
	before        int    // where that table stands
	last          int    // the highest number of an object
	offsets       map[int]int

	// What is added: the structure, the numbers of its root, of the tree that leads
	// back from content to elements, and of the first link; the others follow it.
	structure             *structure
	root, tree, firstLink int
	numbers               map[*element]int
}

// readTrailer reads the end of the file. Without compression of objects it is text:
// the trailer with the number of objects, of the catalog and of the information, and
// where the table of objects stands.
func (u *update) readTrailer() error {
	var size int
	trailer := bytes.LastIndex(u.file, []byte("trailer\n"))
	start := bytes.LastIndex(u.file, []byte("startxref\n"))
	if trailer < 0 || start < 0 {
		return fmt.Errorf("there is no trailer")
	}
	if _, err := fmt.Sscanf(string(u.file[trailer:]), "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R", &size, &u.catalog, &u.info); err != nil {
		return err
	}
	if _, err := fmt.Sscanf(string(u.file[start:]), "startxref\n%d", &u.before); err != nil {
		return err
	}
	u.last = size - 1
	head := fmt.Sprintf("xref\n0 %d\n", size)
	table, found := bytes.CutPrefix(u.file[u.before:], []byte(head))
	if !found {
		return fmt.Errorf("there is no table %q", head)
	}
	u.entries = table
	return nil
}

// next is a number that no object has yet.
func (u *update) next() int {
	u.last++
	return u.last
}

// object writes an object and remembers where it stands.
func (u *update) object(n int, body string) {
	u.offsets[n] = u.Len()
	fmt.Fprintf(u, "%d 0 obj\n%s\nendobj\n", n, body)
}

// extend writes an object of the file, a dictionary that begins so, with more
// entries. Its old body is copied from the file. An entry of the table of objects has
// 20 bytes, of which the first ten are where the object stands (ISO 32000, 7.5.4).
func (u *update) extend(n int, begins, more string) error {
	const entry = 20 // bytes
	var at int
	if _, err := fmt.Sscanf(string(u.entries[n*entry:][:10]), "%d", &at); err != nil {
		return err
	}
	body, _, _ := bytes.Cut(u.file[at:], []byte("\nendobj"))
	body, whole := bytes.CutSuffix(bytes.TrimSpace(body), []byte(">>"))
	body, named := bytes.CutPrefix(body, fmt.Appendf(nil, "%d 0 obj\n", n))
	if !whole || !named || !bytes.HasPrefix(body, []byte(begins)) {
		return fmt.Errorf("object %d is no dictionary %q", n, begins)
	}
	u.object(n, string(body)+"\n"+more+">>")
	return nil
}

// page gives a page its links and says under which number its content is listed.
// Numbers are those of the tree of parents, from 0; Tabs /S says that keys go through
// links in the order of the structure.
func (u *update) page(page int) error {
	var annots []string
	for i, l := range u.structure.links {
		if l.page == page {
			annots = append(annots, reference(u.firstLink+i))
		}
	}
	more := fmt.Sprintf("/StructParents %d /Tabs /S", page-1)
	if len(annots) > 0 {
		more += " /Annots [" + strings.Join(annots, " ") + "]"
	}
	return u.extend(pageObject(page), "<</Type /Page\n", more)
}

// reference is how one object names another.
func reference(n int) string { return fmt.Sprintf("%d 0 R", n) }

// number gives each element an object. The order is that of reading, depth first.
func (u *update) number(e *element) {
	u.numbers[e] = u.next()
	for _, k := range e.kids {
		if k.element != nil {
			u.number(k.element)
		}
	}
}

// parents writes which element the content of each page and each link belongs to: a
// tree of numbers (ISO 32000, 14.7.4.4), in which the pages come first, a list each,
// and the links after them.
func (u *update) parents(pages int) {
	var b strings.Builder
	b.WriteString("<</Nums [")
	for page := range pages {
		fmt.Fprintf(&b, "%d [", page)
		if page < len(u.structure.content) {
			for _, e := range u.structure.content[page] {
				b.WriteString(reference(u.numbers[e]) + " ")
			}
		}
		b.WriteString("]\n")
	}
	for i, l := range u.structure.links {
		fmt.Fprintf(&b, "%d %s\n", pages+i, reference(u.numbers[l.about]))
	}
	b.WriteString("]>>")
	u.object(u.tree, b.String())
}

// element writes an element and all below it. Content of the page that Pg names is
// told by its number, content of other pages with its page; links are objects of
// their own.
func (u *update) element(e *element, parent int) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S /%s /P %s", e.kind, reference(parent))
	if e.alt != "" {
		b.WriteString(" /Alt " + textString(e.alt))
	}
	if e.lang != "" {
		b.WriteString(" /Lang " + textString(e.lang))
	}
	switch {
	case e.kind == "TH":
		b.WriteString(" /A <</O /Table /Scope /Column>>")
	case e.span > 1:
		fmt.Fprintf(&b, " /A <</O /Table /ColSpan %d>>", e.span)
	}
	page := 0 // whose content is told by its number alone
	for _, k := range e.kids {
		if k.page > 0 && page == 0 {
			page = k.page
			b.WriteString(" /Pg " + reference(pageObject(page)))
		}
	}
	b.WriteString(" /K [")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch {
		case k.element != nil:
			b.WriteString(reference(u.numbers[k.element]))
		case k.link > 0:
			fmt.Fprintf(&b, "<</Type /OBJR /Pg %s /Obj %s>>", reference(pageObject(u.structure.links[k.link-1].page)), reference(u.firstLink+k.link-1))
		case k.page == page:
			fmt.Fprintf(&b, "%d", k.content)
		default:
			fmt.Fprintf(&b, "<</Type /MCR /Pg %s /MCID %d>>", reference(pageObject(k.page)), k.content)
		}
	}
	b.WriteString("]>>")
	u.object(u.numbers[e], b.String())
	for _, k := range e.kids {
		if k.element != nil {
			u.element(k.element, u.numbers[e])
		}
	}
}

// link writes a link, which stands under that number in the list of parents. Those to a
// fragment lead to its height on its page, the width of the view unchanged. Contents is
// what is read of it.
func (u *update) link(n, key int, l link) {
	to := "/A <</S /URI /URI " + textString(l.url) + ">>"
	if l.url == "" {
		at := u.structure.places[l.fragment]
		to = fmt.Sprintf("/Dest [%s /XYZ 0 %.2f null]", reference(pageObject(at.page)), at.y)
	}
	u.object(n, fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /StructParent %d /Contents %s %s>>",
		l.x, l.y, l.x+l.w, l.y+l.h, key, textString(l.said), to))
}

// table ends the file with where the objects of the update stand. Each entry stands
// alone, in a table with a section for each: the numbers of the update need not
// follow one another. Prev leads to the table of fpdf's.
func (u *update) table() {
	at := u.Len()
	u.WriteString("xref\n")
	for _, n := range slices.Sorted(maps.Keys(u.offsets)) {
		fmt.Fprintf(u, "%d 1\n%010d 00000 n \n", n, u.offsets[n])
	}
	fmt.Fprintf(u, "trailer\n<<\n/Size %d\n/Root %s\n/Info %s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n", u.last+1, reference(u.catalog), reference(u.info), u.before, at)
}

// textString is a text as an object: as it is where it is ASCII, else as UTF-16.
// UTF-16 begins with a byte order mark (ISO 32000, 7.9.2.2).
func textString(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) >= 0 {
		out := []byte{0xfe, 0xff}
		for _, c := range utf16.Encode([]rune(s)) {
			out = append(out, byte(c>>8), byte(c))
		}
		s = string(out)
	}
	return "(" + escaper.Replace(s) + ")"
}

// escaper escapes what would end a text or be read as another character.
var escaper = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`)
