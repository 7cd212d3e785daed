package propose

import (
	"strings"
	"testing"
)

// What stands in quotation marks, whatever their kind, is told from what does not.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly", "Roe said: “The reservoir is there now.” And left.", "The reservoir is there now."},
		{"guillemets", "«Водохранилище построено давно», — сказал Рой.", "Водохранилище построено давно"},
		{"straight", `He said "the old canal is gone now" and left.`, "the old canal is gone now"},
		{"an inch is no quotation", `A pipe of 5" leaks, and one of 6" does not.`, ""},
		{"nested", `“They call it "the big dam" in town,” she said.`, `They call it "the big dam" in town,`},
		{"over paragraphs", "“The dam is built.\n“The canal is dry,” she said.", "The dam is built.|The canal is dry,"},
		{"unclosed", "“The dam is built.\nNothing else was said.", ""},
		{"single", "‘The dam’s wall is now built,’ she said. ‘It’s done.’", "The dam’s wall is now built,|It’s done."},
		{"low", "„Der Damm ist gebaut“, sagte sie.", "Der Damm ist gebaut"},
		{"author inside", "«Плотина уже построена, — сказал он. — Канал высох».", "Плотина уже построена, | Канал высох"},
		{"dashes", "– Su anbarı artıq tikilib, – deyə o bildirib. – Kanal quruyub.", " Su anbarı artıq tikilib, | Kanal quruyub."},
		{"a list is no speech", "– pipes, – pumps, – wells.", ""},
	} {
		var got []string
		paragraphs := strings.Split(c.text, "\n")
		for n, spans := range quotations(paragraphs) {
			for _, s := range spans {
				got = append(got, paragraphs[n][s.start:s.end])
			}
		}
		if said := strings.Join(got, "|"); said != c.want {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for line, want := range map[string]string{
		"17 October 2025, 13:51": "2025-10-17", "March 3, 2024": "2024-03-03", "3 июня 2023": "2023-06-03",
		"12 may 2024, 10:15": "2024-05-12", "5 aprel 2024": "2024-04-05", "15.02.2024": "2024-02-15",
		"2024-05-06": "2024-05-06", "31.13.2024": "", "In 2007 it was adopted": "",
	} {
		if got, _ := dateIn(line); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// In an interview the words behind a name are that person's; those of the publication
// are its own.
func TestInterview(t *testing.T) {
	text := newText(Article{Language: "en", Paragraphs: []string{
		"Tribune: What has become of the dam?", "Roe: The dam is built. The canal is dry.", "Tribune: And the ferry?", "Roe: The ferry is gone for good.", "Note: the dam is new.",
	}}, "The Tribune")
	var got []string
	for _, p := range text.pieces {
		if p.quoted {
			got = append(got, p.text)
		}
	}
	if said := strings.Join(got, "|"); said != "The dam is built.|The canal is dry.|The ferry is gone for good." {
		t.Error(said)
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct{ lines, publisher, title, date string }{
		{"The Post\nThe ferry is gone\n5 May 2024\nText.", "The Post", "The ferry is gone", "2024-05-05"},
		{"The ferry is gone\nBay Herald, 5 May 2024\nText.", "Bay Herald", "The ferry is gone", "2024-05-05"},
		{"The Post\nThe ferry is gone for ever\nPublished 5 May 2024\nText.", "The Post", "The ferry is gone for ever", "2024-05-05"},
		{"The Post\nMonday, 6 May 2024\nThe ferry is gone\nText.", "The Post", "The ferry is gone", "2024-05-06"},
		{"Coast Observer\nThe ferry is gone for ever\nLowmere, 6 May 2024\nText.", "Coast Observer", "The ferry is gone for ever", "2024-05-06"},
		{"A long headline that is the first line of all\nText without a date.", "", "A long headline that is the first line of all", ""},
	} {
		p := &Proposal{Article: Article{Paragraphs: strings.Split(c.lines, "\n")}}
		p.head()
		if p.Publisher != c.publisher || p.Title != c.title || p.Date != c.date {
			t.Errorf("%q: %q, %q, %q", c.lines, p.Publisher, p.Title, p.Date)
		}
	}
}
