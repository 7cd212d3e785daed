package review

import (
	"fmt"
	"strings"
)

// Summary says in one line what an entry enters: "obsolete, 2007 4.1.1".
func (e Entry) Summary() string {
	switch s := e.Says.(type) {
	case Enrolment:
		switch {
		case s.Removed:
			return s.Name + " leaves"
		case s.Key != "":
			return fmt.Sprintf("%s is enrolled as %s, with a key", s.Name, s.Role)
		}
		return fmt.Sprintf("%s is enrolled as %s", s.Name, s.Role)
	case Mark:
		return fmt.Sprintf("%s, %s", s.Verdict, s.On)
	case Decision:
		line := fmt.Sprintf("%s, %s", s.Verdict, s.On)
		if v := s.Votes.String(); v != "" {
			line += ", votes " + v
		}
		return line
	case Rebinding:
		var to []string
		for _, a := range s.To {
			to = append(to, a.Address)
		}
		if len(to) == 0 {
			return fmt.Sprintf("%s has no successor in %s", s.From, s.In)
		}
		return fmt.Sprintf("%s belongs to %s %s", s.From, s.In, strings.Join(to, ", "))
	case Pin:
		if s.Apart {
			return fmt.Sprintf("%s is not %s", s.Old, s.New)
		}
		return fmt.Sprintf("%s is %s", s.Old, s.New)
	}
	return ""
}

// String names what the anchor is tied to: "2007 4.1.1".
func (a Anchor) String() string { return a.Revision + " " + a.Address }
