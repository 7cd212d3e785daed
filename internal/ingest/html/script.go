package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/flow"
)

// maxRules is how many rules of a page's style sheets are heeded: the sheets of a
// page that Word saved have some hundred.
const maxRules = 5_000

// sheet is what the style sheets in a page say of raised and struck-out text, by the
// last part of the selector: «sup», «.w9», «span.w9», «#x». Which elements must stand
// around is not asked: publishers name what they mean by a class. Of two rules for
// one selector the later counts, as in CSS; specificity is not reckoned.
type sheet map[string]script

// script is how characters stand in their line, as one place says it, and whether they
// are hidden: nil where it says nothing, so that places can be laid over each other.
type script struct{ raised, struck, hidden *bool }

// readSheets reads the style sheets in a page, those in link elements not: nothing is
// fetched.
func readSheets(n *html.Node, to sheet) {
	if n.DataAtom == atom.Style && n.FirstChild != nil {
		to.read(n.FirstChild.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		readSheets(c, to)
	}
}

// read reads the rules of a sheet. Those inside @media and its like count too, those
// for print as well. A sheet that is damaged is read as far as it goes.
func (s sheet) read(css string) {
	css = strings.NewReplacer("<!--", "", "-->", "").Replace(css)
	media := false
	for css != "" && len(s) < maxRules {
		if i := strings.Index(css, "/*"); i >= 0 && i < strings.IndexByte(css+"{", '{') {
			end := strings.Index(css[i:], "*/")
			if end < 0 {
				return
			}
			css = css[:i] + css[i+end+2:]
			continue
		}
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selectors := css[:open]
		css = css[open+1:]
		media = media && !strings.HasPrefix(strings.TrimSpace(selectors), "}")
		if strings.Contains(selectors, "@media") || strings.Contains(selectors, "@supports") {
			media = true
			continue // its rules follow
		}
		end := strings.IndexByte(css, '}')
		if end < 0 {
			return
		}
		sc := readScript(css[:end])
		if media {
			sc.hidden = nil // on paper, on a telephone
		}
		if sc != (script{}) {
			for sel := range strings.SplitSeq(strings.Trim(selectors, "} \t\r\n"), ",") {
				if parts := strings.FieldsFunc(sel, func(r rune) bool { return strings.ContainsRune(" \t\r\n>+~", r) }); len(parts) > 0 {
					key := strings.ToLower(parts[len(parts)-1])
					s[key] = sc.or(s[key])
				}
			}
		}
		css = css[end+1:]
	}
}

// readScript reads declarations. Letters are raised where they stand at the top of
// the line, or above it, and are smaller as well: a cell's text that begins at the
// top is not. A length of vertical-align above zero raises («vertical-align: 3pt»),
// any other value of it says that they are not.
func readScript(declarations string) script {
	var s script
	var align, size string
	for decl := range strings.SplitSeq(strings.ToLower(declarations), ";") {
		key, value, _ := strings.Cut(decl, ":")
		value, _, _ = strings.Cut(strings.TrimSpace(value), "!")
		switch strings.TrimSpace(key) {
		case "vertical-align":
			align = strings.TrimSpace(value)
		case "font-size":
			size = strings.TrimSpace(value)
		case "display":
			none := strings.TrimSpace(value) == "none"
			s.hidden = &none
		case "text-decoration", "text-decoration-line", "-webkit-text-decoration":
			struck := strings.Contains(value, "line-through")
			s.struck = &struck
		}
	}
	yes, no := true, false
	switch length, _ := strconv.ParseFloat(strings.TrimRight(align, "abcdefghijklmnopqrstuvwxyz% "), 64); {
	case align == "super", length > 0, (align == "top" || align == "text-top") && small(size):
		s.raised = &yes
	case align != "":
		s.raised = &no
	}
	return s
}

// small reports whether a size of letters is less than that of most texts: 11 points
// or 14.5 pixels, the parent's own in em and per cent; rem is read as em. Words count
// that hold «small».
func small(size string) bool {
	for unit, normal := range map[string]float64{"pt": 11, "px": 14.5, "em": 1, "%": 100} {
		if digits, ok := strings.CutSuffix(size, unit); ok {
			v, err := strconv.ParseFloat(strings.TrimSuffix(digits, "r"), 64)
			return err == nil && v < normal
		}
	}
	return strings.Contains(size, "small")
}

// or fills what is not said in s from t.
func (s script) or(t script) script {
	if s.raised == nil {
		s.raised = t.raised
	}
	if s.struck == nil {
		s.struck = t.struck
	}
	if s.hidden == nil {
		s.hidden = t.hidden
	}
	return s
}

// scriptOf is how the characters of an element stand, inside text that stands as
// around: as its own style says, else its classes, else its name. It counts the elements
// with text that a sheet hides: their text is read, since scripts show what sheets hide.
func (r *reader) scriptOf(n *html.Node, around flow.Script) flow.Script {
	var s script
	if own := attr(n, "style"); own != "" {
		s = readScript(own)
	}
	if len(r.sheet) > 0 {
		name := n.Data
		if id := attr(n, "id"); id != "" {
			s = s.or(r.sheet["#"+strings.ToLower(id)])
		}
		for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
			s = s.or(r.sheet[name+"."+class]).or(r.sheet["."+class])
		}
		s = s.or(r.sheet[name])
	}
	if s.hidden != nil && *s.hidden && r.weights[n].text > 0 && !r.skip[n] && !hidden(n) {
		r.hidden++
	}
	yes, no := true, false
	switch n.DataAtom {
	case atom.Sup:
		s = s.or(script{raised: &yes})
	case atom.Sub:
		s = s.or(script{raised: &no})
	case atom.S, atom.Strike, atom.Del:
		s = s.or(script{struck: &yes})
	}
	if isBlock(n) {
		s.raised = &no // where a cell's text begins
	}
	if s.raised != nil {
		around.Raised = *s.raised
	}
	// What is struck out stays so: an element inside cannot take the line away.
	around.Struck = around.Struck || s.struck != nil && *s.struck
	return around
}
