package relate

import (
	"strings"
	"sync"

	"conceptdiff/internal/words"
)

// plainPart is what is left of the weight of a plain word.
const plainPart = 0.3

// plainWords are words that texts of policy and law use of any subject: rare in a
// short text, they tell nothing all the same. By stem, of three languages.
var plainWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for lang, list := range map[string]string{
		"en": `able account accordance according achieve act action active activity additional adequate adopt aim
	allow appropriate area aspect attach attention available base basis become begin best better bring build
	call carry case certain change characteristic clear common complete comprehensive concern condition conduct consider consist
	consistent constitute continue contribute country create current deal decide deep define depend describe detail determine
	develop different direct direction due during effective efficient effort element emphasise enable encourage end ensure
	envisage especially essential establish event exist existing expand experience facilitate fact factor far favourable
	field find first five follow following form four framework fulfil full fundamental further future general get give
	goal good great group grow hand help high hold identify implement importance important improve include increase
	indicate individual initiate integral integrate interest interested introduce involve issue item keep key know large last lead
	level light like line live long look main maintain major make manner many mark mean means measure meet method
	modern more most move much must necessary need new next note number object objective obtain occur offer one only
	open operate opportunity order organize part participate particular party people perform period place plan play point
	possible potential practice prepare present prevent primary principle priority proceed process produce program promote proper
	propose protect provide purpose pursue put raise range reach real realize reason recent recognize reflect regard
	related relation relevant require respect respond responsible result right role second see seek serious serve set
	several share show significant similar single situation special specific sphere stage stand state step
	stipulate strategic strengthen strive strong structure subject subsequent such sufficient support sustain system
	take task term thing three thus time today together towards traditional two type undertake use various vary view
	vital way well wide will within without work world year
	twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
	not every just should beyond outside launch finally indeed also still already`,
		"az": `əsas əsasən əsaslanan təmin təmin etmək olmaq etmək edir edilir mühüm vacib əhəmiyyət əhəmiyyətli
	istiqamət istiqamətində məqsəd məqsədi fəaliyyət tədbir tədbirlər həyata keçirmək keçirilir inkişaf artırmaq
	müvafiq zəruri imkan şərait yaratmaq vəziyyət sahə məsələ proses dövr il yeni böyük ümumi xüsusi müxtəlif
	aid bağlı qarşı uyğun nəzərdə tutmaq nəticə rol səviyyə sistem növ hal tərəf vasitə prinsip siyasət
	iyirmi otuz qırx əlli altmış yetmiş səksən doxsan yüz`,
		"ru": `являться быть иметь мочь осуществлять осуществление обеспечивать обеспечение деятельность мера
	направление основа основной важный значение цель задача развитие создание условие необходимый соответствие
	соответствующий область сфера вопрос процесс период год новый большой общий особый различный данный
	результат роль уровень система вид случай сторона средство принцип повышение укрепление проведение
	реализация рамка число часть порядок отношение двадцать тридцать сорок пятьдесят сто тысяча`,
	} {
		s := words.NewStemmer(lang)
		for _, w := range strings.Fields(list) {
			set[s.Stem(words.Fold(w))] = true
		}
	}
	return set
})
