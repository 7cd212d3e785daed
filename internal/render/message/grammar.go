package message

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// grammar is what a language does with numbers and dates. plural and ordinal must
// take every number that is not negative.
type grammar struct {
	tag       string
	thousands string             // what parts groups of three digits
	decimal   string             // what stands before the parts of a whole
	plural    func(n int) int    // which of a noun's forms a number asks for
	ordinal   func(n int) string // what follows the digits of an ordinal
	months    [12]string         // as they stand in a date
	date      string             // day, month and year in their places
}

// grammars are by tag. A language of [Languages] must have one, besides its
// catalogue.
var grammars = map[string]grammar{
	"en": {
		tag: "en", thousands: ",", decimal: ".", plural: englishPlural, ordinal: englishOrdinal, date: "{0} {1} {2}",
		months: [12]string{
			"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December",
		},
	},
	// A space parts thousands in Azerbaijani and Russian. Azerbaijani also uses the
	// full stop, which would read like the number of a clause here.
	"az": {
		tag: "az", thousands: "\u00a0", decimal: ",", plural: onePlural, ordinal: azerbaijaniOrdinal, date: "{0} {1} {2}{3} il",
		months: [12]string{
			"yanvar", "fevral", "mart", "aprel", "may", "iyun",
			"iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
		},
	},
	"ru": {
		tag: "ru", thousands: "\u00a0", decimal: ",", plural: russianPlural, ordinal: russianOrdinal, date: "{0} {1} {2} г.",
		months: [12]string{
			"января", "февраля", "марта", "апреля", "мая", "июня",
			"июля", "августа", "сентября", "октября", "ноября", "декабря",
		},
	},
}

// Date writes an ISO 8601 calendar date for a reader: "23 May 2007". What is no such
// date stays as it is. The year's ordinal is there for Azerbaijani, which has
// «2007-ci il».
func (p *Printer) Date(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return p.fill(p.date, []any{
		strconv.Itoa(d.Day()), p.months[d.Month()-1], strconv.Itoa(d.Year()), p.ordinal(d.Year()),
	})
}

// minute is the form (RFC 3339 without seconds) of a minute that [Printer.Moment] writes.
const minute = "2006-01-02T15:04Z07:00"

// IsMoment reports whether a text is what [Printer.Moment] writes: a day, or a minute
// with its distance from UTC.
func IsMoment(iso string) bool {
	_, errDay := time.Parse(time.DateOnly, iso)
	_, errMinute := time.Parse(minute, iso)
	return errDay == nil || errMinute == nil
}

// Moment writes a day or a minute for a reader: "1 December 2026, 10:00 (UTC+04:00)".
// A minute keeps the distance from UTC that it was given with, since readers stand in
// several zones and an embargo ends at one moment; UTC itself is told as "UTC". What
// is neither stays as it is.
func (p *Printer) Moment(iso string) string {
	t, err := time.Parse(minute, iso)
	if err != nil {
		return p.Date(iso)
	}
	zone := t.Format("-07:00")
	if _, offset := t.Zone(); offset == 0 {
		zone = ""
	}
	return p.Date(t.Format(time.DateOnly)) + ", " + t.Format("15:04") + " (UTC" + zone + ")"
}

// Day writes an ISO 8601 calendar date for a list in which many stand: in English
// as it is, since that is short, else like [Printer.Date].
func (p *Printer) Day(iso string) string {
	if p.tag == "en" {
		return iso
	}
	return p.Date(iso)
}

// Ordinal writes a number with the ending of an ordinal: "6th", "6-cı", "6-й".
func (p *Printer) Ordinal(n int) string { return strconv.Itoa(n) + p.ordinal(n) }

// englishPlural: 1 clause; 0, 2, 21 clauses.
func englishPlural(n int) int {
	if n == 1 {
		return 0
	}
	return 1
}

// onePlural is for a language whose nouns stay in the singular after numbers.
func onePlural(int) int { return 0 }

// russianPlural: 1, 21 пункт; 2 to 4, 22 пункта; 0, 5 to 20, 25 пунктов (CLDR).
func russianPlural(n int) int {
	switch ones, tens := n%10, n/10%10; {
	case tens == 1 || ones == 0 || ones > 4:
		return 2
	case ones == 1:
		return 0
	}
	return 1
}

// englishOrdinal: 1st, 2nd, 3rd, 21st; but 11th, 12th, 13th.
func englishOrdinal(n int) string {
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// russianOrdinal is the ending in the masculine nominative, as for пункт; the
// catalogue has no others.
func russianOrdinal(int) string { return "-й" }

// azerbaijaniOrdinal follows the vowels of the last numeral that is said: altı, 6-cı;
// on, 10-cu; yüz, 100-cü. The ending follows the last vowel of the word, not of the
// digit, so that tens, hundreds and thousands have endings of their own:
//
//	12-ci (iki), 20-ci (iyirmi), 40-cı (qırx), 1000-ci (min)
func azerbaijaniOrdinal(n int) string {
	ones := [10]string{1: "-ci", 2: "-ci", 3: "-cü", 4: "-cü", 5: "-ci", 6: "-cı", 7: "-ci", 8: "-ci", 9: "-cu"}
	tens := [10]string{1: "-cu", 2: "-ci", 3: "-cu", 4: "-cı", 5: "-ci", 6: "-cı", 7: "-ci", 8: "-ci", 9: "-cı"}
	switch {
	case n == 0:
		return "-cı" // sıfır
	case n%10 != 0:
		return ones[n%10]
	case n%100 != 0:
		return tens[n/10%10]
	case n%1000 != 0:
		return "-cü" // yüz
	case n%1_000_000 != 0:
		return "-ci" // min
	}
	return "-cu" // milyon
}

// Capital gives a text a capital letter at its beginning, in the language's own
// way: i is İ in Azerbaijani.
func (p *Printer) Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return p.Upper(string(r)) + s[n:]
}

// Upper writes a text in capitals. In Azerbaijani i becomes İ, and ı becomes I.
func (p *Printer) Upper(s string) string {
	if p.tag == "az" {
		return strings.ToUpperSpecial(unicode.AzeriCase, s)
	}
	return strings.ToUpper(s)
}
