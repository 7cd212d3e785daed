package ingest

import "testing"

// Numbered texts of kinds and scripts that no table of words is made for.
func TestNumbersOfOtherScripts(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{
			"Georgian", "კანონი ველების შესახებ\n\nთავი I\nზოგადი\n\nმუხლი 1. მიზანი\n1. ველი მწვანეა.\n2. ველი არის:\nა) დიდი;\nბ) პატარა.\n\nმუხლი 1¹. წისქვილი\nწისქვილი ძველია.\n\nთავი II\nდასკვნა\n\nმუხლი 2. დღე\nდღეს.\n",
			"preface=კანონი ველების შესახებ | თავი-i=ზოგადი | 1=მიზანი | 1.1 | 1.2 | 1.2.ა | 1.2.ბ | 1-1=წისქვილი | თავი-ii=დასკვნა | 2=დღე",
		},
		{
			"Arabic", "قانون الحقول\n\nالباب الأول\nعام\n\nالمادة ١\nالحقل أخضر.\n\nالمادة ٢\nالحقول هي:\nأ- الكبير؛\nب- الصغير.\n\nالباب الثاني\nختام\n\nالمادة ٣\nاليوم.\n",
			"preface=قانون الحقول | الباب-الأول=عام | 1 | 2 | 2.أ | 2.ب | الباب-الثاني=ختام | 3",
		},
		{
			"Chinese", "田地法\n\n第一章 总则\n\n第一条 田地是绿色的。\n\n第二条 田地有：\n（一）大的；\n（二）小的。\n\n第二章 附则\n\n第三条 今天施行。\n",
			"preface=田地法 | chapter-1=总则 | 1 | 2 | 2.一 | 2.二 | chapter-2=附则 | 3",
		},
		{
			"Japanese", "畑法\n\n第一章　総則\n\n第一条　畑は緑である。\n\n第二条　畑は次のとおりとする。\n２　次に掲げるものを含む。\n一　大きい畑\n二　小さい畑\n\n第二章　雑則\n\n第三条　今日から施行する。\n",
			"preface=畑法 | chapter-1=総則 | 1 | 2 | 2.2 | 2.2.一 | 2.2.二 | chapter-2=雑則 | 3",
		},
		{
			"Greek", "ΝΟΜΟΣ ΠΕΡΙ ΑΓΡΩΝ\n\nΚΕΦΑΛΑΙΟ Α΄\nΓΕΝΙΚΑ\n\nΆρθρο 1\nΣκοπός\n1. Ο αγρός είναι:\nα) μεγάλος,\nβ) μικρός.\n\nΚΕΦΑΛΑΙΟ Β΄\nΤΕΛΙΚΑ\n\nΆρθρο 2\nΙσχύς\nΑπό σήμερα.\n",
			"preface=ΝΟΜΟΣ ΠΕΡΙ ΑΓΡΩΝ | κεφαλαιο-1=ΓΕΝΙΚΑ | 1=Σκοπός | 1.1 | 1.1.α | 1.1.β | κεφαλαιο-2=ΤΕΛΙΚΑ | 2=Ισχύς",
		},
		{
			"a catalogue with sections", "FELD.1 Felder\n\n1. Beschreibung\n\n1.1. Einleitung\n\nFelder sind grün.\n\n2. Anforderungen\n\n2.1. Basis\n\nFELD.1.A1 Pflug (B)\n\nEs gibt einen Pflug.\n\nFELD.1.A2 Zaun (B)\n\nEs gibt einen Zaun.\n\n2.2. Mehr\n\nFELD.1.A3 Tor (S)\n\nEs gibt ein Tor.\n",
			"FELD.1=Felder | FELD.1.1=Beschreibung | FELD.1.1.1=Einleitung | FELD.1.2=Anforderungen | FELD.1.2.1=Basis | FELD.1.A1=Pflug (B) | FELD.1.A2=Zaun (B) | FELD.1.2.2=Mehr | FELD.1.A3=Tor (S)",
		},
		{
			"chapters by bare numbers above paragraphs numbered through", "A report\n\n1 Fields\n\n1. Fields are green. They were always so.\n\n2. They are ploughed.\n\n2 Mills\n\n3. Mills are old.\n\n4. They turn.\n\n3 Money\n\n5. There is none.\n",
			"preface=A report | 1=Fields | 1.1 | 1.2 | 2=Mills | 2.3 | 2.4 | 3=Money | 3.5",
		},
		{
			"an introduction numbered 0.1", "Introduction\n\n0.1 General\n\nFields are many.\n\n0.2 Steps\n\nPlough first.\n\n1 Scope\n\nThis is on fields.\n\n2 Terms\n\n2.1 Field\n\nA piece of land.\n\n3 Duties\n\nPlough them.\n",
			"introduction=Introduction | 0.1=General | 0.2=Steps | 1=Scope | 2=Terms | 2.1=Field | 3=Duties",
		},
		{
			"a bar behind the number", "A plan\n\nSTRAND 1 | FIELDS\n\nFields are ploughed.\n\nSTRAND 2 | MILLS\n\nMills are mended.\n",
			"preface=A plan | direction-1=FIELDS | direction-2=MILLS",
		},
		{
			"an en dash in a number", "§ 5–101. Fields.\nThey are green.\n§ 5–102. Mills.\nThey are old.\n§§ 5–110. Weirs.\nThey hold.\n",
			"5-101=Fields. | 5-102=Mills. | 5-110=Weirs.",
		},
	} {
		if got, res := addresses(t, "x.txt", tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		} else {
			checkTree(t, res)
			checkNothingLost(t, res, tt.text)
		}
	}
}

// A letter opens no list in Markdown; its points are points all the same.
func TestLetteredPointsOfMarkdown(t *testing.T) {
	got, _ := addresses(t, "x.md", "# Terms\n\n1. Fields\n    1. Use.\n        a. Plough them.\n        b. Sow them.\n    2. Care.\n2. Mills\n\nA sentence that breaks at\na. word is none.\n")
	if want := "preface=Terms | 1 | 1.1 | 1.1.a | 1.1.b | 1.2 | 2"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
