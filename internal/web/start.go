package web

import (
	"net/http"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// startPage is what there is, and what is to be done.
type startPage struct {
	frame
	Texts []listedText
	Work  []task
	Head  string // of the record, for the minutes
	Count int    // entries of the record
}

// listedText is a stored revision as it is listed.
type listedText struct {
	revision.Meta
	Tally    workspace.Tally
	Path     string
	Compare  string // of the comparison with its base, "" without one
	Agenda   string
	Sources  string
	Changed  bool // its file in the folder is another text now
	Topics   int
	Marks    int
	Unmarked int // clauses the viewer has not marked
}

// task is something to be done.
type task struct {
	What, Path, Do string
}

func showStart(c *call) error {
	ctx := c.r.Context()
	listed, err := c.ws.Revisions(ctx)
	if err != nil {
		return err
	}
	record, err := c.ws.Record(ctx)
	if err != nil {
		return err
	}
	p := startPage{frame: c.frameFor("start"), Count: len(record.Statements())}
	p.Title = c.say.Say("Texts and open work")
	for _, l := range listed {
		d, err := c.document(ctx, l.Label)
		if err != nil {
			if l.Changed == "" {
				return err
			}
			p.Texts = append(p.Texts, listedText{Meta: l.Meta, Tally: l.Tally, Changed: true})
			continue
		}
		topics, state, err := c.topics(ctx, d)
		if err != nil {
			return err
		}
		t := listedText{
			Meta: l.Meta, Tally: l.Tally, Path: revisionPath(l.Label), Agenda: agendaPath(l.Label), Sources: sourcesPath(l.Label),
			Topics: len(topics), Marks: state.Statements(), Unmarked: unmarkedBy(state, c.Member.Name),
		}
		if l.Base != "" {
			t.Compare = comparisonPath(l.Base, l.Label)
		}
		p.Texts = append(p.Texts, t)
		p.Work = append(p.Work, c.tasks(t, topics, state)...)
	}
	if tips := record.Tips(); len(tips) > 0 {
		p.Head = tips[0].Hash
	}
	if more, err := c.unmetTasks(ctx); err != nil {
		return err
	} else {
		p.Work = append(p.Work, more...)
	}
	p.Work = append(c.beginning(p), p.Work...)
	return c.page(http.StatusOK, "start", p)
}

// beginning is what comes first where there is nothing yet.
func (c *call) beginning(p startPage) []task {
	switch {
	case len(p.Texts) == 0:
		return []task{{c.say.Say("Nothing is stored yet. Begin with the text in force; then add the draft."), "/import", c.say.Say("Add a text")}}
	case len(p.Texts) == 1:
		return []task{{c.say.Say("One text is stored. Add a draft to see what it changes."), "/import", c.say.Say("Add a text")}}
	case len(c.Members) == 0 && c.sessions == nil:
		return []task{{c.say.Say("Nobody is enrolled yet. To mark clauses, say who you are."), "/members", c.say.Say("Enrol the members")}}
	case c.Member.Name == "" && c.sessions == nil:
		return []task{{c.say.Say("Say who you are, so that your marks bear your name."), "/members", c.say.Say("Choose a member")}}
	}
	return nil
}

// tasks are what is open on one text.
func (c *call) tasks(t listedText, topics []review.Topic, state *review.State) []task {
	var out []task
	disputed := 0
	for _, topic := range topics {
		if topic.Reason == review.TopicDisputed {
			disputed++
		}
	}
	if disputed > 0 {
		out = append(out, task{c.say.Say("{0}: members disagree on {1 provision}.", t.Label, disputed), t.Agenda, c.say.Say("Open the agenda")})
	}
	if n := len(topics); n > disputed {
		out = append(out, task{c.say.Say("{0}: {1 topic} to talk about.", t.Label, n), t.Agenda, c.say.Say("Open the agenda")})
	}
	if c.MayMark() && state.Statements() > 0 && t.Unmarked > 0 {
		out = append(out, task{c.say.Say("{0}: you have not marked {1 clause}.", t.Label, t.Unmarked), t.Path, c.say.Say("Read and mark")})
	}
	return out
}

// unmarkedBy counts the clauses of which a member has said nothing, neither of them
// nor of a part of them.
func unmarkedBy(state *review.State, name string) int {
	said := map[*revision.Provision]bool{}
	for _, st := range state.Provisions {
		for _, e := range st.Marks {
			if e.By == name {
				said[st.Clause.Provision] = true
			}
		}
	}
	return state.Clauses - len(said)
}
