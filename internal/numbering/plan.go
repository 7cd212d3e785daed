package numbering

import (
	"strings"
	"sync"
)

// The units of strategies, programmes and action plans. They group what stands
// below them: Pillar 1, Objective 1.1.
const (
	UnitPillar         Unit = "pillar"
	UnitPriority       Unit = "priority"
	UnitDirection      Unit = "direction"
	UnitGoal           Unit = "goal"
	UnitObjective      Unit = "objective"
	UnitTarget         Unit = "target"
	UnitTask           Unit = "task"
	UnitStage          Unit = "stage"
	UnitMeasure        Unit = "measure"
	UnitPrinciple      Unit = "principle"
	UnitRecommendation Unit = "recommendation"
	UnitGuideline      Unit = "guideline"
	UnitRequirement    Unit = "requirement"
	UnitCriterion      Unit = "criterion"
	UnitControl        Unit = "control"
)

// planWords are the words for them. They are words of running text too, so that
// a mark or a line's end must follow their number: «Goal 1. End poverty».
var planWords = unitTable(map[Unit]string{
	UnitPillar:         "pillar axe eje säule столп sütun asse",
	UnitPriority:       "priority priorité prioridad priorität prioritet приоритет öncelik priorytet",
	UnitDirection:      "direction area handlungsfeld istiqamət направление strand workstream",
	UnitGoal:           "goal aim but ziel məqsəd цель amaç cel",
	UnitObjective:      "objective objectif objetivo obiettivo zielsetzung",
	UnitTarget:         "target cible meta hədəf hedef",
	UnitTask:           "task tâche tarea aufgabe vəzifə задача görev zadanie",
	UnitStage:          "stage phase étape etapa mərhələ этап aşama",
	UnitMeasure:        "measure action activity initiative mesure medida acción maßnahme tədbir мера мероприятие eylem tedbir",
	UnitPrinciple:      "principle principe principio prinsip prinzip grundsatz принцип ilke",
	UnitRecommendation: "recommendation recommandation recomendación empfehlung tövsiyə рекомендация",
	UnitGuideline:      "guideline",
	UnitRequirement:    "requirement exigence anforderung требование tələb",
	UnitCriterion:      "criterion critère kriterium критерий meyar",
	UnitControl:        "control standard",
})

// planQualifiers may stand beside such a word: «Strategic goal 1», «Objectif
// stratégique 1».
var planQualifiers = wordSet(`strategic key main priority policy overarching general specific common success national thematic flagship
	strateji əsas prioritet ümumi milli xüsusi
	стратегическая стратегический стратегическое приоритетное приоритетная основная основное ключевая ключевой
	stratejik genel öncelikli strategisches strategische strategischer
	stratégique général spécifique prioritaire estratégico estratégica general específico prioritario strategico`)

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(words) {
			set[foldWord(w)] = true
		}
		return set
	})
}

// Plans reports whether the unit is one of a strategy or plan: a goal, a pillar.
func (u Unit) Plans() bool {
	switch u {
	case UnitPillar, UnitPriority, UnitDirection, UnitGoal, UnitObjective, UnitTarget, UnitTask, UnitStage, UnitMeasure, UnitPrinciple, UnitRecommendation,
		UnitGuideline, UnitRequirement, UnitCriterion, UnitControl:
		return true
	}
	return false
}

// cutPlan reads the words of a plan's unit at the start of s, with what
// qualifies them: «Strategic goal», «Priority action». The first word is given
// folded. It returns the bytes read, 0 when there is none.
func cutPlan(s, first string) (unit Unit, end int) {
	if planWords()[first] == "" && !planQualifiers()[first] {
		return "", 0
	}
	const most = 3 // words
	at := 0
	for range most {
		n := WordEnd(s[at:])
		word := foldWord(s[at : at+n])
		switch u := planWords()[word]; {
		case u != "":
			unit, end = u, at+n
		case !planQualifiers()[word]:
			return unit, end
		case unit != "":
			end = at + n // the adjective that follows
		}
		t := trimLeft(s[at+n:])
		if at = len(s) - len(t); t == "" {
			break
		}
	}
	return unit, end
}
