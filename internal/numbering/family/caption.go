package family

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// captions number figures and the like, which are no provisions. Page numbers
// and years of dates are none either.
var captions = set(`table figure fig box chart graph map picture photo image exhibit footnote note notes page slide diagram plate equation
	tabelle abbildung abb tableau graphique encadré cuadro gráfico figura tabla tabela gráfica rysunek rys wykres obrázek tabulka graf
	cədvəl şəkil qrafik sxem diaqram таблица рисунок рис график схема диаграмма карта страница стр tablo şekil grafik sayfa kuva taulukko figur tabell
	no nr number version revision edition volume vol issue resolution directive regulation level`)

// IsCaption reports whether a line is the caption of a figure or table.
func IsCaption(s string) bool {
	n := letters(s)
	if n == 0 || !captions()[fold(s[:n])] {
		return false
	}
	_, k := cutCounter(strings.TrimLeft(s[n:], " \u00a0"))
	return k > 0
}

// IsDate reports whether a text is a date: the name of a month, a year, and perhaps
// a day, in any order, with the little words that stand between them, «Vom 3. Mai
// 2024», «z dnia 5 maja 2023 r.».
func IsDate(s string) bool {
	const few, little = 3, 4 // words; letters
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\u00a0' })
	month, year, day, others := 0, 0, 0, 0
	for _, f := range fields {
		switch digits := len(asciiDigits(f)); {
		case months()[fold(f)]:
			month++
		case len(f) == 4 && digits == len(f) && (f[0] == '1' || f[0] == '2'):
			year++
		case digits > 0 && len(f) <= 4:
			day++
		case utf8.RuneCountInString(f) > little:
			return false
		default:
			others++
		}
	}
	return month == 1 && year == 1 && day <= 1 && others <= few && others <= month+year+day
}

var months = set(`january february march april may june july august september october november december
	januar februar märz april mai juni juli august september oktober november dezember
	janvier février mars avril mai juin juillet août septembre octobre novembre décembre
	yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
	janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
	januari februari maart mei augustus augusti maj juni juli marts desember
	ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
	stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
	ledna února března dubna května června července srpna září října listopadu prosince
	ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
	tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
	január február március április május június július augusztus szeptember október
	января февраля марта апреля мая июня июля августа сентября октября ноября декабря
	січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня`)

func set(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for w := range strings.FieldsSeq(words) {
			out[w] = true
		}
		return out
	})
}
