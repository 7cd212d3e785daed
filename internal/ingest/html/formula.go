package html

import (
	"golang.org/x/net/html"

	"conceptdiff/internal/formula"
)

// formulaOf is a formula of MathML as one line.
func formulaOf(n *html.Node) string {
	return formula.MathML(n, formula.Tree[*html.Node]{
		Name: func(n *html.Node) string { return n.Data },
		Attr: attr,
		Text: visibleText,
		Children: func(n *html.Node) []*html.Node {
			var out []*html.Node
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.Type == html.ElementNode && !hidden(c) {
					out = append(out, c)
				}
			}
			return out
		},
	})
}
