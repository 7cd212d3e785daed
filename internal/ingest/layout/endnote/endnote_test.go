package endnote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTake(t *testing.T) {
	list := []string{"SİYAHISI", "[1] 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.", "[2] 6 may tarixli Qanun ilə 12.2-ci maddə əlavə edilmişdir.", "Əvvəlki redaksiyada deyilirdi:", "12.3. Köhnə su[1]."}
	for _, tt := range []struct {
		name string
		text []string
		want []string // «text {mark: note}»
	}{
		{
			"after a word, a stop, a heading, a number",
			append([]string{"Maddə 12. Tarla[1]", "12.1. su[1] axır[2].", "12.2.[2] Tarla.[1]", "12.3[1]. Su."}, list...),
			append([]string{
				"Maddə 12. Tarla {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.}",
				"12.1. su axır. {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.} {2: 6 may tarixli Qanun ilə 12.2-ci maddə əlavə edilmişdir.}",
				"12.2. Tarla. {2: 6 may tarixli Qanun ilə 12.2-ci maddə əlavə edilmişdir.} {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.}",
				"12.3. Su. {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.}",
			}, list...),
		},
		{
			"set apart by a space, alone in a paragraph",
			append([]string{"12.1. Tarla. [1]", "12.2. su [2] axır", "[1]"}, list...),
			append([]string{
				"12.1. Tarla. {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.}",
				"12.2. su axır {2: 6 may tarixli Qanun ilə 12.2-ci maddə əlavə edilmişdir.}",
				" {1: 5 may tarixli Qanun ilə “su” sözü əvəz edilmişdir.}",
			}, list...),
		},
		{
			"a court's decision",
			[]string{"12.1. müddətKMQ3 keçir.", "12.2. səhərKM1", "12.3. AKM12 və KM1 yolu."},
			[]string{"12.1. müddət keçir. {KMQ3: KMQ3}", "12.2. səhər {KM1: KM1}", "12.3. AKM12 və KM1 yolu."},
		},
		{
			"without the list",
			[]string{"1. Tarla.[1]", "2. Su[2] axır.", "3. Bərə.[3][4]"},
			[]string{"1. Tarla. {1: [1]}", "2. Su axır. {2: [2]}", "3. Bərə. {3: [3]} {4: [4]}"},
		},
		{
			"set apart, counting through a text without the list",
			[]string{"1. Tarla [1] su.", "2. Su [2] axır [3] gecə.", "3. Bərə [4] və [5] yol.", "4. Bağ [6] ağ.", "5. Dağ [8] uca [9] dur."},
			[]string{"1. Tarla su. {1: [1]}", "2. Su axır gecə. {2: [2]} {3: [3]}", "3. Bərə və yol. {4: [4]} {5: [5]}", "4. Bağ ağ. {6: [6]}", "5. Dağ uca dur. {8: [8]} {9: [9]}"},
		},
		{
			"set apart, in no order",
			[]string{"1. Tarla [1] və [2] su.", "2. Su [1] axır [3] və [2] gecə [1].", "3. Bərə [4] və [1] yol.", "4. Bağ [5] və [6] ağ [7].", "5. Dağ [8] və [2] uca dur."},
			[]string{"1. Tarla [1] və [2] su.", "2. Su [1] axır [3] və [2] gecə [1].", "3. Bərə [4] və [1] yol.", "4. Bağ [5] və [6] ağ [7].", "5. Dağ [8] və [2] uca dur."},
		},
		{
			"citations of a list of sources",
			[]string{"The rule of [1] and [2] holds, as a[1] word.", "Sources", "[1] On mills, a book.", "[2] On weirs, a book."},
			[]string{"The rule of [1] and [2] holds, as a word. {1: On mills, a book.}", "Sources", "[1] On mills, a book.", "[2] On weirs, a book."},
		},
		{
			"brackets of code and of omissions",
			[]string{"Let key[0], key[1] and key[2] be words [1999] of it.", "Then [...] it ends."},
			[]string{"Let key[0], key[1] and key[2] be words [1999] of it.", "Then [...] it ends."},
		},
	} {
		var paragraphs []Paragraph
		for _, s := range tt.text {
			paragraphs = append(paragraphs, Paragraph{Text: s})
		}
		Take(paragraphs)
		var got []string
		for _, p := range paragraphs {
			s := p.Text
			for _, n := range p.Notes {
				s += " {" + n.Mark + ": " + n.Text + "}"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Taking twice is taking once, and takes nothing but marks.
func FuzzTake(f *testing.F) {
	f.Add("12.1. su[1] axır.\n[1] Qanun ilə əvəz edilmişdir.")
	f.Add("[1]\n[1]\nKM1 [2]ə")
	f.Fuzz(func(t *testing.T, text string) {
		var paragraphs []Paragraph
		for s := range strings.SplitSeq(text, "\n") {
			paragraphs = append(paragraphs, Paragraph{Text: s})
		}
		Take(paragraphs)
		for i, before := range strings.Split(text, "\n") {
			p := paragraphs[i]
			ink := func(s string) int { return len(strings.Join(strings.Fields(s), "")) }
			left := ink(before) - ink(p.Text)
			for _, n := range p.Notes {
				left -= len(n.Mark)
				if n.Mark[0] != 'K' {
					left -= len("[]")
				}
			}
			if left != 0 {
				t.Fatalf("%q became %q with %v", before, p.Text, p.Notes)
			}
		}
	})
}
