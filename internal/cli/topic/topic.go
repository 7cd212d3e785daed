// Package topic holds the pages of prose that help shows beside those of the commands.
// A page is Markdown that reads well as it is, in lines of a terminal's width; its first
// line is «# Name: what it is about».
//
// A page is a file in this folder and its name the file's; help, completion and the
// manual pages of section 7 list whatever is here.
package topic

import (
	"embed"
	"strings"
)

//go:embed *.md
var files embed.FS

// Topic is one page.
type Topic struct {
	Name  string // as typed after help
	Short string // what it is about, in one line
	Text  string // the page below its title, Markdown
}

// All are the pages by name, in order. They are part of the program, so that a
// failure is a fault of its own.
func All() []Topic {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // embedded
	}
	var all []Topic
	for _, e := range entries {
		page, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err) // embedded
		}
		title, text, _ := strings.Cut(string(page), "\n")
		_, short, _ := strings.Cut(title, ": ")
		all = append(all, Topic{Name: strings.TrimSuffix(e.Name(), ".md"), Short: short, Text: strings.TrimSpace(text)})
	}
	return all
}

// Find is the page of a name, to the letter; false where there is none.
func Find(name string) (Topic, bool) {
	for _, t := range All() {
		if t.Name == name {
			return t, true
		}
	}
	return Topic{}, false
}
