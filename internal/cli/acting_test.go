package cli

import (
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"conceptdiff/internal/cli/command"
)

// acting is what acts on a terminal or on the order of what is read.
var acting = []string{
	"\x1b[2J", "\x1b]0;owned\x07", "\x1b[31m", "\x1bP1$r\x1b\\", "\u009b31m", "\u009d0;owned\u009c", "\x07", "\x08\x08", "\x7f",
	"\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\x1b[?1049h", "\x1b[6n",
	"&#x202e;", "&#27;[2J", // as a browser reads them
}

// acts reports whether a character acts. The marks of direction that texts in Arabic or
// Hebrew are written with (U+200E, U+200F, U+061C) override nothing.
func acts(r rune) bool {
	mark := r == '\u200e' || r == '\u200f' || r == '\u061c'
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && !mark
}

// evil is a word with some of that in it.
func evil(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(3) {
		b.WriteString("gate" + acting[random.IntN(len(acting))])
	}
	return b.String() + "end"
}

// layEvil makes a workspace in which every text, title, note and name holds what acts,
// those of claims files and of documents around the revisions included.
func layEvil(t *testing.T, random *rand.Rand) string {
	t.Helper()
	dir := t.TempDir()
	put := func(path, content string) {
		t.Helper()
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e := func() string { return evil(random) }
	for _, label := range []string{"old", "new"} {
		base := ""
		if label == "new" {
			base = "base: old\n"
		}
		put("revisions/"+label+"/revision.yaml", fmt.Sprintf("label: %s\ntitle: %q\ncitation: %q\nnote: %q\nstatus: draft\nlanguage: en\nfile: text.md\n%s", label, e(), e(), e(), base))
		put("revisions/"+label+"/text.md", fmt.Sprintf("# %s\n\n## 1. %s\n\nThe quarry stays %s open to all %s.\n\n- %s;\n- sand.\n\n## 2. Means\n\nA scale %s and a cart, see 1 and 9.\n\n| %s | 4 |\n|---|---|\n| slate | %s |\n", e(), e(), e(), label, e(), e(), e(), e()))
	}
	// A claims file with a control character is refused: here stands what a browser reads as one.
	put("revisions/old/claims/paper.yaml", strings.ReplaceAll(`source:
  publisher: EVIL
  title: EVIL
  date: 2020-01-02
  language: en
  note: EVIL
subjects:
  quarry:
    name: EVIL
    terms: [quarry]
claims:
  - key: closed
    speaker: EVIL
    role: EVIL
    says: fulfilled
    quote: EVIL
    gist: EVIL
    cites: ["1"]
    subjects: [quarry]
  - key: gone
    speaker: EVIL
    says: expected
    expects: removal
    quote: EVIL
    gist: EVIL
    cites: ["2"]
`, "EVIL", `"gate&#x202e;gate&#27;[2Jend"`))
	put("revisions/related/pit/document.yaml", fmt.Sprintf("key: pit\ntitle: %q\ndate: 2019-01-01\nrelation: description\nlanguage: en\ncitation: %q\nfile: pit.txt\n", e(), e()))
	put("revisions/related/pit/pit.txt", fmt.Sprintf("%s\n\nThe quarry stays %s open to all old carts and scales of slate.\n", e(), e()))
	put("article.txt", fmt.Sprintf("%s\n\n%s, clause 1 of the text says that the quarry stays open. This is %s no longer so, she said.\n", e(), e(), e()))
	put("azeri.md", fmt.Sprintf("# %s\n\n## 1. %s\n\nKarxana açıq qalır %s.\n\n## 3. Vasitələr\n\nTərəzi %s, 7.\n", e(), e(), e(), e()))
	return dir
}

// fuzzRounds is how often something is tried, and with which random numbers: always the
// same ones, or others each time where there is time.
func fuzzRounds(t *testing.T, seed uint64) (int, *rand.Rand) {
	if os.Getenv("CONCEPTDIFF_LONG") == "" {
		return 1, rand.New(rand.NewPCG(18, seed))
	}
	seed = rand.Uint64()
	t.Logf("seed %d", seed)
	return 4, rand.New(rand.NewPCG(18, seed))
}

// sequence is the commands in an order in which each finds what it needs: name, note and
// file hold what acts, file is a path.
func sequence(name, note, file string) [][]string {
	return [][]string{
		{"list"},
		{"list", "--format", "json"},
		{"show", "old"},
		{"show", "old", "1"},
		{"show", "old", "--outline"},
		{"show", "old", "--format", "txt"},
		{"show", "old", "--format", "md"},
		{"show", "old", "--format", "html"},
		{"show", "old", "--format", "json"},
		{"diff", "old", "new"},
		{"diff", "old", "new", "--format", "md"},
		{"diff", "old", "new", "--format", "html"},
		{"diff", "old", "new", "--format", "json"},
		{"diff", "old", "new", "--stat"},
		{"report", "old", "new"},
		{"report", "old", "new", "--lang", "az"},
		{"table", "old", "new"},
		{"explain", "old", "new", "1"},
		{"history", "1"},
		{"search", "gate"},
		{"search", note},
		{"check", "old"},
		{"check", "new", "--base", "old"},
		{"related", "old"},
		{"related", "old", "--names"},
		{"related", "old", "--document", "pit"},
		{"related", "old", "--against", "new"},
		{"related", "add", file, "--key", "file"},
		{"related", "add", file, "--key", note},
		{"concord", "old", "azeri.md"},
		{"member", "add", name, "--role", "chair"},
		{"member", "use", name},
		{"member", "list"},
		{"member", "passcode", name},
		{"mark", "old", "1", "keep", "--note", note},
		{"mark", "old", "2", "amend", "--note", note, "--source", note},
		{"marks", "old"},
		{"marks", "old", "--agenda"},
		{"marks", "export", "marks.jsonl"},
		{"marks", "form", "old"},
		{"marks", "import", "marks.jsonl"},
		{"decide", "old", "1", "keep", "--note", note},
		{"marks", "new", "--from", "old"},
		{"rebind", "old", "new", "1=none", "--note", note},
		{"pair", "old", "new", "1=2", "--note", note},
		{"unpair", "old", "new", "1=1", "--note", note},
		{"record"},
		{"record", "verify"},
		{"record", "export", "-"},
		{"record", "import", file},
		{"claims", "old"},
		{"claims", "old", "--verify"},
		{"claims", "propose", "article.txt", "old"},
		{"claims", "pin", "revisions/old/claims/paper.yaml", "article.txt"},
		{"flags", "old"},
		{"flags", "old", "--against", "new"},
		{"diff", "old", "new", "--format", "json", "-o", "diff.json"},
		{"render", "diff.json"},
		{"render", file},
		{"verify"},
		{"show", file},
		{"import", file, "--label", "third"},
		{"import", file, "--label", note},
		{"show", note},
		{"backup", file + ".db"},
		{"restore", file},
		{"restore", file + ".db", "--db", file + ".again"},
		{"member", "remove", name},
		{"help", note},
		{"help", "record"},
		{"completion", note},
		{note},
		{"--" + note},
		{"mark", "old", note, "keep"},
		{"mark", "old", "1", note},
		{"marks", "import", file},
		{"show", file + note},
	}
}

// every is all commands that can be run, as cobra has them.
func every() []*cobra.Command {
	var out []*cobra.Command
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() && c.HasParent() {
			out = append(out, c)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(new(command.Env)))
	return out
}

// scrambled is a command with arguments and flags at random, most of which hold what acts.
func scrambled(random *rand.Rand, c *cobra.Command, pool []string) []string {
	any := func() string { return pool[random.IntN(len(pool))] }
	args := strings.Fields(c.CommandPath())[1:]
	for range random.IntN(4) {
		args = append(args, any())
	}
	var flags []*pflag.Flag
	c.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f) })
	for i := 0; i < len(flags) && random.IntN(2) == 0; i++ {
		f := flags[random.IntN(len(flags))]
		value := any()
		if words := known(f); len(words) > 0 && random.IntN(2) == 0 {
			value = words[random.IntN(len(words))]
		}
		switch {
		case f.NoOptDefVal == "":
			args = append(args, "--"+f.Name, value)
		case f.Name != "open": // which opens a browser
			args = append(args, "--"+f.Name)
		}
	}
	return args
}

// known is the values that a flag takes, as its help lists them.
func known(f *pflag.Flag) []string {
	if _, list, found := strings.Cut(f.Usage, ": "); found && f.Value.Type() == "word" {
		return strings.Split(list, ", ")
	}
	return nil
}

// actsIn is the first character in a text that acts, line breaks and tabs aside.
func actsIn(text string) (rune, bool) {
	for _, r := range text {
		if r != '\n' && r != '\t' && acts(r) {
			return r, true
		}
	}
	return 0, false
}

// Nothing that acts stands in a file that is made for reading: not as it is, and not as
// a browser reads it.
func TestNothingActsInFiles(t *testing.T) {
	rounds, random := fuzzRounds(t, 5)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	files := 0
	for range rounds {
		dir := layEvil(t, random)
		t.Chdir(dir)
		name, note := evil(random), evil(random)
		writeFile(t, "file.txt", "1. "+evil(random)+"\n\nGates.\n")
		for _, args := range sequence(name, note, "file.txt") {
			run(t, nil, args...) // fills the record
		}
		for _, args := range [][]string{
			{"diff", "old", "new"},
			{"report", "old", "new"},
			{"table", "old", "new"},
			{"show", "old"},
			{"flags", "old"},
			{"flags", "old", "--against", "new"},
			{"claims", "old"},
			{"marks", "old"},
			{"marks", "old", "--agenda"},
			{"marks", "new", "--from", "old"},
			{"related", "old"},
			{"related", "old", "--against", "new"},
			{"concord", "old", "azeri.md"},
			{"history", "1"},
			{"search", "gate"},
			{"check", "new", "--base", "old"},
			{"show", "new", "1"},
			{"explain", "old", "new", "1"},
			{"list"},
		} {
			at, _, err := newRoot(new(command.Env)).Find(args)
			if err != nil {
				t.Fatal(err)
			}
			formats := []string{""}
			if f := at.Flag("format"); f != nil {
				formats = known(f)
			}
			for _, format := range formats {
				data := slices.Contains([]string{"json", "akn", "docx", "xlsx", "pdf", "png"}, format)
				if data || len(args) == 3 && args[0] == "show" && format != "text" { // of whole revisions
					continue
				}
				with := slices.Clone(args)
				if format != "" {
					with = append(with, "--format", format)
				}
				file := evil(random) + ".out"
				if at.Flag("output") != nil {
					with = append(with, "-o", file)
				}
				got := run(t, nil, with...)
				if _, bad := actsIn(got.err); bad || got.code != 0 {
					t.Errorf("%q: exit %d: %q", with, got.code, got.err)
				}
				text := got.out
				if at.Flag("output") != nil {
					data, err := os.ReadFile(file)
					if err != nil {
						t.Fatal(err)
					}
					text = string(data)
				}
				files++
				switch {
				case format == "csv":
					text = strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff")
				case format == "md" && args[0] == "show" && len(args) == 2:
					// A whole revision is written to be read back: what acts stands as a reference.
				case format == "md":
					var page bytes.Buffer
					if err := md.Convert([]byte(text), &page); err != nil {
						t.Fatal(err)
					}
					text += html.UnescapeString(page.String())
				case format == "html", format == "svg":
					text += html.UnescapeString(text)
				}
				if r, bad := actsIn(text); bad {
					t.Errorf("%q: %U stands in the file:\n%.300q", with, r, around(text, r))
				}
			}
		}
		for _, args := range [][]string{{"show", ""}, {"show", "old", ""}, {"mark", "old", ""}, {"member", "use", ""}} {
			if r, bad := actsIn(run(t, nil, append([]string{"__complete"}, args...)...).out); bad {
				t.Errorf("%U reaches the shell that completes %q", r, args)
			}
		}
	}
	if files < 35*rounds {
		t.Errorf("%d files were written", files)
	}
	t.Logf("figure: %d files for reading", files)
}

// around is what stands about the first place of a character.
func around(text string, r rune) string {
	i := strings.IndexRune(text, r)
	return text[max(0, i-100):min(len(text), i+100)]
}
