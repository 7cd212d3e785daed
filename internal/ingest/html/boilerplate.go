package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/flow"
)

// What a site puts around a document (boilerplate) is known by, in this order:
//
//  1. its element or role: nav, aside, form controls, header and footer of the
//     site; they go wherever they stand;
//  2. a main element, or the one article, that holds most of the text: whatever
//     stands outside goes;
//  3. names that sites give such parts (class, id: menu, breadcrumb, share), where
//     the part is small beside the page;
//  4. links: a part whose text is mostly links, three or more, is a menu or a
//     table of contents, unless it holds a heading or a sentence.
//
// Should less than a quarter of the page be left, the evidence was wrong, and
// only rule 1 holds. Whatever goes is listed.

// Why something is not part of the document, as the list of what was left out says
// it.
const (
	whyNavigation = "navigation"
	whyControl    = "form control"
	whyOutside    = "outside the page's main text"
	whyContents   = "table of contents"
	whyHidden     = "hidden text"
	whyPicture    = "text of a picture"
)

// boilerplateNames are words in the class and id of parts that belong to the site. A
// name is cut into words at anything but letters: «site-footer_2» holds «footer»,
// «submission» does not hold «sub». The words that stand here are those of page
// templates, and none that a law would name a part by.
var boilerplateNames = map[string]bool{
	"nav": true, "navbar": true, "navigation": true, "menu": true, "submenu": true, "breadcrumb": true, "breadcrumbs": true, "sidebar": true,
	"footer": true, "cookie": true, "cookies": true, "share": true, "sharing": true, "social": true, "related": true, "comments": true,
	"advert": true, "advertisement": true, "ads": true, "banner": true, "toolbar": true, "search": true, "login": true, "subscribe": true,
	"newsletter": true, "pagination": true, "pager": true, "popup": true, "modal": true, "widget": true, "promo": true, "skip": true, "topbar": true,
	"noprint": true, "masthead": true, "tooltip": true,
}

// weight is what an element holds and shows, with all that stands below it. Hidden
// elements weigh nothing.
type weight struct {
	order       int // in the page
	text, links int // characters, and those of links
	anchors     int // links
	local       int // of those, to places in the same page
	// The rest tells a table of data from one that only lays the page out, and a part
	// of the text from a menu.
	h1, h2   int // headings of the first and second level
	tables   int
	headed   int  // th and caption elements
	sentence bool // one that is not a link
}

// weigh weighs an element and everything below it, once for each; link says that it
// stands in a link. The sums are kept by element, since every rule asks for them and
// adding up anew at each level would take the square of the depth.
func (r *reader) weigh(n *html.Node, link bool) weight {
	w := weight{}
	switch {
	case hidden(n):
		return weight{}
	case n.Type == html.TextNode:
		w.text = letters(n.Data)
		if link {
			w.links = w.text
		} else {
			w.sentence = isSentence(n.Data)
		}
		return w
	}
	r.count++
	w.order = r.count
	switch n.DataAtom {
	case atom.A:
		if href := attr(n, "href"); href != "" {
			link = true
			w.anchors = 1
			if strings.HasPrefix(href, "#") {
				w.local = 1
			}
		}
	case atom.H1:
		w.h1 = 1
	case atom.H2:
		w.h2 = 1
	case atom.Table:
		w.tables = 1
	case atom.Th, atom.Caption:
		w.headed = 1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		cw := r.weigh(c, link)
		w.text += cw.text
		w.links += cw.links
		w.anchors += cw.anchors
		w.local += cw.local
		w.h1 += cw.h1
		w.h2 += cw.h2
		w.tables += cw.tables
		w.headed += cw.headed
		w.sentence = w.sentence || cw.sentence
	}
	r.weights[n] = w
	return w
}

// isSentence reports whether a text reads like one: over 60 characters and a mark at
// the end. Menus have shorter entries, and no full stops.
func isSentence(s string) bool {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return utf8.RuneCountInString(s) > 60 && strings.ContainsRune(".;:!?", last)
}

// letters counts characters that are not white space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// dropBoilerplate marks what is not the document below root, by the rules at the head
// of this file. Amounts are compared in characters that are shown, white space aside:
// rest is the text that is left by the first rule, of which the others may take three
// quarters.
func (r *reader) dropBoilerplate(root *html.Node) {
	weights := r.weights
	sure := map[*html.Node]string{}
	r.findSure(root, sure, false)
	rest := weights[root].text
	for n := range sure {
		rest -= weights[n].text
	}
	likely := map[*html.Node]string{}
	findOutside(root, weights, sure, rest, likely)
	findLikely(root, weights, sure, likely, rest)
	left := rest
	for n := range likely {
		left -= weights[n].text
	}
	if left*4 < rest {
		likely = map[*html.Node]string{}
	}
	r.leaveOut(root, sure, likely)
}

// leaveOut marks and lists the parts found, in the order of the page. A part inside one
// that goes is listed with it, not again. What a part of the text hides is listed too.
func (r *reader) leaveOut(n *html.Node, sure, likely map[*html.Node]string) {
	if hidden(n) {
		r.listHidden(n)
		return
	}
	why := sure[n]
	if why == "" {
		why = likely[n]
	}
	if why != "" {
		r.skip[n] = true
		if s := visibleText(n); s != "" {
			r.page.Dropped = append(r.page.Dropped, flow.Dropped{Text: s, Why: why})
		}
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.leaveOut(c, sure, likely)
	}
}

// listHidden lists the text of an element that could be shown and says that it is not,
// and the text of a drawing.
func (r *reader) listHidden(n *html.Node) {
	var b strings.Builder
	why := whyHidden
	switch {
	case n.Type != html.ElementNode:
	case n.DataAtom == atom.Svg:
		why = whyPicture
		writeDrawn(&b, n)
	case hiddenByItself(n):
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeVisible(&b, c, maxSize)
		}
	}
	if s := strings.Join(strings.Fields(b.String()), " "); s != "" {
		r.page.Dropped = append(r.page.Dropped, flow.Dropped{Text: s, Why: why})
	}
}

// writeDrawn writes the text that an SVG drawing shows, and that of pages in it.
func writeDrawn(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Data == "text" || c.Data == "foreignObject":
			for inner := c.FirstChild; inner != nil; inner = inner.NextSibling {
				writeVisible(b, inner, maxSize)
			}
			b.WriteByte(' ')
		case c.Type == html.ElementNode:
			writeDrawn(b, c)
		}
	}
}

// findSure finds what its element or role says is no part of a document (the landmark
// roles of WAI-ARIA among them), with the reason. Inside an article or main, a header
// holds its title, and a header of the page that holds a first heading is the
// document's own. Parts below one that was found are not looked at.
func (r *reader) findSure(n *html.Node, found map[*html.Node]string, inMain bool) {
	if hidden(n) || n.Type == html.TextNode {
		return
	}
	switch n.DataAtom {
	case atom.Nav, atom.Aside:
		found[n] = whyNavigation
		return
	case atom.Button, atom.Select, atom.Textarea, atom.Input:
		found[n] = whyControl
		return
	case atom.Header, atom.Footer:
		if !inMain && n.Parent != nil && r.weights[n].h1 == 0 {
			found[n] = whyNavigation
			return
		}
	case atom.Main, atom.Article:
		inMain = true
	}
	switch strings.ToLower(attr(n, "role")) {
	case "navigation", "search", "complementary", "contentinfo", "dialog", "alert", "menu", "menubar", "toolbar", "tablist", "button":
		found[n] = whyNavigation
		return
	case "banner":
		if r.weights[n].h1 == 0 {
			found[n] = whyNavigation
			return
		}
	case "main":
		inMain = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.findSure(c, found, inMain)
	}
}

// findOutside marks what stands beside the main element or the only article when that
// holds at least half of the text that no link shows. Pages with several articles are
// lists of news or of cases, and none of them is the document. The siblings of the
// element and of all that stands around it are marked, up to root.
func findOutside(root *html.Node, weights map[*html.Node]weight, sure map[*html.Node]string, rest int, found map[*html.Node]string) {
	var mains, articles []*html.Node
	var find func(n *html.Node)
	find = func(n *html.Node) {
		if hidden(n) || sure[n] != "" {
			return
		}
		switch {
		case n.DataAtom == atom.Main || strings.EqualFold(attr(n, "role"), "main"):
			mains = append(mains, n)
			return
		case n.DataAtom == atom.Article || strings.EqualFold(attr(n, "itemprop"), "articleBody"):
			articles = append(articles, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			find(c)
		}
	}
	find(root)
	for _, candidates := range [][]*html.Node{mains, articles} {
		if len(candidates) != 1 || (weights[candidates[0]].text-weights[candidates[0]].links)*2 < rest-weights[root].links {
			continue
		}
		for n := candidates[0]; n != root && n != nil; n = n.Parent {
			for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
				if c != n && weights[c].text > 0 && sure[c] == "" {
					found[c] = whyOutside
				}
			}
		}
		return
	}
}

// findLikely marks what names and links say is no part of the document: only parts
// with less than 30 per cent of the page's text, since a template may well call the
// whole page «sidebar-layout». A menu has three links or more, which make over 60 per
// cent of its text; where most of them lead to places in the page it is a table of
// contents.
func findLikely(n *html.Node, weights map[*html.Node]weight, sure, found map[*html.Node]string, rest int) {
	if hidden(n) || sure[n] != "" || found[n] != "" || n.Type == html.TextNode {
		return
	}
	w := weights[n]
	small := w.text*10 < rest*3
	if small && w.text > 0 && n.DataAtom != atom.A && isPart(n) {
		switch {
		case namesBoilerplate(n) && w.h1+w.h2 == 0:
			found[n] = whyNavigation
			return
		case w.anchors >= 3 && w.links*10 > w.text*6 && w.h1+w.h2 == 0 && !w.sentence:
			found[n] = whyNavigation
			if w.local*2 > w.anchors {
				found[n] = whyContents
			}
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		findLikely(c, weights, sure, found, rest)
	}
}

// isPart reports whether an element can be a part of a page rather than of a
// sentence.
func isPart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.Table, atom.Form, atom.Td, atom.Header, atom.Footer, atom.Dl, atom.P, atom.Center:
		return true
	}
	return false
}

// namesBoilerplate reports whether the class or id of an element has a word of
// boilerplateNames.
func namesBoilerplate(n *html.Node) bool {
	for _, key := range []string{"class", "id"} {
		for w := range strings.FieldsFuncSeq(strings.ToLower(attr(n, key)), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if boilerplateNames[w] {
				return true
			}
		}
	}
	return false
}
