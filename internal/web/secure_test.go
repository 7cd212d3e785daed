package web

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"conceptdiff/internal/review"
)

// clock is a clock that a test sets forward.
type clock struct{ ahead atomic.Int64 }

func (c *clock) now() time.Time        { return time.Now().Add(time.Duration(c.ahead.Load())) }
func (c *clock) wait(d time.Duration)  { c.ahead.Add(int64(d)) }
func (c *clock) options(opts *Options) { opts.Now = c.now }

// A session ends after two hours without use and after twelve in any case. What was typed
// when it ended is shown again, and is taken once the member has signed in anew.
func TestSessionEnds(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	if err := s.Work.SetPasscode(t.Context(), "Tural", "a mill by the quay"); err != nil {
		t.Fatal(err)
	}
	var c clock
	open := serveWorkspace(t, s.Work, "0.0.0.0:0", c.options)
	v := visit(t, open, "")
	signIn := func() {
		t.Helper()
		v.post("/signin", fields("name", "Tural", "passcode", "a mill by the quay"), http.StatusOK)
	}
	signIn()
	c.wait(sessionIdle - time.Minute)
	if page := v.get("/r/2007/4.1.1", http.StatusOK); !strings.Contains(page, "Sign out") {
		t.Error("the session ended early")
	}
	c.wait(sessionIdle + time.Minute)
	form := fields("on", "2007/4.1.1", "verdict", "amend", "note", "typed with care", "words", "Other words.")
	page := v.post("/mark", form, http.StatusUnauthorized)
	for _, want := range []string{"no longer signed in", "typed with care", "Other words.", `name="on" value="2007/4.1.1"`, "Send it again"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page after the session has no %q", want)
		}
	}
	signIn()
	if page := v.post("/mark", fields("on", "2007/4.1.1", "verdict", "keep", "note", "typed with care", "back", "/r/2007/4.1.1"), http.StatusOK); !strings.Contains(page, "typed with care") {
		t.Error("the form is not taken after signing in anew")
	}
	for range int(sessionAge / time.Hour) { // used all the time
		v.get("/help", http.StatusOK)
		c.wait(time.Hour)
	}
	c.wait(time.Minute)
	if page := v.get("/r/2007/4.1.1", http.StatusOK); !strings.Contains(page, "Passcode") {
		t.Error("the session lasts longer than its age")
	}
}

// After too many wrong passcodes neither the name nor the address gets another try, with
// the right one either, until the time is over.
func TestTriesAreLimited(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	for _, name := range []string{"Zeynal", "Tural"} {
		if err := s.Work.SetPasscode(t.Context(), name, "a mill by the quay"); err != nil {
			t.Fatal(err)
		}
	}
	var c clock
	v := visit(t, serveWorkspace(t, s.Work, "0.0.0.0:0", c.options), "")
	right := fields("name", "Zeynal", "passcode", "a mill by the quay")
	for range mostTries {
		page := v.post("/signin", fields("name", "Zeynal", "passcode", "guess"), http.StatusUnauthorized)
		if !strings.Contains(page, "is not right") || !strings.Contains(page, `value="Zeynal"`) || strings.Contains(page, "guess") {
			t.Error("the page does not say what was wrong, or shows the passcode")
		}
	}
	v.post("/signin", right, http.StatusTooManyRequests)
	v.post("/signin", fields("name", "Tural", "passcode", "a mill by the quay"), http.StatusTooManyRequests)
	c.wait(tryWindow + time.Second)
	if page := v.post("/signin", right, http.StatusOK); !strings.Contains(page, "Sign out") {
		t.Error("after the wait the right passcode is not taken")
	}
}

// certificate makes a certificate for localhost and its key, as files.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	secret, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, &secret.PublicKey, secret)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key, pool = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"), x509.NewCertPool()
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: signed}, key: {Type: "PRIVATE KEY", Bytes: pkcs8}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	parsed, err := x509.ParseCertificate(signed)
	if err != nil {
		t.Fatal(err)
	}
	pool.AddCert(parsed)
	return cert, key, pool
}

// Over TLS members sign in with a cookie that no other connection carries; an old protocol
// and a plain request are refused, as is a certificate whose key is another's.
func TestTLS(t *testing.T) {
	s := newSite(t, "Zeynal")
	if err := s.Work.SetPasscode(t.Context(), "Zeynal", "a mill by the quay"); err != nil {
		t.Fatal(err)
	}
	cert, key, pool := certificate(t)
	secure := serveWorkspace(t, s.Work, "0.0.0.0:0", func(o *Options) { o.Certificate, o.Key = cert, key })
	if !strings.HasPrefix(secure.URL, "https://127.0.0.1:") {
		t.Fatalf("the pages are at %s", secure.URL)
	}
	v := visit(t, secure, "")
	v.http.Transport = &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}
	r, err := v.http.Get(v.site + "/signin")
	if v.read(r, err, "/signin", http.StatusOK); r.TLS == nil || !strings.Contains(r.Header.Get("Strict-Transport-Security"), "max-age") {
		t.Error("the page does not come over TLS, or does not say that it must")
	}
	v.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	r, err = v.http.PostForm(v.site+"/signin", fields("name", "Zeynal", "passcode", "a mill by the quay"))
	v.read(r, err, "/signin", http.StatusSeeOther)
	for _, c := range r.Cookies() {
		if !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
			t.Errorf("the cookie is %s", c)
		}
	}
	if len(r.Cookies()) != 1 {
		t.Errorf("%d cookies", len(r.Cookies()))
	}
	v.http.CheckRedirect = nil
	v.post("/mark", fields("on", "2007/4.1.1", "verdict", "keep", "back", "/r/2007/4.1.1"), http.StatusOK)
	record, err := s.Work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if all := record.Statements(); all[len(all)-1].Verdict() != review.Keep || all[len(all)-1].By != "Zeynal" {
		t.Errorf("the last entry is %s", all[len(all)-1].Summary())
	}
	old := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS11}}}
	if r, err := old.Get(secure.URL); err == nil {
		r.Body.Close()
		t.Error("TLS 1.1 is answered")
	}
	r, err = http.Get(strings.Replace(secure.URL, "https", "http", 1))
	v.read(r, err, "plain", http.StatusBadRequest)

	_, other, _ := certificate(t)
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if err := serve(t.Context(), Options{Workspace: s.Work, Certificate: cert, Key: other}, listener); err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("another's key: %v", err)
	}
}
