package reference

import (
	"strings"

	"conceptdiff/internal/revision"
)

// actNouns are the words for documents that contain provisions; of inflecting
// languages the stems. They decide what «this …» and «настоящего …» are.
var actNouns = map[string][]string{
	"en": strings.Fields("act law code regulation directive decision treaty convention agreement protocol concept strategy constitution charter statute ordinance order decree standard document policy contract plan rules bylaws resolution specification memorandum guidelines publication part-act"),
	"fr": strings.Fields("règlement directive décision loi code traité convention accord protocole constitution charte décret statut contrat acte régime"),
	"ru": strings.Fields("кодекс закон положени правил концепци стратеги договор соглашени конвенци протокол устав порядк указ постановлени конституци хартии хартия инструкци приказ регламент стандарт основ доктрин программ"),
	"az": strings.Fields("məcəllə qanun qayda əsasnamə fərman qərar konstitusiya konsepsiya strategiya müqavilə saziş konvensiya nizamnamə təlimat proqram sənəd reqlament"),
}

// owner says whose provision a chain names.
func (f *finder) owner(tokens []token, c *chain) Owner {
	if f.lang == "az" {
		return f.ownerBefore(tokens, c)
	}
	return f.ownerBehind(tokens, c)
}

func (f *finder) isAct(fold string) bool {
	for _, s := range actNouns[f.lang] {
		if rest, ok := strings.CutPrefix(fold, s); ok && len(rest) <= 8 {
			return true
		}
	}
	return false
}

// ownerBehind reads what follows a chain: of this Regulation, of Directive
// 2014/65/EU, TFEU, Гражданского кодекса.
func (f *finder) ownerBehind(tokens []token, c *chain) Owner {
	i := f.pastRemark(tokens, c.end)
	if i < len(tokens) && tokens[i].is(",") && i+1 < len(tokens) && contains(f.ties, tokens[i+1].fold) {
		i++
	}
	if i >= len(tokens) {
		return f.ownerInFront(tokens, c)
	}
	t := &tokens[i]
	switch {
	case t.is("thereof") || t.is("thereto") || t.is("ibid"):
		return Other
	case f.lang == "ru":
		return f.ownerRussian(tokens, c, i)
	case contains(f.ties, t.fold) || t.is("to") && c.path[0].unit.rank <= Group:
		return f.ownerTied(tokens, i+1)
	case t.class == word && len(t.text) > 1 && isAcronym(t.text):
		return Other // Article 290 TFEU
	}
	return f.ownerInFront(tokens, c)
}

// pastRemark is past a heading in brackets.
func (f *finder) pastRemark(tokens []token, i int) int {
	if headingBehind(tokens, i) == "" {
		return i
	}
	for !tokens[i].is(")") {
		i++
	}
	return i + 1
}

// ownerTied reads what stands after «of».
func (f *finder) ownerTied(tokens []token, i int) Owner {
	for i < len(tokens) && contains(f.articles, tokens[i].fold) {
		i++
	}
	if i >= len(tokens) {
		return Unstated
	}
	t := &tokens[i]
	if t.is("present") {
		return Own
	}
	switch {
	case contains(f.selfWords, t.fold) || t.is("its") || t.is("our"):
		return Own
	case contains(f.thatWords, t.fold) || t.is("["):
		return Other
	case f.title[t.fold] && t.capital():
		return Own
	case t.capital(), f.isAct(t.fold):
		return Other
	case t.class == word && i+1 < len(tokens) && (f.isAct(tokens[i+1].fold) || tokens[i+1].capital() && tokens[i+1].class == word): // of the former Act, of the 1951 Convention
		return Other
	case t.class == numeral && i+1 < len(tokens) && (f.isAct(tokens[i+1].fold) || tokens[i+1].capital()):
		return Other
	}
	return Unstated
}

// ownerInFront reads a document that is named before the citation: [URI], Section 6;
// GDPR Article 6; Regulation (EU) 2016/679, Article 5.
func (f *finder) ownerInFront(tokens []token, c *chain) Owner {
	if inGazette(tokens, c.first) {
		return Other
	}
	i := c.first - 1
	if i >= 0 && contains(f.articles, tokens[i].fold) {
		i--
	}
	if i >= 1 && tokens[i].is(",") {
		i--
		if tokens[i].is("]") || tokens[i].class == numeral && i > 0 && (tokens[i-1].is("/") || tokens[i-1].is("no")) {
			return Other
		}
		return Unstated
	}
	if i >= 0 && (tokens[i].is("]") || tokens[i].class == word && len(tokens[i].text) > 2 && isAcronym(tokens[i].text)) {
		return Other
	}
	return Unstated
}

// isAcronym reports whether a word is in capitals.
func isAcronym(s string) bool {
	return len(s) > 1 && s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// ownerRussian reads what follows without a tie: настоящего Кодекса, Гражданского
// кодекса, указанного Закона, Закона № 40-ФЗ.
func (f *finder) ownerRussian(tokens []token, c *chain, i int) Owner {
	if inGazette(tokens, c.first) {
		return Other
	}
	const reach = 3 // words between the number and the noun for the document
	for k := i; k < len(tokens) && k < i+reach; k++ {
		t := &tokens[k]
		switch {
		case t.class != word:
			return Unstated
		case contains(f.selfWords, t.fold):
			return Own
		case f.isAct(t.fold):
			if f.title[t.fold] && k == i {
				return Own
			}
			return Other
		case k == i && !t.capital() && !isRussianGenitive(t.fold):
			return Unstated
		}
	}
	return Unstated
}

// isRussianGenitive reports whether a word can be an adjective in the genitive,
// before the noun for a document: указанного, федерального, семейного.
func isRussianGenitive(fold string) bool {
	for _, e := range [...]string{"ого", "его", "ой", "ей", "ых", "их"} {
		if strings.HasSuffix(fold, e) {
			return true
		}
	}
	return false
}

// ownerBefore reads the genitive before an Azerbaijani chain: bu Məcəllənin, həmin
// Qanunun, Mülki Məcəllənin. «Bu» and the word for an act name this one.
func (f *finder) ownerBefore(tokens []token, c *chain) Owner {
	i := c.first - 1
	if i < 0 || c.path[0].points != numbered {
		return Unstated
	}
	if inGazette(tokens, c.first) {
		return Other
	}
	t := &tokens[i]
	if t.class != word || !isGenitive(t.fold) || !f.isAct(t.fold) && !t.capital() {
		return Unstated
	}
	if !f.isAct(t.fold) {
		return Unstated
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		p := &tokens[k]
		if contains(f.selfWords, p.fold) {
			return Own
		}
		if p.class != word || !p.capital() && k < i-1 {
			break
		}
	}
	return Other
}

// inGazette reports whether what begins at token i is an item of a gazette's issue:
// Toplusu, 2020, № 6, maddə 70.
func inGazette(tokens []token, i int) bool {
	return i >= 3 && tokens[i-1].is(",") && tokens[i-2].class == numeral && (tokens[i-3].is("№") || tokens[i-3].is("no"))
}

// amending are phrases of instructions that change another act: what they cite
// without an owner is that act's.
var amending = map[string][]string{
	"en": {"is amended", "are amended", "is replaced by", "are replaced by", "is inserted", "are inserted", "is deleted", "are deleted", "is repealed", "shall be deleted", "shall be replaced by", "shall be inserted", "shall be added", "shall be substituted"},
	"fr": {"est modifié", "est remplacé par", "est inséré", "est supprimé", "sont remplacés par"},
	"ru": {"изложить в", "заменить слов", "дополнить", "признать утратившим", "признать утратившей", "исключить"},
	"az": {"edilsin", "verilsin", "çıxarılsın", "sayılsın"},
}

// amendingHeadings are stems of the first words of headings under which another act
// is changed, in its own words and by its own numbers.
var amendingHeadings = map[string][]string{
	"en": {"amendment to", "amendments to", "amendment of", "amendments of", "amending"},
	"fr": {"modification de", "modifications de", "modification du", "modifications du"},
	"ru": {"внесение изменений в", "о внесении изменений в", "изменения в"},
	"az": {"dəyişikliklər edilməsi", "əlavə və dəyişikliklər edilməsi"},
}

// amendsAnother reports whether a clause, or one above it, is headed as changes of
// another act: what it cites is that act's. A heading that names no act of its own may
// be of rules on how this one is changed.
func (f *finder) amendsAnother(cl *revision.Clause) bool {
	for ; cl != nil; cl = cl.Parent {
		if cl.Heading == "" {
			continue
		}
		head := f.folder(cl.Heading)
		for _, s := range amendingHeadings[f.lang] {
			if strings.Contains(head, s) && f.namesAct(cl.Heading) {
				return true
			}
		}
	}
	return false
}

// namesAct reports whether a heading names an act: with a number, or with a word in
// capitals before the word for it that is none of this text's title. «Amendment of
// the rules» names none.
func (f *finder) namesAct(heading string) bool {
	tokens := f.lex(heading)
	before := false // a word that may be part of a name
	for i := range tokens {
		t := &tokens[i]
		if i > 0 && before && f.isAct(t.fold) || t.class == numeral && i > 0 {
			return true
		}
		before = t.capital() && !f.isAct(t.fold) && !f.title[t.fold] && !contains(f.selfWords, t.fold)
	}
	return false
}

// amends reports whether a block is such an instruction.
func (f *finder) amends(tokens []token) bool {
	var b strings.Builder
	for i := range tokens {
		b.WriteByte(' ')
		b.WriteString(tokens[i].fold)
	}
	text := b.String()
	for _, phrase := range amending[f.lang] {
		if strings.Contains(text, " "+phrase) {
			return true
		}
	}
	return false
}

// parts counts the parts of a number.
func parts(num string) int { return strings.Count(num, ".") + 1 }

// isDate reports whether a number of three parts is a date: 12.05.2008.
func isDate(num string) bool {
	p := strings.Split(num, ".")
	return len(p) == 3 && (len(p[2]) == 4 && len(p[0]) <= 2 && len(p[1]) <= 2 || len(p[0]) == 4 && len(p[1]) <= 2)
}
