package ingest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// ferryLaw is a page whose typeface may lack ə: programs take it from another and
// draw it after the line.
const ferryLaw = `<!DOCTYPE html><html lang="az"><head><meta charset="utf-8"><title>x</title><style>
body { font: 13pt/1.3 'Times New Roman' } p { margin: 0 0 .6em; text-align: justify }</style></head><body>
<p>Bərə haqqında qaydalar</p>
<h2>Maddə 1. Bərənin əsas vəzifələri</h2>
<p>1.1. Əkin sahələrinə gedən bərə səhər tezdən işə başlayır, hər gələn sərnişini gözləyir, gecələr isə şimal sahilində
lövbər salır və növbəti səhərədək orada dayanır.</p>
<p>1.2. Bərəçi öhdəliyinə əməl etməyəndə ona <b>xəbərdarlıq edilir, əgər bu kifayət etmirsə, cərimə</b> tətbiq olunur.</p>
<h2>Maddə 2. Cərimə</h2>
<p>2.1. Cərimə on manatdır.</p></body></html>`

// Letters that are drawn after their line read as the web page does, whichever
// program drew them.
func TestLettersDrawnAfterTheirLine(t *testing.T) {
	if testing.Short() {
		t.Skip("prints twice")
	}
	web, err := Read("law.html", []byte(ferryLaw))
	if err != nil {
		t.Fatal(err)
	}
	want := treeLines(web.Components)
	p := newPrinter(t)
	t.Run("Chromium", func(t *testing.T) { checkTorn(t, p.chromium(t, "law", ferryLaw), want) })
	t.Run("LibreOffice", func(t *testing.T) { checkTorn(t, p.office(t, "law", ferryLaw), want) })
}

func checkTorn(t *testing.T, path string, want []string) {
	t.Helper()
	res := readFile(t, path)
	if diff := cmp.Diff(want[1:], treeLines(res.Components)[1:]); diff != "" { // LibreOffice leaves the first paragraph of a page out
		t.Errorf("(-web page +PDF):\n%s", diff)
	}
	if res.Language != "az" {
		t.Errorf("language %q, want az", res.Language)
	}
}
