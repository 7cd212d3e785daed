package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
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
// Inside a sentence only a web page is trusted to have them: elsewhere «(as amended
// by Regulation 5/2019)» may be what the legislator says of the act that he cites.

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
var noteOpeners = []string{"сноска.", "примечание изготовителя базы данных", "ескерту.", "(см. текст в предыдущей"}

// remarkHeading is what stands above the remark below an act's title, which names all
// acts that changed it, in lower case.
const remarkHeading = "список изменяющих документов"

// Lengths of the longest notes, in bytes: below a title all acts that changed a code
// may stand in one. What is longer is a paragraph in brackets, however many acts it
// names.
const (
	longestNote  = 1500
	longestTitle = 12_000
)

// CutRemarks takes the remarks of a consolidation out of a paragraph, as notes of it.
// Those inside sentences are taken where inSentence says so, others only after a mark
// that ends something, or at the end of words that no mark ends. What is left is
// never a number alone. The text and rest are of one line; notes are
// [revision.NoteEditorial], in order, their brackets kept. Words outside remarks are
// never changed.
//
//	The fee is ten manats. (as amended by Act No. 12 of 2019)
//	→ The fee is ten manats.    and the note (as amended by Act No. 12 of 2019)
func CutRemarks(text string, inSentence bool) (rest string, notes []revision.Note) {
	if !strings.ContainsAny(text, "([") && !opensRemark(text) {
		return text, nil
	}
	if isRemark(text) {
		return "", []revision.Note{remark(text)}
	}
	var b strings.Builder
	for left := text; ; {
		start, end := brackets(left)
		if start < 0 {
			b.WriteString(left)
			break
		}
		before := strings.TrimRight(left[:start], " \u00a0")
		if before == "" && strings.Trim(left[end:], " .;\u00a0") == "" && b.Len() == 0 {
			return text, nil // the whole paragraph, and no remark
		}
		if !NamesChange(left[start:end]) || !inSentence && !parted(b.String()+before, left[end:]) {
			b.WriteString(left[:end])
		} else {
			notes = append(notes, remark(left[start:end]))
			b.WriteString(before)
		}
		left = left[end:]
	}
	rest = strings.TrimSpace(b.String())
	// «5. (Repealed by …)»: without its words the number would stand alone.
	if _, words, ok := numbering.CutLabel(rest); len(notes) == 0 || ok && words == "" {
		return text, nil
	}
	return rest, notes
}

// remark is an editorial note of s, on one line.
func remark(s string) revision.Note {
	return revision.Note{Kind: revision.NoteEditorial, Text: strings.Join(strings.Fields(s), " ")}
}

// parted reports whether words in brackets stand apart from the sentence before them:
// it has ended, or a heading and the paragraph end there.
func parted(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(".;:!?", last) || strings.Trim(after, " \u00a0") == ""
}

// isRemark reports whether a whole paragraph is a remark.
func isRemark(text string) bool {
	if len(text) > longestTitle {
		return false
	}
	if opensRemark(text) {
		return true
	}
	if low := strings.ToLower(text[:min(len(text), longestNote)]); (strings.HasPrefix(low, "(часть") || strings.HasPrefix(low, "(абзац")) && holdsAny(low, []string{"утратил", "исключен", "исключён"}) {
		return false // it holds the place of an unnumbered part, which others are counted by
	}
	if n := len(remarkHeading); len(text) > n && strings.HasPrefix(strings.ToLower(text), remarkHeading) {
		text = strings.TrimLeft(text[n:], " ")
	}
	start, end := brackets(text)
	return start == 0 && strings.Trim(text[end:], " .;\u00a0") == "" && namesChange(text, longestTitle)
}

// RemarkEnd is the index of the last of the paragraphs over which a remark runs that
// begins with paragraph i: publishers break the list of acts in its brackets into lines,
// and some set a heading above it. It is i where there is none, or it ends there. Of a
// paragraph with a number, paragraph gives no text.
//
//	Список изменяющих документов
//	(в ред. Федеральных законов от 02.07.2021 N 351-ФЗ,
//	от 04.08.2023 N 469-ФЗ)
func RemarkEnd(paragraph func(int) string, count, i int) int {
	const most = 100 // paragraphs
	text := paragraph(i)
	if !strings.HasPrefix(text, "(") && !strings.EqualFold(text, remarkHeading) {
		return i
	}
	for j := i + 1; j < min(count, i+most) && len(text) <= longestTitle; j++ {
		next := paragraph(j)
		if next == "" || !strings.EqualFold(text, remarkHeading) && !strings.HasSuffix(text, ",") && !strings.HasSuffix(text, ";") {
			return i
		}
		if text += " " + next; isRemark(text) {
			return j
		}
	}
	return i
}

// opensRemark reports whether a paragraph begins as such a note does.
func opensRemark(text string) bool {
	const longest = 80 // bytes of an opener
	if first, _ := utf8.DecodeRuneInString(text); !strings.ContainsRune("спеq", unicode.ToLower(first)) {
		return false // as nearly all paragraphs do
	}
	low := strings.ToLower(text[:min(len(text), longest)])
	for _, o := range noteOpeners {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	return strings.HasPrefix(low, "qeyd:") && NamesChange(text)
}

// NamesChange reports whether words name a change and the act that made it.
func NamesChange(s string) bool { return namesChange(s, longestNote) }

// namesChange reports so of words of that many bytes at most.
func namesChange(s string, longest int) bool {
	if len(s) > longest {
		return false
	}
	low := strings.ToLower(s)
	return holdsAny(low, changeWords) && (holdsAny(low, actWords) || hasDate(low)) && strings.IndexFunc(low, unicode.IsDigit) >= 0
}

// holdsAny reports whether s holds one of words, as it is written.
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

// brackets finds the first pair of brackets that stands in no other: the offset in
// bytes at which it begins and that of what follows it; start is -1 when there is
// none. Round and square brackets count alike, so «(a]» is a pair: sources mix them
// up.
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
