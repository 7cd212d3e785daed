package significance

import (
	"strings"
	"sync"

	"conceptdiff/internal/compare/significance/figure"
)

var english = sync.OnceValue(func() *wordRules {
	return withTraits(&wordRules{
		// What binds, allows or forbids. «Is to» and «has» alone are left out: they
		// are mostly something else.
		modals: modes(map[mode]string{
			obligation:     "shall, must, have to, has to, had to, is required to, are required to, is obliged to, are obliged to",
			permission:     "may, might, can, could, is entitled to, are entitled to, has the right to, have the right to, is authorised to, is authorized to, are authorised to, are authorized to",
			prohibition:    "is prohibited, are prohibited, is forbidden, are forbidden, may not, must not, shall not, cannot, can not",
			recommendation: "should, ought to, is recommended, are recommended",
			intention:      "will, would, intends to, intend to",
		}),
		// The will of the people, its own will, good will: nouns.
		notModal: func(before, w string) bool {
			return w == "will" && englishBeforeNoun[before]
		},
		negations: strings.Fields("not no never none neither nor without cannot don't doesn't isn't aren't won't can't shouldn't mustn't"),
		limits: limits(map[limit]string{
			bound: `at least, at most, not less than, no less than, not fewer than, no fewer than, not more than, no more than, not later than,
				no later than, not earlier than, no earlier than, not less often than, no less often than, not more often than, no more often than,
				not less frequently than, no less frequently than, not more frequently than, no more frequently than, not longer than, no longer than, not before, at the latest, at the earliest, not exceeding, not exceed, not to exceed,
				a minimum of, a maximum of, or more, or less, or fewer, or later, or earlier, up to #, more than #, less than #,
				fewer than #, above #, below #, within #, before #, after #, until #, exceeding #, in excess of #`,
			restriction: "only, solely, exclusively",
			exception:   "except, excepting, with the exception of, unless, other than, save for, save as, save that, excluding",
			conjunction: "and, or",
		}),
		numberAnd:   "and",
		shortMonths: shortMonths("jan feb mar apr may jun jul aug sep oct nov dec sept=9"),
		months:      strings.Fields("january february march april may june july august september october november december"),
		numbers: numerals(`0 zero 1 one 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven
		12 twelve 13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty
		30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred 1000 thousand
		1000000 million 1000000000 billion bn 1000000000000 trillion 1/2 half 2x twice`),
		group: ",",
		units: figure.NewUnits(`% percent per_cent; percentage_point percentage_points; km kilometre kilometres kilometer kilometers;
			m metre metres meter meters; cm centimetre centimetres centimeter centimeters; mm millimetre millimetres millimeter millimeters;
			mile miles; m2 sq_m square_metre square_metres square_meter square_meters; m3 cubic_metre cubic_metres cubic_meter cubic_meters;
			km2 sq_km square_kilometre square_kilometres square_kilometer square_kilometers; ha hectare hectares;
			kg kilogram kilograms kilogramme kilogrammes; g gram grams gramme grammes; t tonne tonnes; ton tons; l litre litres liter liters;
			second seconds; minute minutes; hour hours; day days; week weeks; month months; year years; working_day working_days;
			business_day business_days; calendar_day calendar_days; EUR euro euros; AZN manat manats; dollar dollars; pound pounds`),
		provisions: strings.Fields("article section paragraph clause point chapter part title annex schedule item rule subparagraph subsection appendix art. arts. para. paras. sec."),
		common:     strings.Fields("state states government governments party parties concept policy order decree act law regulation directive convention agreement treaty protocol resolution programme program strategy republic member members council"),
		connectors: strings.Fields("of for the on"),

		sameSpelled: func(a, b string) bool { return american(a) == american(b) || misspelled(a, b) },
	})
})

// englishBeforeNoun are words after which «will» is a noun.
var englishBeforeNoun = set("the a his her its their our free political good ill own popular national people's people’s")

// american gives a word the American spelling, or something that only its
// British spelling gives too; -ise verbs, -our and -re nouns and the like.
func american(w string) string {
	if s, ok := americanWords[w]; ok {
		return s
	}
	for _, r := range americanEndings {
		if stem, ok := strings.CutSuffix(w, r[0]); ok && len(stem) >= 4 {
			return stem + r[1]
		}
	}
	for _, r := range americanStems {
		if rest, ok := strings.CutPrefix(w, r[0]); ok {
			return r[1] + rest
		}
	}
	return w
}

// americanEndings hold after any stem of four letters or more. A word that is
// always written with s (exercise, otherwise) has no second spelling, so that no
// harm is done.
var americanEndings = [][2]string{
	{"isation", "ization"},
	{"isations", "izations"},
	{"isational", "izational"},
	{"ise", "ize"},
	{"ised", "ized"},
	{"ises", "izes"},
	{"ising", "izing"},
	{"iser", "izer"},
	{"isers", "izers"},
	{"yse", "yze"},
	{"ysed", "yzed"},
	{"yses", "yzes"},
	{"ysing", "yzing"},
	{"elled", "eled"},
	{"elling", "eling"},
	{"eller", "eler"},
	{"ellers", "elers"},
}

// americanStems are the words of which only some have a second spelling.
var americanStems = [][2]string{
	{"programme", "program"},
	{"favour", "favor"},
	{"labour", "labor"},
	{"neighbour", "neighbor"},
	{"behaviour", "behavior"},
	{"honour", "honor"},
	{"endeavour", "endeavor"},
	{"harbour", "harbor"},
	{"rigour", "rigor"},
	{"colour", "color"},
	{"armour", "armor"},
	{"rumour", "rumor"},
	{"centre", "center"},
	{"theatre", "theater"},
	{"metre", "meter"},
	{"kilometre", "kilometer"},
	{"litre", "liter"},
	{"fibre", "fiber"},
	{"defence", "defense"},
	{"offence", "offense"},
	{"licence", "license"},
	{"catalogue", "catalog"},
	{"dialogue", "dialog"},
	{"judgement", "judgment"},
	{"acknowledgement", "acknowledgment"},
	{"fulfilment", "fulfillment"},
	{"enrolment", "enrollment"},
	{"instalment", "installment"},
	{"skilful", "skillful"},
	{"manoeuvre", "maneuver"},
	{"artefact", "artifact"},
	{"sceptic", "skeptic"},
	{"ageing", "aging"},
	{"aluminium", "aluminum"},
	{"cheque", "check"},
	{"tonne", "ton"},
	{"storey", "story"},
	{"plough", "plow"},
	{"sulphur", "sulfur"},
	{"paediatric", "pediatric"},
	{"anaesthe", "anesthe"},
	{"archaeolog", "archeolog"},
	{"encyclopaedi", "encyclopedi"},
}

var americanWords = map[string]string{"grey": "gray", "fulfil": "fulfill", "fulfils": "fulfills", "enrol": "enroll", "whilst": "while", "amongst": "among", "towards": "toward"}
