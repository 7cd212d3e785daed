package register

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"conceptdiff/internal/lazy"
)

// Read reads a note. One that names no act with its number and date, or does not say
// what was done, gives no fact. One that says several things gives as many.
func Read(note string) []Fact {
	head := strings.Join(strings.Fields(withoutFormer(note)), " ")
	act, rest, ok := actIn(head)
	if !ok {
		return nil
	}
	var out []Fact
	for _, d := range deeds(rest, head) {
		d.Act, d.Note = act, head
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// formerWordings begin what a provision said before.
var formerWordings = []string{"əvvəlki redaksiyada", "прежняя редакция", "в прежней редакции"}

func withoutFormer(note string) string {
	low := strings.ToLower(note)
	for _, f := range formerWordings {
		if i := strings.Index(low, f); i >= 0 && len(low) == len(note) {
			note, low = note[:i], low[:i]
		}
	}
	return note
}

var (
	azerbaijaniMonths = strings.Fields("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr")
	russianMonths     = strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
)

// The acts as the two registers name them.
var (
	azerbaijaniAct = lazy.Regexp(`(?i)(\d{1,2}) (` + strings.Join(azerbaijaniMonths, "|") + `) (\d{4}) ?-?c[iıuü] il tarixli (\S+) n[öo]mr[əe]li ((?:[^\s(]+ ){0,5}?)(Konstitusiya Qanunu|Qanun|F[əe]rman|S[əe]r[əe]ncam|Q[əe]rar)`)
	russianAct     = lazy.Regexp(`(?i)(закон|указ|постановлени|распоряжени)[а-яё]*(?: [^()№]{0,80}?)? от (\d{1,2})[. ](\d{1,2}|` + strings.Join(russianMonths, "|") + `)[. ](\d{4})(?: г\.| года| г)? (?:№|N) ?([0-9A-Za-zА-Яа-я/-]*[0-9A-Za-zА-Яа-я])`)
)

// actIn finds the act that a note names first, and what the note says after it.
func actIn(note string) (act Act, rest string, ok bool) {
	if m := azerbaijaniAct().FindStringSubmatchIndex(note); m != nil {
		of := func(i int) string { return note[m[2*i]:m[2*i+1]] }
		month := slices.Index(azerbaijaniMonths, strings.ToLower(of(2))) + 1
		return Act{kindOf(of(6)), of(4), date(of(3), month, of(1))}, note[m[1]:], true
	}
	if m := russianAct().FindStringSubmatchIndex(note); m != nil {
		of := func(i int) string { return note[m[2*i]:m[2*i+1]] }
		month := slices.Index(russianMonths, strings.ToLower(of(3))) + 1
		if month == 0 {
			month, _ = strconv.Atoi(of(3))
		}
		return Act{kindOf(of(1)), of(5), date(of(4), month, of(2))}, note, true
	}
	return Act{}, "", false
}

func date(year string, month int, day string) string {
	return fmt.Sprintf("%s-%02d-%02s", year, month, day)
}

// kindOf tells the kind of act from the beginning of its word.
func kindOf(word string) ActKind {
	word = strings.ToLower(word)
	for _, k := range []struct {
		kind   ActKind
		begins []string
	}{
		{Law, []string{"qanun", "konstitusiya qanun", "закон"}},
		{Decree, []string{"fərman", "ferman", "указ"}},
		{Order, []string{"sərəncam", "serencam", "распоряжени"}},
		{Resolution, []string{"qərar", "qerar", "постановлени"}},
	} {
		if slices.ContainsFunc(k.begins, func(b string) bool { return strings.HasPrefix(word, b) }) {
			return k.kind
		}
	}
	return ""
}

// deed is a way to say what was done.
type deed struct {
	what    What
	pattern string
}

// The words of the registers, in the order in which they are tried at one place.
var (
	azerbaijaniDeeds = []deed{
		{NewWording, `yeni redaksiyada`},
		{Replaced, `[əe]v[əe]z (?:edil|olun)`},
		{Added, `[əe]lav[əe] (?:edil|olun)`},
		{Struck, `çıxarıl`},
		{Repealed, `l[əe]ğv (?:edil|olun)|qüvv[əe]d[əe]n düş`},
		{Renumbered, `hesab (?:edil|olun)`},
	}
	russianDeeds = []deed{
		{Repealed, `утрати(?:л|ла|ло|ли) силу`},
		{Replaced, `замен(?:ен|ён|ить)`},
		{Struck, `исключ(?:ен|ён|ить)`},
		{Added, `дополн(?:ен|ён|ить)|введ(?:ен|ён)`},
		{NewWording, `в ред(?:акции|\.)|в новой редакции|изложен`},
	}
	deedPatterns = sync.OnceValue(func() [2]*regexp.Regexp {
		return [2]*regexp.Regexp{patternOf(azerbaijaniDeeds), patternOf(russianDeeds)}
	})
	// wordsPattern matches what says that words were amended, and not the whole.
	wordsPattern = lazy.Regexp(`(?i)(?:^|[\s”"»])(?:söz|r[əe]q[əe]m|işar[əe]|cüml|слов|цифр)`)
)

func patternOf(deeds []deed) *regexp.Regexp {
	var alternatives []string
	for _, d := range deeds {
		alternatives = append(alternatives, "("+d.pattern+")")
	}
	return regexp.MustCompile("(?i)" + strings.Join(alternatives, "|"))
}

// deeds lists what the part of a note behind its act says was done; of a Russian note,
// in which the act comes last, what all of it does.
func deeds(rest, note string) []Fact {
	for i, list := range [2][]deed{azerbaijaniDeeds, russianDeeds} {
		text := rest
		if i == 1 {
			text = note
		}
		text = quotations().ReplaceAllString(text, "“”") // what is quoted says nothing of the amendment
		var out []Fact
		end := 0
		for _, m := range deedPatterns()[i].FindAllStringSubmatchIndex(text, -1) {
			for k, d := range list {
				if m[2*k+2] >= 0 {
					out = append(out, Fact{What: d.what, Words: wordsPattern().MatchString(text[end:m[0]])})
				}
			}
			end = m[1]
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// quotations matches words in quotation marks.
var quotations = lazy.Regexp(`“[^”]*”|«[^»]*»|"[^"]*"`)
