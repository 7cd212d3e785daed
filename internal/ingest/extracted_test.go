package ingest

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/layout"
)

// fieldStrategy is a made-up strategy as programs take it out of a PDF: running
// headers with page numbers inside the lines, the contents run together, sentences
// torn by the pages.
func fieldStrategy() string {
	long := func(s string) string {
		return s + strings.Repeat(" The members of the club plough their fields in spring and in autumn.", 4)
	}
	return strings.Join([]string{
		"Field Club Strategy vii Table of Contents i. Overview of the Club's Fields..............1 ii. Plough the Fields .............3 iii. Guard the Mill and",
		"Its Weir...............5 iv. Teach the Young ................9",
		"", long("The club has fields."), "", "Field Club Strategy 1 i. Overview of the", "Club's Fields", "",
		long("Fields are green."), "", "The club works with the neighbours to keep 2 Field Club Strategy", "", "the fields clean and the paths open for everybody who walks on them.", "",
		"Field Club Strategy 3 ii. Plough the Fields", "", long("The plough is old."), "",
		"The club buys a plough when the old one is broken and the members of the 4 Field Club Strategy", "", "club agree to the price that the smith asks for it in the spring.", "",
		"* The plough stands in the barn and nobody may take it out of Field Club Strategy 5 iii. Guard the Mill and", "Its Weir", "",
		long("The mill is the club's."), "", "A guard walks along the weir by day and", "", "by night, and writes down what happened there in the book of the club.", "",
		"Field Club Strategy 9 iv. Teach the Young", "", long("The young learn."), "", "They learn to read the weather and 10 Field Club Strategy", "", "the soil, and they learn how to mend a plough without a smith.", "",
	}, "\n") + "\n"
}

func TestRunningHeadersInsideLines(t *testing.T) {
	got, res := addresses(t, "x.txt", fieldStrategy())
	want := "preface | i=Overview of the Club's Fields | ii=Plough the Fields | iii=Guard the Mill and Its Weir | iv=Teach the Young"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	why := map[string]int{}
	for _, d := range res.Dropped {
		why[d.Why]++
	}
	if why[layout.WhyRunning] != 8 || why[layout.WhyContents] != 2 {
		t.Errorf("dropped %v", why)
	}
	text := fmt.Sprint(treeLines(res.Components))
	for _, whole := range []string{"to keep the fields clean and the paths", "the members of the club agree to the price", "by day and by night"} {
		if !strings.Contains(text, whole) {
			t.Errorf("no whole %q", whole)
		}
	}
	checkTree(t, res)
	checkNothingLost(t, res, fieldStrategy())
}

// Chapters with Roman numerals, each with A, B, C, of which some are run into the
// line before them or into their text; page numbers of every other page.
func TestRunInHeadings(t *testing.T) {
	var b strings.Builder
	for i, title := range []string{"Fields", "Mills", "Barns", "Ploughs and", "Weirs"} {
		num := []string{"I", "II", "III", "IV", "V"}[i]
		text := strings.Repeat("The members keep what they have and buy what they need, and the book of the club says what it cost. ", 3)
		if title == "Ploughs and" {
			fmt.Fprintf(&b, "%s. %s\nTheir Smiths A. What the Club Did %s\n\n", num, title, text)
			fmt.Fprintf(&b, "B. What Is Left\n\n%s\n\nC. The Years to Come %s\n\n", text, text)
		} else {
			fmt.Fprintf(&b, "%s. %s\n\nA. What the Club Did\n\n%s\n\n", num, title, text)
			fmt.Fprintf(&b, "B. What Is Left %s\n\nC. The Years to Come\n\n%s\n\n1. Money %s\n\n2. People\n\n%s\n\n", text, text, text, text)
		}
		fmt.Fprintf(&b, " %d\n\n\n\n", 2*i+1)
	}
	got, res := addresses(t, "x.txt", b.String())
	var want []string
	for i, title := range []string{"Fields", "Mills", "Barns", "Ploughs and Their Smiths", "Weirs"} {
		num := []string{"I", "II", "III", "IV", "V"}[i]
		want = append(want, num+"="+title, num+".A=What the Club Did", num+".B=What Is Left", num+".C=The Years to Come")
		if i != 3 {
			want = append(want, num+".C.1", num+".C.2=People")
		}
	}
	if w := strings.Join(want, " | "); got != w {
		t.Errorf("\n got %s\nwant %s", got, w)
	}
	if n := len(res.Dropped); n != 5 {
		t.Errorf("%d dropped, want the 5 page numbers", n)
	}
	checkNothingLost(t, res, b.String())
}

// Small capitals that the text layer tore apart.
func TestTornCapitals(t *testing.T) {
	text := "I I . STraTegIC apprOaCh\n\nThe club has one.\n\nI I I . FIeLd wOrk\n\nIt is done in spring.\n\nI I I . FIeLd wOrk\n\nIt is done in autumn, too.\n\nI V . End\n\nThat is all.\n"
	got, _ := addresses(t, "x.txt", "I . OvErVIeW\n\nThis is it.\n\n"+text)
	if want := "I=OvErVIeW | II=STraTegIC apprOaCh | III=FIeLd wOrk | IV=End"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
