package significance

import (
	"strings"
	"sync"
	"unicode/utf8"

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
			case hasEnding(w, 2, necessitative...) && !hasBeginning(w, notNecessitative):
				return obligation
			case hasEnding(w, 2, future...) && !hasBeginning(w, notFuture):
				return intention
			}
			return ""
		},
		negations: strings.Fields("deyil deyildir deyillər yox yoxdur heç etmir olmur vermir almır bilmir bilməz bilməzlər olmaz edilmir olunmur verilmir"),
		// The verbal negation -ma-/-mə- only in endings that are nothing else; stems of
		// at least three letters for -mır, because of əmir, dəmir, təmir, ömür.
		isNegative: func(w string) bool {
			return hasEnding(w, 3, negative...) ||
				hasEnding(w, 2, negated...) && !hasBeginning(w, notNegative)
		},
		months: strings.Fields(`yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
		yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın`),
		numbers: numerals(`1 bir 2 iki 3 üç 4 dörd 5 beş 6 altı 7 yeddi 8 səkkiz 9 doqquz 10 on 20 iyirmi 30 otuz 40 qırx
		50 əlli 60 altmış 70 yetmiş 80 səksən 90 doxsan 100 yüz 1000 min 1000000 milyon 1000000000 milyard`),
		provisions: strings.Fields("maddə bənd yarımbənd hissə fəsil fəsl bölmə əlavə"),
		common:     strings.Fields("dövlət dövlətin hökumət konsepsiya konsepsiyası konsepsiyanın qanun qanunun qərar sərəncam tərəf tərəflər respublika"),
		inflected:  true,
	})
})

// The endings by which verbs bind, speak of what is to come and deny. Those of
// negative follow stems of three letters, those of negated need two.
var (
	necessitative = words.FoldAll(strings.Fields("malı məli malıdır məlidir malıdırlar məlidirlər"))
	future        = words.FoldAll(strings.Fields("acaq əcək acaqdır əcəkdir acaqlar əcəklər acaqdırlar əcəkdirlər"))
	negative      = words.FoldAll(strings.Fields("mır mir mur mür mırlar mirlər murlar mürlər"))
	negated       = words.FoldAll(strings.Fields(`mayan məyən mayaraq məyərək madan mədən mamaq məmək
		mamalı məməli mamalıdır məməlidir mayacaq məyəcək mayacaqdır məyəcəkdir
		mamışdır məmişdir mamaması məməməsi`))
)

// notNecessitative begin words in -malı, -məli that are no verbs: practical,
// foundation, the north, probability, summary, processing, perfection.
var notNecessitative = words.FoldAll(strings.Fields("əməli təməli şimalı ehtimalı icmalı emalı kamalı camalı ikmalı mükəmməli istemalı cəməli"))

// notFuture begin words in -acaq, -əcək that are no futures: the future as a
// noun, degree, flag.
var notFuture = words.FoldAll(strings.Fields("gələcək gələcəy bayraca bucaq ocaq qucaq"))

// notNegative begin words that only look negated: material, mineral, culture.
var notNegative = words.FoldAll(strings.Fields("mədən alman roman daman"))

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
