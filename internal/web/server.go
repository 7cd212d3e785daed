package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/web/guard"
	"conceptdiff/internal/web/keep"
	"conceptdiff/internal/web/live"
	"conceptdiff/internal/workspace"
)

// Options say how the pages are served.
type Options struct {
	Workspace *workspace.Workspace
	Address   string // host and port to listen on; a port of 0 takes a free one
	// Certificate and Key are files in PEM; both or neither.
	Certificate, Key string
	// Names are host names under which the pages are asked for, beside localhost.
	Names []string
	// Ready is told where the pages are when they can be asked for.
	Ready func(url string)
	// Log takes faults of ours and what a reader of the terminal should know.
	Log func(format string, args ...any)
	Now func() time.Time
}

// How long things may take, and how much is taken in.
const (
	readTimeout  = 30 * time.Second
	writeTimeout = 2 * time.Minute // a report as PDF takes its time
	idleTimeout  = 2 * time.Minute
	stopTimeout  = 5 * time.Second
	maxHeader    = 32 << 10
	maxBody      = 256 << 10
	maxUpload    = ingest.MaxSize + 1<<20 // bytes: what the readers take, and the form around it
	watchEvery   = time.Second
	keptPages    = 24
)

// server is what all requests share.
type server struct {
	opts     Options
	ws       *workspace.Workspace
	hub      *live.Hub
	kept     kept
	uploads  *uploads
	sessions *sessions // nil where nobody signs in
	stopping context.Context
}

// kept is what was costly to make.
type kept struct {
	examinations *keep.Cache[*workspace.Examination]
	pieces       *keep.Cache[[]piece]
	pages        *keep.Cache[[]byte]
	documents    *keep.Cache[*workspace.Document]
	states       *keep.Cache[*review.State]
	carriages    *keep.Cache[*review.Carriage]
	histories    *keep.Cache[*workspace.History]
	changed      *keep.Cache[*changed]
	related      *keep.Cache[map[string][]relate.Said]
}

// Serve answers requests until ctx ends, then finishes those it has begun and returns.
// An address that others can reach needs members who sign in, and TLS or a reverse
// proxy's word for it.
func Serve(ctx context.Context, opts Options) error {
	listener, err := net.Listen("tcp", opts.Address)
	if err != nil {
		return listenError(opts.Address, err)
	}
	defer listener.Close()
	return serve(ctx, opts, listener)
}

func serve(ctx context.Context, opts Options, listener net.Listener) error {
	s, err := newServer(ctx, opts, isLoopback(listener.Addr()))
	if err != nil {
		return err
	}
	var secure *tls.Config
	if opts.Certificate != "" {
		pair, err := tls.LoadX509KeyPair(opts.Certificate, opts.Key)
		if err != nil {
			return fault.Hint(fmt.Errorf("the certificate: %w", err), "--tls-cert and --tls-key name files in PEM that belong together")
		}
		secure = &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
		listener = tls.NewListener(listener, secure)
	}
	watching, stopWatching := context.WithCancel(ctx)
	var background sync.WaitGroup
	background.Go(func() { s.hub.Run(watching) })
	background.Go(func() { s.prepare(watching) })
	defer background.Wait()
	defer stopWatching()

	web := &http.Server{
		Handler:     s.guarded(secure != nil),
		ReadTimeout: readTimeout, ReadHeaderTimeout: readTimeout / 3, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeader,
		BaseContext:    func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
		ErrorLog:       quietLog(opts.Log),
	}
	failed := make(chan error, 1)
	background.Go(func() { failed <- web.Serve(listener) })
	opts.Ready(address(listener.Addr(), secure != nil))
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopWatching() // ends what open pages listen to, which would never end by itself
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	err = web.Shutdown(last)
	if errors.Is(err, context.DeadlineExceeded) {
		err = web.Close()
	}
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

func newServer(ctx context.Context, opts Options, loopback bool) (*server, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Log == nil {
		opts.Log = func(string, ...any) {}
	}
	if opts.Ready == nil {
		opts.Ready = func(string) {}
	}
	s := &server{
		opts: opts, ws: opts.Workspace, stopping: ctx,
		hub: live.New(opts.Workspace, watchEvery),
		kept: kept{
			examinations: keep.New[*workspace.Examination](8),
			pieces:       keep.New[[]piece](16),
			pages:        keep.New[[]byte](keptPages),
			documents:    keep.New[*workspace.Document](16),
			states:       keep.New[*review.State](16),
			carriages:    keep.New[*review.Carriage](16),
			histories:    keep.New[*workspace.History](256),
			changed:      keep.New[*changed](256),
			related:      keep.New[map[string][]relate.Said](8),
		},
		uploads: newUploads(opts.Now),
	}
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	if loopback {
		return s, nil
	}
	some, err := s.ws.HasPasscodes(ctx)
	if err != nil {
		return nil, err
	}
	if !some {
		return nil, fault.Hint(fmt.Errorf("%s can be reached from other machines, and no member can sign in yet", opts.Address),
			"give each member a passcode first: conceptdiff member passcode NAME; or leave out --addr and serve this machine alone")
	}
	s.sessions = newSessions(opts.Now)
	return s, nil
}

// ready opens the store, so that what is wrong with it is told at once and not on the
// first page.
func (s *server) ready(ctx context.Context) error {
	_, err := s.ws.Metas(ctx)
	if err == nil {
		_, err = s.ws.Record(ctx)
	}
	return err
}

// prepare makes the comparison that people most probably ask for, so that the first of them
// need not wait for it. What goes wrong is told to who asks.
func (s *server) prepare(ctx context.Context) {
	metas, err := s.ws.Metas(ctx)
	if err != nil {
		return
	}
	if old, new, _ := current(metas); new != "" {
		_, _, _ = s.examination(ctx, old, new)
	}
}

func (s *server) guarded(secure bool) http.Handler { return s.guardedWith(s.routes(), secure) }

func (s *server) guardedWith(routes http.Handler, secure bool) http.Handler {
	policy := guard.Policy{
		Hosts:   append([]string{"localhost"}, s.opts.Names...),
		MaxBody: maxBody, MaxUpload: maxUpload, Uploads: []string{"/import", "/forms"},
		Secure: secure,
		Refuse: s.refuse,
		Panicked: func(r *http.Request, what any, trace []byte) {
			s.opts.Log("%s", guard.Describe(r, what, trace))
		},
	}
	return policy.Wrap(routes)
}

// isLoopback reports whether an address reaches this machine alone.
func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// address is where the pages are, as a person opens it: by number, since not every machine
// knows itself by a name.
func address(a net.Addr, secure bool) string {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return scheme + "://" + a.String() + "/"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1" // "::" listens there, too
	}
	return scheme + "://" + net.JoinHostPort(host, port) + "/"
}

func listenError(addr string, err error) error {
	hint := "another port: --port 0 takes a free one"
	if !strings.Contains(err.Error(), "in use") {
		hint = "--listen is a name or number of this machine, for example 127.0.0.1"
	}
	return fault.Hint(fmt.Errorf("cannot listen on %s: %w", addr, err), "%s", hint)
}

// quietLog passes on what the server of the standard library finds wrong, without
// what browsers cause by leaving.
func quietLog(to func(format string, args ...any)) *log.Logger {
	return log.New(logWriter(to), "", 0)
}

type logWriter func(format string, args ...any)

func (w logWriter) Write(line []byte) (int, error) {
	text := strings.TrimSpace(string(line))
	if w != nil && !strings.Contains(text, "TLS handshake error") {
		w("%s", text)
	}
	return len(line), nil
}

// state is what stands of a text's provisions now. It is gathered once after each entry
// in the record, for all who ask.
func (s *server) state(ctx context.Context, r *revision.Revision) (*review.State, error) {
	at, err := s.ws.RecordState(ctx)
	if err != nil {
		return nil, err
	}
	return s.kept.states.Get(ctx, r.Label+"\x00"+r.Source.SHA256+"\x00"+at, func(ctx context.Context) (*review.State, error) {
		record, err := s.ws.Record(ctx)
		if err != nil {
			return nil, err
		}
		return record.StateOf(r), nil
	})
}

// carriage is what became of the marks on the old text of a comparison, found once after
// each entry.
func (s *server) carriage(ctx context.Context, x *workspace.Examination, basis string) (*review.Carriage, error) {
	at, err := s.ws.RecordState(ctx)
	if err != nil {
		return nil, err
	}
	key := x.Comparison.Old.Label + "\x00" + x.Comparison.New.Label + "\x00" + basis + "\x00" + at
	return s.kept.carriages.Get(ctx, key, func(ctx context.Context) (*review.Carriage, error) {
		record, err := s.ws.Record(ctx)
		if err != nil {
			return nil, err
		}
		old, err := s.state(ctx, x.Comparison.Old)
		if err != nil {
			return nil, err
		}
		return review.Carry(x.Comparison, old, record), nil
	})
}

// history is where a clause stands in every text, found once while the texts and the
// rulings on pairs stay the same.
func (s *server) history(ctx context.Context, label, address string) (*workspace.History, error) {
	metas, err := s.ws.Metas(ctx)
	if err != nil {
		return nil, err
	}
	key := []string{label, address}
	for _, m := range metas {
		key = append(key, m.Label, m.Source.SHA256)
	}
	basis, err := s.ws.Basis(ctx, label, label) // names the rulings too
	if err != nil {
		return nil, err
	}
	return s.kept.histories.Get(ctx, strings.Join(append(key, basis), "\x00"), func(ctx context.Context) (*workspace.History, error) {
		return s.ws.History(ctx, address, label)
	})
}
