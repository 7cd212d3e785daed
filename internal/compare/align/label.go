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
	return plainStep(lastStep(numberAlone(p.Address())))
}

// numberAlone is an address without what tells a number that stands twice in its text
// from the other: «3.1~2» is part 1 of article 3 beside an inserted article 3.1.
func numberAlone(address string) string {
	if strings.IndexByte(address, '~') < 0 {
		return address
	}
	var b strings.Builder
	for step := range strings.SplitAfterSeq(address, "~") {
		if b.Len() > 0 {
			step = strings.TrimLeft(step, "0123456789")
		}
		b.WriteString(strings.TrimSuffix(step, "~"))
	}
	return b.String()
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
