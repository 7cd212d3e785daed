package review

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// tree builds a revision from a small notation, a clause a line:
//
//	4.1 Heading | first paragraph | - an item | second paragraph
func tree(label, text string) *revision.Revision {
	r := &revision.Revision{Meta: revision.Meta{
		Label: label, Language: "en", Source: revision.Source{Name: label + ".txt", SHA256: digest(text)},
	}}
	comp := &revision.Provision{Kind: revision.KindComponent}
	r.Components = append(r.Components, comp)
	byNum := map[string]*revision.Provision{}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		head, rest, _ := strings.Cut(line, "|")
		num, heading, _ := strings.Cut(strings.TrimSpace(head), " ")
		p := &revision.Provision{Kind: revision.KindClause, Num: num, Heading: strings.TrimSpace(heading)}
		parent := comp
		if i := strings.LastIndexByte(num, '.'); i > 0 && byNum[num[:i]] != nil {
			parent = byNum[num[:i]]
		}
		parent.Children = append(parent.Children, p)
		byNum[num] = p
		paragraphs(p, rest)
	}
	revision.AssignEIDs(r.Components)
	r.Walk(func(p *revision.Provision) bool {
		p.WID = compare.FirstWID(label, p)
		return true
	})
	return r
}

func paragraphs(p *revision.Provision, rest string) {
	var last *revision.Provision
	for t := range strings.SplitSeq(rest, "|") {
		t = strings.TrimSpace(t)
		if t == "" {
			continue
		}
		if item, ok := strings.CutPrefix(t, "- "); ok && last != nil {
			last.Children = append(last.Children, &revision.Provision{Kind: revision.KindItem, Num: "-", Text: strings.TrimSpace(item)})
			continue
		}
		last = &revision.Provision{Kind: revision.KindParagraph, Text: t}
		p.Children = append(p.Children, last)
	}
}

func mustFind(t testing.TB, r *revision.Revision, address string) *revision.Provision {
	t.Helper()
	p := r.Find(address)
	if p == nil {
		t.Fatalf("%s has no %s", r.Label, address)
	}
	return p
}

// copyOf is one copy of the record, written to by its holder.
type copyOf struct {
	t      failer
	record *Record
	now    time.Time
}

// failer is what testing.T and rapid.T have in common.
type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func newCopy(t failer) *copyOf {
	r, _ := Assemble(nil, nil)
	return &copyOf{t: t, record: r, now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
}

// clone is a second copy of the same file.
func (c *copyOf) clone() *copyOf { d := *c; return &d }

// say enters a statement a minute later.
func (c *copyOf) say(by string, s Statement) Entry {
	c.t.Helper()
	c.now = c.now.Add(time.Minute)
	if err := MayState(c.record.Members(), by, s); err != nil {
		c.t.Fatalf("%v", err)
	}
	e, err := NewEntry(c.record.Tips(), c.now, by, s)
	if err != nil {
		c.t.Fatalf("%v", err)
	}
	c.add([]Entry{e}, nil)
	return e
}

func (c *copyOf) add(entries []Entry, signatures []Signature) {
	c.t.Helper()
	r, problems := Assemble(append(c.record.Entries(), entries...), append(c.record.Signatures(), signatures...))
	if len(problems) > 0 {
		c.t.Fatalf("%v", problems)
	}
	c.record = r
}

func (c *copyOf) enrol(name string, role Role) { c.say(name, Enrolment{Name: name, Role: role}) }

func export(t failer, r *Record) string {
	t.Helper()
	var b strings.Builder
	if err := WriteFile(&b, r); err != nil {
		t.Fatalf("%v", err)
	}
	return b.String()
}

// told prints a state in one line a provision.
func told(s *State) string {
	var b strings.Builder
	for _, st := range s.Provisions {
		fmt.Fprintf(&b, "%s %s", st.Provision.Address(), st.View)
		for _, m := range st.Marks {
			fmt.Fprintf(&b, " %s:%s", m.By, m.Verdict())
		}
		if st.Decision != nil {
			fmt.Fprintf(&b, " decided:%s", st.Decision.Verdict())
		}
		b.WriteByte('\n')
	}
	return b.String()
}
