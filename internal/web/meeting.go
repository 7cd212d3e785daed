package web

import (
	"net/url"
	"strconv"
)

// meetingPath is the projector's view of one item of an agenda, counted from 1.
func meetingPath(label string, item int) string {
	return "/meeting/" + url.PathEscape(label) + "/" + strconv.Itoa(item)
}
