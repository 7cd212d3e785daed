package relate

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"conceptdiff/internal/words"
)

// Name is something that a text calls by a name: a body, a document, a place, or a
// numbered act.
type Name struct {
	Key       string     // the same for all its spellings
	Spellings []string   // as they stand in the text, the most frequent first
	Kind      NameKind   // what its words say of it
	At        []*Passage // where it stands, in order, each once
	Stored    []string   // what of a workspace is called so, see [MarkStored]
}

// NameKind says what a name is the name of, as far as its words tell.
type NameKind string

// The kinds of name.
const (
	NamedBody     NameKind = "body"     // an organization, a ministry, a court
	NamedDocument NameKind = "document" // an act, a treaty, a resolution, a programme
	NamedOther    NameKind = "name"     // a place, a person, an event
)

// namedBodies and namedDocuments are the words, by stem, of which a name of either
// kind holds one.
var (
	namedBodies = stemSet(map[string]string{
		"en": `organization organisation ministry service council committee commission agency court union group parliament
	government cabinet bank fund association alliance league movement office authority assembly nations forces
	department directorate police army troops forum conference corporation company foundation university academy secretariat chamber commonwealth majlis`,
		"az": `təşkilat nazirlik nazirliyi xidmət şura komitə komissiya agentlik məhkəmə ittifaq qrup parlament məclis
	hökumət kabinet bank fond assosiasiya idarə qüvvə departament şirkət`,
		"ru": `организация министерство служба совет комитет комиссия агентство суд союз группа парламент
	правительство кабинет банк фонд ассоциация управление силы департамент лига движение`,
	})
	namedDocuments = stemSet(map[string]string{
		"en": `act treaty convention agreement resolution order decree law code constitution charter concept strategy
	programme program plan protocol declaration memorandum doctrine statute pact accord directive regulation policy`,
		"az": `akt müqavilə konvensiya saziş qətnamə sərəncam fərman qanun məcəllə konstitusiya nizamnamə konsepsiya
	strategiya proqram plan protokol bəyannamə memorandum doktrina əsasnamə`,
		"ru": `акт договор конвенция соглашение резолюция распоряжение указ закон кодекс конституция устав концепция
	стратегия программа план протокол декларация меморандум доктрина положение`,
	})
)

// stemSet is the stems of words by language, cut when they are first asked for.
func stemSet(lists map[string]string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for lang, list := range lists {
			s := words.NewStemmer(lang)
			for w := range strings.FieldsSeq(list) {
				set[s.Stem(words.Fold(w))] = true
			}
		}
		return set
	})
}

// NamesIn lists the bodies and documents that a text names, each with its spellings
// and places, in the order in which they first stand. Names that are neither are
// told when all is true.
func NamesIn(t *Text, all bool) []Name {
	abbr := findAbbreviations(t)
	byKey := map[string]*Name{}
	counts := map[string]map[string]int{}
	var order []string
	found := namesOf(t, abbr)
	common := commonStems(found)
	for i, names := range found {
		for _, spelling := range sortedKeys(t.Passages[i].Text, names) {
			key := groupKey(spelling, common)
			n := byKey[key]
			if n == nil {
				n = &Name{Key: key, Kind: kindOf(spelling, abbr)}
				if n.Kind == NamedOther && isAcronym(names[spelling]) {
					n.Kind = NamedBody // letters for a name are mostly those of a body
				}
				byKey[key], counts[key] = n, map[string]int{}
				order = append(order, key)
			}
			if k := len(n.At); k == 0 || n.At[k-1] != &t.Passages[i] {
				n.At = append(n.At, &t.Passages[i])
			}
			counts[key][names[spelling]]++
		}
	}
	var out []Name
	for _, key := range order {
		n := byKey[key]
		if n.Kind == NamedOther && !all {
			continue
		}
		for s := range counts[key] {
			n.Spellings = append(n.Spellings, s)
		}
		slices.SortFunc(n.Spellings, func(a, b string) int {
			if d := counts[key][b] - counts[key][a]; d != 0 {
				return d
			}
			return strings.Compare(a, b)
		})
		out = append(out, *n)
	}
	return out
}

// commonStems are the stems of names that stand in a quarter of the passages: that of
// the state whose text it is.
func commonStems(found []map[string]string) map[string]bool {
	counts := map[string]int{}
	for _, names := range found {
		for key := range names {
			counts[key]++
		}
	}
	common := map[string]bool{}
	for key, n := range counts {
		if n > 3 && n*4 > len(found) {
			for _, s := range strings.Fields(key) {
				common[s] = true
			}
		}
	}
	return common
}

// groupKey is one for «National Security Concept» and «Concept of the National Security
// of the Republic»: the stems in one order, without those of the state.
func groupKey(key string, common map[string]bool) string {
	list := strings.Fields(key)
	if len(list) < 2 || isNumber(list[len(list)-1]) {
		return key
	}
	rest := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return common[s] })
	if len(rest) < 2 {
		return key
	}
	slices.Sort(rest)
	return strings.Join(rest, " ")
}

// groupNames gives the names of several texts one key whether or not they hold the name of
// the state: «State Border Service of the Republic», «State Border Service». It returns
// the stems of the state's name.
func groupNames(texts ...[]map[string]string) (common map[string]bool) {
	common = map[string]bool{}
	for _, names := range texts {
		maps.Copy(common, commonStems(names))
	}
	for _, names := range texts {
		for i, set := range names {
			names[i] = make(map[string]string, len(set))
			for key, shown := range set {
				grouped := groupKey(key, common)
				if other, ok := names[i][grouped]; !ok || len(shown) < len(other) || len(shown) == len(other) && shown < other {
					names[i][grouped] = shown
				}
			}
		}
	}
	return common
}

// naming is how the names of some texts are told apart.
type naming struct {
	abbr   *abbreviations
	common map[string]bool // what [groupNames] returned
}

// sortedKeys lists the keys of names in the order in which they stand in a text.
func sortedKeys(text string, names map[string]string) []string {
	keys := make([]string, 0, len(names))
	for key := range names {
		keys = append(keys, key)
	}
	place := func(key string) int { // of «resolutions 853» it is the number that stands in the text
		shown := names[key]
		if n := shown[strings.LastIndexByte(shown, ' ')+1:]; isNumber(n) {
			shown = n
		}
		return strings.Index(text, shown)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// kindOf tells the kind of a name from its words, the last that tells one first: «the
// Council of Europe Convention» is a document.
func kindOf(key string, abbr *abbreviations) NameKind {
	stems := strings.Fields(key)
	if short, ok := strings.CutPrefix(key, "="); ok {
		for _, a := range abbr.byShort {
			if a.short == short {
				stems = a.long
			}
		}
	}
	kind := NamedOther
	for i, s := range stems {
		switch {
		case namedDocuments()[s] && i+1 < len(stems) && namedBodies()[stems[i+1]]:
			// «Constitutional Court», «Treaty Organization»: it says which body
		case namedDocuments()[s]:
			kind = NamedDocument
		case namedBodies()[s] && kind == NamedOther:
			kind = NamedBody
		}
	}
	return kind
}

// Together joins the numbers of acts that follow each other under one word in a list of
// names: «resolutions 822», «resolutions 853» become «resolutions 822, 853».
func Together(names []string) []string {
	var out []string
	before := ""
	for _, name := range names {
		at := strings.LastIndexByte(name, ' ') + 1
		act := name[:at]
		if act == "" || !isNumber(name[at:]) {
			act = ""
		}
		if act != "" && act == before {
			out[len(out)-1] += ", " + name[at:]
		} else {
			out = append(out, name)
		}
		before = act
	}
	return out
}

// NameKeys lists of each passage of a text the keys of its names, sorted; of one name
// all spellings have one key.
func NameKeys(t *Text) [][]string {
	out := make([][]string, len(t.Passages))
	for i, names := range namesOf(t, findAbbreviations(t)) {
		for key := range names {
			out[i] = append(out[i], key)
		}
		slices.Sort(out[i])
	}
	return out
}
