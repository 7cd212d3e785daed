package web

import (
	"errors"
	"maps"
	"net/http"
	"slices"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
)

// problemPage says what happened and what to do. Where a form was sent, it is shown
// again with what was typed.
type problemPage struct {
	frame
	Status int
	What   string // what happened
	Help   string // what to do, "" when nothing is known
	// English is what the program says in English alone, on a page in another language.
	English []string
	Kept    []field  // of the form that was sent
	Form    string   // where it is sent again; "" for none
	Near    []string // labels or clauses that may be meant
	About   *target  // what the form was about, to be read again; nil for nothing
}

// field is a field of a form.
type field struct{ Name, Value string }

// goneError says that a page of ours is not there.
type goneError struct{ what string }

func (e *goneError) Error() string { return e.what }

// problem puts an error into words for a person at the browser.
func (c *call) problem(err error) problemPage {
	p := problemPage{frame: c.frameFor(""), Status: http.StatusInternalServerError, What: err.Error(), Help: fault.HintOf(err)}
	p.Title = c.say.Say("Something did not work")
	var refused *refusal
	var missing *store.NotFoundError
	var taken *store.LabelTakenError
	var stranger *review.NotMemberError
	var role *review.RoleError
	var gone *goneError
	var tooLarge *http.MaxBytesError
	var changed *changedError
	var leave []string
	told := p.What
	switch {
	case errors.As(err, &refused):
		p.Status = refused.status
		switch refused.what {
		case "host":
			p.What = c.say.Say("These pages were asked for under a name that is not this machine's.")
			p.Help = c.say.Say("Open them under the address that the program printed when it was started.")
		case "origin":
			p.What = c.say.Say("This was sent from another site, so it was not taken. Nothing was entered.")
			p.Help = c.say.Say("Go to the page itself and send it from there.")
		default:
			p.What = c.say.Say("There is a fault in the program. Nothing was entered by this request.")
			p.Help = c.say.Say("Go back and try again. If it happens again, tell whoever looks after the program; what happened stands in the window where it was started.")
		}
	case errors.Is(err, errSignedOut):
		p.Status = http.StatusUnauthorized
		p.What = c.say.Say("You are no longer signed in. Nothing was entered.")
		p.Help = c.say.Say("Sign in in another window, then send it again from here: what you typed is kept.")
	case errors.As(err, &missing):
		p.Status, p.Near = http.StatusNotFound, missing.Labels
		p.What = c.say.Say("No revision is called «{0}».", missing.Label)
		p.Help = c.say.Say("These are stored:")
	case errors.As(err, &gone):
		p.Status = http.StatusNotFound
		p.What, p.Help = gone.what, c.say.Say("Begin at the start page, or go back to where you were.")
	case errors.As(err, new(*review.NothingSaidError)):
		p.Status = http.StatusConflict
		p.What = c.say.Say("There is nothing of yours here to take back.")
	case errors.As(err, &changed):
		p.Status, leave = http.StatusConflict, []string{"digest"}
		p.About = &target{Name: changed.label + " " + c.say.Cite(changed.address), Path: clausePath(changed.label, changed.address)}
		p.What = c.say.Say("The words are others than those the form was about. Nothing was entered.")
		p.Help = c.say.Say("Read them again, then send the form again if it still holds: what you typed stands below.")
	case errors.As(err, &taken):
		p.Status = http.StatusConflict
		p.What = c.say.Say("Another text is stored as «{0}», and a stored text does not change.", taken.Label)
		p.Help = c.say.Say("Give this one a label of its own, for example {0}-2.", taken.Label)
	case errors.As(err, &stranger):
		p.Status = http.StatusForbidden
		p.What = c.say.Say("«{0}» is no member of the committee.", stranger.Name)
		p.Help = c.say.Say("Choose a member, or enrol one, on the page of the members.")
	case errors.As(err, &role):
		p.Status = http.StatusForbidden
		p.What = c.say.Say("{0} may not enter this: it needs a {1}.", role.Name, c.say.Word(string(role.Need)))
		p.Help = c.say.Say("A chair can give another role on the page of the members.")
	case errors.As(err, &tooLarge), errors.As(err, new(*file.TooLargeError)):
		p.Status = http.StatusRequestEntityTooLarge
		p.What = c.say.Say("This is larger than what is taken in. Nothing was stored.")
		p.Help = c.say.Say("Is it the text of one document? Split it, or remove what does not belong to it.")
	case errors.Is(err, store.ErrFull):
		p.Status = http.StatusInsufficientStorage
		p.What = c.say.Say("There is no room left on the disk. Nothing was entered; what was entered before is whole.")
		p.Help = c.say.Say("Make room on the disk, then send it again: what you typed stands below.")
	case errors.Is(err, store.ErrBusy):
		p.Status = http.StatusServiceUnavailable
		p.What = c.say.Say("Another program is writing to the database. Nothing was entered.")
		p.Help = c.say.Say("Wait a moment and send it again: what you typed stands below.")
	case errors.Is(err, store.ErrReadOnly):
		p.Status = http.StatusForbidden
		p.What = c.say.Say("The database cannot be written to on this machine. Nothing was entered.")
		p.Help = c.say.Say("Reading works all the same. To mark, start the program where its folder can be written to.")
	case fault.IsMisuse(err) || p.Help != "":
		p.Status = http.StatusBadRequest
	}
	if p.What == told && c.Language != "en" {
		p.What, p.Help, p.English = c.say.Say("This could not be done. The program says why, in English:"), "", untold(told, p.Help)
	}
	p.keepForm(c.r, leave...)
	return p
}

// untold are the lines of a text that say something.
func untold(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// keepForm keeps what was typed, so that nothing is lost by an error: all but what is
// secret, and the words the form was about where they are others now.
func (p *problemPage) keepForm(r *http.Request, leave ...string) {
	if r.Method != http.MethodPost || r.MultipartForm != nil {
		return
	}
	leave = append(leave, "passcode")
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		for _, value := range r.PostForm[name] {
			if value != "" && !slices.Contains(leave, name) {
				p.Form, p.Kept = r.URL.Path, append(p.Kept, field{name, value})
			}
		}
	}
}
