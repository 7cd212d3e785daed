package web

import (
	"context"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"time"

	"conceptdiff/internal/render"
	markup "conceptdiff/internal/render/html"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// meetingPath is the projector's view of one item of an agenda.
func meetingPath(label, address string) string {
	return "/meeting/" + url.PathEscape(label) + "/" + (&url.URL{Path: address}).EscapedPath()
}

// meetingPage shows one item in large type: the text in force, the proposed one, what
// members say, and the form for the decision.
type meetingPage struct {
	frame
	Meta     revision.Meta
	Item     topic
	Number   int
	Count    int
	Previous string
	Next     string
	Reason   review.Reason
	Change   template.HTML // what the draft makes of the clause; "" without a draft
	Draft    string        // its label
}

// item is what a meeting goes through: a topic of the agenda, or a provision that was
// decided.
func (c *call) items(ctx context.Context, d *workspace.Document) ([]review.Topic, error) {
	topics, state, err := c.topics(ctx, d)
	if err != nil {
		return nil, err
	}
	for _, st := range state.Provisions {
		on := st.Provision.Address()
		if st.View == review.Decided && !slices.ContainsFunc(topics, func(t review.Topic) bool { return t.Address == on }) {
			topics = append(topics, review.Topic{Clause: st.Clause, Address: on, Standing: st})
		}
	}
	return topics, nil
}

func showMeeting(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	items, err := c.items(ctx, d)
	if err != nil {
		return err
	}
	address := c.r.PathValue("address")
	at := slices.IndexFunc(items, func(t review.Topic) bool { return t.Address == address })
	if at < 0 {
		return &goneError{c.say.Say("This is not on the agenda, and nothing was decided on it.")}
	}
	p := meetingPage{frame: c.frameFor("meeting"), Meta: d.Meta, Item: c.topicList(d, items[at:at+1])[0], Number: at + 1, Count: len(items), Reason: items[at].Reason}
	p.Title, p.Text = d.Label+" "+p.Item.Name, d.Label
	if at > 0 {
		p.Previous = meetingPath(d.Label, items[at-1].Address)
	}
	if at+1 < len(items) {
		p.Next = meetingPath(d.Label, items[at+1].Address)
	}
	for _, m := range p.Metas {
		if m.Base != d.Label {
			continue
		}
		x, _, err := c.examination(ctx, d.Label, m.Label)
		if err != nil {
			return err
		}
		if ch := changeAt(&x.Report, items[at].Clause.Address(), false); ch != nil {
			p.Draft = m.Label
			p.Change = markup.EmbedChange(&x.Report, ch, render.Options{Language: c.Language})
		}
	}
	return c.page(http.StatusOK, "meeting", p)
}

// minutesPage asks what the minutes need beside what was decided.
type minutesPage struct {
	frame
	Meta  revision.Meta
	Today string
	First string // the first item of the meeting; "" when there is none
}

func showMinutes(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	items, err := c.items(ctx, d)
	if err != nil {
		return err
	}
	p := minutesPage{frame: c.frameFor("agenda"), Meta: d.Meta, Today: c.opts.Now().UTC().Format(time.DateOnly)}
	p.Title, p.Text = c.say.Say("Meeting on {0}", d.Label), d.Label
	if len(items) > 0 {
		p.First = meetingPath(d.Label, items[0].Address)
	}
	return c.page(http.StatusOK, "minutes", p)
}

// downloadMinutes writes the minutes as a file.
func downloadMinutes(c *call) error {
	ctx := c.r.Context()
	d, err := c.document(ctx, c.r.PathValue("label"))
	if err != nil {
		return err
	}
	topics, state, err := c.topics(ctx, d)
	if err != nil {
		return err
	}
	record, err := c.ws.Record(ctx)
	if err != nil {
		return err
	}
	if err := c.r.ParseForm(); err != nil {
		return err
	}
	m := sheet.Meeting{Date: c.r.FormValue("date"), Place: c.r.FormValue("place"), Present: c.r.Form["present"]}
	if m.Date == "" {
		m.Date = c.opts.Now().UTC().Format(time.DateOnly)
	}
	for _, tip := range record.Tips() {
		m.Heads = append(m.Heads, tip.Hash)
	}
	ending := c.r.FormValue("format")
	if ending == "" {
		ending = "docx"
	}
	return c.downloadSheet("minutes-"+d.Label+"-"+m.Date, ending, sheet.Minutes(state, m, topics, render.Options{Language: c.Language}))
}
