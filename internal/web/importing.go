package web

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// uploads are files that were sent and not yet stored, until a person has seen what
// was understood of them.
type uploads struct {
	now  func() time.Time
	mu   sync.Mutex
	kept map[string]*upload
}

type upload struct {
	name string
	data []byte
	at   time.Time
}

// How many files wait, and how long.
const (
	mostUploads = 6
	uploadAge   = 30 * time.Minute
)

func newUploads(now func() time.Time) *uploads {
	return &uploads{now: now, kept: make(map[string]*upload)}
}

// keep keeps a file and returns the token that stands for it. The oldest gives way.
func (u *uploads) keep(name string, data []byte) (string, error) {
	secret := make([]byte, 16)
	if _, err := rand.Read(secret); err != nil {
		return "", err
	}
	token := base64.RawURLEncoding.EncodeToString(secret)
	u.mu.Lock()
	defer u.mu.Unlock()
	for t, old := range u.kept {
		if u.now().Sub(old.at) > uploadAge {
			delete(u.kept, t)
		}
	}
	for len(u.kept) >= mostUploads {
		oldest := ""
		for t, old := range u.kept {
			if oldest == "" || old.at.Before(u.kept[oldest].at) {
				oldest = t
			}
		}
		delete(u.kept, oldest)
	}
	u.kept[token] = &upload{name, data, u.now()}
	return token, nil
}

func (u *uploads) find(token string) *upload {
	u.mu.Lock()
	defer u.mu.Unlock()
	found := u.kept[token]
	if found == nil || u.now().Sub(found.at) > uploadAge {
		return nil
	}
	return found
}

func (u *uploads) drop(token string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.kept, token)
}

// importPage takes a file, and then shows what was understood of it.
type importPage struct {
	frame
	Token      string // of the file that was sent; "" before
	File       string
	Size       int
	Understood *understood // nil before, and where the file must be asked about first
	Given      folder.Metadata
	Statuses   []revision.Status
	Asks       string // what must be chosen first: "changes" or "struck"
	Changes    string
	Struck     string
	Wrong      string // why it was not stored
	Help       string
	English    []string // what the program says in English alone
}

// understood is what was made of a file.
type understood struct {
	Format, Encoding string
	Tally            workspace.Tally
	Clauses          []readClause
	Dropped          []oddity
	Warnings         []oddity
}

// oddity is a place that a person should look at.
type oddity struct{ At, Text, Why string }

func showImport(c *call) error {
	if err := c.mayImport(); err != nil {
		return err
	}
	p := importPage{frame: c.frameFor("import"), Statuses: folder.Statuses}
	p.Title = c.say.Say("Add a text")
	return c.page(http.StatusOK, "import", p)
}

// mayImport refuses those who may state nothing where members sign in.
func (c *call) mayImport() error {
	if c.sessions != nil && !c.MayMark() {
		return &review.RoleError{Name: c.Member.Name, Role: c.Member.Role, Kind: review.KindMark, Need: review.Ordinary}
	}
	return nil
}

// takeImport takes a file and shows what was understood, or stores it when a person
// has seen that.
func takeImport(c *call) error {
	if err := c.mayImport(); err != nil {
		return err
	}
	if err := c.parseForm(); err != nil {
		return err
	}
	p := importPage{frame: c.frameFor("import"), Statuses: folder.Statuses, Token: c.r.PostFormValue("token")}
	p.Title = c.say.Say("Add a text")
	p.Changes, p.Struck = c.r.PostFormValue("changes"), c.r.PostFormValue("struck")
	if p.Token == "" {
		if err := c.receive(&p); err != nil {
			return err
		}
	}
	file := c.uploads.find(p.Token)
	if file == nil {
		return fault.Hint(fault.Misusef("%s", c.say.Say("The file that was sent is no longer here: it was sent too long ago, or the program was started again.")),
			"%s", c.say.Say("Choose the file again. Nothing was stored."))
	}
	p.File, p.Size = file.name, len(file.data)
	received := workspace.Received{Name: file.name, Data: file.data, Changes: flow.Changes(p.Changes), Struck: flow.Struck(p.Struck)}
	r, err := c.ws.Look(c.r.Context(), received)
	if err != nil {
		return c.importWrong(p, err)
	}
	p.Understood = c.understood(r)
	if c.r.PostFormValue("store") == "" {
		p.Given = c.proposed(r)
		return c.page(http.StatusOK, "import", p)
	}
	return c.store(p, received)
}

// receive takes the file of a form.
func (c *call) receive(p *importPage) error {
	name, data, err := c.sentFile(c.say.Say("Choose the file that holds the text."))
	if err != nil {
		return err
	}
	p.Token, err = c.uploads.keep(name, data)
	return err
}

// importWrong shows why a file cannot be read, or what must be chosen first.
func (c *call) importWrong(p importPage, err error) error {
	var unread *ingest.Error
	switch {
	case errors.As(err, new(*flow.TrackedError)):
		p.Asks = "changes"
	case errors.As(err, new(*flow.StruckError)):
		p.Asks = "struck"
	default:
		if errors.As(err, &unread) && fault.HintOf(err) == "" && unread.Hint != "" {
			err = fault.Hint(err, "%s", unread.Hint)
		}
		again := c.problem(err)
		p.Wrong, p.Help, p.English = again.What, again.Help, again.English
		p.Token = ""
	}
	status := http.StatusOK
	if p.Wrong != "" {
		status = http.StatusUnprocessableEntity
	}
	return c.page(status, "import", p)
}

// store stores the file with what a person has said of it.
func (c *call) store(p importPage, received workspace.Received) error {
	f := func(name string) string { return strings.TrimSpace(c.r.PostFormValue(name)) }
	p.Given = folder.Metadata{Label: f("label"), Title: f("title"), Date: f("date"), Status: revision.Status(f("status")), Language: f("language"), Base: f("base")}
	given := p.Given
	given.Base = ""
	base := p.Given.Base
	if base == "" {
		base = workspace.NoBase
	}
	stored, err := c.ws.Receive(c.r.Context(), received, workspace.Import{Given: given, Base: base})
	if err != nil {
		again := c.problem(err)
		p.Wrong, p.Help, p.English = again.What, again.Help, again.English
		return c.page(max(again.Status, http.StatusBadRequest), "import", p)
	}
	c.uploads.drop(p.Token)
	if stored.Base != "" {
		c.redirect(comparisonPath(stored.Base, stored.Label))
		return nil
	}
	c.redirect(revisionPath(stored.Label))
	return nil
}

// proposed is what is known of a text before a person corrects it.
func (c *call) proposed(r *reading.Reading) folder.Metadata {
	g := folder.Metadata{Label: tidyLabel(r.Label), Title: r.Title, Date: r.Date, Status: r.Status, Language: r.Language}
	metas, err := c.ws.Metas(c.r.Context())
	if err == nil && len(metas) > 0 {
		g.Base = metas[len(metas)-1].Label
		if g.Status == "" {
			g.Status = revision.Draft
		}
	}
	taken := func(label string) bool {
		return slices.ContainsFunc(metas, func(m revision.Meta) bool { return m.Label == label && m.Source.SHA256 != r.Source.SHA256 })
	}
	if taken(g.Label) {
		for n := 2; taken(g.Label); n++ {
			g.Label = tidyLabel(r.Label) + "-" + string(rune('0'+n%10))
		}
	}
	return g
}

// tidyLabel makes a label of a file's name.
func tidyLabel(name string) string {
	name = strings.Join(strings.Fields(name), "-")
	name = strings.TrimLeft(strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || folder.CheckLabel(string(r)) != nil && r != '-' && r != '.' {
			return -1
		}
		return r
	}, name), "-.")
	if runes := []rune(name); len(runes) > 40 {
		name = string(runes[:40])
	}
	return name
}

// placeIn names a place in a file that was read.
func (c *call) placeIn(r *reading.Reading, file string, page, line int) string {
	return c.say.Place(file, page, line, r.CountsParagraphs())
}

func (c *call) understood(r *reading.Reading) *understood {
	u := &understood{Format: r.Result.Format, Encoding: r.Result.Encoding, Tally: workspace.TallyOf(r.Revision)}
	for _, cl := range r.Clauses() {
		rc := readClause{Name: clauseName(cl)}
		for up := cl.Parent; up != nil; up = up.Parent {
			rc.Depth++
		}
		u.Clauses = append(u.Clauses, rc)
	}
	for _, d := range r.Result.Dropped {
		u.Dropped = append(u.Dropped, oddity{c.placeIn(r, d.File, d.Page, d.Line), d.Text, c.say.Word(d.Why)})
	}
	for _, w := range r.Result.Warnings {
		u.Warnings = append(u.Warnings, oddity{At: c.placeIn(r, w.File, w.Page, w.Line), Text: c.say.Foreign(string(w.Says), w.Args...)})
	}
	return u
}
