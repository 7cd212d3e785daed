package workspace

// Log takes what is worth telling beside a result. Texts may hold names and words
// that others wrote: whoever shows them makes them safe for its screen.
type Log interface {
	Notice(format string, args ...any)
	Warn(format string, args ...any)
	// Progress tells of what takes long. The caller calls what it returns at the end.
	Progress(what string) (done func())
}

// Silent is a [Log] that tells nobody.
type Silent struct{}

// Notice is part of [Log].
func (Silent) Notice(string, ...any) {}

// Warn is part of [Log].
func (Silent) Warn(string, ...any) {}

// Progress is part of [Log].
func (Silent) Progress(string) func() { return func() {} }
