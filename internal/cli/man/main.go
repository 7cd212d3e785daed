// Man writes the manual pages of the program into a folder: section 1 for each command,
// section 7 for each page of help. The date is that of SOURCE_DATE_EPOCH
// (reproducible-builds.org), so that the same source gives the same pages.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"conceptdiff/internal/cli"
	"conceptdiff/internal/cli/topic"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "man:", err)
		os.Exit(1)
	}
}

// run writes the pages of commands (section 1) and of subjects (section 7) into the
// folders man1 and man7 below the one that is named. Their date is SOURCE_DATE_EPOCH,
// in seconds, so that two builds write the same; without it nothing is written.
func run(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: man FOLDER")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("SOURCE_DATE_EPOCH is no number of seconds: %w", err)
	}
	// The day in the pages must not depend on where they are made.
	date := time.Unix(seconds, 0).UTC()
	for _, dir := range []string{"man1", "man7"} {
		if err := os.MkdirAll(filepath.Join(args[0], dir), 0o755); err != nil {
			return err
		}
	}
	if err := commands(filepath.Join(args[0], "man1"), cli.Root(), date); err != nil {
		return err
	}
	return topics(filepath.Join(args[0], "man7"), date)
}

// commands writes the pages of a command and of those below it, except hidden ones.
// It changes the help text of c, whose tree is used for nothing else afterwards.
func commands(dir string, c *cobra.Command, date time.Time) error {
	if c.HasParent() && !c.IsAvailableCommand() {
		return nil
	}
	// Cobra's line with the day would differ at every build.
	c.DisableAutoGenTag = true
	c.Long = listed(c.Long)
	var page bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Date: &date, Source: "conceptdiff", Manual: "conceptdiff"}
	if err := doc.GenMan(c, header, &page); err != nil {
		return fmt.Errorf("%s: %w", c.CommandPath(), err)
	}
	name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1.gz"
	if err := write(filepath.Join(dir, name), page.Bytes()); err != nil {
		return err
	}
	for _, below := range c.Commands() {
		if err := commands(dir, below, date); err != nil {
			return err
		}
	}
	return nil
}

// listed sets the lines of a help text that are indented by two off by four, by which
// Markdown knows lines that are to stay as they are. md2man would else join them to
// one paragraph.
func listed(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "  ") {
			lines[i] = "  " + line
		}
	}
	return strings.Join(lines, "\n")
}

// topics writes a page for each subject of «conceptdiff help».
func topics(dir string, date time.Time) error {
	for _, t := range topic.All() {
		page := fmt.Sprintf("%% %q \"7\" %q \"conceptdiff\" \"conceptdiff\"\n# NAME\nconceptdiff-%s \\- %s\n\n# DESCRIPTION\n%s\n",
			"CONCEPTDIFF-"+strings.ToUpper(t.Name), date.Format("Jan 2006"), t.Name, t.Short, t.Text)
		if err := write(filepath.Join(dir, "conceptdiff-"+t.Name+".7.gz"), md2man.Render([]byte(page))); err != nil {
			return err
		}
	}
	return nil
}

// write compresses a page as Debian's policy asks (12.1: gzip -9), with nothing of
// the day in it: no name and no time stand in the header.
func write(path string, page []byte) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(page); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
