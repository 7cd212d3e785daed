package ingest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// clauseAddresses lists the clauses of the components with that EID.
func clauseAddresses(res *Result, component string) []string {
	r := revision.Revision{Components: res.Components}
	var out []string
	for _, c := range r.Clauses() {
		if c.Component.EID == component && c.Kind != revision.KindComponent {
			out = append(out, c.EID)
		}
	}
	return out
}

func find(t *testing.T, res *Result, eid string) *revision.Provision {
	t.Helper()
	p := (&revision.Revision{Components: res.Components}).Find(eid)
	if p == nil {
		t.Fatalf("no provision %s", eid)
	}
	return p
}

func TestConcept2007Clauses(t *testing.T) {
	res, _ := readConcept(t)
	want := strings.Fields(`introduction 1 2 3 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11
		4 4.1 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.5.1 4.1.5.2 4.2 4.3
		4.3.1 4.3.2 4.3.3 4.3.4 4.3.5 4.3.6 4.3.7 4.3.8 4.3.9 4.3.10 4.3.11 final-provisions`)
	if diff := cmp.Diff(want, clauseAddresses(res, "")); diff != "" {
		t.Errorf("clauses of the Concept (-want +got):\n%s", diff)
	}
	numbered := slices.DeleteFunc(slices.Clone(want), func(s string) bool { return s[0] > '9' })
	if len(numbered) != 36 {
		t.Errorf("%d numbered clauses, want 36", len(numbered))
	}
	want = strings.Fields("order/1 order/2 order/3 order/4 order/4.1 order/4.2 order/5")
	if diff := cmp.Diff(want, clauseAddresses(res, "order")); diff != "" {
		t.Errorf("clauses of the Order (-want +got):\n%s", diff)
	}
	if got, want := res.Title, "National security concept of the Republic of Azerbaijan"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	if res.Language != "en" || res.Format != FormatText || res.Encoding != "UTF-8" {
		t.Errorf("read as %s, %s, %s", res.Language, res.Format, res.Encoding)
	}
}

// outlineOf prints kinds, addresses and the beginnings of texts.
func outlineOf(p *revision.Provision) []string {
	var out []string
	p.Walk(func(p *revision.Provision) bool {
		s := p.Num + "|" + p.Heading + "|" + p.Text
		if r := []rune(s); len(r) > 40 {
			s = string(r[:40])
		}
		out = append(out, string(p.Kind)+" "+p.Address()+" "+s)
		return true
	})
	return out
}

func TestConcept2007Order(t *testing.T) {
	res, _ := readConcept(t)
	want := []string{
		"component order |Order of the President of the Republic",
		"paragraph order/p1 ||On approval of the National Security C",
		"paragraph order/p2 ||Given the rapid changes occurring in t",
		"paragraph order/p3 ||These factors make it necessary to det",
		"paragraph order/p4 ||In order to determine the objectives,",
		"clause order/1 1.||Approve the Concept of the National",
		"clause order/2 2.||Entrust the authorities, providing t",
		"clause order/3 3.||Entrust the Cabinet of Ministers of",
		"clause order/4 4.||Entrust the Working Group in the are",
		"clause order/4.1 4.1.||to prepare the draft of military d",
		"clause order/4.2 4.2.||to prepare and submit projects of",
		"clause order/5 5.||This Order comes into force from the",
		"paragraph order/p5 ||President of the Azerbaijan Republic",
		"paragraph order/p6 ||Ilham ALIYEV",
		"paragraph order/p7 ||City of Baku, May 23, 2007",
		"paragraph order/p8 ||№ 2198",
		"paragraph order/p9 ||Published in «Azerbaijan» newspaper (2",
		"paragraph order/p10 ||Published in «Collection of laws of th",
	}
	got := outlineOf(res.Components[0])
	for i := range got {
		got[i] = strings.TrimSpace(got[i])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if p := find(t, res, "order/4"); len(p.Children) != 2 {
		t.Errorf("order/4 has %d children, want 4.1 and 4.2", len(p.Children))
	}
	if got := find(t, res, "preface/p1").Text; got != "Approved by Order No. 2198 of the President of the Republic of Azerbaijan on 23 May 2007" {
		t.Errorf("stamp: %q", got)
	}
}

func TestConcept2007Paragraphs(t *testing.T) {
	res, _ := readConcept(t)
	items, paragraphs := 0, map[string]int{}
	for _, c := range res.Components {
		c.Walk(func(p *revision.Provision) bool {
			switch p.Kind {
			case revision.KindItem:
				items++
				if p.Num != "\uf0a7" {
					t.Errorf("%s has bullet %q", p.EID, p.Num)
				}
				if !layout.Ends(p.Text) {
					t.Errorf("%s is cut: %q", p.EID, p.Text)
				}
			case revision.KindParagraph:
				clause, _, _ := strings.Cut(p.EID, "/")
				paragraphs[clause]++
				if clause != "order" && clause != "preface" && !layout.EndsSentence(p.Text) && !strings.HasSuffix(p.Text, ":") {
					t.Errorf("%s is cut: %q", p.EID, p.Text)
				}
			}
			return true
		})
	}
	if items != 43 {
		t.Errorf("%d items, want 43", items)
	}
	want := map[string]int{
		"order": 10, "preface": 2, "introduction": 3, "1": 5, "2": 1, "3": 2, "3.1": 3, "3.2": 1, "3.3": 1, "3.4": 1,
		"3.5": 3, "3.6": 1, "3.7": 1, "3.8": 1, "3.9": 1, "3.10": 1, "3.11": 5, "4": 2, "4.1.1": 8, "4.1.2": 7, "4.1.3": 5,
		"4.1.4": 15, "4.1.5": 5, "4.1.5.1": 11, "4.1.5.2": 6, "4.2": 10, "4.3.1": 5, "4.3.2": 2, "4.3.3": 4, "4.3.4": 7,
		"4.3.5": 2, "4.3.6": 8, "4.3.7": 4, "4.3.8": 5, "4.3.9": 4, "4.3.10": 11, "4.3.11": 4, "final-provisions": 7,
	}
	if diff := cmp.Diff(want, paragraphs); diff != "" {
		t.Errorf("paragraphs by clause (-want +got):\n%s", diff)
	}
}

func TestConcept2007Wording(t *testing.T) {
	res, _ := readConcept(t)
	for _, c := range []struct{ eid, heading string }{
		{"3.1", "Attempts against the independence, sovereignty, territorial integrity and constitutional order of the Republic of Azerbaijan"},
		{"3.2", "Actions undermining the ability of the State to ensure the rule of law, maintenance of public order and the protection of human rights and fundamental freedoms"},
		{"4", "Main directions of national security policy of the Republic of Azerbaijan"},
		{"4.3.3", "Scientific, educational and cultural policy and preservation of moral foundations"},
	} {
		if p := find(t, res, c.eid); p.Heading != c.heading {
			t.Errorf("%s is headed %q, want %q", c.eid, p.Heading, c.heading)
		}
	}
	for _, c := range []struct{ eid, text string }{
		{"4.1.1/p4", "The Republic of Azerbaijan is committed to the peaceful settlement of the conflict in the framework of the OSCE Minsk Group with a view to eliminating the consequences of the aggression against it and ending the occupation of a part of its territory."},
		{"4.1.1/p6", "The settlement should be on the following basis:"},
		{"4.1.1/p6/i3", "Return of the forcibly displaced Azerbaijanis to their native lands;"},
		{"4.1.1/p6/i5", "Establishment of conditions for restoring the communications and socio-economic growth of this region in the framework of the overall economic development of the country and of the regional integration processes."},
		{"4.1.5.1/p7", "Partnership with Ukraine and Moldova is not confined only to the GUAM framework, but at the same time is developing on a bilateral basis in political, economic, humanitarian and other spheres."},
	} {
		if p := find(t, res, c.eid); p.Text != c.text {
			t.Errorf("%s reads %q, want %q", c.eid, p.Text, c.text)
		}
	}
	if n := len(find(t, res, "4.1.1/p6").Children); n != 5 {
		t.Errorf("the list of 4.1.1 has %d items, want 5", n)
	}
	all := printed(res.Components)
	for _, s := range []string{
		"into the Euro-Atlantic area", "with trans-regional implications", "control and non-proliferation treaties",
		"the nuclear non-proliferation norms", "short and medium-term perspectives", "for socio-economic development",
		"the decades-long old-fashioned", "export-oriented goods", "№ 394:", "«Armenian question»",
		"«For democracy and economic development - GUAM»", "current geopolitical and geo-economic position",
	} {
		if !strings.Contains(all, s) {
			t.Errorf("%q is not in the tree", s)
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	_, text := readConcept(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Read("concept-2007.txt", []byte(text)); err != nil {
			b.Fatal(err)
		}
	}
}
