package words

import (
	"strings"
	"sync"
)

// abbreviation says how a word that is written with a full stop behaves where a
// sentence could end.
type abbreviation uint8

const (
	beforeName   abbreviation = iota // never ends a sentence: Mr., им., см.
	beforeNumber                     // does not end one before a number: Art. 5, п. IV; «state of the art.» does
	afterNumber                      // may end one only after a number: «в 2007 г.» does, «г. Баку» does not
)

// abbreviations are the words, folded and without their stop, whose
// full stop need not end a sentence although a capital or a digit follows. What
// is not listed (etc., и т. д., və s.) ends a sentence when a capital follows.
var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	m := make(map[string]abbreviation)
	for kind, list := range []string{
		beforeName: `
			mr mrs ms dr prof gen col lt st hon rev cf viz vs e.g i.e
			akad məs bax küç
			см ср им ул пр просп акад проф т тов ред
			bzw vgl`,
		beforeNumber: `
			art arts sec secs para paras cl ch pt reg regs sched no nos vol ed fig figs p pp
			mad m b yarımb səh
			п пп подп ст ч гл разд абз прил табл рис стр с
			al chap abs nr bd s ziff lit`,
		afterNumber: `г гг в вв il`,
	} {
		for _, w := range strings.Fields(list) {
			m[Fold(w)] = abbreviation(kind)
		}
	}
	return m
})

// provisionWords stand before the number of a provision where the number and
// its stop head a sentence: Maddə 1.1. Bu Qanun …
var provisionWords = sync.OnceValue(func() map[string]bool {
	return wordSet(`
	article section clause paragraph chapter part title annex appendix schedule rule
	maddə bölmə fəsil bənd hissə əlavə
	статья пункт подпункт часть глава раздел приложение
	artikel kapitel teil titre chapitre`)
})
