package family

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/numbering"
)

// openings are lines as a reader hands them on: with the labels that the grammars
// read.
func openings(text string) []Opening {
	var out []Opening
	for line := range strings.SplitSeq(text, "\n") {
		o := Opening{Text: line, Rest: line, Label: numbering.Label{Form: numbering.FormUnknown}, Apart: true}
		if l, rest, ok := numbering.CutLabel(line); ok {
			o.Label, o.Rest = l, rest
		}
		out = append(out, o)
	}
	return out
}

// labels are the labels that Find leaves, as printed, with | between.
func labels(text string) string {
	found := openings(text)
	Find(found)
	var out []string
	for _, o := range found {
		if o.labelled() {
			out = append(out, o.Label.Printed)
		}
	}
	return strings.Join(out, " | ")
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"words before", "KREU I\nHarta\nNeni 1\nHarta.\nNeni 2\nPlani.\nKREU II\nAgjencia\nNeni 3\nFundi.", "KREU I | Neni 1 | Neni 2 | KREU II | Neni 3"},
		{"three words before", "Line of Effort 1: Draw\nWe draw.\nLine of Effort 2: Print\nWe print.", "Line of Effort 1: | Line of Effort 2:"},
		{"a word behind", "1. jagu\nKaart\n2. jagu\nAmet", "1. jagu | 2. jagu"},
		{"a word behind, of no grammar", "I BAP. Umumy\nII BAP. Petekler\n1-nji madda. Maksat.\n2-nji madda. Petekler.", "I BAP. | II BAP. | 1-nji madda. | 2-nji madda."},
		{"an ordinal's ending that bends", "1 дүгээр зүйл.Зорилт\n2 дугаар зүйл.Тасалбар", "1 дүгээр зүйл. | 2 дугаар зүйл."},
		{"inserted behind a hyphen", "1-берене. Максат\n2-берене. Билет\n2-1-берене. Балдар", "1-берене. | 2-берене. | 2-1-берене."},
		{"inserted in brackets and behind a stroke", "Neni 1\nHarta.\nNeni 2\nPlani.\nNeni 2/1\nFundi.\nМоддаи 1. Харита\nМоддаи 2. Билет\nМоддаи 2(1). Кӯдакон", "Neni 1 | Neni 2 | Neni 2/1 | Моддаи 1. | Моддаи 2. | Моддаи 2(1)."},
		{"ordinals", "HLAVA PRVNÍ\nMapy\nHLAVA DRUHÁ\nÚřad", "HLAVA PRVNÍ | HLAVA DRUHÁ"},
		{"ordinals before a mark", "Første del. Kart\nTekst.\nAnnen del. Etat\nTekst.", "Første del. | Annen del."},
		{"ordinals alone", "PRIMERA.- Uno.\nSEGUNDA.- Dos.", "PRIMERA.- | SEGUNDA.-"},
		{"codes", "KB-1 KEYS\nKB-1(1) Lost keys\nKB-2 VISITORS\nKC-1 CARDS", "KB-1 | KB-1(1) | KB-2 | KC-1"},
		{"codes behind a word", "Rule: GM-0101; Revision: 2\nRule: GM-0107; Revision: 1\nRule: GM-0230; Revision: 1", "Rule: GM-0101; | Rule: GM-0107; | Rule: GM-0230;"},
		{"characters", "第一章 总则\n第一条 地图。\n第二章 管理局\n第二条 局长。", "第一章 | 第一条 | 第二章 | 第二条"},
		{"a letter set apart", "§ 1. One.\n§ 1 a. Two.\n§ 1 b. Three.\n§ 2. Four.", "§ 1. | § 1 a. | § 1 b. | § 2."},
		{"digits of another script", "มาตรา ๑\nแผนที่\nมาตรา ๒\nสำนัก", "มาตรา ๑ | มาตรา ๒"},
	} {
		if got := labels(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// One line proves nothing, and captions, dates and names count without being
// provisions.
func TestFindTurnsAway(t *testing.T) {
	for _, text := range []string{
		"Line of Effort 1: Draw",
		"Figure 1: Maps\nFigure 2: Plans\nFigure 3: Charts",
		"Draft of 1 May\nText.\nDraft of 2 May\nText.",
		"First form\nName.\nSecond form\nName.",
		"Maps help people.\nPlans help people.",
		"ACCESS CONTROL\nText.\nACCESS RULES\nText.\nACCESS LISTS\nText.",
	} {
		if got := labels(text); strings.Trim(got, "| 0123456789.") != "" {
			t.Errorf("%q: found %s", text, got)
		}
	}
}

// Adding plain paragraphs changes no label.
func TestFindBearsParagraphs(t *testing.T) {
	text := "HLAVA PRVNÍ\nMapy\nAC-1 KEYS\nAC-2 CARDS\nAC-3 DOORS\nHLAVA DRUHÁ\nÚřad"
	want := labels(text)
	lines := strings.Split(text, "\n")
	for i := range lines {
		more := strings.Join(lines[:i+1], "\n") + "\nThe office keeps a list of all that it has, and shows it to whoever asks.\n" + strings.Join(lines[i+1:], "\n")
		if got := labels(strings.TrimSuffix(more, "\n")); got != want {
			t.Errorf("after line %d\n got %s\nwant %s", i+1, got, want)
		}
	}
}

func TestOrder(t *testing.T) {
	// Each letter is an event of its family, the digit its value.
	for _, tt := range []struct {
		name, events string
		above        string // pairs «ab»: a above b
	}{
		{"what starts again stands below", "a1 b1 b2 a2 b1 b2 a3 b1", "ab"},
		{"the rarer one groups what runs on", "a1 b1 b2 a2 b3 b4 a3 b5", "ab"},
		{"inside one of another", "a1 a2 b1 b2 a3 a4", "ab"},
		{"one after the other says nothing", "a1 a2 a3 b1 b2 b3", ""},
		{"three levels", "a1 b1 c1 c2 b2 c3 a2 b1 c4 b2 c5", "ab ac bc"},
	} {
		var events []Event
		for f := range strings.FieldsSeq(tt.events) {
			events = append(events, Event{Family: int(f[0] - 'a'), Num: f[1:], Value: int(f[1] - '0')})
		}
		none := func(int, int) int { return 0 }
		o := NewOrder(3, events, none, func(int, int) bool { return false })
		var got []string
		for a := range 3 {
			for b := range 3 {
				if o.Above(a, b) {
					got = append(got, fmt.Sprintf("%c%c", 'a'+a, 'a'+b))
				}
			}
		}
		if s := strings.Join(got, " "); s != tt.above {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.above)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"HLAVA PRVNÍ\nHLAVA DRUHÁ", "AC-1 A\nAC-2 B\nAC-2(1) C", "第一条\n第二条", "1. jagu\n2. jagu", "§ 1\n§ 1 a.", "PRIMERA.-\nSEGUNDA.-", "X: A-1;\nX: A-2;\nX: A-3;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := openings(strings.ToValidUTF8(text, ""))
		Find(found)
		for _, o := range found {
			if o.labelled() && strings.Join(strings.Fields(o.Label.Printed+o.Rest), "") != strings.Join(strings.Fields(o.Text), "") {
				t.Fatalf("%q cut into %q and %q", o.Text, o.Label.Printed, o.Rest)
			}
		}
	})
}
