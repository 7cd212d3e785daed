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
	cut := s.cut(l)
	v := Judge(l, lang, renumbered, Text{Clauses: s.New, Tokens: func(int) []textdiff.Token { return l.Tokens(s.New[0].Text()) }}, []Change{*cut})[0]
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
			item := strings.Trim(it.Old+" → "+it.New, " →")
			if it.Still != "" {
				item += " (still in " + it.Still + ")"
			}
			items = append(items, item)
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
	f := []findings{j.facets(ch)}
	j.words(ch, &f[0])
	j.place(f, Text{})
	return f[0].verdict()
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
		{"ru", "23 мая 2007 года", "24 мая 2007 года", "substantive: date: 23 мая 2007 года → 24 мая 2007 года"},
		{"az", "2020-ci ilədək", "2030-cu ilədək", "substantive: number: 2020-ci → 2030-cu"},

		{"en", "EUR 10000 a year", "EUR 10\u00a0000 a year", "editorial: number written otherwise: 10000 → 10 000"},
		{"en", "EUR 10,000 a year", "EUR 10,500 a year", "substantive: number: 10,000 → 10,500"},

		// Bounds, exceptions, and the words that join.
		{"en", "at least 5 days", "at most 5 days", "substantive: bound: at least → at most"},
		{"en", "a fee of up to 5 crowns", "a fee of at least 5 crowns", "substantive: bound: up to → at least"},
		{"en", "not later than 3 May 2020", "not earlier than 3 May 2020", "substantive: bound: not later than → not earlier than"},
		{"en", "more than 5 boats", "not more than 5 boats", "substantive: bound: more than → not more than"},
		{"en", "5 boats or more", "5 boats or less", "substantive: bound: or more → or less"},
		{"en", "Only members may vote.", "Members may vote.", "substantive: restriction removed: only"},
		{"en", "All boats, except ferries, stop.", "All boats, ferries included, stop.", "substantive: exception removed: except; wording"},
		{"en", "boats and ferries", "boats or ferries", "substantive: conjunction: and → or"},
		{"en", "boats and ferries", "boats and/or ferries", "substantive: conjunction: and → and/or"},
		{"en", "before the vote", "after the vote", "substantive: bound: before → after"},
		{"en", "the vote is up to the members", "the vote rests with the members", "substantive: wording"},
		{"ru", "не менее 5 дней", "не более 5 дней", "substantive: bound: не менее → не более"},
		{"ru", "не менее 5 дней", "менее 5 дней", "substantive: bound: не менее → менее"},
		{"ru", "не позднее 10 дней", "не ранее 10 дней", "substantive: bound: не позднее → не ранее"},
		{"ru", "не реже одного раза в год", "не чаще одного раза в год", "substantive: bound: не реже → не чаще"},
		{"en", "no less often than once a year", "no more often than once a year", "substantive: bound: no less often than → no more often than"},
		{"ru", "до 1 мая 2020 года", "после 1 мая 2020 года", "substantive: bound: до → после"},
		{"ru", "в срок до 10 дней", "в срок 10 дней", "substantive: bound removed: до"},
		{"ru", "доводится до сведения", "сообщается для сведения", "substantive: wording"},
		{"ru", "Голосуют только члены совета.", "Голосуют члены совета.", "substantive: restriction removed: только"},
		{"ru", "все лодки, за исключением паромов", "все лодки", "substantive: exception removed: за исключением; wording"},
		{"ru", "Срок продлевается, если иное не предусмотрено договором.", "Срок продлевается.", "substantive: exception removed: если иное не предусмотрено; text removed"},
		{"ru", "Лодки стоят.", "Лодки стоят, если иное не установлено законом.", "substantive: exception added: если иное не установлено; text added"},
		{"ru", "лодки и паромы", "лодки или паромы", "substantive: conjunction: и → или"},
		{"ru", "лодки и паромы", "лодки и (или) паромы", "substantive: conjunction: и → и (или)"},
		{"ru", "пункты лодки и паромы", "пункты лодки либо паромы", "substantive: conjunction: и → либо"},
		{"az", "azı 5 gün", "çoxu 5 gün", "substantive: bound: azı → çoxu"},
		{"az", "ən azı 5 gün", "ən çoxu 5 gün", "substantive: bound: ən azı → ən çoxu"},
		{"az", "10 gündən gec olmayaraq", "10 gündən tez olmayaraq", "substantive: bound: gec olmayaraq → tez olmayaraq"},
		{"az", "2021-ci il yanvarın 1-dək", "2021-ci il yanvarın 1-dən sonra", "substantive: bound: -dək → -dən sonra"},
		{"az", "2030-cu ilədək", "2030-cu ildən sonra", "substantive: bound: -dək → -dən sonra; wording"},
		{"az", "18 yaşınadək", "18 yaşından sonra", "substantive: bound: -dək → -dan sonra; wording"},
		{"az", "5 günədək", "5 ayadək", "substantive: number: günədək → ayadək"},
		{"az", "5-dək", "6-dan sonra", "substantive: bound: -dək → -dan sonra; number: 5 → 6"},
		{"az", "Yalnız üzvlər səs verir.", "Üzvlər səs verir.", "substantive: restriction removed: yalnız"},
		{"az", "qayıqlar, bərələr istisna olmaqla, dayanır", "qayıqlar, bərələr daxil olmaqla, dayanır", "substantive: exception removed: istisna olmaqla; wording"},
		{"az", "bərələrdən başqa qayıqlar", "bərələr və qayıqlar", "substantive: exception removed: başqa; wording"},
		{"az", "Müqavilədə başqa qayda müəyyən edilməyibsə, müddət uzadılır.", "Müddət uzadılır.", "substantive: exception removed: başqa qayda müəyyən edilməyibsə; wording"},
		{"az", "Müddət uzadılır.", "Qanunla başqa hal nəzərdə tutulmayıbsa, müddət uzadılır.", "substantive: exception added: başqa hal nəzərdə tutulmayıbsa; wording"},
		{"az", "Haqq ödənildikdə bərə gedir.", "Haqq ödənilmədikdə bərə gedir.", "substantive: negation added: ödənilmədikdə; wording"},
		{"az", "qayıqlar və bərələr", "qayıqlar və ya bərələr", "substantive: conjunction: və → və ya"},
		{"az", "qayıqlar və (və ya) bərələr", "qayıqlar və bərələr", "substantive: conjunction: və (və ya) → və"},
		{"az", "Üzv gəlməlidir", "Üzv gəlməməlidir", "substantive: modality: gəlməlidir → gəlməməlidir"},
		{"fr", "au moins 5 jours", "au plus 5 jours", "substantive: bound: au moins → au plus"},
		{"fr", "tous les bateaux, sauf les bacs", "tous les bateaux et les bacs", "substantive: exception removed: sauf"},

		// Numbers in words, and dates in any order.
		{"az", "on beş gün", "15 gün", "editorial: number written otherwise: on beş → 15"},
		{"az", "on beş gün", "iyirmi beş gün", "substantive: number: on beş → iyirmi beş"},
		{"az", "10 (on) gün", "10 gün", "editorial: number written otherwise: 10 (on) → 10"},
		{"az", "10 (on) gün", "15 (on beş) gün", "substantive: number: 10 (on) → 15 (on beş)"},
		{"az", "2021-ci il yanvarın 1-dək", "2022-ci il yanvarın 1-dək", "substantive: date: 2021-ci il yanvarın 1 → 2022-ci il yanvarın 1"},
		{"az", "2021-ci il yanvarın 1-dək", "1 yanvar 2021-ci ilədək", "substantive: wording"},
		{"az", "2021-ci il 1 yanvar tarixli", "2021-ci il 2 yanvar tarixli", "substantive: date: 2021-ci il 1 yanvar → 2021-ci il 2 yanvar"},
		{"ru", "сто пятьдесят тысяч лодок", "150 000 лодок", "editorial: number written otherwise: сто пятьдесят тысяч → 150 000"},
		{"ru", "двадцать пять дней", "двадцать дней", "substantive: number: двадцать пять → двадцать"},
		{"en", "twenty-five boats", "25 boats", "editorial: number written otherwise: twenty-five → 25"},
		{"en", "May 23, 2007", "23 May 2007", "editorial: date written otherwise: May 23, 2007 → 23 May 2007"},
		{"en", "two hundred and five boats", "two hundred and six boats", "substantive: number: two hundred and five → two hundred and six"},

		// One thing written in two ways, and another thing.
		{"en", "the oﬃcer ﬁles it", "the officer files it", ": "},
		{"en", "5 crowns each", "5\u2009crowns\u202feach", ": "},
		{"en", "a fee of 5 crowns", "a fee of5 crowns", "editorial: spelling: of 5 → of5"},
		{"en", "from 5 May 2020 on", "from 2020-05-05 on", "editorial: date written otherwise: 5 May 2020 → 2020-05-05"},
		{"en", "from 5 May 2020 on", "from 2020-06-05 on", "substantive: date: 5 May 2020 → 2020-06-05"},
		{"en", "from 5 May 2020 on", "from the 5th of May 2020 on", "editorial: date written otherwise: 5 May 2020 → 5th of May 2020"},
		{"en", "from the twenty-first of May 2020", "from 21 May 2020", "editorial: date written otherwise: twenty-first of May 2020 → 21 May 2020"},
		{"en", "from 3 Jan. 2020 on", "from 3 January 2020 on", "editorial: date written otherwise: 3 Jan. 2020 → 3 January 2020"},
		{"en", "from 3 Jan 2020 on", "from 3 Feb 2020 on", "substantive: date: 3 Jan 2020 → 3 Feb 2020"},
		{"en", "the ferry of Jan Mill", "the ferry of the mill", "substantive: name gone: Jan Mill; wording"},
		{"en", "from 5 May 2020 on", "from 05/05/2020 on", "editorial: date written otherwise: 5 May 2020 → 05/05/2020"},
		{"en", "from 5 May 2020 on", "from 05/06/2020 on", "substantive: date: 5 May 2020 → 05/06/2020"}, // the fifth of June or the sixth of May
		{"en", "from 5 May 2020 on", "from 05/31/2020 on", "substantive: date: 5 May 2020 → 05/31/2020"},
		{"en", "from 31 May 2020 on", "from 05/31/2020 on", "editorial: date written otherwise: 31 May 2020 → 05/31/2020"},
		{"ru", "с 5 мая 2020 года", "с 05.05.2020", "editorial: date written otherwise: 5 мая 2020 года → 05.05.2020"},
		{"ru", "с 5 мая 2020 года", "с 05.06.2020 г.", "substantive: date: 5 мая 2020 года → 05.06.2020 г."},
		{"ru", "с 5-го мая 2020 года", "с 5 мая 2020 года", "editorial: date written otherwise: 5-го мая 2020 года → 5 мая 2020 года"},
		{"ru", "с первого мая 2020 года", "с 1 мая 2020 года", "editorial: date written otherwise: первого мая 2020 года → 1 мая 2020 года"},
		{"ru", "с «5» мая 2020 г.", "с 05.05.2020", "editorial: date written otherwise: «5» мая 2020 г. → 05.05.2020"},
		{"ru", "с 5 мая 2020 года и до 5 мая 2020 года", "с 5 мая 2020 года и далее", "substantive: bound removed: до; date removed: 5 мая 2020 года; wording"},
		{"az", "5 may 2020-ci il tarixindən", "2020-05-05 tarixindən", "editorial: date written otherwise: 5 may 2020 → 2020-05-05"},
		{"az", "5 may 2020-ci il tarixindən", "5 iyun 2020-ci il tarixindən", "substantive: date: 5 may 2020 → 5 iyun 2020"},
		{"az", "2020-ci ilin may ayının 5-dən", "2020-ci ilin may ayının 6-dan", "substantive: date: 2020-ci ilin may ayının 5 → 2020-ci ilin may ayının 6"},
		{"az", "2021-ci il yanvarın 1-dən gec olmayaraq", "1 fevral 2021-ci ildən tez olmayaraq", "substantive: bound: gec olmayaraq → tez olmayaraq; date: 2021-ci il yanvarın 1 → 1 fevral 2021; wording"},

		{"en", "pay €5 a day", "pay 5 € a day", "editorial: number written otherwise: €5 → 5 €"},
		{"en", "pay €5 a day", "pay 5 euros a day", "editorial: number written otherwise: € → euros"},
		{"en", "pay ₼300 a day", "pay 300 AZN a day", "editorial: number written otherwise: ₼ → AZN"},
		{"en", "pay €5 a day", "pay 6 euros a day", "substantive: number: 5 → 6"},
		{"en", "pay €5 or £3", "pay £5 or €3", "substantive: number: € → £, £ → €"},
		{"en", "give €5 to 6 of them", "give 5 to €6 of them", "substantive: wording"},
		{"en", "pay 300 AZN a day", "pay 300 a day", "substantive: number removed: AZN"},
		{"ru", "штраф €5 в день", "штраф 5 евро в день", "editorial: number written otherwise: € → евро"},
		{"az", "cərimə ₼300 təşkil edir", "cərimə 300 manat təşkil edir", "editorial: number written otherwise: ₼ → manat"},
		{"en", "5% of it", "five per cent of it", "editorial: number written otherwise: 5 → five, % → per cent"},
		{"en", "5% of it", "fifteen per cent of it", "substantive: number: 5 → fifteen"},
		{"en", "5% of it", "5 percentage points of it", "substantive: number: % → percentage points"},
		{"ru", "5% цены", "5 (пять) процентов цены", "editorial: number written otherwise: 5 → 5 (пять), % → процентов"},
		{"ru", "5% цены", "15 процентов цены", "substantive: number: 5 → 15"},
		{"az", "qiymətin 5%", "qiymətin 5 faizi", "editorial: number written otherwise: % → faizi"},
		{"en", "0.5 of it", "0,5 of it", "editorial: number written otherwise: 0.5 → 0,5"},
		{"en", "0.5 of it", "0.05 of it", "substantive: number: 0.5 → 0.05"},
		{"en", "1 000 crowns", "1.000 crowns", "substantive: number: 1 000 → 1.000"}, // a thousand or one
		{"ru", "1 000 крон", "1.000 крон", "editorial: number written otherwise: 1 000 → 1.000"},
		{"ru", "1 000 крон", "1,000 крон", "substantive: number: 1 000 → 1,000"},
		{"en", "1,000.50 crowns", "1 000,50 crowns", "editorial: number written otherwise: 1,000.50 → 1 000,50"},
		{"en", "1,500,000 crowns", "1.5 million crowns", "editorial: number written otherwise: 1,500,000 → 1.5 million"},
		{"en", "1,500,000 crowns", "1.6 million crowns", "substantive: number: 1,500,000 → 1.6 million"},
		{"ru", "1,5 тыс. крон", "1500 крон", "editorial: number written otherwise: 1,5 тыс → 1500"},
		{"ru", "1,5 млн крон", "1,5 млрд крон", "substantive: number: 1,5 млн → 1,5 млрд"},
		{"en", "up to 10 crowns", "up to 10 000 crowns", "substantive: number: 10 → 10 000"},
		{"en", "at 5 °C", "at −5 °C", "substantive: number: 5 → −5"},
		{"en", "5-6 boats", "5–6 boats", ": "},
		{"en", "if it is ≥ 5", "if it is ≤ 5", "substantive: number: ≥ → ≤"},
		{"en", "☐ the owner agrees", "☒ the owner agrees", "substantive: wording"},
		{"en", "A ∪ B", "A ∩ B", "substantive: wording"},

		{"en", "the 2nd boat", "the second boat", "editorial: number written otherwise: 2nd → second"},
		{"en", "the second boat", "2 boats", "substantive: number: second → 2; wording"},
		{"en", "on the twenty-first day", "on the 21st day", "editorial: number written otherwise: twenty-first → 21st"},
		{"ru", "2-я лодка", "вторая лодка", "editorial: number written otherwise: 2-я → вторая"},
		{"ru", "2-я лодка", "3-я лодка", "substantive: number: 2-я → 3-я"},
		{"ru", "в XX веке", "в XXI веке", "substantive: number: XX → XXI"},
		{"az", "II rübdə", "2-ci rübdə", "editorial: number written otherwise: II → 2-ci"},
		{"az", "II rübdə", "III rübdə", "substantive: number: II → III"},
		{"en", "see Part II of it", "see Part IV of it", "substantive: reference: Part II → Part IV"},
		{"ru", "часть вторая статьи", "часть II статьи", "editorial: reference written otherwise: часть вторая → часть II"},

		{"en", "5 km long", "5 kilometres long", "editorial: number written otherwise: km → kilometres"},
		{"en", "5 km long", "5 m long", "substantive: number: km → m"},
		{"en", "5km long", "5 km long", "editorial: spelling: 5km → 5 km"},
		{"en", "40 m² of it", "40 m2 of it", "editorial: spelling: m² → m2"},
		{"en", "40 m² of it", "40 m of it", "substantive: number: m² → m"},
		{"en", "10² drops", "102 drops", "substantive: number removed: 10, ²; number added: 102"},
		{"en", "within 5 days", "within 5 working days", "substantive: number: days → working days"},
		{"en", "within 5 days", "within 2 weeks", "substantive: number: 5 → 2, days → weeks"},
		{"ru", "в течение 10 дней", "в течение 10 месяцев", "substantive: number: дней → месяцев"},
		{"ru", "в 2020 г. и далее", "в 2020 году и далее", "editorial: number written otherwise: г → году"},
		{"az", "5 km-dir", "5 m-dir", "substantive: number: km → m"},
		{"az", "5 AZN təşkil edir", "5 USD təşkil edir", "substantive: number: AZN → USD"},
		{"ru", "сбор 5 руб за лодку", "сбор 5 рублей за лодку", "editorial: number written otherwise: руб → рублей"},
		{"en", "a 5-day trip", "a 6-day trip", "substantive: number: 5 → 6"},

		// Parts by ordinal.
		{"az", "bu maddənin birinci hissəsində", "bu maddənin ikinci hissəsində", "substantive: reference: birinci hissəsində → ikinci hissəsində"},
		{"ru", "часть первая настоящей статьи", "часть вторая настоящей статьи", "substantive: reference: часть первая → часть вторая"},
		{"ru", "в первой части статьи", "во второй части статьи", "substantive: reference: первой части → второй части"},
		{"en", "the second subparagraph", "the third subparagraph", "substantive: reference: second subparagraph → third subparagraph"},

		// Spelling of names.
		{"en", "with the Milli Meclis of it", "with the Milli Majlis of it", "editorial: spelling: Meclis → Majlis"},
		{"en", "in Niger alone", "in Nigeria alone", "substantive: name gone: Niger; name added: Nigeria"},

		// Names.
		{"en", "within the OSCE Minsk Group and others", "within it and others", "substantive: name gone: OSCE Minsk Group"},
		{"en", "with the Organization of Islamic Conference", "with the Organization of Islamic Cooperation", "substantive: name: Organization of Islamic Conference → Organization of Islamic Cooperation"},
		{"en", "Here peace matters.", "There peace matters.", "substantive: wording"},
		{"ru", "в рамках Минской группы ОБСЕ", "в рамках группы", "substantive: name gone: Минской, ОБСЕ"},
		{
			"az", "məsələ Milli Təhlükəsizlik Nazirliyinə aiddir", "məsələ Dövlət Təhlükəsizliyi Xidmətinə aiddir",
			"substantive: name gone: Milli Təhlükəsizlik Nazirliyinə; name added: Dövlət Təhlükəsizliyi Xidmətinə",
		},
		{
			"ru", "при содействии Министерства обороны", "при содействии Совета безопасности",
			"substantive: name gone: Министерства; name added: Совета; wording",
		},
		{"en", "on the Union and the Union's aims", "on it", "substantive: name gone: Union; wording"},
		{"en", "part II of it", "part III of it", "substantive: reference: part II → part III"},
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
		"etməlidir bilər deyil hüququ var maddə -ci не вправе может статья MUST - / « " +
		"at least most only except or və ya азı -dək ilədək -dan sonra gec olmayaraq on beş yüz birinci hissə il yanvarın до менее более и или сто"))
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
