package words

import (
	"strings"
	"unicode"
)

// Words of one language are at times typed with letters of another script that
// look like the right ones: a Latin c in a Russian word, the Cyrillic ә in an
// Azerbaijani one. Readers do not see it, so folding makes one script of it.
//
// Letters that look alike, as small letters or as capitals, say nothing of the
// script of their word; the others decide: «cтатья» is Cyrillic after its я,
// «Mәcәllә» Latin after its l. A word of letters without any that decides (СССР,
// НАТО, а) gets the script of its language; in a text of no known language it
// stays what it is, and becomes Latin if it has letters of both. A word that is
// Cyrillic throughout and has a letter of the Azerbaijani Cyrillic alphabet (һәм)
// stays what it is: there, those letters are the right ones.

// script is one that a language is written in.
type script uint8

const (
	anyScript script = iota // the language is not known
	latinScript
	cyrillicScript
)

// scriptOf is the script of the language with that BCP 47 tag.
func scriptOf(lang string) script {
	switch Primary(lang) {
	case "":
		return anyScript
	case "ru", "rus", "uk", "ukr", "be", "bel", "bg", "bul", "mk", "mkd", "kk", "kaz", "ky", "kir", "tg", "tgk", "mn", "mon", "tt", "tat", "ba", "bak", "cv", "ce", "os", "av":
		return cyrillicScript
	}
	if strings.Contains(strings.ToLower(lang), "cyrl") {
		return cyrillicScript
	}
	return latinScript
}

// oneScript writes a word, given in small letters, in one script, that of its
// language where the word does not tell; it works in the list that it is given.
func oneScript(letters []rune, home script) []rune {
	var to func(rune) rune
	switch count(letters).script(home) {
	case latinScript:
		to = toLatin
	case cyrillicScript:
		to = toCyrillic
	default:
		return letters
	}
	for i, r := range letters {
		letters[i] = to(r)
	}
	return letters
}

// scripts counts the letters of a word by script: all of them, those that decide
// and the Cyrillic ones of the Azerbaijani alphabet.
type scripts struct {
	latin, cyrillic             int
	surelyLatin, surelyCyrillic int
	azerbaijani                 int
}

func count(letters []rune) (c scripts) {
	for _, r := range letters {
		switch {
		case r < unicode.MaxLatin1 && 'a' <= r && r <= 'z', r >= 0xc0 && unicode.Is(unicode.Latin, r):
			c.latin++
			if toCyrillic(r) == r {
				c.surelyLatin++
			}
		case unicode.Is(unicode.Cyrillic, r):
			c.cyrillic++
			switch {
			case isAzerbaijaniCyrillic(r):
				c.azerbaijani++
			case toLatin(r) == r:
				c.surelyCyrillic++
			}
		}
	}
	return c
}

// script is the one that the word is to be written in, in a text whose script is
// home; anyScript where it may stay as it is.
func (c scripts) script(home script) script {
	switch {
	case c.cyrillic == 0 && (c.surelyLatin > 0 || home != cyrillicScript), c.latin == 0 && c.surelyCyrillic > 0:
		return anyScript // of one script as it stands
	case c.latin == 0 && c.azerbaijani > 0:
		if c.cyrillic > c.azerbaijani || home == cyrillicScript {
			return anyScript
		}
		return latinScript // «ә)» is the letter of a point
	case c.surelyLatin+c.surelyCyrillic > 0:
		if c.surelyCyrillic > c.surelyLatin {
			return cyrillicScript
		}
		return latinScript
	case c.latin > 0 && c.cyrillic > 0 && home == anyScript:
		return latinScript
	}
	return home
}

// isAzerbaijaniCyrillic reports whether r is one of the letters that Azerbaijani
// in Cyrillic had beyond those of Russian, and that have a Latin one today.
func isAzerbaijaniCyrillic(r rune) bool {
	switch r {
	case 'ә', 'ө', 'ү', 'ҹ', 'ғ', 'һ', 'ҝ':
		return true
	}
	return false
}

// toLatin is the Latin letter that stands for a small Cyrillic one: the one that
// looks like it, for the Azerbaijani letters the one of today's alphabet; r itself
// if there is none.
func toLatin(r rune) rune {
	switch r {
	case 'а':
		return 'a'
	case 'в':
		return 'b'
	case 'е':
		return 'e'
	case 'к':
		return 'k'
	case 'м':
		return 'm'
	case 'н':
		return 'h'
	case 'о':
		return 'o'
	case 'р':
		return 'p'
	case 'с':
		return 'c'
	case 'т':
		return 't'
	case 'у':
		return 'y'
	case 'х':
		return 'x'
	case 'і':
		return 'i'
	case 'ј':
		return 'j'
	case 'ѕ':
		return 's'
	case 'ә':
		return 'ə'
	case 'ө':
		return 'ö'
	case 'ү':
		return 'ü'
	case 'ҹ':
		return 'c'
	case 'ғ':
		return 'ğ'
	case 'һ':
		return 'h'
	case 'ҝ':
		return 'g'
	}
	return r
}

// toCyrillic is the Cyrillic letter that looks like a small Latin one; r itself if
// there is none.
func toCyrillic(r rune) rune {
	switch r {
	case 'a':
		return 'а'
	case 'b':
		return 'в'
	case 'c':
		return 'с'
	case 'e', 'ë':
		return 'е'
	case 'h':
		return 'н'
	case 'i':
		return 'і'
	case 'ï':
		return 'ї'
	case 'j':
		return 'ј'
	case 'k':
		return 'к'
	case 'm':
		return 'м'
	case 'o':
		return 'о'
	case 'p':
		return 'р'
	case 't':
		return 'т'
	case 'x':
		return 'х'
	case 'y':
		return 'у'
	}
	return r
}
