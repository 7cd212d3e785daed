// Package guard stands before every page: it answers for this host alone, refuses
// what another site sends, tells the browser to load nothing from elsewhere, bounds
// what is taken in, and keeps a fault of one request from the others.
package guard

import (
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
)

// Policy says which requests are answered.
type Policy struct {
	// Hosts are the names, without ports, under which the pages are asked for. Numeric
	// addresses are answered wherever the server listens: a foreign site cannot make a
	// browser send them as the Host of its own name.
	Hosts []string
	// MaxBody is the most that is read of a request, in bytes. MaxUpload is the same
	// for the paths in Uploads.
	MaxBody, MaxUpload int64
	Uploads            []string
	// Refuse answers a request that is not let through.
	Refuse func(w http.ResponseWriter, r *http.Request, status int, what string)
	// Panicked is told of a fault of ours; trace is for the log alone.
	Panicked func(r *http.Request, what any, trace []byte)
	Secure   bool // the pages are served over TLS
}

// contentPolicy lets a page load its own style, script and pictures and nothing else, and
// nothing that stands in the page itself.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Wrap puts the policy before a handler.
func (p Policy) Wrap(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if p.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		if !p.knows(r.Host) {
			p.Refuse(w, r, http.StatusMisdirectedRequest, "host")
			return
		}
		if err := origin.Check(r); err != nil {
			p.Refuse(w, r, http.StatusForbidden, "origin")
			return
		}
		limit := p.MaxBody
		if slices.Contains(p.Uploads, r.URL.Path) {
			limit = p.MaxUpload
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		defer func() {
			fault := recover()
			switch {
			case fault == nil:
			case fault == http.ErrAbortHandler:
				panic(fault)
			default:
				p.Panicked(r, fault, debug.Stack())
				p.Refuse(w, r, http.StatusInternalServerError, "panic")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// knows reports whether a request is meant for this server. A page of another site
// whose name was made to lead here (DNS rebinding) bears that site's name.
func (p Policy) knows(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
	return net.ParseIP(name) != nil || slices.Contains(p.Hosts, name)
}

// Describe puts a fault for a log.
func Describe(r *http.Request, what any, trace []byte) string {
	return fmt.Sprintf("%s %s: %v\n%s", r.Method, r.URL.Path, what, trace)
}
