package web

import (
	"context"
	"net/http"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// agendaPage is what needs talking about on one text.
type agendaPage struct {
	frame
	Meta      revision.Meta
	Groups    []topicGroup
	Topics    int
	Counts    []review.ViewCount
	Unmarked  int
	Carried   []carriedMark // from the base, where something is marked there
	Base      string
	Downloads []download
}

// topicGroup is topics with one reason.
type topicGroup struct {
	Reason review.Reason
	Topics []topic
}

// topic is a provision on the agenda.
type topic struct {
	ID       string
	Name     string
	Path     string
	Words    []string
	Language string
	Flags    []string
	Silent   []string
	Place    place
	Meeting  string
}

// carriedMark is what became of the marks on a provision of the base.
type carriedMark struct {
	Name, Path string
	Outcome    review.Outcome
	To         []target
	Why        string
	Says       []review.Entry
	Decision   *review.Entry
	Answer     string
	Unmet      bool
	Candidates []target
	From       string // as the form names it
}

// topics are what needs talking about on a text.
func (s *server) topics(ctx context.Context, d *workspace.Document) ([]review.Topic, *review.State, error) {
	flags, err := d.Flagged()
	if err != nil {
		return nil, nil, err
	}
	state, err := s.state(ctx, d.Revision)
	if err != nil {
		return nil, nil, err
	}
	return state.Agenda(said(flags)), state, nil
}

// said puts flags as the agenda takes them.
func said(flags []claim.Flag) []review.Flagged {
	out := make([]review.Flagged, 0, len(flags))
	for _, f := range flags {
		out = append(out, review.Flagged{Address: f.Provision, Says: sheet.Saying(f.Claim, render.Options{})})
	}
	return out
}

func showAgenda(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	topics, state, err := c.topics(ctx, d)
	if err != nil {
		return err
	}
	if id := c.r.FormValue("part"); id != "" {
		for _, t := range c.topicList(d, topics) {
			if t.ID == id {
				return c.page(http.StatusOK, "standings", t.Place)
			}
		}
		return c.page(http.StatusOK, "standings", place{})
	}
	p := agendaPage{
		frame: c.frameFor("agenda"), Meta: d.Meta, Topics: len(topics), Counts: state.Counts(), Unmarked: len(state.Unmarked),
		Downloads: c.agendaDownloads(d.Label, decidesWords(state)), Base: d.Base,
	}
	p.Title, p.Text = c.say.Say("Agenda for {0}", d.Label), d.Label
	list := c.topicList(d, topics)
	for _, reason := range review.Reasons {
		g := topicGroup{Reason: reason}
		for i, t := range topics {
			if t.Reason == reason {
				g.Topics = append(g.Topics, list[i])
			}
		}
		if len(g.Topics) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	if d.Base != "" {
		if p.Carried, err = c.carriedMarks(ctx, d.Base, d.Label); err != nil {
			return err
		}
	}
	return c.page(http.StatusOK, "agenda", p)
}

// decidesWords reports whether the committee has decided on words of a text.
func decidesWords(state *review.State) bool {
	for _, st := range state.Provisions {
		if st.Decision != nil && st.Decision.Proposed() != "" {
			return true
		}
	}
	return false
}

// topicList puts topics as the page shows them, in their order.
func (c *call) topicList(d *workspace.Document, topics []review.Topic) []topic {
	out := make([]topic, 0, len(topics))
	flags, _ := d.Flagged() // it was asked for before: the error was told
	sayings := map[string][]string{}
	for _, f := range flags {
		sayings[f.Provision] = append(sayings[f.Provision], sheet.Saying(f.Claim, render.Options{Language: c.Language}))
	}
	for _, t := range topics {
		p := d.Find(t.Address)
		tp := topic{
			ID: anchorOf(t.Address), Name: c.say.Cite(t.Address), Path: clausePath(d.Label, t.Clause.Address()), Language: d.Language,
			Words: strings.Split(review.Words(p), "\n"), Flags: unique(sayings[t.Address]), Meeting: meetingPath(d.Label, t.Address),
		}
		on := onOf(d.Label, t.Address)
		tp.Place = place{
			ID: "say-" + tp.ID, Live: agendaPath(d.Label) + "?part=" + queryEscape(tp.ID), On: onOf(d.Label, t.Clause.Address()),
			Targets: []target{{On: on, Name: tp.Name, Digest: review.AnchorOf(d.Revision, p).Digest}},
		}
		if t.Standing != nil {
			tp.Silent = t.Standing.Silent
			tp.Place.Stand = []standing{c.standingOf(t.Standing, d.Label)}
		}
		out = append(out, tp)
	}
	return out
}

// carriedMarks is what became of what is said of the base.
func (c *call) carriedMarks(ctx context.Context, old, new string) ([]carriedMark, error) {
	x, basis, err := c.examination(ctx, old, new)
	if err != nil {
		return nil, err
	}
	carried, err := c.carriage(ctx, x, basis)
	if err != nil {
		return nil, err
	}
	var out []carriedMark
	for _, item := range carried.Items {
		out = append(out, c.carriedMark(item, old, new))
	}
	return out, nil
}

func (c *call) carriedMark(item *review.Carried, old, new string) carriedMark {
	m := carriedMark{
		Name: c.say.Cite(item.Anchor.Address), Outcome: item.Outcome, Why: c.say.Why(item), Says: item.Marks, Decision: item.Decision,
		From: item.Anchor.Address,
	}
	if item.Clause != nil {
		m.Path = clausePath(old, item.Clause.Address())
	}
	for _, to := range item.To {
		m.To = append(m.To, target{Name: c.say.Cite(to.Provision.Address()), Path: clausePath(new, to.Clause.Address()), On: to.Provision.Address()})
	}
	for _, cand := range item.Candidates {
		m.Candidates = append(m.Candidates, target{Name: c.say.Cite(cand.Provision.Address()), Path: clausePath(new, cand.Clause.Address()), On: cand.Provision.Address()})
	}
	if item.Decision != nil {
		a, did := item.AnswerTo(item.Decision.Verdict())
		m.Answer, m.Unmet = c.say.Answer(a, c.say.Ground(did)), a == review.Unmet || a == review.Open
	}
	return m
}

// unmetTasks are the decisions that a later text leaves open.
func (c *call) unmetTasks(ctx context.Context) ([]task, error) {
	var out []task
	metas, err := c.ws.Metas(ctx)
	if err != nil {
		return nil, err
	}
	for _, m := range metas {
		if m.Base == "" {
			continue
		}
		base, err := c.document(ctx, m.Base)
		if err != nil {
			continue // a text that cannot be shown is told in the list
		}
		if state, err := c.state(ctx, base.Revision); err != nil || state.Statements() == 0 {
			continue
		}
		x, basis, err := c.examination(ctx, m.Base, m.Label)
		if err != nil {
			return nil, err
		}
		carried, err := c.carriage(ctx, x, basis)
		if err != nil {
			return nil, err
		}
		unsettled, look := len(carried.Unsettled()), 0
		for _, item := range carried.Items {
			if item.Outcome == review.NeedsLook {
				look++
			}
		}
		if unsettled > 0 {
			out = append(out, task{c.say.Say("{0}: {1 decision} on {2} not carried out or open.", m.Label, unsettled, m.Base), agendaPath(m.Label) + "#carried", c.say.Say("See which")})
		}
		if look > 0 {
			out = append(out, task{c.say.Say("{0}: marks on {1 provision} of {2} need a look.", m.Label, look, m.Base), agendaPath(m.Label) + "#carried", c.say.Say("See which")})
		}
	}
	return out, nil
}

func unique(lines []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, l := range lines {
		if !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	return out
}
