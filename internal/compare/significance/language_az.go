package significance

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

var azerbaijani = sync.OnceValue(func() *wordRules {
	return withTraits(&wordRules{
		// Words and phrases that bind, allow or forbid. The bare adjective zəruri
		// («zəruri tədbirlər») is left out.
		modals: modes(map[mode]string{
			obligation:     "gərək, gərəkdir, lazımdır, zəruridir, vacibdir, borcludur, borcludurlar, məcburidir, mütləqdir, vəzifəlidir, vəzifəlidirlər, vəzifəsidir, vəzifəsini daşıyır, vəzifəsini daşıyırlar, tələb olunur, tələb edilir",
			permission:     "bilər, bilərlər, hüququ var, hüququ vardır, hüququna malikdir, hüququna malikdirlər, hüquqludur, hüquqludurlar, icazə verilir, yol verilir",
			prohibition:    "bilməz, bilməzlər, qadağandır, qadağan edilir, qadağan olunur, yol verilmir, icazə verilmir",
			recommendation: "tövsiyə edilir, tövsiyə olunur, məqsədəuyğundur",
		}),
		modalForm: func(w string) mode {
			switch {
			case hasEnding(w, 2, necessitativeNegated()...) && !hasBeginning(w, notNegative()):
				return prohibition
			case hasEnding(w, 2, necessitative()...) && !hasBeginning(w, notNecessitative()):
				return obligation
			case hasEnding(w, 2, future()...) && !hasBeginning(w, notFuture()):
				return intention
			}
			return ""
		},
		negations: strings.Fields("deyil deyildir deyillər yox yoxdur heç etmir olmur vermir almır bilmir bilməz bilməzlər olmaz edilmir olunmur verilmir"),
		// The verbal negation -ma-/-mə- only in endings that are nothing else; stems of
		// at least three letters for -mır, because of əmir, dəmir, təmir, ömür.
		isNegative: func(w string) bool {
			return hasEnding(w, 3, negative()...) ||
				hasEnding(w, 2, negated()...) && !hasBeginning(w, notNegative())
		},
		limits: limits(map[limit]string{
			bound: `ən azı, azı, ən çoxu, çoxu, ən geci, ən tezi, ən gec, ən tez, gec olmayaraq, tez olmayaraq, az olmayaraq, çox olmayaraq,
				artıq olmayaraq, gec olmamaqla, tez olmamaqla, az olmamaqla, çox olmamaqla, artıq olmamaqla, az olmayan, çox olmayan, artıq olmayan,
				gec olmayan, tez olmayan, gec olmamaq şərtilə, tez olmamaq şərtilə, az olmamaq şərtilə, çox olmamaq şərtilə, artıq olmamaq şərtilə,
				minimum, maksimum, aşmayan, aşmamaqla, keçməyən, keçməmək şərtilə, çox #, az #, artıq #, qədər #, ərzində #, müddətində #`,
			restriction: "yalnız, yalnızca, təkcə, sırf, müstəsna olaraq",
			exception:   "istisna olmaqla, istisna olunmaqla, istisna edilməklə, istisna olaraq, müstəsna olmaqla, savayı, istisna təşkil edir, " + otherwiseProvided(),
			conjunction: "və, və ya, və yaxud, ya, yaxud, ya da, və ya da",
		}),
		limitEnding: azerbaijaniLimit,
		numberFirst: true,
		months:      azerbaijaniMonths(),
		numbers: numerals(`1 bir 2 iki 3 üç 4 dörd 5 beş 6 altı 7 yeddi 8 səkkiz 9 doqquz 10 on 20 iyirmi 30 otuz 40 qırx
		50 əlli 60 altmış 70 yetmiş 80 səksən 90 doxsan 100 yüz 1000 min 1000000 milyon mln 1000000000 milyard mlrd 1000000000000 trilyon`),
		group: ".",
		units: figure.NewUnits(`% faiz*; faiz_bəndi; km kilometr*; m metr*; cm sm santimetr*; mm millimetr*; m2 kv.m kv_m kvadrat_metr kvadratmetr*; m3 kub.m kub_m kubmetr* kub_metr; km2 kv.km kv_km kvadrat_kilometr;
			ha hektar*; kg kq kiloqram*; g q qram*; t ton tona tondan tonun tonluq; l litr*; saniyə*; dəqiqə*; saat*; gün*; iş_günü iş_gününə iş_günündən iş_gününün iş_günündə;
			təqvim_günü təqvim_gününə təqvim_günündən; həftə*; ay aya aydan ayın ayda ayadək aylıq; il ildən ilin ildə ilədək illik;
			AZN manat*; EUR avro*; dollar*`),
		provisions: strings.Fields("maddə bənd yarımbənd hissə fəsil fəsl bölmə əlavə"),
		common:     strings.Fields("dövlət dövlətin hökumət konsepsiya konsepsiyası konsepsiyanın qanun qanunun qərar sərəncam tərəf tərəflər respublika"),
		inflected:  true,
	})
})

// otherwiseProvided are the forms in which acts make room for another rule: «başqa qayda
// müəyyən edilməyibsə», unless otherwise provided.
func otherwiseProvided() string {
	var out []string
	for _, subject := range []string{"başqa hal", "başqa qayda", "digər hal", "digər qayda", "ayrı hal", "ayrı qayda"} {
		for _, verb := range []string{"nəzərdə tutul", "müəyyən edil", "müəyyən olun"} {
			for _, ending := range []string{"mayıbsa məyibsə", "mamışdırsa məmişdirsə", "mamışsa məmişsə", "madıqda mədikdə"} {
				back, front, _ := strings.Cut(ending, " ")
				if strings.HasSuffix(verb, "edil") {
					back = front
				}
				out = append(out, subject+" "+verb+back)
			}
		}
	}
	return strings.Join(out, ", ")
}

// azerbaijaniLimit reads what a word limits by its ending, or by the word before it
// that bears one: «1-dək», «ilədək», «1-dən sonra», «dövlətdən başqa». A plain -dan
// says something only against another bound.
func azerbaijaniLimit(w *wording, i int) limitEnding {
	word := w.fold(i)
	suffix := i >= 2 && w.is(i-1, "-") && w.tokens[i-2].Class() == textdiff.Number
	ablative := hasEnding(word, 0, "dan", "dən")
	switch next := w.next(i + 1); {
	case suffix && word == "dək":
		return limitEnding{limitWord: limitWord{limit: bound}, lo: i - 1, hi: i + 1, text: "-dək"}
	case suffix && ablative && next < len(w.tokens) && slices.Contains(afterAblative(), w.fold(next)):
		return limitEnding{limitWord: limitWord{limit: bound}, lo: i - 1, hi: next + 1, text: "-" + word + " " + w.small(next, next+1)}
	case suffix && ablative:
		return limitEnding{limitWord: limitWord{limit: bound, vague: true}, lo: i - 1, hi: i + 1, text: "-dan"}
	case hasEnding(word, 2, "adək", "ədək") && word != "indiyədək":
		return limitEnding{limitWord: limitWord{limit: bound}, lo: i, hi: i + 1, text: "-dək", part: true}
	case word == words.Fold("başqa") && hasEnding(w.wordBefore(i), 2, "dan", "dən"):
		return limitEnding{limitWord: limitWord{limit: exception}, lo: i, hi: i + 1, text: w.small(i, i+1)}
	case hasEnding(w.wordBefore(i), 2, "dan", "dən") && slices.Contains(afterAblative(), word):
		ending := "-dan "
		if strings.HasSuffix(w.wordBefore(i), "dən") {
			ending = "-dən "
		}
		return limitEnding{limitWord: limitWord{limit: bound, vague: true, withNumber: true}, lo: i, hi: i + 1, text: ending + w.small(i, i+1)}
	}
	return limitEnding{}
}

// afterAblative are the postpositions that bound with the word in -dan before them.
var afterAblative = words.Folded("sonra əvvəl qabaq etibarən başlayaraq")

// azerbaijaniMonths are the months in the cases in which dates have them.
func azerbaijaniMonths() []string {
	names := strings.Fields("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr")
	endings := map[rune][]string{ // by the last vowel
		'a': strings.Fields("ın a ında ından ınadək da dan adək"),
		'e': strings.Fields("in ə ində indən inədək də dən ədək"),
		'u': strings.Fields("un a unda undan unadək da dan adək"),
	}
	out := slices.Clone(names)
	for k := range endings['a'] {
		for _, n := range names {
			vowel := n[strings.LastIndexAny(n, "aeu")]
			out = append(out, n+endings[rune(vowel)][k])
		}
	}
	return out
}

// The endings by which verbs bind, speak of what is to come and deny. Those of
// negative follow stems of three letters, those of negated need two.
var (
	necessitativeNegated = words.Folded("mamalı məməli mamalıdır məməlidir mamalıdırlar məməlidirlər")

	necessitative = words.Folded("malı məli malıdır məlidir malıdırlar məlidirlər")
	future        = words.Folded("acaq əcək acaqdır əcəkdir acaqlar əcəklər acaqdırlar əcəkdirlər")
	negative      = words.Folded("mır mir mur mür mırlar mirlər murlar mürlər")
	negated       = words.Folded(`madıqda mədikdə mayıbsa məyibsə mamışsa məmişsə mamışdırsa məmişdirsə
		mayan məyən mayaraq məyərək madan mədən mamaq məmək
		mamalı məməli mamalıdır məməlidir mayacaq məyəcək mayacaqdır məyəcəkdir
		mamışdır məmişdir mamaması məməməsi`)
)

// notNecessitative begin words in -malı, -məli that are no verbs: practical,
// foundation, the north, probability, summary, processing, perfection.
var notNecessitative = words.Folded("əməli təməli şimalı ehtimalı icmalı emalı kamalı camalı ikmalı mükəmməli istemalı cəməli")

// notFuture begin words in -acaq, -əcək that are no futures: the future as a
// noun, degree, flag.
var notFuture = words.Folded("gələcək gələcəy bayraca bucaq ocaq qucaq")

// notNegative begin words that only look negated: material, mineral, culture.
var notNegative = words.Folded("mədən alman roman daman")

// hasEnding reports whether w is a stem of at least that many letters and one
// of endings.
func hasEnding(w string, stem int, endings ...string) bool {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(s) >= stem {
			return true
		}
	}
	return false
}

func hasBeginning(w string, beginnings []string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(w, b) {
			return true
		}
	}
	return false
}
