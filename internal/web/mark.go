package web

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// encode puts a text so that a cookie holds it.
func encode(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// entered answers the script after something was entered.
type entered struct {
	Hash    string `json:"hash"`
	On      string `json:"on"`
	Said    string `json:"said"`    // what was entered, in a sentence
	Against string `json:"against"` // who says otherwise, "" for nobody
}

// mark enters a member's verdict on a provision.
func mark(c *call) error {
	label, address, err := c.about()
	if err != nil {
		return err
	}
	verdict, err := c.verdict()
	if err != nil {
		return err
	}
	if err := c.speaks(); err != nil {
		return err
	}
	e, err := c.ws.Mark(c.r.Context(), workspace.Mark{
		Revision: label, Address: address, Verdict: verdict, By: c.Member.Name, Note: c.note(), Source: c.r.PostFormValue("source"),
		Words: c.words(verdict),
	})
	if err != nil {
		return err
	}
	return c.answer(e)
}

// decide enters the committee's verdict on a provision, with the votes.
func decide(c *call) error {
	label, address, err := c.about()
	if err != nil {
		return err
	}
	verdict, err := c.verdict()
	if err != nil {
		return err
	}
	votes, err := c.votes()
	if err != nil {
		return err
	}
	if err := c.speaks(); err != nil {
		return err
	}
	e, err := c.ws.Decide(c.r.Context(), workspace.Decision{
		Revision: label, Address: address, Verdict: verdict, Votes: votes, By: c.Member.Name, Note: c.note(), Words: c.words(verdict),
	})
	if err != nil {
		return err
	}
	return c.answer(e)
}

// rebind settles where marks on a provision of a base belong in a later text.
func rebind(c *call) error {
	if err := c.speaks(); err != nil {
		return err
	}
	var to []string
	if at := strings.TrimSpace(c.r.PostFormValue("to")); at != "" && at != "none" {
		to = []string{at}
	}
	e, err := c.ws.Rebind(c.r.Context(), workspace.Rebinding{
		Old: c.r.PostFormValue("old"), New: c.r.PostFormValue("new"), From: c.r.PostFormValue("from"), To: to, By: c.Member.Name, Note: c.note(),
	})
	if err != nil {
		return err
	}
	return c.answer(e)
}

// verdict is that of the form.
func (c *call) verdict() (review.Verdict, error) {
	v, err := review.ParseVerdict(c.r.PostFormValue("verdict"))
	if err != nil {
		err = fault.Misusef("%s", c.say.Say("There is no verdict «{0}».", c.r.PostFormValue("verdict")))
	}
	return v, err
}

// votes reads the three fields of a vote, or the one that holds all of it.
func (c *call) votes() (review.Votes, error) {
	if all := strings.TrimSpace(c.r.PostFormValue("votes")); all != "" {
		v, err := review.ParseVotes(all)
		return v, fault.Misuse(err)
	}
	var parts []string
	some := false
	for _, name := range []string{"for", "against", "abstain"} {
		n := strings.TrimSpace(c.r.PostFormValue(name))
		some = some || n != ""
		if n == "" {
			n = "0"
		}
		parts = append(parts, n)
	}
	if !some {
		return review.Votes{}, nil
	}
	v, err := review.ParseVotes(strings.Join(parts, "/"))
	if err != nil {
		err = fault.Misusef("%s", c.say.Say("Votes are whole numbers, from 0 on."))
	}
	return v, err
}

// speaks refuses to enter something in nobody's name.
func (c *call) speaks() error {
	if c.Member.Name == "" {
		return fault.Hint(fault.Misusef("%s", c.say.Say("It is not known who says so. Nothing was entered.")),
			"%s", c.say.Say("Choose a member at the head of the page, then send it again: what you typed stands below."))
	}
	return nil
}

func (c *call) note() string {
	return strings.TrimSpace(strings.ReplaceAll(c.r.PostFormValue("note"), "\r\n", "\n"))
}

// words are those that a form proposes; another verdict than amend leaves what stands.
func (c *call) words(v review.Verdict) string {
	if v != review.Amend {
		return ""
	}
	return c.r.PostFormValue("words")
}

// about is the provision that a form is about. A form that was filled in on other
// words than those stored is refused.
func (c *call) about() (label, address string, err error) {
	if err := c.r.ParseForm(); err != nil {
		return "", "", err
	}
	on := c.r.PostFormValue("on")
	label, address, ok := strings.Cut(on, "/")
	if !ok || label == "" || address == "" {
		return "", "", fault.Misusef("%s", c.say.Say("The form does not say which clause it is about. Nothing was entered."))
	}
	d, err := c.document(c.r.Context(), label)
	if err != nil {
		return "", "", err
	}
	p, _, err := workspace.Lookup(address, d.Revision)
	if err != nil {
		return "", "", c.noClause(label, address)
	}
	if digest := c.r.PostFormValue("digest"); digest != "" && review.AnchorOf(d.Revision, p).Digest != digest {
		return "", "", &changedError{label, address}
	}
	return label, address, nil
}

// changedError says that a form was about other words.
type changedError struct{ label, address string }

func (e *changedError) Error() string {
	return fmt.Sprintf("the words of %s %s are others than those the form was about", e.label, e.address)
}

// answer tells what was entered: on the page the form stood on, or to the script.
func (c *call) answer(e review.Entry) error {
	c.hub.Nudge()
	if !c.byScript() {
		c.redirect(withSaid(c.back("/record"), e.Hash))
		return nil
	}
	out := entered{Hash: review.Short(e.Hash), Said: c.saidSentence(e)}
	if on, ok := anchorIn(e.Says); ok {
		out.On = onOf(on.Revision, on.Address)
		out.Against = c.against(e, on)
	}
	return c.json(http.StatusOK, out)
}

// anchorIn is what a mark or decision is about.
func anchorIn(s review.Statement) (review.Anchor, bool) {
	switch s := s.(type) {
	case review.Mark:
		return s.On, true
	case review.Decision:
		return s.On, true
	}
	return review.Anchor{}, false
}

// against names who says otherwise of the same provision, in a sentence.
func (c *call) against(e review.Entry, on review.Anchor) string {
	if e.Verdict() == review.Withdraw {
		return ""
	}
	d, err := c.document(c.r.Context(), on.Revision)
	if err != nil {
		return ""
	}
	state, err := c.state(c.r.Context(), d.Revision)
	if err != nil {
		return ""
	}
	st := state.At(on.Address)
	if st == nil {
		return ""
	}
	var names []string
	for _, m := range st.Marks {
		if m.By != e.By && m.Verdict() != e.Verdict() {
			names = append(names, c.say.Say("{0} says {1}", m.By, c.say.Word(string(m.Verdict()))))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return c.say.Say("Members disagree here: {0}.", strings.Join(names, ", "))
}

// saidSentence says what an entry enters: "Entered: obsolete, 2007 4.1.1."
func (c *call) saidSentence(e review.Entry) string {
	on, ok := anchorIn(e.Says)
	if !ok {
		return c.say.Say("Entered.")
	}
	where := on.Revision + " " + c.say.Cite(on.Address)
	if e.Verdict() == review.Withdraw {
		return c.say.Say("Taken back: what {0} said of {1}.", e.By, where)
	}
	if _, decided := e.Says.(review.Decision); decided {
		return c.say.Say("Decided: {0}, {1}.", c.say.Word(string(e.Verdict())), where)
	}
	return c.say.Say("Entered for {0}: {1}, {2}.", e.By, c.say.Word(string(e.Verdict())), where)
}

// withSaid leads to a page that tells what was entered.
func withSaid(path, hash string) string {
	u, err := url.Parse(path)
	if err != nil {
		return path
	}
	q := u.Query()
	q.Set("said", review.Short(hash))
	u.RawQuery = q.Encode()
	return u.String()
}

// clauseOf is the clause in which an address of a text lies, as events name it.
func clauseOf(r *revision.Revision, address string) string {
	if p := r.Find(address); p != nil {
		return onOf(r.Label, workspace.ClauseAddress(r, p))
	}
	return onOf(r.Label, address)
}
