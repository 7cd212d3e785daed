package office

import (
	"bytes"
	"encoding/xml"
)

// Escaped is a text as XML holds it, between tags and in attributes. What XML
// cannot hold becomes U+FFFD.
func Escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
