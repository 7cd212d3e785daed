package words

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFolding(t *testing.T) {
	for _, c := range []struct {
		lang, a, b string
		same       bool
	}{
		{"en", "STATE", "state", true},
		{"ru", "СТАТЬЯ", "статья", true},
		{"de", "STRASSE", "Straße", true},
		{"el", "ΝΌΜΟΣ", "νόμος", true},
		{"az", "QANUNLARI", "qanunları", true},
		{"az", "QANUNLARI", "qanunlari", true}, // typed without the letter
		{"az", "İQTİSADİ", "iqtisadi", true},
		{"az", "ƏLAVƏ", "əlavə", true},
		{"az-Latn-AZ", "I", "ı", true},
		{"tr", "I", "ı", true},
		{"en", "I", "i", true},
		{"en", "I", "ı", false}, // the letters of two points
		{"az", "İ", "I", false},
		{"az", "I\u0307", "i", true}, // I with a combining dot is İ
	} {
		l := NewLexicon(c.lang)
		a, b := l.Tokens(c.a)[0], l.Tokens(c.b)[0]
		if got := a.Fold() == b.Fold(); got != c.same {
			t.Errorf("%s: %q and %q: equal is %v (%q, %q)", c.lang, c.a, c.b, got, l.Folded(a.Fold()), l.Folded(b.Fold()))
		}
	}
}

// TestOneWordHoweverTyped lists the ways of typing a word that are one word, and
// pairs that are two.
func TestOneWordHoweverTyped(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"СССР", "CCCP", false},          // in no known language
		{"CССР", "CCCP", true},           // letters of both
		{"Mәcәllәsi", "Məcəlləsi", true}, // Cyrillic ә
		{"MƏCƏLLƏSİ", "Mәcәllәsi", true},
		{"sәhrа", "səhra", true},     // and а
		{"ҹәza", "cəza", true},       // ҹ
		{"mǝcǝllǝ", "məcəllə", true}, // the letter of the phonetic alphabet
		{"өlkə", "ölkə", true},       // ө
		{"үzvү", "üzvü", true},       // ү
		{"Bağча", "Bağca", false},    // ч looks like none
		{"cтатья", "статья", true},   // Latin c
		{"стaтья", "СТАТЬЯ", true},   // Latin a
		{"приëм", "прием", true},     // Latin ë
		{"Bопрос", "вопрос", true},   // Latin B
		{"XIV", "ХIV", true},         // a Roman number
		{"sınır", "sinir", true},     // dotless typed with a dot
		{"İRAN", "iran", true},
		{"приём", "прием", true},
		{"при\u0435\u0308м", "прием", true}, // a combining mark
		{"terri\u00adtory", "territory", true},
		{"co\u200dop", "coop", true},
		{"ё", "е", false}, // letters of points
		{"ı", "i", false},
		{"ə", "ә", true},
		{"һава", "нава", false}, // two letters of the Azerbaijani Cyrillic alphabet
		{"мама", "mamma", false},
		{"сон", "сын", false},
	} {
		if got := Fold(c.a) == Fold(c.b); got != c.same {
			t.Errorf("%q and %q: one word is %v (%q, %q)", c.a, c.b, got, Fold(c.a), Fold(c.b))
		}
	}
}

// TestScriptOfTheLanguage lists words that could be of either script.
func TestScriptOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"ru", "OOH", "оон"},
		{"ru", "ООН", "оон"},
		{"ru", "c", "с"},
		{"ru", "CCTV", "cctv"},
		{"az", "CОС", "coc"},
		{"az", "a", "a"},
		{"az", "а", "a"},
		{"az-Cyrl", "А", "а"},
		{"", "в", "в"},
		{"", "b", "b"},
	} {
		if got := NewFolder(c.lang).Fold(c.word); got != c.want {
			t.Errorf("%s: %q folds to %q, want %q", c.lang, c.word, got, c.want)
		}
	}
}

func TestDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Difference
	}{
		{"law", "law", Alike},
		{"co\u00adop", "coop", Alike},
		{"Law", "law", InCase},
		{"QIZIL", "qızıl", InCase},
		{"İran", "iran", InCase},
		{"приём", "прием", InSpelling},
		{"sinir", "sınır", InSpelling},
		{"mәnim", "mənim", InScript},
		{"Mәnim", "mənim", InScript},
		{"cтатья", "Статья", InScript},
	} {
		if got := Differ(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// word draws a word of the letters of both scripts, marks and invisible ones.
func word(t *rapid.T) string {
	letters := []rune("aAbcCehiIİıjkmopstuvxyzƏəǝĞğöüß" + "аАвВеЁёкмнорстухяЯлійәөүҹғһҝѕј" + "\u00ad\u200b\u0301\u0307\u0308'5.αΣςǰŉ漢")
	return string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 8).Draw(t, "word"))
}

// Folding is done once and for all: folding again changes nothing, nor does
// writing the word decomposed or with invisible marks.
func TestFoldIsIdempotent(t *testing.T) {
	for _, lang := range []string{"", "az", "ru"} {
		f := NewFolder(lang)
		rapid.Check(t, func(t *rapid.T) {
			w := word(t)
			once := f.Fold(w)
			if twice := f.Fold(once); twice != once {
				t.Fatalf("%q folds to %q, and that to %q", w, once, twice)
			}
			if d := f.Fold(norm.NFD.String(w)); d != once {
				t.Fatalf("%q folds to %q, decomposed to %q", w, once, d)
			}
			if strings.ContainsFunc(once, IsInvisible) {
				t.Fatalf("%q folds to %q, which has invisible marks", w, once)
			}
		})
	}
}

// The short way for words of plain letters ends where the long one does.
func TestFoldPlain(t *testing.T) {
	var letters []rune
	for r, p := range plainLetters {
		if p.plain {
			letters = append(letters, rune(r))
		}
	}
	for _, lang := range []string{"", "en", "az", "ru"} {
		f := NewFolder(lang)
		for _, r := range letters {
			for _, w := range []string{string(r) + "n", "я" + string(r), string(r) + string(r)} {
				if got, want := f.Fold(w), f.foldAny(w); got != want {
					t.Errorf("%s: %q folds to %q, want %q", lang, w, got, want)
				}
			}
		}
		rapid.Check(t, func(t *rapid.T) {
			w := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 6).Draw(t, "word"))
			if got, want := f.Fold(w), f.foldAny(w); got != want {
				t.Fatalf("%s: %q folds to %q, want %q", lang, w, got, want)
			}
		})
	}
}

// Whatever letters of a word with one that decides its script are typed in the
// other, it stays the same word.
func TestFoldIgnoresLettersThatLookAlike(t *testing.T) {
	for _, c := range []struct {
		sure, all string
		other     func(rune) rune
	}{
		{"lrdsznqş", "abcehikmoptxyəöügğlrdsznqş", func(r rune) rune {
			for _, o := range "авсеніјкмортхуәөүғҝ" {
				if toLatin(o) == r {
					return o
				}
			}
			return r
		}},
		{"бгдлияшц", "авсенкмортхубгдлияшц", func(r rune) rune { return toLatin(r) }},
	} {
		rapid.Check(t, func(t *rapid.T) {
			w := []rune(rapid.StringOfN(rapid.SampledFrom([]rune(c.all)), 1, 9, -1).Draw(t, "letters"))
			sure := []rune(rapid.StringOfN(rapid.SampledFrom([]rune(c.sure)), 1, 2, -1).Draw(t, "sure"))
			w = append(w, sure...)
			typed := make([]rune, len(w))
			for i, r := range w {
				typed[i] = r
				if rapid.Bool().Draw(t, "other") {
					typed[i] = c.other(r)
				}
				if rapid.Bool().Draw(t, "capital") {
					typed[i] = unicode.ToUpper(typed[i])
				}
			}
			if a, b := Fold(string(w)), Fold(string(typed)); a != b {
				t.Fatalf("%q folds to %q, %q to %q", string(w), a, string(typed), b)
			}
		})
	}
}
