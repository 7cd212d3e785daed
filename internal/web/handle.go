package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/render/phrase"
)

// call is one request and who asks.
type call struct {
	*server
	http.ResponseWriter
	r *http.Request
	viewer
	bare bool // the page shows nothing of what is stored
}

// handler answers a request, or returns why it cannot.
type handler func(c *call) error

// handle is the one wrapper of all handlers: it finds out who asks, and turns an error
// into a page or, for the script, into its words alone.
func (s *server) handle(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &call{server: s, ResponseWriter: w, r: r}
		defer func() {
			if r.MultipartForm != nil {
				_ = r.MultipartForm.RemoveAll() // what is left is the system's to clear away
			}
		}()
		var err error
		if c.viewer, err = s.viewerOf(r); err == nil {
			if c.mustSignIn() && r.Method == http.MethodPost {
				_ = r.ParseForm() // what was typed is shown again as far as it can be read
				c.fail(errSignedOut)
				return
			}
			if c.mustSignIn() {
				c.redirect("/signin?back=" + queryEscape(r.URL.RequestURI()))
				return
			}
			err = h(c)
		}
		if err != nil {
			c.fail(err)
		}
	})
}

// page executes a template and sends the page.
func (c *call) page(status int, name string, data any) error {
	buf := newBuffer()
	defer buffers.Put(buf)
	if err := templatesIn[c.Language]().ExecuteTemplate(buf, name, data); err != nil {
		return err
	}
	return c.send(status, "text/html; charset=utf-8", buf.Bytes())
}

// pageAround sends a page whose main part was made before: the template ends where that
// begins.
func (c *call) pageAround(main []byte, name string, data any) error {
	buf := newBuffer()
	defer buffers.Put(buf)
	in := templatesIn[c.Language]()
	if err := in.ExecuteTemplate(buf, name, data); err != nil {
		return err
	}
	buf.Write(main)
	if err := in.ExecuteTemplate(buf, "bottom", data); err != nil {
		return err
	}
	return c.send(http.StatusOK, "text/html; charset=utf-8", buf.Bytes())
}

// buffers are those in which pages are put together. A page takes hundreds of kilobytes,
// which would be asked for anew with each.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func newBuffer() *bytes.Buffer {
	buf := buffers.Get().(*bytes.Buffer)
	buf.Reset()
	return buf
}

// send sends an answer that is not to be kept: what it shows may be another in a
// moment.
func (c *call) send(status int, kind string, data []byte) error {
	h := c.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(data)))
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache, private")
	}
	c.WriteHeader(status)
	_, err := c.Write(data)
	if err != nil {
		c.opts.Log("%s %s: the answer was not taken: %v", c.r.Method, c.r.URL.Path, err)
	}
	return nil // it is under way: no page can be made of an error now
}

// json answers the script.
func (c *call) json(status int, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return c.send(status, "application/json", data)
}

// byScript reports whether the script asks, which wants no page.
func (c *call) byScript() bool { return c.r.Header.Get("Accept") == "application/json" }

// redirect leads on after a form was taken, so that loading the page again does not
// send it twice.
func (c *call) redirect(to string) {
	http.Redirect(c.ResponseWriter, c.r, to, http.StatusSeeOther)
}

// back is the page of ours that a form says it stood on.
func (c *call) back(otherwise string) string { return ownPath(c.r.FormValue("back"), otherwise) }

// ownPath refuses to lead to another site.
func ownPath(path, otherwise string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\x00") {
		return otherwise
	}
	return path
}

// fail tells an error: on a page, or to the script.
func (c *call) fail(err error) {
	if errors.Is(err, c.r.Context().Err()) && c.r.Context().Err() != nil {
		return // nobody waits for the answer
	}
	p := c.problem(err)
	if p.Status >= http.StatusInternalServerError {
		c.opts.Log("%s %s: %v", c.r.Method, c.r.URL.Path, err)
	}
	if c.byScript() {
		_ = c.json(p.Status, map[string]string{"what": strings.Join(append([]string{p.What}, p.English...), " "), "help": p.Help})
		return
	}
	if again := c.page(p.Status, "problem", p); again != nil {
		c.opts.Log("%s %s: %v", c.r.Method, c.r.URL.Path, again)
		http.Error(c.ResponseWriter, p.What, p.Status)
	}
}

// errSignedOut says that a form was sent by nobody who is signed in, as when a session
// has expired meanwhile.
var errSignedOut = errors.New("nobody is signed in")

// refuse answers what the guard does not let through.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, status int, what string) {
	c := &call{server: s, ResponseWriter: w, r: r, bare: true, viewer: viewer{Language: languageOf(r)}}
	c.say = phrase.In(c.Language)
	c.fail(&refusal{status, what})
}

// refusal is what the guard does not let through.
type refusal struct {
	status int
	what   string
}

func (r *refusal) Error() string { return "refused: " + r.what }

// parseForm reads a form that may bring a file. What of it lay on the disk is removed
// when the request ends.
func (c *call) parseForm() error {
	const inMemory = 1 << 20 // bytes of files; the rest waits on the disk
	if err := c.r.ParseMultipartForm(inMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return err
	}
	return nil
}

// sentFile is the file of a form, whole: one beyond the limit of the readers is refused.
// What says what to choose where there is none.
func (c *call) sentFile(what string) (name string, data []byte, err error) {
	if err := c.parseForm(); err != nil {
		return "", nil, err
	}
	file, header, err := c.r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || err == nil && header.Size == 0 {
		return "", nil, fault.Hint(fault.Misusef("%s", c.say.Say("No file was chosen, or it is empty. Nothing was stored.")), "%s", what)
	}
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, ingest.MaxSize+1))
	if err == nil && len(data) > ingest.MaxSize {
		err = &http.MaxBytesError{Limit: ingest.MaxSize}
	}
	return header.Filename, data, err
}
