package numbering

// numberWords are the ordinals and cardinals that stand for a number in labels.
var numberWords = map[string]string{
	"premier": "1", "première": "1",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
	"birinci": "1", "ikinci": "2", "üçüncü": "3", "dördüncü": "4", "beşinci": "5", "altinci": "6", "yeddinci": "7", "səkkizinci": "8", "doqquzuncu": "9", "onuncu": "10",
	"первая": "1", "вторая": "2", "третья": "3", "четвертая": "4", "четвёртая": "4", "пятая": "5", "шестая": "6", "седьмая": "7", "восьмая": "8", "девятая": "9", "десятая": "10",
	"erste": "1", "erster": "1", "erstes": "1", "zweite": "2", "zweiter": "2", "zweites": "2", "dritte": "3", "dritter": "3", "drittes": "3",
	"vierte": "4", "vierter": "4", "viertes": "4", "fünfte": "5", "fünfter": "5", "fünftes": "5", "sechste": "6", "sechster": "6", "sechstes": "6",
	"siebte": "7", "siebter": "7", "siebenter": "7", "achte": "8", "achter": "8", "neunte": "9", "neunter": "9", "zehnte": "10", "zehnter": "10",
	"preliminar": "preliminar", "preliminare": "preliminare", "préliminaire": "préliminaire", "liminaire": "liminaire",
	"único": "1", "única": "1", "unique": "1",
	"primera": "1", "segunda": "2", "tercera": "3", "cuarta": "4", "quinta": "5", "sexta": "6", "séptima": "7", "octava": "8", "novena": "9", "décima": "10",
	"undécima": "11", "duodécima": "12", "decimotercera": "13", "decimocuarta": "14", "decimoquinta": "15", "decimosexta": "16",
	"primero": "1", "segundo": "2", "tercero": "3", "cuarto": "4", "quinto": "5", "sexto": "6", "séptimo": "7", "octavo": "8", "noveno": "9", "décimo": "10",
	"първа": "1", "втора": "2", "трета": "3", "четвърта": "4", "пета": "5", "шеста": "6", "седма": "7", "осма": "8", "девета": "9", "десета": "10",
	"deuxième": "2", "troisième": "3", "quatrième": "4", "cinquième": "5",
	"первый": "1", "второй": "2", "третий": "3", "четвертый": "4", "пятый": "5",
}
