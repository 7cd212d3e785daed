package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/ingest/flow"
)

// said are the phrases that the renderers say, by where they do.
func said(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, dir := range slices.Concat(foldersOf(t, ".."), foldersOf(t, "../../cli"), foldersOf(t, "../../web")) {
		for _, file := range goFiles(t, dir) {
			inspect(t, file, func(call *ast.CallExpr) {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Say" && len(call.Args) > 0 {
					phrase, ok := literal(call.Args[0])
					if !ok {
						t.Errorf("%s: Say is called with a phrase that is not written there", file)
					}
					out[phrase] = file
				}
			})
		}
	}
	var pages []string
	for _, dir := range []string{"../html", "../../web"} {
		found, err := filepath.Glob(dir + "/templates/*.html")
		if err != nil || len(found) == 0 {
			t.Fatal("no templates", err)
		}
		pages = append(pages, found...)
	}
	for _, file := range pages {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inTemplate.FindAllStringSubmatch(string(data), -1) {
			out[m[1]] = file
		}
	}
	for _, phrase := range codes(t) {
		out[phrase] = "en.txt"
	}
	if len(out) < 100 {
		t.Fatalf("only %d phrases found", len(out))
	}
	return out
}

// codes are the codes of other packages with what they say in English. Each that a
// package declares has its English, and no other has.
func codes(t *testing.T) map[string]string {
	t.Helper()
	declared := map[string]bool{}
	for _, dir := range []string{"../../compare/align", "../../compare/significance", "../../claim", "../../review"} {
		for _, file := range goFiles(t, dir) {
			inspectSpecs(t, file, func(typed string, value ast.Expr) {
				if s, ok := literal(value); ok && typed == "Code" {
					declared[s] = true
				}
			})
		}
	}
	if len(declared) < 80 {
		t.Fatalf("only %d codes found", len(declared))
	}
	out := In("en").codes
	for code := range declared {
		if out[code] == "" {
			t.Errorf("en.txt does not say what %s is", code)
		}
	}
	for code := range out {
		if !declared[code] {
			t.Errorf("en.txt: no package declares %s", code)
		}
	}
	return out
}

// foldersOf lists a folder and all below it.
func foldersOf(t *testing.T, top string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var inTemplate = regexp.MustCompile(`[{(|] *t "([^"]*)"`)

// foreign are the phrases that other packages make and [Printer.Word] puts: the
// values of their string types.
func foreign(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	types := map[string][]string{
		"../../compare/align":        {"Kind"},
		"../../compare/significance": {"Significance"},
		"../../claim":                {"Says", "Expects", "Basis", "Fate", "Standing", "Unit"},
		"../../review":               {"Verdict", "View", "Reason", "Outcome", "Role"},
		"../../revision":             {"Status"},
		"../../report":               {"Outcome"},
		"../../form":                 {"Oddity"},
		"../../ingest/flow":          {"Oddity"},
	}
	for dir, names := range types {
		for _, file := range goFiles(t, dir) {
			inspectSpecs(t, file, func(typed string, value ast.Expr) {
				if s, ok := literal(value); ok && s != "" && slices.Contains(names, typed) {
					out[s] = file
				}
			})
		}
	}
	for _, e := range align.AllEvidence {
		out[e.Name], out[e.Detail] = "the evidence for a pair", "the evidence for a pair"
	}
	for _, s := range flow.Reasons {
		out[s] = "why a reader leaves something out"
	}
	for _, s := range []string{"renumbered", "moved", "retitled", "uncertain"} {
		out[s] = "the facets of a change"
	}
	return out
}

// Every phrase that is said has its wording in every language, with the same
// places, and none is kept that nobody says.
func TestNothingIsMissing(t *testing.T) {
	phrases, others := said(t), foreign(t)
	for _, language := range Languages[1:] {
		p := In(language)
		known := map[string]bool{}
		for phrase, where := range phrases {
			known[phrase] = true
			wording, ok := p.phrases[phrase]
			if !ok {
				t.Errorf("%s.txt has no wording for a phrase of %s:\n%s", language, where, phrase)
				continue
			}
			if a, b := places(phrase), places(wording); !slices.Equal(a, b) {
				t.Errorf("%s.txt: %q has the places %v, its wording %v", language, phrase, a, b)
			}
			for _, s := range []string{phrase, wording} {
				checkNouns(t, s)
			}
		}
		for phrase, where := range others {
			if _, ok := p.phrases[phrase]; !ok {
				t.Errorf("%s.txt has no wording for a phrase of %s: %s", language, where, phrase)
			}
			known[phrase] = true
		}
		for phrase := range p.phrases {
			if !known[phrase] {
				t.Errorf("%s.txt: nobody says %q", language, phrase)
			}
		}
	}
}

// checkNouns looks up the nouns of a phrase in every language.
func checkNouns(t *testing.T, phrase string) {
	t.Helper()
	for _, m := range placePattern.FindAllStringSubmatch(phrase, -1) {
		noun := strings.TrimPrefix(strings.TrimPrefix(m[2], " "), "=")
		if noun == "" || noun == "th" {
			continue
		}
		if which, ok := strings.CutPrefix(noun, ":"); ok {
			for name, forms := range readCatalogue("ru").cases {
				if forms[which] == "" {
					t.Errorf("ru.txt has no form of %q in the case %q", name, which)
				}
			}
			continue
		}
		for _, language := range Languages {
			if want := map[string]int{"en": 2, "az": 1, "ru": 3}[language]; len(In(language).nouns[noun]) != want {
				t.Errorf("%s.txt has %d forms of %q, want %d", language, len(In(language).nouns[noun]), noun, want)
			}
		}
	}
}

var placePattern = regexp.MustCompile(`\{([0-9])([^}]*)\}`)

// places are the arguments that a phrase takes, each once.
func places(phrase string) []string {
	var out []string
	for _, m := range placePattern.FindAllStringSubmatch(phrase, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
}

func parseFile(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func inspect(t *testing.T, file string, visit func(*ast.CallExpr)) {
	t.Helper()
	ast.Inspect(parseFile(t, file), func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			visit(call)
		}
		return true
	})
}

// inspectSpecs visits the constants that a file declares with a type.
func inspectSpecs(t *testing.T, file string, visit func(typed string, value ast.Expr)) {
	t.Helper()
	ast.Inspect(parseFile(t, file), func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			typed := spec.Type
			if sel, ok := typed.(*ast.SelectorExpr); ok {
				typed = sel.Sel
			}
			if typed, ok := typed.(*ast.Ident); ok {
				for _, v := range spec.Values {
					visit(typed.Name, v)
				}
			}
		}
		return true
	})
}

// literal is the text of a string that is written in the code, also in pieces.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		return a + b, okA && okB
	}
	return "", false
}
