package phrase

import (
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/review"
)

// A member's reason stays as it is, whatever it looks like.
func TestWhyInRussian(t *testing.T) {
	p := In("ru")
	to := []string{"4.1", "4.2"}
	for _, tc := range []struct {
		item review.Carried
		want string
	}{
		{review.Carried{Basis: []compare.Ground{{Code: align.SameTextSameNumber}}}, "тот же текст, тот же номер"},
		{review.Carried{Why: because(review.WhyWordsWent, to)}, "его слова перешли в 4.1 и 4.2"},
		{review.Carried{Why: because(review.WhySplit, to)}, "разделено: 4.1 и 4.2"},
		{review.Carried{Basis: []compare.Ground{because(align.PairedBy, "A. Member")}}, "соответствие установлено (A. Member)"},
		{review.Carried{Why: because(review.WhyMoved, to[:1])}, "перенесено в 4.1"},
		{review.Carried{Why: because(review.WhyUncertain), Basis: []compare.Ground{{Code: align.SameText}}}, "соответствие под вопросом: тот же текст"},
		{review.Carried{Why: because(review.WhyBoundUnresolved, "Ben", "4.1")}, "Ben указывает место: 4.1, но этих слов там нет"},
		{
			review.Carried{Why: because(review.WhyUncertainOf), Basis: []compare.Ground{because(align.WordsShared, 40), because(align.SameNumber)}},
			"соответствие содержащего его положения под вопросом: совпадает 40 % слов с учётом их веса, тот же номер",
		},
		{review.Carried{Why: because(review.WhyBound, "Ben", "same text, 2 clauses joined")}, "место указано (Ben); основание: same text, 2 clauses joined"},
		{review.Carried{Why: because(review.WhySettled, "Ben", "same text")}, "установлено, что на его месте ничего нет (Ben); основание: same text"},
	} {
		if got := p.Why(&tc.item); got != tc.want {
			t.Errorf("%v gives %q, want %q", tc.item.Why, got, tc.want)
		}
	}
}

func because(code compare.Code, args ...any) compare.Ground {
	return compare.Ground{Code: code, Args: args}
}
