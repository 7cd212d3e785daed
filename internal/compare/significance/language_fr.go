package significance

import (
	"strings"
	"sync"

	"conceptdiff/internal/compare/significance/figure"
)

// french covers what the official French texts of the Union and of the
// francophone countries use to bind, allow and forbid. Of «ne … pas» only the
// second word counts, since the first stands in «ne … que» (only) too.
var french = sync.OnceValue(func() *wordRules {
	return withTraits(&wordRules{
		modals: modes(map[mode]string{
			obligation:     "doit, doivent, est tenu de, sont tenus de, est tenue de, sont tenues de, est obligatoire, sont obligatoires",
			permission:     "peut, peuvent, pourra, pourront, a le droit de, ont le droit de, est autorisé à, sont autorisés à",
			prohibition:    "ne peut, ne peuvent, ne doit, ne doivent, est interdit, est interdite, sont interdits, sont interdites",
			recommendation: "devrait, devraient, il convient de",
		}),
		negations: strings.Fields("pas aucun aucune sans ni jamais non"),
		limits: limits(map[limit]string{
			bound: `au moins, au plus, au minimum, au maximum, pas moins de, pas plus de, au plus tard, au plus tôt, ne dépassant pas, n'excédant pas,
				plus de #, moins de #, avant #, après #, jusqu'à #, jusqu'au #, dans un délai de #`,
			restriction: "seulement, uniquement, exclusivement",
			exception:   "sauf, excepté, hormis, à l'exception de, à l'exception des, à l'exception du, à moins que, sauf disposition contraire, sauf dispositions contraires, sauf stipulation contraire",
			conjunction: "et, ou",
		}),
		months: strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		numbers: numerals(`0 zéro 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix 11 onze 12 douze 13 treize
		14 quatorze 15 quinze 20 vingt 30 trente 40 quarante 50 cinquante 60 soixante 100 cent 1000 mille 1000000 million millions
		1000000000 milliard milliards`),
		group: ".",
		units: figure.NewUnits(`% pour_cent; km kilomètre kilomètres; m mètre mètres; kg kilogramme kilogrammes; t tonne tonnes; l litre litres; ha hectare hectares;
			minute minutes; heure heures; jour jours; jour_ouvrable jours_ouvrables; semaine semaines; mois; année années an ans; EUR euro euros`),
		provisions: strings.Fields("article paragraphe chapitre titre section annexe point alinéa art. al."),
		connectors: strings.Fields("de du des la le pour"),
		common:     strings.Fields("état états partie parties règlement directive convention accord traité protocole loi décret membre membres"),
	})
})
