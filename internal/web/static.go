package web

import (
	"crypto/sha256"
	_ "embed" // the style sheet, the script and the picture
	"encoding/base64"
	"net/http"
	"strings"

	markup "conceptdiff/internal/render/html"
)

//go:embed static/web.css
var webStyle string

//go:embed static/web.js
var webScript string

//go:embed static/icon.svg
var icon string

// asset is a file that pages link to. Its path names its content, so that a browser
// may keep it for ever.
type asset struct {
	name, kind, data, hash string
}

var assets = func() map[string]asset {
	out := map[string]asset{}
	for _, a := range []asset{
		{name: "report.css", kind: "text/css; charset=utf-8", data: markup.Style()},
		{name: "web.css", kind: "text/css; charset=utf-8", data: webStyle},
		{name: "report.js", kind: "text/javascript; charset=utf-8", data: markup.Script()},
		{name: "web.js", kind: "text/javascript; charset=utf-8", data: webScript},
		{name: "icon.svg", kind: "image/svg+xml", data: icon},
	} {
		sum := sha256.Sum256([]byte(a.data))
		a.hash = base64.RawURLEncoding.EncodeToString(sum[:9])
		out[a.name] = a
	}
	return out
}()

// assetPath is where a page finds an asset.
func assetPath(name string) string {
	a, ok := assets[name]
	if !ok {
		panic("no asset is called " + name)
	}
	return "/static/" + a.hash + "/" + name
}

func serveStatic(w http.ResponseWriter, r *http.Request) {
	a, ok := assets[r.PathValue("name")]
	if !ok || r.PathValue("hash") != a.hash {
		http.Error(w, "There is no such file: load the page again.", http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", `"`+a.hash+`"`)
	http.ServeContent(w, r, "", zeroTime, strings.NewReader(a.data))
}

func serveIcon(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, assetPath("icon.svg"), http.StatusMovedPermanently)
}
