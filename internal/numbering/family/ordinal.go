package family

import (
	"strings"
	"sync"
	"unicode"
)

// ordinalWords are the ordinals from one to twelve in the languages of Europe and
// the Caucasus, in the genders and cases that headings use. They are a prior: what
// a family of ordinals needs is a word that stays and words that never repeat; a
// known ordinal only shows it sooner.
var ordinalWords = sync.OnceValue(func() map[string]int {
	rows := []string{
		"first premier pirmasis pirmais бірінші birinchi први kesatu pertama нэгдүгээр première primero primera primer primeiro primeira primo prima erste erster erstes første fyrsti första ensimmäinen esimene eerste pierwszy pierwsza první prvá prvý prva prvi первый первая первое първа първи перша перший πρώτο πρώτος πρώτη birinci első întâi întâia pirmoji pirmā parë пършо პირველი առաջին",
		"second deuxième antrasis otrais otrā екінші ikkinchi kedua хоёрдугаар seconde segundo segunda secondo seconda zweite zweiter zweites annen andet anden andra toinen teine tweede drugi druga druhá druhý druhé второй вторая второе втора втори друга другий δεύτερο δεύτερος δεύτερη ikinci második doua antroji otrā dytë მეორე երկրորդ",
		"third troisième trečiasis trešais үшінші uchinchi трећи tretji ketiga гуравдугаар tercero tercera tercer terceiro terceira terzo terza dritte dritter drittes tredje kolmas derde trzeci trzecia třetí tretia treća treci третий третья третье трета третя третій τρίτο τρίτος τρίτη üçüncü harmadik treia trečioji trešā tretë მესამე երրորդ",
		"fourth quatrième ketvirtasis ceturtais ceturtā төртінші to'rtinchi четврти četrti keempat дөрөвдүгээр cuarto cuarta quarto quarta vierte vierter viertes fjerde fjärde neljäs neljas vierde czwarty czwarta čtvrtá čtvrtý štvrtá četvrta četvrti четвертый четвёртый четвертая четвёртая четверта четвърта τέταρτο τέταρτος τέταρτη dördüncü negyedik patra ketvirtoji katërt მეოთხე չորրորդ",
		"fifth cinquième penktasis piektais бесінші beshinchi пети kelima тавдугаар quinto quinta fünfte fünfter fünftes femte viides viies vijfde piąty piąta pátá pátý piata peta peti пятый пятая пета п'ята πέμπτο πέμπτος πέμπτη beşinci ötödik cincea penktoji piektā pestë მეხუთე հինգերորդ",
		"sixth sixième šeštasis sestais алтыншы oltinchi шести šesti keenam sexto sexta sesto sesta sechste sechster sechstes sjette sjätte kuudes kuues zesde szósty szósta šestá šestý šiesta šesta шестой шестая шеста шостий έκτο έκτος έκτη altıncı altinci hatodik şasea šeštoji sestā gjashtë მეექვსე վեցերորդ",
		"seventh septième septintasis septītais жетінші yettinchi седми sedmi ketujuh séptimo séptima sétimo sétima settimo settima siebte siebter siebenter siebentes syvende sjunde seitsemäs seitsmes zevende siódmy siódma sedmá sedmý siedma sedma седьмой седьмая седма сьома έβδομο έβδομος έβδομη yedinci yeddinci hetedik şaptea septintoji septītā shtatë მეშვიდე յոթերորդ",
		"eighth huitième aštuntasis astotais сегізінші sakkizinchi осми osmi kedelapan octavo octava oitavo oitava ottavo ottava achte achter achtes ottende åttende åttonde kahdeksas kaheksas achtste ósmy ósma osmá osmý ôsma osma восьмой восьмая осма восьма όγδοο όγδοος όγδοη sekizinci səkkizinci nyolcadik opta aštuntoji astotā tetë მერვე ութերորդ",
		"ninth neuvième devintasis devītais тоғызыншы to'qqizinchi девети deveti kesembilan noveno novena nono nona neunte neunter neuntes niende nionde yhdeksäs üheksas negende dziewiąty dziewiąta devátá devátý deviata deveta девятый девятая девета дев'ята ένατο ένατος ένατη dokuzuncu doqquzuncu kilencedik noua devintoji devītā nëntë მეცხრე իններորդ",
		"tenth dixième dešimtasis desmitais оныншы o'ninchi десети deseti kesepuluh décimo décima decimo decima zehnte zehnter zehntes tiende tionde kymmenes kümnes dziesiąty dziesiąta desátá desátý desiata deseta десятый десятая десета δέκατο δέκατος δέκατη onuncu tizedik zecea dešimtoji desmitā dhjetë მეათე տասներորդ",
		"eleventh onzième vienuoliktasis undécimo undécima undicesimo undicesima elfte ellevte elfter jedenasty jedenasta jedenáctá jedenásta jedanaesta одиннадцатый одиннадцатая единадесета ενδέκατο ενδέκατος",
		"twelfth douzième dvyliktasis duodécimo duodécima dodicesimo dodicesima zwölfte tolvte tolfte zwölfter dwunasty dwunasta dvanáctá dvanásta dvanaesta двенадцатый двенадцатая дванадесета δωδέκατο δωδέκατος",
	}
	table := map[string]int{}
	arabic := []string{
		"الأول الأولى اول یکم ראשון ראשונה", "الثاني الثانية دوم שני שנייה", "الثالث الثالثة سوم שלישי שלישית", "الرابع الرابعة چهارم רביעי רביעית", "الخامس الخامسة پنجم חמישי חמישית",
		"السادس السادسة ششم שישי שישית", "السابع السابعة هفتم שביעי שביעית", "الثامن الثامنة هشتم שמיני שמינית", "التاسع التاسعة نهم תשיעי תשיעית", "العاشر العاشرة دهم עשירי עשירית",
	}
	for i, row := range arabic {
		rows[i] += " " + row
	}
	for i, row := range rows {
		for w := range strings.FieldsSeq(row) {
			if table[w] == 0 {
				table[w] = i + 1
			}
		}
	}
	for i, w := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		table[w] = i + 1
	}
	return table
})

// ordinalValue is the place that an ordinal word names, 0 for other words.
func ordinalValue(word string) int { return ordinalWords()[fold(word)] }

// fold lowers a word so that İ, I, ı and i agree.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'İ', 'ı', 'I':
			return 'i'
		case '\u0307':
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
