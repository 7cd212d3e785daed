// Package build names the build of the program that runs, so that what one build
// computed is not taken for what another would.
package build

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"sync"
)

// ID names the program that runs: a hash of all it was made from, which Go
// wrote into it (go tool buildid prints it). It is "" where none is found, as in
// a program built with -ldflags=-buildid=.
var ID = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	const within = 32 << 10 // as far as Go itself looks for it
	head, err := io.ReadAll(io.LimitReader(f, within))
	if err != nil {
		return ""
	}
	return findBuildID(head)
})

// findBuildID finds the build ID in the head of an executable: in an ELF note of
// type 4 that belongs to "Go", elsewhere between quotes where the code starts.
func findBuildID(head []byte) string {
	if before, note, found := bytes.Cut(head, []byte("\x04\x00\x00\x00Go\x00\x00")); found && len(before) >= 4 {
		if size := int(binary.LittleEndian.Uint32(before[len(before)-4:])); size <= len(note) {
			return string(note[:size])
		}
	}
	_, quoted, _ := bytes.Cut(head, []byte("\xff Go build ID: \""))
	id, _, _ := bytes.Cut(quoted, []byte(`"`))
	return string(id)
}
