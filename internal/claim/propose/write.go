package propose

import (
	"fmt"
	"strings"
	"unicode"
)

// Write writes the proposal as a claims file in which what a person must decide is left
// empty: it is refused until that is filled in. See docs/claims.md.
func (p *Proposal) Write(revision string) []byte {
	w := &writer{}
	w.note("", "Proposed from "+p.Article.Name+" for "+revision+": "+p.counts()+".")
	w.note("", "Nothing is decided here. Fill in what each statement says (says, gist), the clauses it names (cites) and, under subjects, the terms by which provisions are recognised; take out what says nothing of the document. The file is refused until that is done.")
	w.line("source:")
	w.field("  ", "publisher", p.Publisher)
	w.field("  ", "title", p.Title)
	w.field("  ", "date", p.Date)
	w.field("  ", "file", p.Article.Name)
	w.field("  ", "sha256", p.Article.SHA256)
	w.line(fmt.Sprintf("  length: %d", p.Article.Length))
	language := p.Article.Language
	if language == "" {
		language = "en"
	}
	w.field("  ", "language", language)
	if len(p.Statements) > 0 {
		w.line("")
		w.line("claims:")
		for i := range p.Statements {
			p.statement(w, i)
		}
	}
	if len(p.Passages) > 0 {
		w.line("")
		w.note("", "What the article quotes of the document, each passage with the stored sentence nearest to it. Keep short passages only: the rest is somebody else's text.")
		w.line("quotations:")
		for i := range p.Passages {
			p.passage(w, &p.Passages[i])
		}
	}
	return []byte(w.b.String())
}

// counts says how much was found, and what was not taken.
func (p *Proposal) counts() string {
	return fmt.Sprintf("passages of the document: %d; statements: %d; sentences with a signal that are left out: %d in what is quoted of the document, %d that stand there a second time, %d that share no word with it",
		len(p.Passages), len(p.Statements), p.Quoted, p.Repeated, p.Elsewhere)
}

// Counts is what [Proposal.Write] says at the head of the file.
func (p *Proposal) Counts() string { return p.counts() }

func (p *Proposal) statement(w *writer, i int) {
	s := &p.Statements[i]
	var signals []string
	for _, g := range s.Signals {
		said := g.Line
		if g.Kind != "" {
			said = g.Kind + ": " + said
		}
		signals = append(signals, said)
	}
	if len(signals) == 0 {
		signals = []string{"it goes on with the sentence before"}
	}
	w.line("")
	speaker, voice := s.Speaker, "in quotation marks"
	switch {
	case s.Quoted:
	case s.Head:
		speaker, voice = p.Publisher, "the headline, in the publication's own words"
	default:
		speaker, voice = p.Publisher, "in the publication's own words"
	}
	w.note("  ", voice+"; signals: "+strings.Join(signals, "; "))
	w.line(fmt.Sprintf("  - key: statement-%d", i+1))
	w.field("    ", "speaker", speaker)
	w.line("    says:  # fulfilled, not fulfilled, under way, disputed, ended, obsolete, expected")
	w.line(fmt.Sprintf("    at: [%q]", s.Pin.String()))
	w.folded("    ", "quote", s.Text)
	w.line("    gist:")
	for _, t := range s.Terms {
		w.note("    ", t.String())
	}
}

// String tells a term, how often and where it stands and which words it finds.
func (t Term) String() string {
	const most = 6
	where, more := t.Where, ""
	if len(where) > most {
		more = fmt.Sprintf(" and %d more", len(where)-most)
		where = where[:most]
	}
	forms := t.Forms[:min(len(t.Forms), most)]
	return fmt.Sprintf("[ ] %s (%d: %s%s; %s)", t.Text, t.Count, strings.Join(where, ", "), more, strings.Join(forms, ", "))
}

func (p *Proposal) passage(w *writer, q *Passage) {
	w.line("")
	switch {
	case q.Stored == "":
		w.note("  ", "no stored sentence is near to it; the article names "+q.Provision)
	case q.Same:
		w.note("  ", "the same words in "+q.Provision)
	case len(q.Only)+len(q.Lacks) == 0:
		w.note("  ", "nearest, "+q.Provision+": “"+q.Stored+"”; the same words in another order")
	default:
		w.note("  ", "nearest, "+q.Provision+": “"+q.Stored+"”")
		w.note("  ", "only here: "+strings.Join(q.Only, ", ")+"; only there: "+strings.Join(q.Lacks, ", "))
	}
	w.line(fmt.Sprintf("  - clause: %q", q.Provision))
	w.line(fmt.Sprintf("    at: [%q]", q.Pin.String()))
	w.folded("    ", "text", q.Text)
}

// writer writes YAML of the form that claims files have.
type writer struct{ b strings.Builder }

const width = 84 // characters of a line

func (w *writer) line(s string) { w.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// note writes a comment over as many lines as it takes.
func (w *writer) note(indent, text string) {
	for _, l := range wrap(visible(text), width-len(indent)-2) {
		w.line(indent + "# " + l)
	}
}

// field writes a key with a text in quotation marks, or nothing where there is none.
func (w *writer) field(indent, key, value string) {
	if value == "" {
		w.line(indent + key + ":")
		return
	}
	value = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(visible(value))
	w.line(indent + key + ": \"" + value + `"`)
}

// folded writes a key with a text over several lines, as it is but for white space.
func (w *writer) folded(indent, key, text string) {
	w.line(indent + key + ": >-")
	for _, l := range wrap(text, width-len(indent)-2) {
		w.line(indent + "  " + l)
	}
}

func wrap(text string, most int) []string {
	var out []string
	line := ""
	for _, f := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(f)) > most {
			out, line = append(out, line), ""
		}
		if line != "" {
			line += " "
		}
		line += f
	}
	return append(out, line)
}

// visible leaves out what would steer a terminal or break a line.
func visible(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
	}), " ")
}
