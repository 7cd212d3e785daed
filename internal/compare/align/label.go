package align

import (
	"strings"

	"conceptdiff/internal/revision"
)

// label is the last step of a provision's address in a form that survives
// another way of printing it: case and leading zeros do not count. It is ""
// for a provision without a number.
func label(p *revision.Provision) string {
	if p.Num == "" {
		return ""
	}
	return plainStep(lastStep(p.Address()))
}

func lastStep(address string) string {
	return address[strings.LastIndexAny(address, "./")+1:]
}

// plainAddress is an address without leading zeros and case: two addresses that
// are plainly equal are the same number, printed in two ways.
func plainAddress(address string) string {
	if strings.IndexByte(address, '0') < 0 {
		return strings.ToLower(address)
	}
	var b strings.Builder
	start := 0
	for i := 0; i <= len(address); i++ {
		if i == len(address) || address[i] == '.' || address[i] == '/' {
			b.WriteString(plainStep(address[start:i]))
			if i < len(address) {
				b.WriteByte(address[i])
			}
			start = i + 1
		}
	}
	return b.String()
}

func plainStep(step string) string {
	s := strings.TrimLeft(strings.ToLower(step), "0")
	if s == "" && step != "" {
		return "0"
	}
	return s
}
