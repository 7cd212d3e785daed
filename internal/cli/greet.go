package cli

import (
	"bufio"
	"fmt"
	"io"
)

// greet is for whoever double-clicked the program on Windows: its window would close
// before anything could be read in it.
func greet(in io.Reader, out io.Writer) int {
	fmt.Fprint(out, `conceptdiff says what became of every clause of a document.

It is used from a command line. Open one (Windows key, type «cmd», Enter), go
to the folder with your files, and compare two of them:

    cd Documents
    conceptdiff diff old.docx new.docx
    conceptdiff report old.docx new.docx --format html -o report.html

«conceptdiff help» shows all commands.

Press Enter to close this window.
`)
	_, _ = bufio.NewReader(in).ReadString('\n') // a window that is closed is an answer, too
	return exitDone
}
