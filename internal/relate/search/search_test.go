package search_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/words"
	"pgregory.net/rapid"
)

func texts() []*relate.Text {
	text := func(key, lang string, passages ...string) *relate.Text {
		t := &relate.Text{Key: key, Language: lang}
		for i, p := range passages {
			t.Passages = append(t.Passages, relate.Passage{Address: string(rune('1' + i)), Text: p})
		}
		return t
	}
	return []*relate.Text{
		text("en", "en", "The lamp keepers write resolutions in a green book.", "A resolution of the harbour council.", "Green lamps, and a book of keepers."),
		text("az", "az", "Liman şurasının qərarları.", "Təhlükəsizliyin təmin edilməsi.", "Qazın mühafizəsi; ağacların əkilməsi bir il çəkir."),
		text("ru", "ru", "Войска охраняют границу.", "Книга о маяках.", "Ёлки растут у озёр, ребёнок спит."),
	}
}

func find(t interface{ Fatal(...any) }, query string, in []*relate.Text, most int) []search.Hit {
	var all []search.Indexed
	for _, text := range in {
		all = append(all, search.Of("revision", text))
	}
	hits, err := search.Find(query, all, most)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// All forms of a word are found in three languages, phrases to the letter only, and
// letters without their marks where nothing else is.
func TestFind(t *testing.T) {
	for q, want := range map[string]string{
		"resolution":             "en 2, en 1",
		`"green book"`:           "en 1",
		"green book":             "en 3, en 1",
		"qərar":                  "az 1",
		"təhlükəsizlik":          "az 2",
		"tehlukesizlik":          "az 2",
		"muhafizeden":            "az 3",
		"ağacı":                  "az 3",
		"qaz":                    "az 3",
		"qazdan":                 "az 3",
		"il":                     "az 3",
		"the":                    "en 2, en 1",
		"войсками":               "ru 1",
		"елок":                   "ru 3",
		"ребёнка":                "ru 3",
		"озеро":                  "ru 3",
		"the of":                 "",
		"unicorn":                "",
		`"book of keepers" lamp`: "en 3",
		`«harbour council»`:      "en 2",
		"":                       "",
		`"`:                      "",
	} {
		var got []string
		for _, h := range find(t, q, texts(), 0) {
			got = append(got, h.Key+" "+h.Passage.Address)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: found %q, want %q", q, s, want)
		}
	}
}

// Every word of a text finds the passage that it stands in, and the places told are
// inside the passage.
func TestFindsWhatStands(t *testing.T) {
	all := texts()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(all).Draw(t, "text")
		p := rapid.IntRange(0, len(text.Passages)-1).Draw(t, "passage")
		w := rapid.SampledFrom(strings.Fields(text.Passages[p].Text)).Draw(t, "word")
		hits := find(t, `"`+w+`"`, all, 0)
		for _, h := range hits {
			for _, at := range h.At {
				if at.Start < 0 || at.End > len(h.Passage.Text) || at.Start >= at.End {
					t.Fatalf("a place outside the passage: %v", at)
				}
			}
			if h.Key == text.Key && h.Passage.Address == text.Passages[p].Address && h.Passage.Text == text.Passages[p].Text {
				return
			}
		}
		t.Fatalf("%q does not find its passage", w)
	})
}

// What is found is what reading every passage finds, however many parts a text has.
func TestFindIsReading(t *testing.T) {
	vocabulary := strings.Fields("lamp lamps oil keeper keepers of the green book winter")
	stemmer := words.NewStemmer("en")
	rapid.Check(t, func(t *rapid.T) {
		long := strings.Repeat("filler ", rapid.SampledFrom([]int{0, 3000}).Draw(t, "length"))
		var in []*relate.Text
		for _, key := range []string{"a", "b"} {
			text := &relate.Text{Key: key, Language: "en"}
			for i := range rapid.IntRange(0, 12).Draw(t, key) {
				list := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 8).Draw(t, "words")
				text.Passages = append(text.Passages, relate.Passage{Address: fmt.Sprint(i), Clause: key, Title: i%3 == 0, Text: strings.Join(list, " ") + " " + long})
			}
			in = append(in, text)
		}
		phrase := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 3).Draw(t, "phrase")
		word := rapid.SampledFrom([]string{"", "lamp", "keepers", "book"}).Draw(t, "word")
		want := map[string]bool{}
		for _, text := range in {
			for _, p := range text.Passages {
				has := word == "" || slices.ContainsFunc(strings.Fields(p.Text), func(w string) bool { return stemmer.Stem(w) == stemmer.Stem(word) })
				if has && strings.Contains(" "+p.Text+" ", " "+strings.Join(phrase, " ")+" ") && len(phrase)+len(word) > 0 {
					want[text.Key+p.Address] = true
				}
			}
		}
		hits := find(t, `"`+strings.Join(phrase, " ")+`" `+word, in, 0)
		for i, h := range hits {
			if !want[h.Key+h.Passage.Address] {
				t.Fatalf("%s %s does not hold %q and %q", h.Key, h.Passage.Address, phrase, word)
			}
			if len(h.At) == 0 || i > 0 && h.Score > hits[i-1].Score {
				t.Fatalf("places %v, score %v", h.At, h.Score)
			}
		}
		if len(hits) != len(want) {
			t.Fatalf("%d found, %d hold %q and %q", len(hits), len(want), phrase, word)
		}
		if best := find(t, `"`+strings.Join(phrase, " ")+`" `+word, in, 2); len(best) != min(2, len(hits)) || len(best) > 0 && best[0].Passage.Address != hits[0].Passage.Address {
			t.Fatalf("the best are %v of %v", best, hits)
		}
	})
}

// Bytes that are no index are refused, and nothing outside of them is read.
func FuzzIndex(f *testing.F) {
	for _, text := range texts() {
		parts := search.Build(text)
		f.Add(parts[0], parts[1])
	}
	f.Fuzz(func(t *testing.T, head, part []byte) {
		in := []search.Indexed{{Kind: "revision", Part: func(i int) ([]byte, error) {
			if i == 0 {
				return head, nil
			}
			return part, nil
		}}}
		for _, q := range []string{"lamp", `"green book"`, "tehlukesizlik"} {
			if _, err := search.Find(q, in, 0); err != nil && !errors.Is(err, search.ErrIndex) {
				t.Fatal(err)
			}
		}
	})
}

// BenchmarkFind searches 20 MB of text in ten parts of equal length.
func BenchmarkFind(b *testing.B) {
	random := rand.New(rand.NewPCG(20, 16))
	var vocabulary []string
	for range 60_000 {
		w := make([]byte, 3+random.IntN(9))
		for i := range w {
			w[i] = "aeionrstlcdmpughbvk"[random.IntN(19)]
		}
		vocabulary = append(vocabulary, string(w))
	}
	var in []search.Indexed
	for n := range 10 {
		text := &relate.Text{Key: fmt.Sprint(n), Language: "en"}
		for size := 0; size < 2<<20; {
			var list []string
			for range 40 {
				list = append(list, vocabulary[int(float64(len(vocabulary))*math.Pow(random.Float64(), 4))])
			}
			text.Passages = append(text.Passages, relate.Passage{Address: fmt.Sprint(size), Text: strings.Join(list, " ")})
			size += len(text.Passages[len(text.Passages)-1].Text)
		}
		in = append(in, search.Of("revision", text))
	}
	for name, q := range map[string]string{"common": vocabulary[0] + " " + vocabulary[1], "rare": vocabulary[20000], "phrase": `"` + vocabulary[0] + " " + vocabulary[2] + `"`, "none": "təhlükəsizlik"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := search.Find(q, in, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
