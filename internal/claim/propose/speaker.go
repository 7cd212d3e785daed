package propose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// speaking are the beginnings of verbs and phrases that say that somebody speaks,
// folded; roles those of the offices of people, bodies those of institutions.
var (
	speaking = words.Folded(`said says told tells stated states noted notes added adds stressed emphasi explained explains believes
		recalled replied claimed claims argued argues insisted wrote writes commented underlined announced denied denies
		concluded reported thinks according objected countered warned insists recalls
		objects wants expects
		dedi deyib deyir deyi bildirib bildirir bildirdi bildirmis qeyd vurgulayib vurguladi soyleyib soyledi acıqlayıb xatirladib
		sozlerine fikrince hesab əlavə söyləyib söylədi vurğulayıb vurğuladı xatırladıb sözlərinə fikrincə açıqlayıb danışıb düşünür bildir deməsinə etiraz
		сказал сообщил заявил отметил подчеркнул добавил пояснил считает рассказал напомнил уточнил ответил написал словам
		говорит полагает объяснил утверждает мнению возразил парировал предупредил констатировал`)
	roles = words.Folded(`mp deputy minister expert professor member chairman chairwoman chair head director president spokesman
		spokeswoman spokesperson analyst lawyer mayor governor secretary senator ambassador engineer dr mr mrs ms councillor councilor judge general colonel captain
		bishop premier chancellor resident farmer teacher doctor
		deputat nazir ekspert professor sədr sədri rəhbər rəhbəri direktor direktoru prezident katib səfir vəkil vəkili üzvü müavini
		mütəxəssis mühəndis politoloq sakin müəllim həkim fermer
		депутат министр эксперт профессор председатель глава директор президент секретарь посол член юрист аналитик инженер политолог житель врач учитель фермер заведующ`)
	offices = words.Folded(`mer мэр`) // whole words: names begin so too
	bodies  = words.Folded(`committee ministry council agency concept republic state government parliament commission department
		institute university service union organization organisation association plan programme program law act
		komitə nazirliy nazirlik şura məclis agentlik agentliy konsepsiya respublika hökumət komissiya departament institut
		universitet xidmət mərkəz ittifaq təşkilat assosiasiya qanun proqram
		комитет министерств совет агентств концепц республик государств правительств парламент комисси департамент
		институт университет центр исследован служб союз организац ассоциац план программ закон`)
	opening = words.Folded(`the a an in on at of for this that these those it he she we they our as if when while but and however also
		bu o biz onlar həm lakin amma hər bir və в на с по это он она они мы но и также как если когда`)
)

func begins(list []string, word string) bool {
	f := words.Fold(word)
	return slices.ContainsFunc(list, func(s string) bool { return strings.HasPrefix(f, s) })
}

// speaks reports whether a verb of speaking stands in a text.
func speaks(text string) bool {
	for _, w := range words.Scan(text) {
		if begins(speaking(), text[w.Start:w.End]) {
			return true
		}
	}
	return false
}

func isUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// name is a run of words with capitals, as a person's name is written.
type name struct {
	text  string
	score int
}

// speakers says for each piece in quotation marks who was named for it: in the words
// around the quotation, else last before it.
func (t *text) speakers(s *stored, publisher string) map[int]string {
	out := make(map[int]string)
	known, last := s.fullNames(t, publisher), ""
	done := make(map[int]string) // by quotation
	read := 0                    // paragraphs whose own words were looked at
	for i := range t.pieces {
		p := &t.pieces[i]
		if !p.quoted || p.document {
			continue
		}
		if who, seen := done[p.block]; seen {
			out[i] = who
			continue
		}
		if name := t.labels[p.paragraph-1]; name != "" {
			last = cmp.Or(familyIn(name, known), name)
			done[p.block], out[i] = last, last
			continue
		}
		if t.answers[p.paragraph-1] {
			last = cmp.Or(t.guest(known), last)
			done[p.block], out[i] = last, last
			continue
		}
		for ; read < p.paragraph-1; read++ { // who was named as speaking before
			if own := t.outside(read); speaks(own) {
				if who := s.speaker(own, publisher, known); who != "" {
					last = who
				}
			}
		}
		for _, around := range t.around(p) {
			if who := s.speaker(around, publisher, known); who != "" {
				last = who
				break
			}
		}
		if last == "" && len(t.answers) > 0 {
			last = t.guest(known) // an interview's heading quotes who answers in it
		}
		done[p.block], out[i] = last, last
	}
	return out
}

// guest is who answers in a dialogue: whoever of those known is named first before it, ""
// for nobody.
func (t *text) guest(known []string) string {
	for n, p := range t.article.Paragraphs {
		if t.answers[n] {
			break
		}
		for _, k := range known {
			if strings.Contains(p, k) {
				return k
			}
		}
	}
	return ""
}

// around lists where the speaker of a quotation may be named: the words outside of
// quotation marks in its paragraph, and the paragraph before where that ends in a
// colon or speaks.
func (t *text) around(p *piece) []string {
	var out []string
	own := t.outside(p.paragraph - 1)
	if words.HasAny(own) {
		out = append(out, own)
	}
	if p.paragraph > 1 && !words.HasAny(own) {
		before := t.outside(p.paragraph - 2)
		if strings.HasSuffix(strings.TrimSpace(before), ":") || speaks(before) {
			out = append(out, before)
		}
	}
	return out
}

// outside is a paragraph without what stands in quotation marks.
func (t *text) outside(n int) string {
	p := t.article.Paragraphs[n]
	var b strings.Builder
	at := 0
	for _, q := range t.quotes[n] {
		if q.start < at {
			continue
		}
		b.WriteString(p[at:q.start] + " ")
		at = min(q.end, len(p))
	}
	b.WriteString(p[at:])
	return b.String()
}

// speaker finds who speaks in the words around a quotation: the name nearest to a verb
// of speaking or to an office. The last name of one who is known stands for him.
func (s *stored) speaker(text, publisher string, known []string) string {
	best := name{}
	for _, n := range s.namesIn(text, words.Set(publisher)) {
		if n.score > best.score {
			best = n
		}
	}
	if best.text == "" {
		return familyIn(text, known)
	}
	if !strings.ContainsAny(best.text, " \u00a0") {
		if full := familyIn(best.text, known); full != "" {
			return full
		}
		if best.score < 2 {
			return familyIn(text, known)
		}
	}
	return best.text
}

// familyIn finds the name of somebody known whose last name stands in a text, "" for
// none.
func familyIn(text string, known []string) string {
	for _, k := range known {
		parts := strings.Fields(k)
		family := words.Fold(parts[len(parts)-1])
		for _, w := range words.Scan(text) {
			if utf8.RuneCountInString(family) > 2 && isCapital(text[w.Start:w.End]) && words.SameStem(family, w.Fold) || w.Fold == family {
				return k
			}
		}
	}
	return ""
}

// fullNames are the names of two and three words in the article that are those of
// persons, as far as can be told.
func (s *stored) fullNames(t *text, publisher string) []string {
	var out []string
	for i := range t.article.Paragraphs {
		for _, n := range s.namesIn(t.outside(i), words.Set(publisher)) {
			k := len(strings.Fields(n.text))
			if n.score > 0 && (k == 2 || k == 3) && !slices.Contains(out, n.text) {
				out = append(out, n.text)
			}
		}
	}
	return out
}

// namesIn lists the names in a text with how likely each is that of the speaker. The
// name of the publication, to which he may speak, is not a part of his.
func (s *stored) namesIn(text string, publisher map[string]bool) []name {
	all := words.Scan(text)
	var out []name
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && isCapital(text[all[j].Start:all[j].End]) && (j == i || joins(text[all[j-1].Start:all[j-1].End], text[all[j-1].End:all[j].Start])) {
			j++
		}
		if j == i {
			i++
			continue
		}
		from := i
		for from < j-1 && slices.Contains(opening(), all[from].Fold) {
			from++
		}
		office := func(w words.SearchWord) bool {
			return begins(roles(), text[w.Start:w.End]) || slices.Contains(offices(), w.Fold)
		}
		for from < j-1 && office(all[from]) {
			from++
		}
		if slices.Contains(opening(), all[from].Fold) || office(all[from]) {
			i = j
			continue
		}
		to := j
		for to > from+1 && publisher[all[to-1].Fold] {
			to--
		}
		if to == from+1 && publisher[all[from].Fold] {
			i = j
			continue // the publication, to which he speaks
		}
		out = append(out, name{text[all[from].Start:all[to-1].End], s.score(text, all, from, to)})
		i = j
	}
	return out
}

// joins reports whether what stands between two words leaves them one name: a space, a
// hyphen, or the full stop of an initial.
func joins(word, between string) bool {
	const initial = 3 // letters: A., Yu., Dr.
	return strings.Trim(between, " \u00a0") == "" || between == "-" ||
		strings.TrimSpace(between) == "." && len(between) <= 2 && utf8.RuneCountInString(word) <= initial
}

func (s *stored) score(text string, all []words.SearchWord, from, to int) int {
	word := func(i int) string {
		if i < 0 || i >= len(all) {
			return ""
		}
		return text[all[i].Start:all[i].End]
	}
	score := 1
	near := 0
	for i := max(0, from-5); i < min(len(all), to+5); i++ {
		if (i < from || i >= to) && begins(speaking(), word(i)) {
			near = max(near, 2)
			if i >= from-2 && i <= to+1 {
				near = 3
			}
		}
	}
	score += near
	for i := max(0, from-4); i < from; i++ {
		if begins(roles(), word(i)) {
			score += 2
			break
		}
	}
	if rest := strings.TrimLeft(text[all[to-1].End:], " "); strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "(") {
		for i := to; i < min(len(all), to+4); i++ {
			if begins(roles(), word(i)) {
				score += 3
				break
			}
		}
	}
	switch words.Fold(word(from - 1)) {
	case "of", "in", "on", "for", "from":
		score -= 3
	case "told", "to":
		score -= 4 // the listener
	}
	if words.Fold(word(from-1)) == "the" {
		score -= 2
	}
	inText := 0
	for i := from; i < to; i++ {
		if begins(bodies(), word(i)) {
			score -= 3
			break
		}
	}
	for i := from; i < to; i++ {
		if s.names[all[i].Fold] {
			inText++
		}
	}
	if inText == to-from {
		score -= 3
	}
	switch to - from {
	case 1:
		score -= 2
	case 2, 3:
		score++
	}
	return score
}
