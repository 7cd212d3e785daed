package outline

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/layout"
)

// isNamed reports whether s is one of the headings that documents of this kind
// have without a number.
func isNamed(s string) bool {
	name := layout.HeadingName(s)
	if s == "BACKGROUND" || s == "WHEREAS" { // of a contract; in small letters any heading
		return true
	}
	return name != "" && (slices.Contains(namedFront, name) || slices.Contains(namedProvisions, name))
}

// isFront reports whether s heads text that stands beside the numbered clauses
// and never holds them.
func isFront(s string) bool { return slices.Contains(namedFront, layout.HeadingName(s)) }

// isBack reports whether s heads lists that stand after the text.
func isBack(s string) bool {
	switch layout.HeadingName(s) {
	case "references", "bibliography", "glossary", "abbreviations":
		return true
	}
	return false
}

// opensAgreement reports whether s is the formula that the clauses of an agreement
// follow.
func opensAgreement(s string) bool {
	low := layout.Lower(s)
	return slices.ContainsFunc(agreements, func(formula string) bool { return strings.Contains(low, formula) })
}

var agreements = []string{
	"now, therefore", "now therefore", "it is agreed", "it is hereby agreed", "agree as follows", "agreed as follows",
	"о нижеследующем", "о следующем", "aşağıdakılar barədə", "aşağıdakılar haqqında", "razılığa gəldilər", "razılaşdılar",
}

// The names are in lower case, without a final mark.
var namedFront = []string{
	"introduction", "preamble", "foreword", "preface", "executive summary", "summary", "conclusion", "conclusions",
	"concluding remarks", "glossary", "abbreviations", "acknowledgments", "acknowledgements", "references",
	"giriş", "ön söz", "preambula", "nəticə", "введение", "преамбула", "предисловие", "заключение",
	"préambule", "avant-propos", "einleitung", "präambel", "sonuç", "eingangsformel", "preámbulo", "preâmbulo", "exposición de motivos",
	"abstract", "status of this memo", "copyright notice", "zusammenfassung", "résumé", "resumen", "vorwort", "prólogo", "prefazione", "wstęp", "úvod",
}

// Headings that hold front matter stand beside the clauses, those of provisions may
// hold them.
var namedProvisions = []string{
	"final provisions", "final provision", "concluding provisions", "closing provisions", "general provisions",
	"transitional provisions", "final and transitional provisions", "transitional and final provisions", "definitions",
	"yekun müddəalar", "yekun müddəaları", "son müddəalar", "keçid müddəaları", "ümumi müddəalar",
	"заключительные положения", "общие положения", "переходные положения", "заключительные и переходные положения",
	"преходни и заключителни разпоредби", "допълнителни разпоредби", "заключителни разпоредби",
	"dispositions finales", "dispositions générales", "ümumi hissə", "xüsusi hissə", "общая часть", "особенная часть", "allgemeiner teil", "besonderer teil",
	"schlussbestimmungen", "schlussformel", "附则", "附 则", "附則", "附 則", "übergangsvorschriften", "schlussvorschriften",
	"parties", "recitals", "agreed terms", "operative provisions", "bibliography", "definitions and interpretation",
}
