//go:build !windows

package terminal

import "os"

// pager shows what is longer than the screen. -R lets colours through, which the
// guard has checked.
const pager = "less -R"

// colours reports that a terminal heeds colour.
func colours(*os.File) bool { return true }

// InUse is for systems on which a file can be open for one program alone.
func InUse(error) bool { return false }

// inUse is for systems on which an open file cannot be replaced.
func inUse(err error, _ string) error { return err }
