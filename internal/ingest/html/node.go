package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr is the value of an attribute, "" when there is none. Keys are in lower case,
// as the parser leaves them; those of a namespace (xlink:href) are others.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasAttr reports whether an attribute is there, whatever its value: hidden and
// reversed mean something when empty.
func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return true
		}
	}
	return false
}

// style is the value of a property in the element's style attribute, in lower case.
// The first declaration of it counts. Style sheets are not asked.
func style(n *html.Node, property string) string {
	for decl := range strings.SplitSeq(attr(n, "style"), ";") {
		if key, value, ok := strings.Cut(decl, ":"); ok && strings.EqualFold(strings.TrimSpace(key), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// hidden reports whether a node and what it holds is never shown. Comments and
// document types are among them. Text below an embedded object or a script's stand-in
// (noscript) is not shown by a browser that reads the page; SVG is a picture, and the
// letters of MathML are text. «mso-hide» is what Word writes for hidden text.
func hidden(n *html.Node) bool {
	switch n.Type {
	case html.TextNode, html.DocumentNode:
		return false
	case html.ElementNode:
	default:
		return true
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe, atom.Object, atom.Embed,
		atom.Audio, atom.Video, atom.Canvas, atom.Map, atom.Datalist, atom.Noembed, atom.Noframes, atom.Svg, atom.Math, atom.Frameset:
		// Elements of SVG and MathML share names with those of HTML and do not hide
		// what these do.
		return n.Namespace == "" && n.DataAtom != atom.Math || n.DataAtom == atom.Svg
	}
	return hiddenByItself(n)
}

// hiddenByItself reports whether an element that could be shown says that it is not.
func hiddenByItself(n *html.Node) bool {
	return hasAttr(n, "hidden") || style(n, "display") == "none" || style(n, "visibility") == "hidden" || style(n, "mso-hide") == "all"
}

// isBlock reports whether an element begins and ends a line: by its kind, as in the
// HTML standard's own style sheet, or by its own style. Classes are not asked; a span
// that a sheet makes a block joins its line.
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Plaintext, atom.Pre, atom.Search, atom.Section, atom.Summary, atom.Table,
		atom.Caption, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp:
		return true
	}
	switch style(n, "display") {
	case "block", "list-item", "table", "flex", "grid":
		return true
	}
	return false
}

// headingLevel is 1 to 6 for h1 to h6, else 0.
func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// visibleText is what an element shows, with one space for white space.
func visibleText(n *html.Node) string { return visibleStart(n, maxSize) }

// visibleStart is the beginning of what an element shows, with one space for white
// space, for a look at how it opens. It looks at twice that many bytes or a little
// more, since white space shrinks; where much of it is white space the answer is
// shorter than most, where nothing is it is longer.
func visibleStart(n *html.Node, most int) string {
	var b strings.Builder
	writeVisible(&b, n, 2*most)
	return strings.Join(strings.Fields(b.String()), " ")
}

// writeVisible adds what n shows until b holds more than most bytes, a space where a
// block or a line break parts words.
func writeVisible(b *strings.Builder, n *html.Node, most int) {
	if b.Len() > most || hidden(n) {
		return
	}
	if n.Type == html.TextNode {
		b.WriteString(strings.ToValidUTF8(n.Data[:min(len(n.Data), most+1)], ""))
		return
	}
	edge := isBlock(n) || n.DataAtom == atom.Br
	if edge {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil && b.Len() <= most; c = c.NextSibling {
		writeVisible(b, c, most)
	}
	if edge {
		b.WriteByte(' ')
	}
}

// blank reports whether s shows nothing: white space, soft hyphens, zero-width spaces
// and byte order marks.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && r != '\u00ad' && r != '\u200b' && r != '\ufeff' }) < 0
}
