package ingest

import "testing"

// The language is told of a few lines, too: by letters that others have not, and
// never as one that lacks a letter of the text.
func TestGuessLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Şəhər şurası gəmiçiliyə nəzarət edir, ölçü götürür.":                      "az",
		"Bu qayda Mәcәllә әsasında tәtbiq edilir.":                                 "az",
		"Сбор составляет 5% цены. Площадь двора 40 м².":                            "ru",
		"Начальник порта ведёт реестр лодок, сообщает о нём совету.":               "ru",
		"Голова порту веде реєстр човнів.":                                         "uk",
		"The Milli Məclis of the Azərbaycan Republic keeps the register of boats.": "en",
		"Қазақ тілі туралы заң қалалық мәслихаттың қызметін реттейді.":             "",
		"Liman registri.": "",
	} {
		if got := guessLanguage(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
