package significance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// subject is a change of one text into another, not yet cut into tokens.
type subject struct {
	lang  string
	edits []textdiff.Edit
	Change
}

func amended(lang, old, new string) *subject {
	l := textdiff.NewLexicon(lang)
	return &subject{
		lang: lang, edits: l.Diff(l.Tokens(old), l.Tokens(new)),
		Change: Change{Kind: align.Amended, Old: clauseOf(old), New: clauseOf(new)},
	}
}

// cut cuts the edits into runs of a lexicon's tokens.
func (s *subject) cut(l *textdiff.Lexicon) *Change {
	ops := map[textdiff.Op]moves.Op{textdiff.Keep: moves.Keep, textdiff.Delete: moves.Delete, textdiff.Insert: moves.Insert}
	ch := s.Change
	ch.Runs = nil
	for _, e := range s.edits {
		ch.Runs = append(ch.Runs, moves.Run{Op: ops[e.Op], Old: l.Tokens(e.Old), New: l.Tokens(e.New)})
	}
	return &ch
}

// verdict judges a change.
func verdict(lang string, renumbered map[string]string, s *subject) (Significance, []Reason) {
	l := textdiff.NewLexicon(lang)
	v := Judge(l, lang, renumbered, []Change{*s.cut(l)})[0]
	return v.Significance, v.Reasons
}

// says lists reasons by their codes, each with what it is about.
func says(reasons []Reason) []string {
	var out []string
	for _, r := range reasons {
		s := strings.ReplaceAll(string(r.Code), "-", " ")
		for _, arg := range r.Args {
			s += fmt.Sprint(" ", arg)
		}
		var items []string
		for _, it := range r.Items {
			items = append(items, strings.Trim(it.Old+" → "+it.New, " →"))
		}
		if r.More > 0 {
			items = append(items, fmt.Sprintf("and %d more", r.More))
		}
		if len(items) > 0 {
			s += ": " + strings.Join(items, ", ")
		}
		out = append(out, s)
	}
	return out
}

func judged(j *judge, ch *Change) (Significance, []Reason) {
	f := j.facets(ch)
	return j.words(ch, &f)
}

func TestSignificanceOfWords(t *testing.T) {
	renumbered := map[string]string{"4.3.10": "4.3.11", "12": "14", "5": "6"}
	for _, c := range []struct{ lang, old, new, want string }{
		// Form.
		{"en", "peace, and security", "peace and security", "editorial: punctuation"},
		{"en", "One. Two.", "One.\nTwo.", "editorial: paragraph breaks"},
		{"en", "the State acts", "the state acts", "editorial: capital letters"},
		{"en", "the organisation of labour", "the organization of labor", "editorial: spelling: organisation → organization, labour → labor"},
		{"en", "close co-operation", "close cooperation", "editorial: spelling: co-operation → cooperation"},
		{"en", "the goverment acts", "the government acts", "editorial: spelling: goverment → government"},
		{"en", "it has occured", "it has occurred", "editorial: spelling: occured → occurred"},
		{"en", "a programme", "a program", "editorial: spelling: programme → program"},
		{"en", "five years", "5 years", "editorial: number written otherwise: five → 5"},
		{"ru", "ещё одна мера", "еще одна мера", "editorial: spelling: ещё → еще"},
		{"az", "İqtisadi sahə", "iqtisadi sahə", "editorial: capital letters"},
		{"az", "ISTIQLAL", "ıstıqlal", "editorial: capital letters"},

		// References.
		{"en", "under clause 4.3.10 of this Concept", "under clause 4.3.11 of this Concept", "editorial: reference follows renumbering: 4.3.10 → 4.3.11"},
		{"en", "see Article 12(2)(a)", "see Article 14(2)(a)", "editorial: reference follows renumbering: 12.2.a → 14.2.a"},
		{"en", "Articles 5 and 12 apply", "Articles 6 and 14 apply", "editorial: reference follows renumbering: 5 → 6, 12 → 14"},
		{"en", "see Article 12", "see Article 13", "substantive: reference: 12 → 13"},
		{"en", "the 12 states", "the 14 states", "substantive: number: 12 → 14"},
		{"az", "12-ci maddədə nəzərdə tutulur", "14-cü maddədə nəzərdə tutulur", "editorial: reference follows renumbering: 12 → 14"},
		{"ru", "согласно пункту 5 настоящей Концепции", "согласно пункту 6 настоящей Концепции", "editorial: reference follows renumbering: 5 → 6"},

		// Modality.
		{"en", "The State will support it.", "The State shall support it.", "substantive: modality: will → shall"},
		{"en", "It shall act.", "It may act.", "substantive: modality: shall → may"},
		{"en", "It acts.", "It must act.", "substantive: obligation added: must; wording"},
		{"en", "the will of the people", "the wish of the people", "substantive: wording"},
		{"en", "on 3 May 2007", "on 4 May 2007", "substantive: date: 3 May 2007 → 4 May 2007"},
		{"az", "təmin edə bilər", "təmin etməlidir", "substantive: modality: bilər → etməlidir; wording"},
		{"az", "Dövlət təmin edir", "Dövlət təmin etməlidir", "substantive: obligation added: etməlidir; wording"},
		{"az", "Sahibkar hasarı təmir edə bilər", "Sahibkar hasarın təmiri vəzifəsini daşıyır", "substantive: modality: bilər → vəzifəsini daşıyır; wording"},
		{"az", "tədbirlər", "əməli tədbirlər", "substantive: wording"},
		{"ru", "Государство должно содействовать", "Государство может содействовать", "substantive: modality: должно → может"},
		{"ru", "Орган вправе отказать", "Орган обязан отказать", "substantive: modality: вправе → обязан"},

		{"en", "It shall act, others act on it.", "It act, others shall act on it", "substantive: wording"},
		{"en", "Then, it will act", "Then it act", "substantive: wording"},
		{"en", "5 or more and 7 in all", "7 or more and 5 in all", "substantive: number: 5 → 7, 7 → 5"},

		// Negation.
		{"en", "It is not allowed", "It is allowed", "substantive: negation removed: not"},
		{"ru", "Это не влияет на права", "Это влияет на права", "substantive: negation removed: не"},
		{"az", "təhlükə deyil", "təhlükədir", "substantive: negation removed: deyil; wording"},

		{"az", "xidmət göstərilir", "xidmət göstərilmir", "substantive: negation added: göstərilmir; wording"},
		{"az", "icazə olmadan", "icazə ilə", "substantive: negation removed: olmadan"},
		{"az", "mədən sahəsi", "neft sahəsi", "substantive: wording"},
		{"az", "vətəndaşın hüququ vardır", "vətəndaşın hüququ yoxdur", "substantive: permission removed: hüququ vardır; negation added: yoxdur"},
		{"en", "Regulation (EC) No 44/2001 applies", "Regulation (EC) No 45/2001 applies", "substantive: number: 44/2001 → 45/2001"},
		{"en", "It may act.", "It may not act.", "substantive: prohibition added: may not"},

		// Numbers and dates.
		{"en", "within 5 days", "within 10 days", "substantive: number: 5 → 10"},
		{"en", "within five days", "within ten days", "substantive: number: five → ten"},
		{"en", "one of the aims", "some of the aims", "substantive: wording"},
		{"en", "5% of it", "5 of it", "substantive: number removed: %"},
		{"ru", "23 мая 2007 года", "24 мая 2007 года", "substantive: date: 23 мая 2007 → 24 мая 2007"},
		{"az", "2020-ci ilədək", "2030-cu ilədək", "substantive: number: 2020 → 2030"},

		{"en", "EUR 10000 a year", "EUR 10\u00a0000 a year", "editorial: number written otherwise: 10000 → 10 000"},
		{"en", "EUR 10,000 a year", "EUR 10,500 a year", "substantive: number: 10,000 → 10,500"},

		// Names.
		{"en", "within the OSCE Minsk Group and others", "within it and others", "substantive: name removed: OSCE Minsk Group"},
		{"en", "with the Organization of Islamic Conference", "with the Organization of Islamic Cooperation", "substantive: name removed: Organization of Islamic Conference; name added: Organization of Islamic Cooperation"},
		{"en", "Here peace matters.", "There peace matters.", "substantive: wording"},
		{"ru", "в рамках Минской группы ОБСЕ", "в рамках группы", "substantive: name removed: Минской, ОБСЕ"},
		{
			"az", "məsələ Milli Təhlükəsizlik Nazirliyinə aiddir", "məsələ Dövlət Təhlükəsizliyi Xidmətinə aiddir",
			"substantive: name removed: Milli Təhlükəsizlik Nazirliyinə; name added: Dövlət Təhlükəsizliyi Xidmətinə",
		},
		{
			"ru", "при содействии Министерства обороны", "при содействии Совета безопасности",
			"substantive: name removed: Министерства; name added: Совета; wording",
		},
		{"en", "on the Union and the Union's aims", "on it", "substantive: name removed: Union; wording"},
		{"en", "part II of it", "part III of it", "substantive: wording"},
		{"fr", "L’Office doit décider dans un délai de deux mois", "L’Office peut décider dans un délai de trois mois", "substantive: modality: doit → peut; number: deux → trois"},
		{"fr", "visé à l’article 12, paragraphe 2", "visé à l’article 14, paragraphe 2", "editorial: reference follows renumbering: 12 → 14"},
		{"de", "innerhalb von 5 Tagen", "innerhalb von 7 Tagen", "substantive: number: 5 → 7"},
		{"en", "by the Heads of State", "by the heads of state", "editorial: capital letters"},
		{"en", "Recently it grew.", "Lately it grew.", "substantive: wording"},
		{"az", "bu, Azərbaycan Respublikası üçündür", "bu, Azərbaycan Respublikasının işidir", "substantive: wording"},
	} {
		t.Run(c.lang+" "+c.old, func(t *testing.T) {
			s, reasons := verdict(c.lang, renumbered, amended(c.lang, c.old, c.new))
			if got := string(s) + ": " + strings.Join(says(reasons), "; "); got != c.want {
				t.Errorf("%s → %s\ngot  %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}

func TestSignificanceOfFates(t *testing.T) {
	under := func(heading, text string) []*revision.Clause {
		c := clauseOf(text)
		c[0].Parent = &revision.Clause{Provision: &revision.Provision{Kind: revision.KindClause, Num: "4", EID: "4", Heading: heading}}
		return c
	}
	with := func(ch *subject, f func(*subject)) *subject {
		f(ch)
		return ch
	}
	const text = "Rivers\nThe river authority measures the water."
	for _, c := range []struct {
		name   string
		change *subject
		want   string
	}{
		{"new", &subject{Change: Change{Kind: align.New, New: clauseOf(text)}}, "substantive: new provision"},
		{"removed", &subject{Change: Change{Kind: align.Removed, Old: clauseOf(text)}}, "substantive: provision removed"},
		{"the same", amended("en", text, text), ": "},
		{"renumbered", with(amended("en", text, text), func(ch *subject) { ch.Kind, ch.Renumbered = align.Unchanged, true }), "editorial: renumbered"},
		{
			"moved, same heading above",
			with(amended("en", text, text), func(ch *subject) { ch.Moved, ch.Old, ch.New = true, under("Water", text), under("WATER", text) }),
			"editorial: moved",
		},
		{
			"moved, another heading above",
			with(amended("en", text, text), func(ch *subject) { ch.Moved, ch.Old, ch.New = true, under("Water", text), under("Land", text) }),
			"substantive: moved under another heading: Land",
		},
		{
			"heading reworded",
			with(amended("en", text, "Streams and brooks\nThe river authority measures the water."), func(ch *subject) { ch.Retitled = true }),
			"substantive: heading",
		},
		{
			"a sentence moved away",
			&subject{edits: []textdiff.Edit{{Op: textdiff.Keep, Old: "A.", New: "A."}}, Change: Change{Kind: align.Amended, MovedTo: []string{"4.2"}}},
			"editorial: text moved to: 4.2",
		},
		{
			"more than can be listed",
			amended("en", "x 1 x 2 x 3 x 4 x 5 x 6 x", "x 11 x 12 x 13 x 14 x 15 x 16 x"),
			"substantive: number: 1 → 11, 2 → 12, 3 → 13, and 3 more",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, reasons := verdict("en", nil, c.change)
			if got := string(s) + ": " + strings.Join(says(reasons), "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func clauseOf(text string) []*revision.Clause {
	return []*revision.Clause{{Provision: &revision.Provision{Kind: revision.KindClause, Num: "1", EID: "1", Text: text}}}
}

// TestSignificanceLaws checks what holds for any two texts.
func TestSignificanceLaws(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("The state State OSCE will will Minsk may May shall not no No 5 44/2001 10 000 4.3.10 12 ( 2 ) ( a ) Article and , . % one 23 May 2007 " +
		"etməlidir bilər deyil hüququ var maddə -ci не вправе может статья MUST - / «"))
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 20).Draw(t, "words"), rapid.SampledFrom([]string{" ", " ", "", "\n"}).Draw(t, "between"))
	})
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]string{"en", "az", "ru", "fr", ""}).Draw(t, "lang")
		old, new := text.Draw(t, "old"), text.Draw(t, "new")
		ch := amended(lang, old, new)
		l := textdiff.NewLexicon(lang)
		j := newJudge(l, lang, map[string]string{"12": "13", "4.3": "4.4"})
		cut := ch.cut(l)
		s, reasons := judged(j, cut)
		if (s == "") == hasChanged(cut) || (s == "") != (len(reasons) == 0) || len(reasons) > maxReasons {
			t.Fatalf("%q → %q: %q, %q", old, new, s, says(reasons))
		}
		if s2, again := judged(j, cut); s2 != s || !slices.Equal(says(again), says(reasons)) {
			t.Fatalf("%q → %q: %q, then %q", old, new, says(reasons), says(again))
		}
		if s == Editorial && letters(old) != letters(new) && !strings.Contains(strings.Join(says(reasons), ";"), "renumbering") &&
			!strings.Contains(strings.Join(says(reasons), ";"), "written otherwise") {
			t.Fatalf("%q → %q is called editorial: %q", old, new, says(reasons))
		}
	})
}

// letters is a text in small letters without marks and spaces.
func letters(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}
