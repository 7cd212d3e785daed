package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "conceptdiff/"

// layers is which package may import which: the table of the design. Each
// stands below those it may import. A package that is planned may be missing.
var layers = []struct {
	path    string
	imports []string
	planned bool
	pure    bool // touches no file, clock, network or database
}{
	{path: "internal/lazy", pure: true}, // any package may import it
	{path: "internal/words", pure: true},
	{path: "internal/numbering", imports: []string{"internal/words"}, pure: true},
	{path: "internal/numbering/family", imports: []string{"internal/numbering"}, pure: true},
	{path: "internal/fault", pure: true},
	{path: "internal/phrase", pure: true},
	{path: "internal/whole"},
	{path: "internal/revision", imports: []string{"internal/words", "internal/numbering", "internal/numbering/family"}, pure: true},
	{path: "internal/reference", imports: []string{"internal/words", "internal/revision", "internal/numbering"}, pure: true},
	{path: "internal/register", imports: []string{"internal/revision"}, pure: true},
	{path: "internal/formula", pure: true},
	{path: "internal/ingest", imports: []string{"internal/formula", "internal/words", "internal/revision", "internal/revision/survey", "internal/numbering", "internal/numbering/family"}},
	{path: "internal/textdiff", imports: []string{"internal/words"}, pure: true},
	{path: "internal/compare/parallel", pure: true},
	{path: "internal/compare/postings", pure: true},
	{path: "internal/compare/align", imports: []string{"internal/words", "internal/revision", "internal/textdiff", "internal/compare/parallel", "internal/compare/postings"}, pure: true},
	{path: "internal/compare/moves", imports: []string{"internal/words", "internal/revision", "internal/textdiff", "internal/compare/postings"}, pure: true},
	{path: "internal/compare/significance/figure", imports: []string{"internal/words", "internal/numbering"}, pure: true},
	{path: "internal/compare/significance/disclaimer", imports: []string{"internal/textdiff", "internal/compare/moves"}, pure: true},
	{path: "internal/compare/significance", imports: []string{"internal/words", "internal/revision", "internal/numbering", "internal/reference", "internal/textdiff", "internal/compare/align", "internal/compare/moves", "internal/compare/parallel"}, pure: true},
	{path: "internal/compare", imports: []string{"internal/words", "internal/revision", "internal/numbering", "internal/textdiff", "internal/reference"}, pure: true},
	{path: "internal/yaml", pure: true},
	{path: "internal/claim", imports: []string{"internal/words", "internal/revision", "internal/compare", "internal/yaml"}, pure: true},
	{path: "internal/review", imports: []string{"internal/words", "internal/textdiff", "internal/fault", "internal/phrase", "internal/revision", "internal/compare"}, pure: true},
	{path: "internal/review/exchange", imports: []string{"internal/phrase", "internal/review"}, pure: true},
	{path: "internal/relate", imports: []string{"internal/words", "internal/revision", "internal/numbering", "internal/compare", "internal/claim"}, pure: true},
	{path: "internal/amend", imports: []string{"internal/revision", "internal/compare"}, pure: true, planned: true},
	{path: "internal/ooxml", imports: []string{"internal/ooxml"}, pure: true},
	{path: "internal/form", imports: []string{"internal/ooxml", "internal/revision", "internal/review"}, pure: true},
	{path: "internal/report", imports: []string{"internal/revision", "internal/reference", "internal/register", "internal/compare", "internal/compare/significance", "internal/claim", "internal/review", "internal/relate", "internal/relate/search", "internal/relate/concord"}, pure: true},
	{path: "internal/render", imports: []string{"internal/formula", "internal/words", "internal/form", "internal/ooxml", "internal/ooxml/wordml", "internal/report", "internal/revision", "internal/numbering", "internal/reference", "internal/register", "internal/compare", "internal/compare/align", "internal/compare/significance", "internal/claim", "internal/claim/quote", "internal/review", "internal/relate", "internal/relate/search", "internal/relate/concord"}, pure: true},
	{path: "internal/store", imports: []string{"internal/phrase", "internal/revision", "internal/numbering", "internal/claim", "internal/review", "internal/review/exchange", "internal/relate", "internal/whole"}},
	{path: "internal/workspace", imports: []string{
		"internal/words", "internal/fault", "internal/phrase", "internal/revision", "internal/ingest", "internal/ingest/flow", "internal/yaml",
		"internal/textdiff", "internal/register", "internal/compare", "internal/claim", "internal/claim/quote", "internal/form", "internal/review", "internal/review/exchange", "internal/relate", "internal/relate/prose", "internal/relate/search", "internal/relate/concord", "internal/report", "internal/store", "internal/whole", // and no driver
	}},
	{path: "internal/wordtest", imports: []string{"internal/ingest", "internal/revision", "internal/ooxml", "internal/ooxml/wordml", "internal/render/docx", "internal/render/docx/stream"}}, // what tests of Word files share
	{path: "internal/rendertest", imports: []string{"internal/"}},    // fixtures; only tests import it
	{path: "internal/chromium", imports: []string{"internal/whole"}}, // a program beside ours
	{path: "internal/web", imports: []string{
		"internal/fault", "internal/phrase", "internal/workspace", "internal/relate", "internal/report", "internal/render", "internal/review", "internal/revision",
		"internal/compare", "internal/claim", "internal/form", "internal/ingest", "internal/ingest/flow", "internal/store", // and no driver
		"internal/render/", "internal/workspace/",
	}},
	{path: "internal/cli", imports: []string{"internal/"}},
	{path: "internal/packaging"}, // a program of scripts/release
	{path: "cmd/conceptdiff", imports: []string{"internal/cli"}},
}

// owners is who alone may import a module, so that it can be exchanged at one
// place.
var owners = map[string][]string{
	"github.com/mattn/go-sqlite3":   {"internal/store"},
	"database/sql":                  {"internal/store"},
	"github.com/sergi/go-diff":      {"internal/textdiff"},
	"github.com/clipperhouse":       {"internal/words"},
	"github.com/kljensen":           {"internal/words"},
	"go.yaml.in/yaml":               {"internal/yaml"},
	"github.com/spf13":              {"internal/cli"},
	"golang.org/x/term":             {"internal/cli"},
	"github.com/tetratelabs/wazero": {"internal/ingest"},
	"golang.org/x/net":              {"internal/ingest"},
	"net/http":                      {"internal/web"},
	"codeberg.org/go-pdf":           {"internal/render"},
	"github.com/go-fonts":           {"internal/render"},
}

// impure is what a pure package may not import.
var impure = []string{"os", "os/exec", "io/ioutil", "net", "net/http", "database/sql", "math/rand", "math/rand/v2", "crypto/rand"}

// The import table is kept: this is how the text flows one way.
func TestLayers(t *testing.T) {
	root := filepath.Join("..", "..")
	known := make(map[string]bool)
	for _, layer := range layers {
		known[layer.path] = true
		files := sourceFiles(t, filepath.Join(root, layer.path))
		if len(files) == 0 && !layer.planned {
			t.Errorf("%s is missing", layer.path)
		}
		for _, file := range files {
			for _, path := range importsOf(t, file) {
				if reason := forbidden(layer.path, layer.imports, layer.pure, path); reason != "" {
					t.Errorf("%s: imports %s: %s", file, path, reason)
				}
			}
			if layer.pure && asksClock(t, file) {
				t.Errorf("%s: asks the clock", file)
			}
		}
	}
	for _, path := range packagesIn(t, root) {
		room := path // what stands in a room is checked with it
		for !known[room] && room != "." {
			room = filepath.ToSlash(filepath.Dir(room))
		}
		if !known[room] {
			t.Errorf("%s does not stand in the table", path)
		}
	}
}

func forbidden(from string, allowed []string, pure bool, path string) string {
	if rest, ours := strings.CutPrefix(path, module); ours {
		if rest == "internal/lazy" {
			return ""
		}
		for _, a := range allowed {
			if rest == a || strings.HasSuffix(a, "/") && strings.HasPrefix(rest, a) || rest == from || strings.HasPrefix(rest, from+"/") {
				return ""
			}
		}
		return "not in the table"
	}
	for name, by := range owners {
		if (path == name || strings.HasPrefix(path, name+"/")) && !slices.Contains(by, from) {
			return "only for " + strings.Join(by, " and ")
		}
	}
	if pure && slices.Contains(impure, path) {
		return "the package touches no file, clock, network or database"
	}
	return ""
}

// sourceFiles lists the Go files of a package and those below it, without
// tests.
func sourceFiles(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case os.IsNotExist(err):
			return nil
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// packagesIn lists the folders of the module that hold Go files.
func packagesIn(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	for _, top := range []string{"internal", "cmd"} {
		for _, file := range sourceFiles(t, filepath.Join(root, top)) {
			rel, err := filepath.Rel(root, filepath.Dir(file))
			if err != nil {
				t.Fatal(err)
			}
			if rel = filepath.ToSlash(rel); !slices.Contains(out, rel) {
				out = append(out, rel)
			}
		}
	}
	if len(out) == 0 {
		t.Fatal("found no packages")
	}
	return out
}

func importsOf(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

func asksClock(t *testing.T, file string) bool {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, ok := sel.X.(*ast.Ident)
		if ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick"}, sel.Sel.Name) {
			found = true
		}
		return true
	})
	return found
}

// main stays what it is: one call.
func TestMainIsSmall(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "cmd", "conceptdiff", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), "\n"); n >= 25 {
		t.Errorf("main.go has %d lines", n)
	}
}
