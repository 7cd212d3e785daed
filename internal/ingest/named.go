package ingest

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// isNamed reports whether s is one of the headings that documents of this kind
// have without a number.
func isNamed(s string) bool {
	name := headingName(s)
	if s == "BACKGROUND" || s == "WHEREAS" { // of a contract; in small letters any heading
		return true
	}
	return name != "" && (slices.Contains(namedFront, name) || slices.Contains(namedProvisions, name))
}

// isFront reports whether s heads text that stands beside the numbered clauses
// and never holds them.
func isFront(s string) bool { return slices.Contains(namedFront, headingName(s)) }

// isBack reports whether s heads lists that stand after the text.
func isBack(s string) bool {
	switch headingName(s) {
	case "references", "bibliography", "glossary", "abbreviations":
		return true
	}
	return false
}

func headingName(s string) string {
	if utf8.RuneCountInString(s) > 60 {
		return ""
	}
	low := strings.ToLower(strings.TrimRight(s, ".: "))
	return strings.ReplaceAll(low, "i\u0307", "i")
}

// The names are in lower case, without a final mark.
var namedFront = []string{
	"introduction", "preamble", "foreword", "preface", "executive summary", "summary", "conclusion", "conclusions",
	"concluding remarks", "glossary", "abbreviations", "acknowledgments", "acknowledgements", "references",
	"giriş", "ön söz", "preambula", "nəticə", "введение", "преамбула", "предисловие", "заключение",
	"préambule", "avant-propos", "einleitung", "präambel", "sonuç",
}

var namedProvisions = []string{
	"final provisions", "final provision", "concluding provisions", "closing provisions", "general provisions",
	"transitional provisions", "final and transitional provisions", "transitional and final provisions", "definitions",
	"yekun müddəalar", "yekun müddəaları", "son müddəalar", "keçid müddəaları", "ümumi müddəalar",
	"заключительные положения", "общие положения", "переходные положения", "заключительные и переходные положения",
	"преходни и заключителни разпоредби", "допълнителни разпоредби", "заключителни разпоредби",
	"dispositions finales", "dispositions générales", "ümumi hissə", "xüsusi hissə", "общая часть", "особенная часть", "allgemeiner teil", "besonderer teil",
	"schlussbestimmungen", "übergangsvorschriften", "schlussvorschriften",
	"parties", "recitals", "agreed terms", "operative provisions", "bibliography", "definitions and interpretation",
}
