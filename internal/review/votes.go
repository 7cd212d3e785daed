package review

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseVotes reads a vote written as for/against/abstain: "5/1/0"; the last may be
// left out.
func ParseVotes(s string) (Votes, error) {
	parts := strings.Split(s, "/")
	if len(parts) != 2 && len(parts) != 3 {
		return Votes{}, fmt.Errorf("votes %q: write them as for/against/abstain, for example 5/1/0", s)
	}
	var n [3]int
	for i, p := range parts {
		var err error
		if n[i], err = strconv.Atoi(strings.TrimSpace(p)); err != nil || n[i] < 0 || n[i] > MaxVotes {
			return Votes{}, fmt.Errorf("votes %q: %q is no number of votes", s, strings.TrimSpace(p))
		}
	}
	return Votes{n[0], n[1], n[2]}, nil
}

// String writes a vote as [ParseVotes] reads it; "" when none was recorded.
func (v Votes) String() string {
	if v == (Votes{}) {
		return ""
	}
	return fmt.Sprintf("%d/%d/%d", v.For, v.Against, v.Abstain)
}
