// Package lazy makes regular expressions when they are first asked for. A run uses few
// of the program's, and compiling all of them would cost each start a millisecond.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression, compiled at its first use. It panics then if expr is
// none, as [regexp.MustCompile] does.
func Regexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
