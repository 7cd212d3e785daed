package cli

import (
	"bufio"
	"fmt"
	"io"
)

// doubleClicked are the arguments of a start without any from the desktop of Windows:
// the pages, which need no command line. Port 0 takes one that is free, since nobody
// is there to read that another program holds the usual one.
var doubleClicked = []string{"serve", "--port", "0", "--open"}

// greet tells whoever double-clicked the program what it does, since its window is
// all that is seen of it: Explorer opens a console for the program and closes it with
// it.
func greet(out io.Writer) {
	fmt.Fprint(out, `conceptdiff says what became of every clause of a document.

Its pages open in your browser. This window must stay open meanwhile; close it to
stop. On a command line, «conceptdiff help» shows what else it does.

`)
}

// part keeps the window until it was read, where the pages could not be shown:
// without it the error would be gone with the window before anyone could read it.
func part(in io.Reader, out io.Writer) {
	fmt.Fprint(out, `
The pages need a folder called revisions beside the program, such as the one in the
archive that it came in. Without one, open a command line (Windows key, type «cmd»,
Enter), go to the folder with your files, and compare two of them:

    conceptdiff report old.docx new.docx --format html -o report.html

Press Enter to close this window.
`)
	_, _ = bufio.NewReader(in).ReadString('\n') // a window that is closed is an answer, too
}
