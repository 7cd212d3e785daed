package review

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The most characters (runes) that a text may have. Any text within them is
// taken as it is: quotation marks, line breaks, all scripts.
const (
	MaxName    = 120
	MaxNote    = 20_000
	MaxAddress = 500
	maxLabel   = 200
	maxQuote   = 2_000
	maxKey     = 4_000
)

// MaxVotes bounds each count of a vote.
const MaxVotes = 1_000_000

// CleanName is a name in the form in which it is stored and compared: composed
// (Unicode NFC), without spaces around it. The error says why it is refused.
func CleanName(name string) (string, error) {
	clean := norm.NFC.String(strings.TrimSpace(name))
	if err := checkName(clean); err != nil {
		return "", err
	}
	return clean, nil
}

func checkName(name string) error {
	if name == "" || name != strings.TrimSpace(name) {
		return errors.New("a member's name is needed: letters, without spaces around them")
	}
	return checkText("the name", name, MaxName)
}

// checkText refuses what is no text or too long; what names it.
func checkText(what, s string, most int) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s is not UTF-8 text", what)
	}
	if n := utf8.RuneCountInString(s); n > most {
		return fmt.Errorf("%s has %d characters: at most %d can be stored", what, n, most)
	}
	return nil
}
