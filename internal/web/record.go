package web

import (
	"bytes"
	"net/http"
	"slices"
	"strings"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// recordPage is everything that was entered, the newest first.
type recordPage struct {
	frame
	Entries []review.Entry
	Count   int
	Heads   []review.Tip
	More    int // entries that are not shown
	By      string
	Checked bool     // the whole record was held against the texts
	Wrong   []string // what is wrong with it
}

// mostEntries is how many entries the page shows at once.
const mostEntries = 500

func showRecord(c *call) error {
	record, err := c.ws.Record(c.r.Context())
	if err != nil {
		return err
	}
	p := recordPage{frame: c.frameFor("record"), Count: len(record.Statements()), Heads: record.Tips(), By: c.r.FormValue("by")}
	p.Title = c.say.Say("The record")
	if c.r.FormValue("verify") != "" {
		if _, p.Wrong, err = c.ws.VerifyRecord(c.r.Context()); err != nil {
			return err
		}
		p.Checked = true
	}
	for _, e := range slices.Backward(record.Statements()) {
		if p.By != "" && e.By != p.By {
			continue
		}
		if len(p.Entries) == mostEntries {
			p.More++
			continue
		}
		p.Entries = append(p.Entries, e)
	}
	return c.page(http.StatusOK, "record", p)
}

// downloadRecord is the record as a file that another copy takes in.
func downloadRecord(c *call) error {
	record, err := c.ws.Record(c.r.Context())
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := review.WriteFile(&buf, record); err != nil {
		return err
	}
	return c.attach("record.jsonl", "application/jsonl", buf.Bytes())
}

// membersPage is who belongs to the committee, and who speaks in this browser.
type membersPage struct {
	frame
	All    []listedMember
	Roles  []review.Role
	Preset string // in whose name this copy is written to
}

type listedMember struct {
	review.Member
	Entries int
}

func showMembers(c *call) error {
	record, err := c.ws.Record(c.r.Context())
	if err != nil {
		return err
	}
	p := membersPage{frame: c.frameFor("members"), Roles: review.Roles}
	p.Title = c.say.Say("Members of the committee")
	if p.Preset, err = c.ws.DefaultMember(c.r.Context()); err != nil {
		return err
	}
	for _, m := range record.Members() {
		l := listedMember{Member: m}
		for _, e := range record.Entries() {
			if e.By == m.Name {
				l.Entries++
			}
		}
		p.All = append(p.All, l)
	}
	return c.page(http.StatusOK, "members", p)
}

// chooseMember keeps in this browser who speaks. Where members sign in nobody chooses.
func chooseMember(c *call) error {
	if c.sessions != nil {
		return &refusal{http.StatusForbidden, "origin"}
	}
	name := c.r.FormValue("member")
	for _, m := range c.Members {
		if m.Name == name {
			c.setCookie(memberCookie, encode(name), true)
			c.redirect(c.back("/"))
			return nil
		}
	}
	return &review.NotMemberError{Name: name}
}

// enrol enters a member. The first one is a chair, who can enter decisions.
func enrol(c *call) error {
	if c.sessions != nil && !c.MayDecide() {
		return &review.RoleError{Name: c.Member.Name, Role: c.Member.Role, Kind: review.KindMember, Need: review.Chair}
	}
	name, role := c.r.FormValue("name"), review.Role(c.r.FormValue("role"))
	if len(c.Members) == 0 {
		role = review.Chair
	}
	if _, err := c.ws.Enrol(c.r.Context(), workspace.Enrolment{Name: name, Role: role, By: c.Member.Name}); err != nil {
		return err
	}
	c.hub.Nudge()
	if c.sessions == nil && c.Member.Name == "" {
		if clean, err := review.CleanName(name); err == nil {
			c.setCookie(memberCookie, encode(clean), true)
		}
	}
	c.redirect("/members")
	return nil
}

// entryLine is an entry of the record as a list shows it.
type entryLine struct {
	review.Entry
	What  string // in a sentence, without who says it
	Path  string // of the clause it is about; "" for none
	Place string
	Note  string
	Votes string
	Runs  []wordRun // what proposed words make of it
}

func newEntryLine(p phrase.Phrases, e review.Entry) entryLine {
	l := entryLine{Entry: e, Note: e.Note()}
	at := func(a review.Anchor) {
		l.Place, l.Path = a.Revision+" "+p.Cite(a.Address), clausePath(a.Revision, a.Address)
	}
	switch s := e.Says.(type) {
	case review.Enrolment:
		l.What = p.Say("{0}: {1}", s.Name, p.Word(string(s.Role)))
		if s.Removed {
			l.What = p.Say("{0} left", s.Name)
		}
	case review.Mark:
		l.What = p.Say("mark: {0}", p.Word(string(s.Verdict)))
		l.Runs = newVoice(s.On.Quote, e).Runs
		at(s.On)
	case review.Decision:
		l.What = p.Say("decision: {0}", p.Word(string(s.Verdict)))
		if v := s.Votes; v != (review.Votes{}) {
			l.Votes = p.Say("{0} for, {1} against, {2} abstaining", v.For, v.Against, v.Abstain)
		}
		l.Runs = newVoice(s.On.Quote, e).Runs
		at(s.On)
	case review.Rebinding:
		var to []string
		for _, a := range s.To {
			to = append(to, p.Cite(a.Address))
		}
		l.What = p.Say("the marks stand in {0} at: {1}", s.In, strings.Join(to, ", "))
		if len(to) == 0 {
			l.What = p.Say("nothing in {0} stands in its place", s.In)
		}
		at(s.From)
	case review.Pin:
		l.What = p.Say("{0} belongs together with {1}", s.Old.String(), s.New.String())
		if s.Apart {
			l.What = p.Say("{0} does not belong together with {1}", s.Old.String(), s.New.String())
		}
		at(s.Old)
	case review.Relation:
		l.What = p.Say("{0} and {1} speak of the same: {2}", s.Passage.String(), s.On.String(), relationWord(p, relate.Kind(s.As)))
		if s.Apart {
			l.What = p.Say("{0} and {1} do not speak of the same", s.Passage.String(), s.On.String())
		}
		l.Runs = newVoice(s.On.Quote, e).Runs
		at(s.On)
	default:
		l.What = e.Summary()
	}
	return l
}
