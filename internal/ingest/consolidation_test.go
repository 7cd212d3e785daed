package ingest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
)

// nouns and verbs make the sentences of invented acts.
var (
	nouns = []string{"tarla", "bağ", "bostan", "çay", "göl", "körpü", "yol", "anbar", "dəyirman", "quyu", "arx", "meşə", "dağ", "bulaq", "hasar", "darvaza"}
	tails = []string{"suvarılır", "əkilir", "təmir edilir", "qorunur", "siyahıya alınır", "ölçülür", "icarəyə verilir", "bağlanır", "açılır", "yoxlanılır"}
	times = []string{"hər il", "yazda", "payızda", "gündüz", "ayda bir dəfə", "üç gün müddətində", "on beş gün müddətində", "ilin sonunda"}
)

// consolidation is an act as a register prints it: parts with the marks of endnotes,
// the list of the acts behind it, the endnotes.
type consolidation struct {
	parts map[string]string // text by address; of an article its heading
	order []string
	notes map[string][]string // endnotes by address, where their marks stand
}

// drawConsolidation draws one of some articles.
func drawConsolidation(t *rapid.T) *consolidation {
	c := &consolidation{parts: map[string]string{}, notes: map[string][]string{}}
	n := 0
	sentence := func() string {
		pick := func(from []string) string { return rapid.SampledFrom(from).Draw(t, "word") }
		n++
		return fmt.Sprintf("%d nömrəli %s və %s %s %s.", 100+n, pick(nouns), pick(nouns), pick(times), pick(tails))
	}
	for a := 1; a <= rapid.IntRange(4, 9).Draw(t, "articles"); a++ {
		article := fmt.Sprint(a)
		c.add(article, "Torpaq növü "+rapid.SampledFrom(nouns).Draw(t, "heading"))
		for p := 1; p <= rapid.IntRange(2, 5).Draw(t, "parts"); p++ {
			c.add(fmt.Sprintf("%d.%d", a, p), "Bu maddədə "+sentence())
		}
	}
	for _, at := range c.order {
		if rapid.IntRange(0, 2).Draw(t, "amended") == 0 {
			c.note(at, "“köhnə” sözü “yeni” sözü ilə əvəz edilmişdir.")
		}
	}
	return c
}

func (c *consolidation) add(at, text string) {
	c.parts[at] = text
	c.order = append(c.order, at)
}

func (c *consolidation) note(at, what string) { c.notes[at] = append(c.notes[at], what) }

// amend gives a later consolidation with five real edits, each with its endnote, and
// the addresses that they changed. Further endnotes come to clauses that stay.
func (c *consolidation) amend(t *rapid.T) (*consolidation, []string) {
	out := &consolidation{parts: map[string]string{}, order: slices.Clone(c.order), notes: map[string][]string{}}
	for at, text := range c.parts {
		out.parts[at], out.notes[at] = text, slices.Clone(c.notes[at])
	}
	var parts []string
	for _, at := range c.order {
		if strings.Contains(at, ".") {
			parts = append(parts, at)
		}
	}
	hit := rapid.Permutation(parts).Draw(t, "edited")
	out.parts[hit[0]] = strings.Replace(out.parts[hit[0]], "nömrəli", "saylı köhnə", 1)
	out.parts[hit[1]] = strings.Replace(out.parts[hit[1]], " və ", " və ya ", 1)
	out.parts[hit[2]] = "Ləğv edilmişdir."
	out.parts[hit[3]] = "Bu hissə yeni redaksiyada verilir və qapının rəngi haqqındadır."
	inserted := hit[4] + "-1"
	out.parts[inserted] = "Əlavə olunmuş hissə pəncərə haqqındadır."
	out.order = slices.Insert(out.order, slices.Index(out.order, hit[4])+1, inserted)
	told := append(slices.Clone(hit[:4]), inserted)
	for _, at := range told {
		out.note(at, at+" dəyişdirilmişdir.")
	}
	for _, at := range c.order {
		if rapid.IntRange(0, 3).Draw(t, "noted anew") == 0 {
			out.notes[at] = append([]string{"adı dəqiqləşdirilmişdir."}, out.notes[at]...)
		}
	}
	slices.Sort(told)
	return out, told
}

// print writes it down as plain text.
func (c *consolidation) print(laws int) string {
	var text, notes strings.Builder
	text.WriteString("AZƏRBAYCAN RESPUBLİKASININ\nQANUNU\n\nTarlalar haqqında\n\n")
	n := 0
	for _, at := range c.order {
		marks := ""
		for _, what := range c.notes[at] {
			n++
			marks += fmt.Sprintf("[%d]", n)
			fmt.Fprintf(&notes, "[%d] %d may 2020-ci il tarixli %d-VIQD nömrəli Azərbaycan Respublikasının Qanunu (“Azərbaycan” qəzeti, 6 iyun 2020-ci il, № %d) ilə %s\n\n", n, n%27+1, 100+n, n, what)
			if n%3 == 0 {
				fmt.Fprintf(&notes, "Əvvəlki redaksiyada deyilirdi:\n\n%s. Köhnə mətn %d.\n\n", at, n)
			}
		}
		if strings.Contains(at, ".") {
			fmt.Fprintf(&text, "%s. %s%s\n\n", at, c.parts[at], marks)
		} else {
			fmt.Fprintf(&text, "Maddə %s. %s %s\n\n", at, c.parts[at], marks)
		}
	}
	text.WriteString("İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI\n\n")
	for i := range laws {
		fmt.Fprintf(&text, "%d. %d may 2020-ci il tarixli %d-VIQD nömrəli Azərbaycan Respublikasının Qanunu\n\n", i+1, i%27+1, 100+i)
	}
	text.WriteString("QANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI\n\n")
	return text.String() + notes.String()
}

// TestInsertedArticleRenumbersNothing holds that an inserted article 3.1 gives part 1 of
// article 3 no other number: both are 3.1, told apart in their addresses alone.
func TestInsertedArticleRenumbersNothing(t *testing.T) {
	const (
		before   = "Статья 3. Поле\n\n1. Поле есть земля, которую пашут весной.\n\n2. Поле ограждают:\n\n1) летом;\n\n2) зимой.\n\n"
		inserted = "Статья 3.1. Сад\n\nСад есть поле, на котором растут деревья.\n\n"
		after    = "Статья 4. Дорога\n\nДорога ведёт от поля к саду.\n"
	)
	got := changed(t, readAct(t, "old", before+after), readAct(t, "new", before+inserted+after))
	if diff := cmp.Diff([]string{"3.1"}, got); diff != "" {
		t.Errorf("not the inserted article alone is told (-want +got):\n%s", diff)
	}
}

func readAct(t interface{ Fatal(args ...any) }, label, text string) *revision.Revision {
	res, err := ingest.Read(label+".txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: res.Language}, Components: res.Components}
}

// changed are the addresses of what a comparison tells of the act itself.
func changed(t interface{ Fatal(args ...any) }, old, new *revision.Revision) []string {
	c, err := compare.Compare(old, new)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Kind == compare.Unchanged && !ch.Renumbered && !ch.Moved && !ch.Retitled {
			continue
		}
		side := ch.New
		if len(side) == 0 {
			side = ch.Old
		}
		for _, clause := range side {
			if at := clause.Address(); !strings.HasPrefix(at, "sources") && !strings.HasPrefix(at, "amendments") {
				out = append(out, at)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out) // new wording may be told as one part removed and one new
}

// Two consolidations of one act: marks are numbered anew, endnotes and sources are
// added, five provisions are amended. Exactly the five are told.
func TestConsolidationsDifferByTheirEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawConsolidation(t)
		later, told := c.amend(t)
		old, new := readAct(t, "old", c.print(3)), readAct(t, "new", later.print(5))
		if diff := cmp.Diff(told, changed(t, old, new)); diff != "" {
			t.Fatalf("(-edited +told):\n%s\n%s\n----\n%s", diff, c.print(3), later.print(5))
		}
	})
}
