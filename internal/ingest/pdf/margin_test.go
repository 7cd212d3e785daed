package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// textOf reads a page with that content: its lines, and the numbers of lines beside them.
func textOf(t *testing.T, content string) (lines, numbers []string) {
	t.Helper()
	pages, err := Read(t.Context(), onePage("", content))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range pages[0].Lines {
		lines = append(lines, l.Text)
	}
	return lines, pages[0].LineNumbers
}

// column is lines of a text, 14 points apart, that begin at x.
func column(x float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(at(x, 700-14*float64(i), 11, l))
	}
	return b.String()
}

var ferryText = []string{
	"1. The ferry leaves at dawn, when the", "keeper has seen the river and the", "wind, and returns before the", "evening.", "2. The keeper may close the ferry",
	"where the water stands higher than", "the mark on the quay, and shall say", "so at the gate.", "3. Whoever waits is told when the", "ferry leaves.", "4. Dogs are tied.", "5. Carts stand", "behind the people.",
}

// A drop cap is the first letter of its line, whether it is drawn before its text or after
// it; the lines beside it begin where it does. A word of one letter keeps its space.
func TestDropCap(t *testing.T) {
	body := column(130, "he ferry leaves at dawn, when", "the keeper has seen the river") + column(100, "", "", "and the wind, and returns.")
	letter := at(100, 686, 36, "T")
	want := []string{"The ferry leaves at dawn, when", "the keeper has seen the river", "and the wind, and returns."}
	for name, content := range map[string]string{"before": letter + body, "after": body + letter} {
		pages, err := Read(t.Context(), onePage("", content))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range pages[0].Lines {
			got = append(got, l.Text)
			if l.Left > 101 || l.Size > 11 {
				t.Errorf("drawn %s: «%s» begins at %.0f, in letters of %.0f points", name, l.Text, l.Left, l.Size)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("drawn %s: %q", name, got)
		}
	}
	if got, _ := textOf(t, at(100, 686, 36, "A ")+column(130, "ferry leaves at dawn, when", "the keeper has seen the river")); got[0] != "A ferry leaves at dawn, when" {
		t.Errorf("%q", got)
	}
	// A large letter of its own: above a section, or in a heading.
	if got, _ := textOf(t, at(100, 730, 36, "A")+column(100, "Apples", "Apricots")); !slices.Equal(got, []string{"A", "Apples", "Apricots"}) {
		t.Errorf("%q", got)
	}
}

// The numbers of lines in the margin are no part of the text, at the left or the right, at
// each line or at every fifth, drawn with the text or after it.
func TestLineNumbers(t *testing.T) {
	every := func(step int, x float64) string {
		var b strings.Builder
		for i := range ferryText {
			if n := i + 1; n%step == 0 {
				b.WriteString(at(x-6*float64(len(fmt.Sprint(n))), 700-14*float64(i), 11, fmt.Sprint(n)))
			}
		}
		return b.String()
	}
	var with strings.Builder
	for i, l := range ferryText {
		n := fmt.Sprint(i + 1)
		with.WriteString(at(88-6*float64(len(n)), 700-14*float64(i), 11, n) + at(100, 700-14*float64(i), 11, l))
	}
	for name, content := range map[string]string{
		"each, left": column(100, ferryText...) + every(1, 80), "each, drawn with the text": with.String(),
		"each, right": column(100, ferryText...) + every(1, 400), "every fourth, left": column(100, ferryText...) + every(4, 80),
	} {
		lines, numbers := textOf(t, content)
		if !slices.Equal(lines, ferryText) {
			t.Errorf("%s: %q", name, lines)
		}
		if len(numbers) < 3 {
			t.Errorf("%s: numbers %q", name, numbers)
		}
	}
}

// Other numbers beside a text belong to it: those of paragraphs, of the rows of a table,
// of years.
func TestNoLineNumbers(t *testing.T) {
	numbers := func(at map[int]string) []string {
		out := make([]string, len(ferryText))
		for i, n := range at {
			out[i] = n
		}
		return out
	}
	rows := []string{"Apples", "Apricots", "Barley", "Beans", "Cherries", "Corn", "Dates", "Figs", "Grapes", "Hops", "Leeks", "Melons"}
	var counted []string
	for i := range rows {
		counted = append(counted, fmt.Sprint(i+1))
	}
	for name, content := range map[string]string{
		"paragraphs": column(60, numbers(map[int]string{0: "1", 4: "2", 8: "3", 10: "4"})...) + column(100, ferryText...),
		"rows":       column(60, counted...) + column(100, rows...),
		"years":      column(60, numbers(map[int]string{0: "2019", 1: "2020", 5: "2021"})...) + column(100, ferryText...),
		"two":        column(60, numbers(map[int]string{4: "5", 9: "10"})...) + column(100, ferryText...),
	} {
		if _, got := textOf(t, content); len(got) > 0 {
			t.Errorf("%s: taken for numbers of lines: %q", name, got)
		}
	}
}
