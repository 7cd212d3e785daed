package ingest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// struckPage is an act in which words, a sentence over two lines, a point and an
// article are struck out; what is only underlined stays.
const struckPage = `<html lang="az"><head><style>body { font: 12pt serif }</style></head><body><p>TARLA QAYDALARI</p><h3>Maddə 1. Tarla</h3>
<p>1.1. Tarla <s>torpaqdır və</s> <i>su ilə</i> təmin edilir. Bu hissə bir sətirdən uzundur, <s>köhnə sözlər də bir sətirdən o biri sətrə keçir, buna görə iki xətt çəkilir və sözlər qalmır,</s> sonra isə mətn davam edir.</p>
<p><s>1.2. Tarlanın sahibi ağac əkir.</s></p>
<p>1.3. <u>Altından xətt çəkilmiş</u> söz mətndir.</p>
<p>1.4. <s>Nömrəsi qalan hissə mətn deyil.</s></p>
<h3><s>Maddə 2. Bağ</s></h3><p><s>Bağ tarladır.</s></p>
<h3>Maddə 3. Yol</h3><p>Yol keçir.</p></body></html>`

// What is struck out whole keeps its number; of an article its parts go with it.
const struckWant = "1=Tarla | 1.1 | 1.2 | 1.3 | 1.4 | 2 | 3=Yol"

// checkStruckPage checks what was read of it, its title aside: LibreOffice prints no
// first paragraph of a page.
func checkStruckPage(t *testing.T, how string, res *Result) {
	t.Helper()
	r := &revision.Revision{Components: res.Components}
	var got []string
	for _, c := range r.Clauses() {
		s := c.Address()
		if c.Heading != "" {
			s += "=" + c.Heading
		}
		got = append(got, s)
	}
	if s := strings.Join(got, " | "); !strings.HasSuffix(s, struckWant) {
		t.Errorf("%s: %s, want %s", how, s, struckWant)
	}
	text := visible(printed(res.Components))
	for _, gone := range []string{"torpaqdır", "köhnə", "çəkilirvə", "ağacəkir", "Nömrəsi", "Bağ"} {
		if strings.Contains(text, gone) {
			t.Errorf("%s: «%s» is struck out and text", how, gone)
		}
	}
	for _, kept := range []string{"Tarlasuilətəminedilir.", "uzundur,sonraisə", "Altındanxətt"} {
		if !strings.Contains(text, kept) {
			t.Errorf("%s: «%s» is missing in %s", how, kept, text)
		}
	}
	for at, want := range map[string]string{"1.2": "struck out", "1.4": "struck out", "2": "struck out"} {
		p := r.Find(at)
		if p == nil || p.Text+p.Heading != "" || len(p.Children) > 0 || len(p.Notes) != 1 || p.Notes[0].Text != want {
			t.Errorf("%s: %s is %+v, want the note %s alone", how, at, p, want)
		}
	}
	places := 0
	for _, d := range res.Dropped {
		if d.Why == flow.WhyStruck {
			places++
		}
	}
	if places != 6 {
		t.Errorf("%s: struck out at %d places, want 6: %v", how, places, res.Dropped)
	}
}

// Of old words beside new ones of one number a note is left.
func TestStruckBesideNew(t *testing.T) {
	for name, src := range map[string]string{
		"old first":            "<p><s>1.1. Köhnə su.</s></p><p>1.1. Yeni su.</p><p>1.2. Yol.</p>",
		"new first":            "<p>1.1. Yeni su.</p><p><s>1.1. Köhnə su.</s></p><p>1.2. Yol.</p>",
		"a run of two":         "<p><s>1.1. Köhnə su.</s></p><p><s>1.2. Köhnə yol.</s></p><p>1.1. Yeni su.</p><p>1.2. Yol.</p>",
		"and one that is gone": "<p><s>1.1. Köhnə su.</s></p><p>1.1. Yeni su.</p><p>1.2. Yol.</p><p><s>1.3. Köhnə.</s></p>",
	} {
		res, err := Read("a.html", []byte("<html lang=az><body><h3>Maddə 1. Tarla</h3>"+src+"<h3>Maddə 2. Bağ</h3><p>2.1. Bağ tarladır.</p><p>2.2. Su axır.</p></body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		r := &revision.Revision{Components: res.Components}
		var got []string
		for _, c := range r.Clauses() {
			got = append(got, c.Address())
		}
		want := "1 1.1 1.2 2 2.1 2.2"
		if strings.Contains(src, "1.3") {
			want = "1 1.1 1.2 1.3 2 2.1 2.2"
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", name, s, want)
		}
		if p := r.Find("1.1"); p == nil || p.Text != "Yeni su." || len(p.Notes) != 1 || p.Notes[0].Text != "struck out: 1.1." {
			t.Errorf("%s: 1.1 is %+v", name, p)
		}
	}
}

func TestStruckPage(t *testing.T) {
	res, err := Read("a.html", []byte(struckPage))
	if err != nil {
		t.Fatal(err)
	}
	checkStruckPage(t, "page", res)
}

// A PDF shows struck-out words by a ruled line through the letters.
func TestStruckPrints(t *testing.T) {
	p := newPrinter(t)
	t.Run("Chromium", func(t *testing.T) {
		checkStruckPage(t, "Chromium", readFile(t, p.chromium(t, "struck", struckPage)))
	})
	t.Run("LibreOffice", func(t *testing.T) {
		checkStruckPage(t, "LibreOffice", readFile(t, p.office(t, "struck", struckPage)))
	})
}

func TestStruckMarkdown(t *testing.T) {
	const src = "TARLA QAYDALARI\n\n# Maddə 1. Tarla\n\n- 1.1. Tarla ~~torpaqdır və~~ *su ilə* təmin edilir. Bu hissə bir sətirdən uzundur, <del>köhnə sözlər</del> sonra isə mətn davam edir.\n- ~~1.2. Tarlanın sahibi **ağac** əkir.~~\n- 1.3. Altından xətt söz mətndir.\n- 1.4. <s>Nömrəsi qalan hissə mətn deyil.</s>\n\n# ~~Maddə 2. Bağ~~\n\n~~Bağ tarladır.~~\n\n# Maddə 3. Yol\n\nYol keçir.\n"
	res, err := Read("a.md", []byte(strings.Replace(src, "Altından xətt", "Altındanxətt", 1)))
	if err != nil {
		t.Fatal(err)
	}
	checkStruckPage(t, "Markdown", res)
	got, _ := addresses(t, "a.md", "# 1. Speed\n\nAbout ~100 and ~200 of them, or ~one~ of them.\n\n# 2. Code\n\nUse `~~x~~` here.\n")
	if got != "1=Speed | 2=Code" {
		t.Error(got)
	}
	res, err = Read("a.md", []byte("# 1. Speed\n\nAbout ~100 and ~200 of them, or ~one~ of them: `~~x~~`.\n"))
	if err != nil || !strings.Contains(visible(printed(res.Components)), "About~100and~200ofthem,or~one~ofthem:~~x~~.") {
		t.Errorf("%v %v", res, err)
	}
}

// In a text that bears the marks of a consolidation somebody must say what is
// meant, in Markdown and in print as in Word.
func TestStruckConsolidation(t *testing.T) {
	const src = "# Maddə 1. Tarla\n\n1.1. Tarla ~~köhnə~~[1] *yeni* sudur.\n"
	_, err := Read("a.md", []byte(src))
	if struck := (*flow.StruckError)(nil); !errors.As(err, &struck) || len(struck.Struck) != 1 || struck.Struck[0].Line != 3 {
		t.Errorf("err = %v", err)
	}
	for choice, want := range map[flow.Struck]string{flow.DropStruck: "Tarla[1]yenisudur.", flow.KeepStruck: "Tarlaköhnə[1]yenisudur."} {
		res, err := ReadWith(context.Background(), "a.md", []byte(src), Options{Struck: choice})
		if err != nil || !strings.HasSuffix(visible(printed(res.Components)), want) {
			t.Errorf("%s: %v, %v", choice, res, err)
		}
	}
}
