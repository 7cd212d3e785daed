package ingest

import "testing"

// Sections that open with a bare number and their first subsection, as Commonwealth
// acts print them; an extract begins with any number.
func TestBareNumberBeforeSubsection(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{
			"headings above", "a.txt",
			"Ferry Act\nLicence\n12 (1) A ferryman holds a licence.\nTerm\n(2) The licence lasts one year.\nFire\n13 (1) A ferry carries no fire.\nLamps\n(2) Lamps are not fire.\nCattle\n14 Cattle cross last.\n",
			"preface=Ferry Act | 12=Licence | 12.1 | 12.2=Term | 13=Fire | 13.1 | 13.2=Lamps | 14=Cattle",
		},
		{
			"an inserted section, a short one between, points", "a.txt",
			"Ferry Act\n12 (1) A ferryman holds a licence.\n(2) The licence lasts\n(a) one year; or\n(b) two years.\n12A (1) A boy holds none.\n(2) A girl holds none.\n13 A ferry carries no fire.\n14(1) Cattle cross last.\n(2) Goats cross first.\n",
			"preface=Ferry Act | 12 | 12.1 | 12.2 | 12.2.a | 12.2.b | 12A | 12A.1 | 12A.2 | 13 | 14 | 14.1 | 14.2",
		},
		{
			"lines of a page", "a.txt",
			"                        FERRY ACT\n\nPART 2 LICENCES\n\nLicence\n12  (1) A ferryman who carries persons or goods over the river holds a\nlicence that the town has given to him in writing and that he shows to\nwhoever asks for it.\nException\n    (2) Subsection (1) does not apply to\n(a) a person who rows himself; and\n(b) a child under the age of ten years in the company of a ferryman who\nholds a licence under this Act.\nFire\n13  (1) A ferry carries no fire between the banks of the river, be it lit\nor not, and nothing that burns by itself when it is wet.\nLamps\n    (2) Lamps are not fire.\nCattle\n14  Cattle cross last, after all persons and all goods have crossed and\nthe ferry was washed.\nPART 3 FINES\nFine\n15 (1) A person who rows without a licence pays 20 coins.\nRepeated\n(2) Who does it again pays 40 coins.\n",
			"preface=FERRY ACT | part-2=LICENCES | 12=Licence | 12.1 | 12.2=Exception | 12.2.a | 12.2.b | 13=Fire | 13.1 | 13.2=Lamps | 14=Cattle | part-3=FINES | 15=Fine | 15.1 | 15.2=Repeated",
		},
		{
			"Markdown", "a.md",
			"# Ferry Act\n\n## Licence\n\n12 (1) A ferryman holds a licence.\n\n(2) The licence lasts one year.\n\n## Cattle\n\n13 Cattle cross last.\n",
			"preface=Ferry Act | licence=Licence | 12 | 12.1 | 12.2 | cattle=Cattle | 13",
		},
		{
			"items of a page", "a.html",
			"<html><body><h1>Ferry Act</h1><p>Licence</p><ul><li><p><b>12</b> (1) A ferryman holds a licence.</p></li><li><p>(2) The licence lasts one year.</p></li></ul><p>Fire</p><ul><li><p><b>13</b> (1) A ferry carries no fire.</p></li><li><p>(2) Lamps are not fire.</p></li></ul><p>Cattle</p><p><b>14</b> Cattle cross last.</p></body></html>",
			"preface=Ferry Act | 12=Licence | 12.1 | 12.2 | 13=Fire | 13.1 | 13.2 | 14=Cattle",
		},
		{
			"notes that count are no sections", "a.txt",
			"Article 1. Fields\n\nA field is land.\n\n12 (1) of the old list says so.\n\nArticle 2. Roads\n\nA road is land.\n\nArticle 3. Wells\n\nA well is water.\n",
			"1=Fields | 2=Roads | 3=Wells",
		},
	} {
		if got, _ := addresses(t, tt.file, tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// The bullet before a number of the text's own is the page's; one before a name
// of an article is the text's.
func TestBulletBeforeNumber(t *testing.T) {
	got, _ := addresses(t, "a.html", "<html><body><h1>Maddə 1. Tarla</h1><ul><li>1.1. Tarla torpaqdır.</li><li>1.2. Bağ tarladır.</li></ul><h1>Maddə 2. Su</h1><ul><li>Article 5 of the Treaty</li><li>Article 6 of the Treaty</li></ul></body></html>")
	if want := "1=Tarla | 1.1 | 1.2 | 2=Su"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
