package rendertest

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// A Fixture is a comparison written down by hand, so that goldens depend on no
// other package's judgement.
type Fixture struct {
	Old, New revision.Meta
	Changes  []ChangeSpec
	oldOrder []string // addresses, when the old order is not that of the changes
}

// ChangeSpec is a change: its clauses as "address|num|kinds" (kinds: a letter a
// line, h heading, t text, p paragraph, i item), and its edits in the notation
// of the text format: [-old-] {+new+} [~old~ → where] {~new~ ← where}.
type ChangeSpec struct {
	Change   compare.Change
	Old, New []string
	Edits    string
}

var editMark = regexp.MustCompile(`(?s)\[-(.*?)-\]|\{\+(.*?)\+\}|\[~(.*?)~ → (.*?)\]|\{~(.*?)~ ← (.*?)\}`)

// ParseEdits reads edits in the notation of the text format.
func ParseEdits(s string) []compare.Edit {
	var out []compare.Edit
	keep := func(text string) {
		if text != "" {
			out = append(out, compare.Edit{Op: compare.Keep, Old: text, New: text})
		}
	}
	at := 0
	for _, m := range editMark.FindAllStringSubmatchIndex(s, -1) {
		keep(s[at:m[0]])
		group := func(i int) string { return s[m[2*i]:m[2*i+1]] }
		switch {
		case m[2] >= 0:
			out = append(out, compare.Edit{Op: compare.Delete, Old: group(1)})
		case m[4] >= 0:
			out = append(out, compare.Edit{Op: compare.Insert, New: group(2)})
		case m[6] >= 0:
			out = append(out, compare.Edit{Op: compare.Move, Old: group(3), To: group(4)})
		default:
			out = append(out, compare.Edit{Op: compare.Move, New: group(5), From: group(6)})
		}
		at = m[1]
	}
	keep(s[at:])
	return out
}

// Build turns the fixture into a comparison.
func (f Fixture) Build() *compare.Comparison {
	cmp := &compare.Comparison{
		Old: &revision.Revision{Meta: f.Old}, New: &revision.Revision{Meta: f.New},
	}
	old, now := map[string]*revision.Provision{}, map[string]*revision.Provision{}
	var oldOrder, newOrder []string
	for _, s := range f.Changes {
		edits := ParseEdits(s.Edits)
		var oldText, newText string
		for _, e := range edits {
			oldText += e.Old
			newText += e.New
		}
		oldOrder = append(oldOrder, provisionsOf(s.Old, oldText, old)...)
		newOrder = append(newOrder, provisionsOf(s.New, newText, now)...)
	}
	if f.oldOrder != nil {
		oldOrder = f.oldOrder
	}
	assemble(cmp.Old, oldOrder, old)
	assemble(cmp.New, newOrder, now)
	cmp.OldClauses, cmp.NewClauses = cmp.Old.Clauses(), cmp.New.Clauses()
	var changes []compare.Change
	for _, s := range f.Changes {
		c := s.Change
		c.Old, c.New = pick(cmp.OldClauses, s.Old), pick(cmp.NewClauses, s.New)
		c.Edits = ParseEdits(s.Edits)
		c.Words = countWords(c.Edits)
		changes = append(changes, c)
	}
	numberMoves(changes)
	c, err := compare.Assemble(cmp.Old, cmp.New, cmp.OldClauses, cmp.NewClauses, changes)
	if err != nil {
		panic(err)
	}
	return c
}

// numberMoves gives both ends of each move of a fixture one number: those of the
// same words.
func numberMoves(changes []compare.Change) {
	number := map[string]int{}
	for i := range changes {
		for k := range changes[i].Edits {
			e := &changes[i].Edits[k]
			if e.Op != compare.Move {
				continue
			}
			words := strings.TrimSpace(e.Old + e.New)
			if number[words] == 0 {
				number[words] = len(number) + 1
			}
			e.Move = number[words]
		}
	}
}

// provisionsOf makes the clauses of one side of a change from its text.
func provisionsOf(specs []string, text string, into map[string]*revision.Provision) []string {
	lines := strings.Split(text, "\n")
	var order []string
	for _, spec := range specs {
		part := strings.Split(spec, "|")
		p := &revision.Provision{Kind: revision.KindClause, EID: part[0], Num: part[1]}
		switch {
		case part[0] == revision.PrefaceEID:
			p.Kind, p.EID = revision.KindComponent, ""
		case part[1] == "" && !strings.Contains(part[0], "."):
			p.Kind = revision.KindSection
		}
		paragraphs, items := 0, 0
		for _, kind := range part[2] {
			line := lines[0]
			lines = lines[1:]
			switch kind {
			case 'h':
				p.Heading = line
			case 't':
				p.Text = line
			case 'p':
				paragraphs++
				items = 0
				p.Children = append(p.Children, &revision.Provision{
					Kind: revision.KindParagraph, Text: line, EID: part[0] + "/p" + strconv.Itoa(paragraphs),
				})
			case 'i':
				items++
				p.Children = append(p.Children, &revision.Provision{
					Kind: revision.KindItem, Num: "\uf0a7", Text: line,
					EID: part[0] + "/p" + strconv.Itoa(paragraphs) + "/i" + strconv.Itoa(items),
				})
			}
		}
		into[part[0]] = p
		order = append(order, part[0])
	}
	return order
}

// assemble puts clauses into components by their addresses: "order/1" into a
// component "order", the others into the main one.
func assemble(rev *revision.Revision, order []string, of map[string]*revision.Provision) {
	main := of[revision.PrefaceEID]
	if main == nil {
		main = &revision.Provision{Kind: revision.KindComponent}
	}
	var decree *revision.Provision
	for _, a := range order {
		switch p := of[a]; {
		case p == main:
		case a == "order":
			p.Kind = revision.KindComponent
			decree = p
		case strings.HasPrefix(a, "order/"):
			decree.Children = append(decree.Children, p)
		default:
			main.Children = append(main.Children, p)
		}
	}
	if decree != nil {
		rev.Components = append(rev.Components, decree)
	}
	rev.Components = append(rev.Components, main)
}

func pick(clauses []*revision.Clause, specs []string) []*revision.Clause {
	var out []*revision.Clause
	for _, spec := range specs {
		address, _, _ := strings.Cut(spec, "|")
		for _, c := range clauses {
			if c.Address() == address {
				out = append(out, c)
			}
		}
	}
	return out
}

func countWords(edits []compare.Edit) compare.WordCount {
	var w compare.WordCount
	for _, e := range edits {
		old, now := len(strings.Fields(e.Old)), len(strings.Fields(e.New))
		switch e.Op {
		case compare.Keep:
			w.Kept += now
		case compare.Delete:
			w.Deleted += old
		case compare.Insert:
			w.Inserted += now
		case compare.Move:
			w.MovedOut += old
			w.MovedIn += now
		}
	}
	return w
}

// basisOf is a basis that says what it is named.
func basisOf(says compare.Code) []compare.Ground { return []compare.Ground{{Code: says}} }

// ReasonOf is a reason about one thing, or about none.
func ReasonOf(code significance.Code, old, now string) compare.Reason {
	r := compare.Reason{Code: code}
	if old+now != "" {
		r.Items = []compare.Item{{Old: old, New: now}}
	}
	return r
}

// WaterPlan is a small pair with every kind, facet and sort of claim.
func WaterPlan() report.Input {
	f := Fixture{
		Old: revision.Meta{
			Label: "2020", Title: "Water Plan", Date: "2020-03-01", Status: revision.InForce, Language: "en",
			Citation: "Decree No. 7 of 1 March 2020", Source: revision.Source{Name: "plan.txt", SHA256: strings.Repeat("a1", 32)},
		},
		New: revision.Meta{
			Label: "draft", Title: "Water Plan", Date: "2026-01-15", Status: revision.Illustrative, Language: "en",
			Note: "Written as an example.", Source: revision.Source{Name: "draft.md", SHA256: strings.Repeat("b2", 32)},
		},
		oldOrder: []string{
			"order", "order/1", "preface", "introduction", "1", "2", "3", "4", "5", "6", "7", "8",
		},
		Changes: []ChangeSpec{
			{
				compare.Change{ID: "c-order", Kind: compare.Removed, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.ProvisionGone, "", "")}},
				[]string{"order||hp"},
				nil, "[-Decree on the Water Plan\nThe council resolves:-]",
			},
			{
				compare.Change{ID: "c-order-1", Kind: compare.Removed, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.ProvisionGone, "", "")}},
				[]string{"order/1|1.|t"},
				nil, "[-Approve the Water Plan (attached).-]",
			},
			{
				compare.Change{ID: "c-preface", Kind: compare.Unchanged, Score: 1, Basis: basisOf("the same words")},
				[]string{"preface||p"},
				[]string{"preface||p"},
				"Water Plan of the Region",
			},
			{
				compare.Change{ID: "c-introduction", Kind: compare.Unchanged, Score: 1, Basis: basisOf("the same words")},
				[]string{"introduction||hp"},
				[]string{"introduction||hp"},
				"Introduction\nWater is life.",
			},
			{
				compare.Change{
					ID: "c-1", Kind: compare.Amended, Score: 0.9, Basis: basisOf("the same number and heading"), Significance: compare.Substantive,
					Reasons:  []compare.Reason{ReasonOf(significance.ModalityChanged, "will", "shall"), ReasonOf(significance.NumberChanged, "3", "4"), ReasonOf(significance.NameGone, "Old Mill", "")},
					Evidence: []compare.Evidence{{Name: "words", Value: 0.8, Weight: 0.6, Detail: "most words are shared"}},
				},
				[]string{"1|1.|hppii"},
				[]string{"1|1.|hppii"},
				"Reservoir\nThe State [-will-]{+shall+} build [-3-]{+4+} reservoirs[-, among them the Old Mill reservoir,-] and keep them full.\n" +
					"The works are:\ndigging;\n[-lining-]{+sealing+}.",
			},
			{
				compare.Change{ID: "c-2", Kind: compare.Split, Score: 0.7, Basis: basisOf("its sentences stand in both"), Retitled: true, Significance: compare.Editorial, Reasons: []compare.Reason{{Code: significance.Divided, Args: []any{2}}}},
				[]string{"2|2.|hp"},
				[]string{"2|2.|hp", "3|3.|hp"},
				"Roads{+\n+}{~Roads are repaired.~ ← 2}{+\nBridges+}[- and bridges-]\n[~Roads are repaired. ~ → 2]Bridges are painted.",
			},
			{
				compare.Change{ID: "c-4", Kind: compare.Merged, Score: 0.7, Basis: basisOf("both stand in it"), Renumbered: true, Significance: compare.Editorial, Reasons: []compare.Reason{{Code: significance.Joined, Args: []any{2}}}},
				[]string{"3|3.|t", "4|4.|t"},
				[]string{"4|4.|t"},
				"Wells are covered.[-\n-]{+ +}Springs are fenced.",
			},
			{
				compare.Change{ID: "c-5", Kind: compare.Unchanged, Score: 1, Basis: basisOf("the same words"), Renumbered: true},
				[]string{"6|6.|t"},
				[]string{"5|5.|t"},
				"Taps are counted each year.",
			},
			{
				compare.Change{ID: "c-6", Kind: compare.New, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.NewProvision, "", "")}},
				nil,
				[]string{"6|6.|hp"},
				"{+Desalination\nSea water is made fit to drink. Clauses 5 and 7 apply.+}",
			},
			{
				compare.Change{ID: "c-old-5", Kind: compare.Removed, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.ProvisionGone, "", "")}},
				[]string{"5|5.|t"},
				nil, "[-The lake lies under occupation by weeds.-]",
			},
			{
				compare.Change{
					ID: "c-7", Kind: compare.Amended, Moved: true, Uncertain: true, Score: 0.4, Basis: basisOf("half of the words are shared"), Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.Wording, "", "")},
					RunnerUp: &compare.Candidate{Old: "7", New: "7", Score: 0.3, Why: compare.Ground{Code: "fewer words in common"}},
				},
				[]string{"8|8.|t"},
				[]string{"7|7.|t"},
				"Fish {+and birds +}are counted. {~Nets are mended.~ ← 7}",
			},
			{
				compare.Change{ID: "c-8", Kind: compare.Amended, Score: 0.8, Basis: basisOf("the same place"), Renumbered: true, Significance: compare.Substantive, Reasons: []compare.Reason{ReasonOf(significance.Wording, "", "")}},
				[]string{"7|7.|t"},
				[]string{"8|8.|t"},
				"[~Nets are mended.~ → 7] Boats are painted[- red-].",
			},
		},
	}
	cmp := f.Build()
	// A kept run whose sides differ in typography only.
	for i := range cmp.Changes {
		if cmp.Changes[i].ID == "c-5" {
			cmp.Changes[i].Edits[0].New = strings.Replace(cmp.Changes[i].Edits[0].New, "each year", "each\u00a0year", 1)
			cmp.Changes[i].New[0].Provision.Text = cmp.Changes[i].Edits[0].New
			cmp.Changes[i].New[0].Blocks[0].Text = cmp.Changes[i].Edits[0].New
		}
	}
	return withClaims(cmp)
}

// withClaims adds a source with a claim of each sort.
func withClaims(cmp *compare.Comparison) report.Input {
	src := &claim.Source{
		Key: "daily-2025", Publisher: "The Daily", Title: "Water, at last", Date: "2025-05-02", URL: "https://example.org/water",
		Language: "en", Note: "Read in print.",
	}
	done := &claim.Claim{Key: "lake", Source: src, Speaker: "A. Reader", Role: "engineer", Date: "2025-05-02", Says: claim.Fulfilled, Quote: "the lake is free of weeds", Gist: "The lake is clean.", Cites: []string{"5"}}
	said := &claim.Claim{Key: "fish", Source: src, Speaker: "The Daily", Date: "2025-05-02", Says: claim.Obsolete, Reported: "Nobody counts fish.", Via: "The Daily", Gist: "Fish are not counted."}
	more := &claim.Claim{Key: "sea", Source: src, Speaker: "The Daily", Date: "2025-05-02", Says: claim.Expected, Expects: claim.ExpectsAddition, Quote: "sea water must be used", Gist: "Sea water is expected."}
	none := &claim.Claim{Key: "rain", Source: src, Speaker: "The Daily", Date: "2025-05-02", Says: claim.Expected, Expects: claim.ExpectsAddition, Quote: "rain must be caught", Gist: "Rain is expected."}
	src.Claims = []*claim.Claim{done, said, more, none}
	return report.Input{
		Comparison: cmp, Sources: []*claim.Source{src}, References: compare.References(cmp),
		Flags: []claim.Flag{
			{Claim: done, Clause: "5", Provision: "5", Text: "The lake lies under occupation by weeds.", Basis: claim.Cited, Whole: true, Treatment: &claim.Treatment{Fate: claim.Removed}},
			{
				Claim: said, Clause: "8", Provision: "8", Text: "Fish are counted.", Basis: claim.SameSubject,
				Sentences: []claim.Sentence{{Text: "Fish are counted.", Words: []string{"Fish"}}}, Words: []string{"Fish"},
				Treatment: &claim.Treatment{Fate: claim.Amended, To: []string{"7"}, StillThere: []string{"Fish"}, NewText: "Fish and birds are counted."},
			},
		},
		Unannounced: []claim.Removal{
			{Unit: claim.WholeClause, Clause: "order/1", Provision: "order/1", Text: "Approve the Water Plan (attached)."},
			{Unit: claim.OneSentence, Clause: "1", Provision: "1/p1", Text: "among them the Old Mill reservoir"},
		},
		Expectations: []claim.Expectation{
			{
				Claim: more, Standing: claim.Met, Why: compare.Ground{Code: claim.WhyHeadingNames, Args: []any{"6"}},
				Shown: []claim.Showing{{Clause: "6", Provision: "6/p1", Text: "Sea water is made fit to drink.", Words: []string{"Sea water"}}},
			},
			{Claim: none, Standing: claim.NotMet, Why: compare.Ground{Code: claim.WhyNotNamed}},
		},
		Checks: []claim.Check{
			{Source: src, Clause: "1", Quoted: "Water is life.", Result: claim.Same, Provision: "introduction/p1", Stored: "Water is life.", Similarity: 1},
			{Source: src, Clause: "9", Quoted: "Ice is water.", Result: claim.Missing, NoClause: true},
		},
	}
}

func MustBuild(tb testing.TB, in report.Input) report.Report {
	tb.Helper()
	r, err := report.Build(in)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}
