package web

import (
	"log"
	"strings"
)

// quietLog passes on what the server of the standard library finds wrong, without
// what browsers cause by leaving.
func quietLog(to func(format string, args ...any)) *log.Logger {
	return log.New(logWriter(to), "", 0)
}

type logWriter func(format string, args ...any)

func (w logWriter) Write(line []byte) (int, error) {
	text := strings.TrimSpace(string(line))
	if w != nil && !strings.Contains(text, "TLS handshake error") {
		w("%s", text)
	}
	return len(line), nil
}
