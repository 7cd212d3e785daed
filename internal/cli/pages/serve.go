package pages

import (
	"context"
	"net"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/web"
)

// serveOptions are what the command line says: the address and port, whether a
// browser is opened, the certificate and its key (both or neither), and names beside
// localhost under which the pages are asked for.
type serveOptions struct {
	listen    string
	port      int
	open      bool
	cert, key string
	names     []string
}

// newServe makes serve. Its flag --addr is kept as another word for --listen; the preset
// address answers this machine alone.
func newServe(env *command.Env) *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:     "serve",
		GroupID: command.GroupPages,
		Short:   "Read, compare and mark in the browser",
		Long: `Serve the workspace as pages in a browser, until it is interrupted: what changed,
every clause with both texts, what sources say, the agenda, the record; marks and
decisions by mouse or key; adding texts; files in every format. The pages load
nothing from the network.

Without --listen only this machine is answered, and who marks is chosen on the
page. With --listen on another address others can reach the pages: each member
then signs in with a passcode (conceptdiff member passcode NAME), and the program
refuses to start while nobody has one. Use --tls-cert and --tls-key there, or a
server in front of it that does: without either, what is typed can be read on the
way.

The command line works on the same database meanwhile. See docs/serve.md.`,
		Example: `  conceptdiff serve
  conceptdiff serve --port 0 --open
  conceptdiff serve --listen 192.0.2.7 --tls-cert a.pem --tls-key b.pem`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runServe(cmd.Context(), env, opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.listen, "listen", "127.0.0.1", "the `address` to answer at")
	flags.IntVar(&opts.port, "port", 8017, "the `port`; 0 takes a free one")
	flags.BoolVar(&opts.open, "open", false, "open the start page in the browser")
	flags.StringVar(&opts.cert, "tls-cert", "", "serve over TLS with the certificate in this `file`")
	flags.StringVar(&opts.key, "tls-key", "", "its private key, a `file`")
	flags.StringSliceVar(&opts.names, "name", nil, "a host `name` under which the pages are asked for, beside localhost")
	flags.StringVar(&opts.listen, "addr", "127.0.0.1", "")
	_ = flags.MarkHidden("addr") // another word for --listen; the flag is there
	return cmd
}

// runServe serves the pages until it is interrupted. --listen takes a host or
// host:port, of which the port goes before --port. Misuse is a certificate without
// its key, and a port out of range. The pages are told to be ready only when the
// address is bound, which is when a browser is opened.
func runServe(ctx context.Context, env *command.Env, opts serveOptions) error {
	if (opts.cert == "") != (opts.key == "") {
		return fault.Misusef("--tls-cert and --tls-key belong together: give both or neither")
	}
	if opts.port < 0 || opts.port > 65535 {
		return fault.Misusef("--port %d is no port: 0 to 65535", opts.port)
	}
	host, port := opts.listen, strconv.Itoa(opts.port)
	if h, p, err := net.SplitHostPort(opts.listen); err == nil {
		host, port = h, p
	}
	return web.Serve(ctx, web.Options{
		Workspace:   env.Workspace(),
		Address:     net.JoinHostPort(strings.Trim(host, "[]"), port),
		Certificate: opts.cert, Key: opts.key, Names: opts.names,
		Log: env.Warn, Now: env.Now,
		Ready: func(url string) {
			env.Notice("the pages are at %s (interrupt to stop)", url)
			if opts.open {
				if err := openBrowser(url); err != nil {
					env.Notice("no browser could be opened: %v", err)
				}
			}
		},
	})
}
