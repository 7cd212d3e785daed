package ingest

import (
	"fmt"
	"html"
	"strings"

	"conceptdiff/internal/revision"
)

// webPage writes a tree as a web page, as a drafter would set it: headings by
// level, a paragraph a provision, lists with automatic bullets.
func webPage(title string, components []*revision.Provision) string {
	w := &pageWriter{}
	fmt.Fprintf(&w.Builder, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n", html.EscapeString(title), pageStyle)
	for _, c := range components {
		w.provision(c, 1)
	}
	w.closeList()
	w.WriteString("</body>\n</html>\n")
	return w.String()
}

const pageStyle = `@page { size: A4; margin: 25mm } body { font: 12pt/1.3 serif; max-width: 46em } p { margin: 0 0 .6em } h1 { font-size: 16pt } h2 { font-size: 14pt } h3, h4 { font-size: 12pt }`

type pageWriter struct {
	strings.Builder
	list bool
}

func (w *pageWriter) closeList() {
	if w.list {
		w.WriteString("</ul>\n")
	}
	w.list = false
}

func (w *pageWriter) provision(p *revision.Provision, depth int) {
	if p.Kind == revision.KindItem {
		if !w.list {
			w.WriteString("<ul>\n")
		}
		w.list = true
		fmt.Fprintf(&w.Builder, "<li>%s</li>\n", html.EscapeString(p.Text))
	} else {
		w.closeList()
		w.lines(p, depth)
	}
	for _, c := range p.Children {
		w.provision(c, depth+1)
	}
}

func (w *pageWriter) lines(p *revision.Provision, depth int) {
	text := p.Text
	switch {
	case p.Heading != "":
		h := min(depth, 4)
		fmt.Fprintf(&w.Builder, "<h%d>%s</h%d>\n", h, html.EscapeString(strings.TrimSpace(p.Num+" "+p.Heading)), h)
	case p.Num != "":
		text = p.Num + " " + text
	}
	if text != "" {
		fmt.Fprintf(&w.Builder, "<p>%s</p>\n", html.EscapeString(text))
	}
}
