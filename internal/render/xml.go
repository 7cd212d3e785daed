package render

import (
	"bytes"
	"encoding/xml"
)

// xmlEscaped is a text as XML holds it, between tags and in attributes. What XML
// cannot hold becomes U+FFFD.
func xmlEscaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
