package words

import (
	"strings"
	"sync"
)

// functionWords are the words that hold a sentence together and say little by
// themselves: articles, prepositions, conjunctions, pronouns, auxiliaries. That
// two sentences share them does not make one a version of the other. Words of
// all languages stand in one table, because a word of one is rare enough in
// another; folded.
//
// Modal verbs and negations are left out on purpose: they carry the substance
// of a provision.
var functionWords = sync.OnceValue(func() map[string]bool {
	return wordSet(
		// English
		`a an the and or but nor of in on at to from by with for as into onto upon over under
	 between among through during within against about after before above below
	 is are was were be been being am has have had having do does did
	 this that these those it its they them their there he she his her we our us you your i
	 which who whom whose what when where while if than then so such also other any all each
	 both same own up out off down`,
		// Azerbaijani
		`və ilə ki da də bu o bir üçün kimi olan olaraq edən edilən eyni həm həmin habelə
	 isə ya yaxud üzrə görə qədər sonra əvvəl çox daha hər onun onların bunun öz özünün
	 ilk belə digər`,
		// Russian
		`и в во на с со к ко о об от до по из за для при у а но или что как это этот эта эти
	 того этого этой этих который которая которое которые которых которого которой его её
	 ее их он она оно они мы был была было были быть также же ли бы так иной иных другие
	 других все всех между под над через`,
		// French
		`le la les l un une des du de d et ou à au aux en dans par pour sur avec sous ce cet cette
	 ces qui que qu dont où il elle ils elles son sa ses leur leurs est sont était été être
	 a ont ainsi y se s`,
		// German
		`der die das des dem den ein eine einer eines einem einen und oder in im an am auf aus bei
	 mit nach von vom zu zum zur für über unter durch ist sind war waren wird werden wurde
	 wurden sein sich es er sie als wie auch dass diese dieser dieses welche`,
	)
})

// hangingWords are the function words that call for a word after them in every
// sentence; Azerbaijani has few, since its postpositions stand last.
var hangingWords = sync.OnceValue(func() map[string]bool {
	return wordSet(`
	of the and or for in to by on with a an at from as their its against between under
	və ilə üzrə ya
	и в на по о об с к для от из или при за
	de du des la le les et à au aux en par pour ou un une dans sur d l
	der die das und von zur zum im oder`)
})

// IsFunctionWord reports whether a folded word holds a sentence together and says
// little by itself: an article, a preposition, a pronoun, in any of the languages.
func IsFunctionWord(folded string) bool { return isFunctionWord(folded) }

// isFunctionWord reports whether a folded word is a function word.
func isFunctionWord(word string) bool { return functionWords()[word] }

func wordSet(lists ...string) map[string]bool {
	set := make(map[string]bool)
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			set[Fold(w)] = true
		}
	}
	return set
}
