package web

import (
	"crypto/rand"
	"encoding/base64"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// How long a session lasts, and how often a passcode may be wrong.
const (
	sessionAge   = 12 * time.Hour
	sessionIdle  = 2 * time.Hour
	mostSessions = 1000
	mostTries    = 5 // of one member or from one address within tryWindow
	tryWindow    = 10 * time.Minute
)

// sessions are who is signed in. They are kept in memory: a server that is started
// again asks everyone anew.
type sessions struct {
	now func() time.Time

	mu    sync.Mutex
	open  map[string]*session
	tries map[string][]time.Time // wrong ones, by member and by address
}

type session struct {
	member      string
	began, used time.Time
}

func newSessions(now func() time.Time) *sessions {
	return &sessions{now: now, open: make(map[string]*session), tries: make(map[string][]time.Time)}
}

// member is who a token stands for, "" when it has expired or is none.
func (s *sessions) member(token string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := s.open[token]
	now := s.now()
	if found == nil {
		return ""
	}
	if now.Sub(found.began) > sessionAge || now.Sub(found.used) > sessionIdle {
		delete(s.open, token)
		return ""
	}
	found.used = now
	return found.member
}

// begin begins a session and returns its token.
func (s *sessions) begin(member string) (string, error) {
	secret := make([]byte, 32)
	if _, err := rand.Read(secret); err != nil {
		return "", err
	}
	token := base64.RawURLEncoding.EncodeToString(secret)
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for t, old := range s.open {
		if now.Sub(old.began) > sessionAge || now.Sub(old.used) > sessionIdle {
			delete(s.open, t)
		}
	}
	if len(s.open) >= mostSessions {
		oldest := ""
		for t, other := range s.open {
			if oldest == "" || other.used.Before(s.open[oldest].used) {
				oldest = t
			}
		}
		delete(s.open, oldest)
	}
	s.open[token] = &session{member: member, began: now, used: now}
	return token, nil
}

func (s *sessions) end(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, token)
}

// mayTry takes a try for each of the keys, and refuses it when one of them had too
// many of late. A try counts until it is found right.
func (s *sessions) mayTry(keys ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for key, at := range s.tries {
		for len(at) > 0 && now.Sub(at[0]) > tryWindow {
			at = at[1:]
		}
		if s.tries[key] = at; len(at) == 0 {
			delete(s.tries, key)
		}
	}
	for _, key := range keys {
		if len(s.tries[key]) >= mostTries {
			return false
		}
	}
	for _, key := range keys {
		s.tries[key] = append(s.tries[key], now)
	}
	return true
}

// forgive forgets the tries of who signed in.
func (s *sessions) forgive(keys ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, key := range keys {
		delete(s.tries, key)
	}
}

// signInPage is where a member signs in.
type signInPage struct {
	frame
	Back  string
	Name  string
	Wrong string // what was wrong with the last try
}

func showSignIn(c *call) error {
	if c.sessions == nil || c.Member.Name != "" {
		c.redirect(c.back("/"))
		return nil
	}
	return c.signInAgain(http.StatusOK, "")
}

func (c *call) signInAgain(status int, wrong string) error {
	p := signInPage{frame: c.frameFor("signin"), Back: c.back("/"), Name: c.r.PostFormValue("name"), Wrong: wrong}
	p.Title = c.say.Say("Sign in")
	return c.page(status, "signin", p)
}

// signIn begins a session for a member whose passcode is right.
func signIn(c *call) error {
	if c.sessions == nil {
		c.redirect("/")
		return nil
	}
	name, passcode := c.r.PostFormValue("name"), c.r.PostFormValue("passcode")
	from, _, err := net.SplitHostPort(c.r.RemoteAddr)
	if err != nil {
		from = c.r.RemoteAddr
	}
	keys := []string{"member " + name, "address " + from}
	if !c.sessions.mayTry(keys...) {
		c.Header().Set("Retry-After", "600")
		return c.signInAgain(http.StatusTooManyRequests, c.say.Say("Too many tries. Wait ten minutes, then try again."))
	}
	ok, err := c.ws.CheckPasscode(c.r.Context(), name, passcode)
	if err != nil {
		return err
	}
	if !ok {
		return c.signInAgain(http.StatusUnauthorized, c.say.Say("The name or the passcode is not right. Nothing was changed."))
	}
	c.sessions.forgive(keys...)
	record, err := c.ws.Record(c.r.Context())
	if err != nil {
		return err
	}
	for _, m := range record.Members() {
		if sameName(m.Name, name) {
			name = m.Name
		}
	}
	token, err := c.sessions.begin(name)
	if err != nil {
		return err
	}
	http.SetCookie(c.ResponseWriter, &http.Cookie{
		Name: sessionCookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: c.r.TLS != nil, MaxAge: int(sessionAge.Seconds()),
	})
	c.redirect(c.back("/"))
	return nil
}

// signOut ends the session.
func signOut(c *call) error {
	if c.sessions == nil {
		return fault.Misusef("%s", c.say.Say("Nobody signs in here."))
	}
	if cookie, err := c.r.Cookie(sessionCookie); err == nil {
		c.sessions.end(cookie.Value)
	}
	c.setCookie(sessionCookie, "", true)
	c.redirect("/signin")
	return nil
}

// viewer is who asks, and in which language.
type viewer struct {
	Language string
	Member   review.Member   // Name is "" for nobody
	Members  []review.Member // who has not left
	Head     string          // the last entry of the record when the request came; "" for none
	say      phrase.Phrases
}

// The cookies. They hold a choice, not a secret, but for the session's.
const (
	memberCookie   = "conceptdiff_member"
	languageCookie = "conceptdiff_language"
	sessionCookie  = "conceptdiff_session"
)

// MayMark reports whether the viewer's role allows marks.
func (v viewer) MayMark() bool {
	return v.Member.Name != "" && v.Member.Role != review.Reader
}

// MayDecide reports whether the viewer enters the committee's decisions.
func (v viewer) MayDecide() bool { return v.Member.Name != "" && v.Member.Role == review.Chair }

func (s *server) viewerOf(r *http.Request) (viewer, error) {
	v := viewer{Language: languageOf(r)}
	v.say = phrase.In(v.Language)
	record, err := s.ws.Record(r.Context())
	if err != nil {
		return v, err
	}
	for _, m := range record.Members() {
		if !m.Removed {
			v.Members = append(v.Members, m)
		}
	}
	if all := record.Entries(); len(all) > 0 {
		v.Head = all[len(all)-1].Hash
	}
	name, err := s.acting(r)
	if err != nil {
		return v, err
	}
	for _, m := range v.Members {
		if m.Name == name {
			v.Member = m
		}
	}
	return v, nil
}

// acting is in whose name the request comes: who is signed in or, on this machine
// alone, who was chosen in this browser, or for this copy of the store.
func (s *server) acting(r *http.Request) (string, error) {
	if s.sessions != nil {
		if cookie, err := r.Cookie(sessionCookie); err == nil {
			return s.sessions.member(cookie.Value), nil
		}
		return "", nil
	}
	if cookie, err := r.Cookie(memberCookie); err == nil {
		if name, err := base64.RawURLEncoding.DecodeString(cookie.Value); err == nil && len(name) > 0 {
			return string(name), nil
		}
	}
	return s.ws.DefaultMember(r.Context())
}

// signedOut reports whether members sign in and nobody is.
func (c *call) signedOut() bool { return c.sessions != nil && c.Member.Name == "" }

// mustSignIn reports whether the page is for members alone and nobody is signed in.
func (c *call) mustSignIn() bool {
	return c.signedOut() && c.r.URL.Path != "/signin" && c.r.URL.Path != "/language"
}

// languageOf is the language that was chosen, or else the first one that the browser
// asks for and there is.
func languageOf(r *http.Request) string {
	if cookie, err := r.Cookie(languageCookie); err == nil && slices.Contains(message.Languages, cookie.Value) {
		return cookie.Value
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		tag, _, _ = strings.Cut(tag, "-")
		if slices.Contains(message.Languages, strings.ToLower(tag)) {
			return strings.ToLower(tag)
		}
	}
	return message.Languages[0]
}

// setCookie keeps a choice in the browser for a year; "" forgets it.
func (c *call) setCookie(name, value string, httpOnly bool) {
	age := 365 * 24 * 60 * 60
	if value == "" {
		age = -1
	}
	http.SetCookie(c.ResponseWriter, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: age, HttpOnly: httpOnly, SameSite: http.SameSiteStrictMode, Secure: c.r.TLS != nil,
	})
}

// chooseLanguage keeps the language of headings and fixed phrases.
func chooseLanguage(c *call) error {
	if lang := c.r.FormValue("language"); slices.Contains(message.Languages, lang) {
		c.setCookie(languageCookie, lang, true)
	}
	c.redirect(c.back("/"))
	return nil
}

func queryEscape(s string) string { return url.QueryEscape(s) }
