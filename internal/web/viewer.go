package web

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// viewer is who asks, and in which language.
type viewer struct {
	Language string
	Member   review.Member   // Name is "" for nobody
	Members  []review.Member // who has not left
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

// mustSignIn reports whether the page is for members alone and nobody is signed in.
func (c *call) mustSignIn() bool {
	return c.sessions != nil && c.Member.Name == "" && c.r.URL.Path != "/signin" && c.r.URL.Path != "/language"
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
