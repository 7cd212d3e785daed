package ingest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// realActs are consolidated acts of the Azerbaijani register, which stand beside the
// repository where they are measured with.
var realActs = []string{"az_adminproc_md", "az_family_md", "az_election", "az_family", "az_forest", "az_housing", "az_land", "az_medical", "az_payments"}

// Two consolidations made of a real one: five clauses are edited, each with its endnote;
// other clauses get endnotes too, and so all marks behind them other numbers. Exactly
// the five are told, in text taken from a PDF as well.
func TestRealConsolidationsDifferByTheirEdits(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "outline")
	for _, act := range realActs {
		files, _ := filepath.Glob(filepath.Join(folder, act, "doc.*"))
		if len(files) == 0 {
			t.Skipf("the acts are not here: %s", filepath.Join(folder, act))
		}
		for name, text := range textsOf(t, files[0]) {
			t.Run(act+"/"+name, func(t *testing.T) {
				for seed := range uint64(3) {
					checkRealPair(t, name, text, seed)
				}
			})
		}
	}
}

// textsOf are the texts of a file that can be edited line by line: of a PDF what
// pdftotext makes of it in two ways.
func textsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) != ".pdf" {
		return map[string]string{filepath.Base(path): string(data)}
	}
	out := map[string]string{}
	for name, options := range map[string][]string{"layout.txt": {"-layout"}, "flow.txt": nil} {
		text, err := exec.Command("pdftotext", append(options, path, "-")...).Output()
		if err != nil {
			t.Logf("pdftotext (Debian: poppler-utils) did not read %s: %v", path, err)
			continue
		}
		out[name] = string(text)
	}
	return out
}

func checkRealPair(t *testing.T, name, text string, seed uint64) {
	t.Helper()
	read := func(label, text string) *revision.Revision {
		res, err := ingest.ReadWith(context.Background(), name, []byte(text), ingest.Options{Struck: flow.DropStruck})
		if err != nil {
			t.Fatal(err)
		}
		return &revision.Revision{Meta: revision.Meta{Label: label, Language: res.Language}, Components: res.Components}
	}
	old := read("old", text)
	p := &realPair{lines: strings.Split(text, "\n"), rng: rand.New(rand.NewPCG(seed, 3))}
	told := p.edit(old)
	if len(told) != edits {
		t.Skipf("%d clauses can be edited", len(told))
	}
	if diff := cmp.Diff(told, changed(t, old, read("new", p.number()))); diff != "" {
		t.Errorf("seed %d (-edited +told):\n%s", seed, diff)
	}
}

const edits = 5

// realPair makes the later consolidation of an act, whose lines it edits.
type realPair struct {
	lines []string
	rng   *rand.Rand
}

// The marks of endnotes that are new: at a word that changed, and at the end of a line
// that did not.
const newMark = "\x01"

var (
	opening   = regexp.MustCompile(`^\s*(?:- |<p>)?(?:(?:\d+(?:-\d+)?\.)+(?: |&nbsp;))?`)
	listStart = regexp.MustCompile(`(?m)^\s*\[1\]`)
	smallWord = regexp.MustCompile(`^[a-zəöüğçşı]{4,}$`)
)

// edit edits five clauses and sets endnotes at four others. It gives the addresses of
// the five.
func (p *realPair) edit(old *revision.Revision) []string {
	at := map[string][]string{} // by the first words of a paragraph: addresses
	for _, c := range old.Clauses() {
		if strings.HasPrefix(c.Address(), "sources") || strings.HasPrefix(c.Address(), "amendments") {
			continue
		}
		c.Provision.Walk(func(v *revision.Provision) bool {
			if v == c.Provision || !v.IsClause() {
				for _, s := range []string{v.Heading, v.Text} {
					key := firstWords(v.Num != "", s)
					at[key] = append(at[key], c.Address())
				}
				return true
			}
			return false
		})
	}
	end := len(p.lines) // of the text, before the list of endnotes with its former wordings
	for i, l := range p.lines {
		if listStart.MatchString(l) {
			end = i
		}
	}
	var can []int
	for i, l := range p.lines[:end] {
		_, words, _ := cutOpening(l)
		if len(at[key(l)]) == 1 && !strings.ContainsAny(words, "[“<") && smallWordIn(words) > 0 {
			can = append(can, i)
		}
	}
	p.rng.Shuffle(len(can), func(i, j int) { can[i], can[j] = can[j], can[i] })
	taken := map[string]bool{}
	can = slices.DeleteFunc(can, func(i int) bool { // one of each clause
		address := at[key(p.lines[i])][0]
		defer func() { taken[address] = true }()
		return taken[address]
	})
	if len(can) < 2*edits {
		return nil
	}
	var told []string
	for k, i := range can[:edits] {
		before, text, after := cutOpening(p.lines[i])
		told = append(told, at[key(p.lines[i])][0])
		words := strings.Split(text, " ")
		w := smallWordIn(text)
		switch k {
		case 0:
			words[w] = "pəncərəni" + newMark
		case 1:
			words = slices.Insert(words, w, "qapı", "və"+newMark)
		case 2:
			words = slices.Insert(words, w, "45", "gün", "müddətində"+newMark)
		case 3:
			words = slices.Insert(words, w+1, "habelə", "bulaqdan", "asılı", "olaraq"+newMark)
		case 4:
			words[w-1] += newMark
			words = slices.Delete(words, w, w+1)
		}
		p.lines[i] = before + strings.Join(words, " ") + after
	}
	for _, i := range can[edits : 2*edits-1] {
		before, text, after := cutOpening(p.lines[i])
		p.lines[i] = before + text + newMark + after
	}
	slices.Sort(told)
	return told
}

// cutOpening cuts a line into its number and what else stands before its words, the
// words, and what stands behind them.
func cutOpening(line string) (before, words, after string) {
	before = opening.FindString(line)
	words = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(line[len(before):], "\r "), "</p>"), " ")
	return before, words, line[len(before)+len(words):]
}

// firstWords tells paragraphs apart, those with a number from those without.
func firstWords(numbered bool, s string) string {
	words := strings.Fields(s)
	return fmt.Sprint(numbered, words[:min(len(words), 6)])
}

// key is firstWords of a line.
func key(line string) string {
	before, words, _ := cutOpening(line)
	return firstWords(strings.ContainsAny(before, "0123456789"), words)
}

// smallWordIn is the place of a word in the middle of a line, 0 where there is none.
func smallWordIn(s string) int {
	words := strings.Split(s, " ")
	if len(words) < 7 {
		return 0
	}
	for i := len(words) / 2; i < len(words)-1; i++ {
		if smallWord.MatchString(words[i]) {
			return i
		}
	}
	return 0
}

// number gives all marks the numbers in which they now stand, and the list of endnotes
// those that are new. A text without such a list gets none.
func (p *realPair) number() string {
	text := strings.Join(p.lines, "\n")
	start := len(text)
	if m := listStart.FindAllStringIndex(text, -1); len(m) > 0 {
		start = m[len(m)-1][0]
	}
	body, list := text[:start], text[start:]
	if list == "" && !strings.Contains(body, "[") {
		return strings.ReplaceAll(body, newMark, "")
	}
	var inserted []int // the old numbers that they stand behind
	last := 0
	mark := regexp.MustCompile(`\[(\d+)\]|` + newMark)
	later := func(n int) int {
		return n + len(slices.DeleteFunc(slices.Clone(inserted), func(at int) bool { return at >= n }))
	}
	body = mark.ReplaceAllStringFunc(body, func(m string) string {
		if m == newMark {
			inserted = append(inserted, last)
			return fmt.Sprintf("[%d]", last+len(inserted))
		}
		n, _ := strconv.Atoi(m[1 : len(m)-1])
		last = max(last, n)
		return fmt.Sprintf("[%d]", later(n))
	})
	if list == "" {
		return body
	}
	list = regexp.MustCompile(`(?m)^\s*\[\d+\]`).ReplaceAllStringFunc(list, func(m string) string {
		open := strings.IndexByte(m, '[')
		n, _ := strconv.Atoi(m[open+1 : len(m)-1])
		return m[:open] + fmt.Sprintf("[%d]", later(n))
	})
	for k, at := range slices.Backward(inserted) {
		n := at + k + 1
		entry := fmt.Sprintf("[%d] 5 may 2026-cı il tarixli %d-VIIQD nömrəli Azərbaycan Respublikasının Qanunu (“Azərbaycan” qəzeti, 6 iyun 2026-cı il, № %d) ilə dəyişdirilmişdir.\n\n", n, 100+k, n)
		if m := regexp.MustCompile(fmt.Sprintf(`(?m)^\s*\[%d\]`, n+1)).FindStringIndex(list); m != nil {
			list = list[:m[0]] + "\n" + entry + list[m[0]:]
		} else {
			list += "\n\n" + entry
		}
	}
	return body + list
}
