// Conceptdiff tracks the revisions of a policy or legal document and says what
// became of every clause. Run «conceptdiff help».
package main

import (
	"os"

	"conceptdiff/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
