package html

import (
	"strings"
	"unicode"
)

// Publishers of consolidated texts write into them which act changed what:
//
//	(в ред. Федерального закона от 02.07.2021 N 351-ФЗ)
//	Сноска. Статья 3 с изменениями, внесенными Законом РК от 29.12.2014 № 271-V.
//	(2 iyun 2017-ci il tarixli 735-VQD nömrəli Qanun ilə əvəz edilmişdir)
//	(as amended by Act No. 12 of 2019)
//
// Such words are not the legislator's. They are told by three things together:
// they stand in brackets, or make a paragraph without a number of its own; they
// name the change; and they name the act that made it, by its date or number. A
// numbered paragraph that says no more than that it is repealed is the text.

// changeWords say that something was changed, in lower case.
var changeWords = []string{
	"в ред.", "в редакции", "введен", "введён", "утратил", "с изм.", "с изменениями", "дополнен", "исключен", "исключён", "признан",
	"əvəz edilmişdir", "əlavə edilmişdir", "əlavə olunmuşdur", "çıxarılmışdır", "ləğv edilmişdir", "redaksiyada verilmişdir", "dəyişdirilmişdir",
	"hesab edilmişdir", "qüvvədən düşmüşdür", "redaksiyasında",
	"amended by", "inserted by", "substituted by", "repealed by", "added by", "replaced by", "deleted by", "omitted by", "as amended",
	"substituted (", "inserted (", "repealed (", "omitted (",
}

// actWords name an act or its number, in lower case. A date counts as well.
var actWords = []string{
	"закон", "указ", "постановлени", "кодекс", "решени", "приказ", " n ", "№", "-фз",
	"tarixli", "nömrəli", "qanun", "fərman", "qərar", "sərəncam",
	"act", "law", "regulation", "order", "decree", "no.", "s.i.", "directive",
}

// noteOpeners begin a paragraph that is nothing but such a note. «Qeyd:» opens the
// notes of articles as well, which are law.
var noteOpeners = []string{"сноска.", "примечание изготовителя базы данных", "ескерту."}

// longestNote is the length of the longest such note, in bytes.
const longestNote = 1500

// cutEditorial takes the notes of a consolidation out of a paragraph.
func cutEditorial(text string) (rest string, notes []string) {
	if isEditorial(text) {
		return "", []string{squeeze(text)}
	}
	if !strings.ContainsAny(text, "([") {
		return text, nil
	}
	var b strings.Builder
	for text != "" {
		start, end := brackets(text)
		if start < 0 {
			break
		}
		inner := text[start:end]
		if !namesChange(inner) {
			b.WriteString(text[:end])
			text = text[end:]
			continue
		}
		notes = append(notes, squeeze(inner))
		b.WriteString(strings.TrimRight(text[:start], " \u00a0"))
		text = text[end:]
	}
	b.WriteString(text)
	if len(notes) == 0 {
		return b.String(), nil
	}
	return strings.TrimSpace(b.String()), notes
}

// isEditorial reports whether a whole paragraph is a note.
func isEditorial(text string) bool {
	if len(text) > longestNote {
		return false
	}
	low := strings.ToLower(strings.TrimSpace(text))
	for _, o := range noteOpeners {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	if strings.HasPrefix(low, "qeyd:") && namesChange(text) {
		return true
	}
	start, end := brackets(text)
	return start == 0 && strings.Trim(text[end:], " .;\u00a0") == "" && namesChange(text)
}

// namesChange reports whether words in brackets name a change and the act that
// made it.
func namesChange(s string) bool {
	if len(s) > longestNote {
		return false
	}
	low := strings.ToLower(s)
	return holdsAny(low, changeWords) && (holdsAny(low, actWords) || hasDate(low)) && strings.IndexFunc(low, unicode.IsDigit) >= 0
}

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// hasDate reports whether s holds a date like 02.07.2021.
func hasDate(s string) bool {
	for i := 0; i+10 <= len(s); i++ {
		d := s[i : i+10]
		if d[2] == '.' && d[5] == '.' && digits(d[:2]) && digits(d[3:5]) && digits(d[6:]) {
			return true
		}
	}
	return false
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// brackets finds the first pair of brackets that stands in no other: where it
// begins and what follows it; -1 when there is none.
func brackets(s string) (start, end int) {
	depth, start := 0, -1
	for i, r := range s {
		switch r {
		case '(', '[':
			if depth == 0 {
				start = i
			}
			depth++
		case ')', ']':
			if depth == 0 {
				continue // 1)
			}
			if depth--; depth == 0 {
				return start, i + 1
			}
		}
	}
	return -1, 0
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
