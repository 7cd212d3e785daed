package review

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// object is a JSON object whose values are strings, integers, booleans, objects
// and lists of strings or objects.
type object map[string]any

// canonical writes JSON in its one canonical form, that of RFC 8785 for these
// values: keys sorted, no white space, UTF-8, and only those characters escaped
// that must be.
func canonical(b []byte, value any) []byte {
	switch v := value.(type) {
	case object:
		b = append(b, '{')
		for i, key := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(quoted(b, key), ':')
			b = canonical(b, v[key])
		}
		return append(b, '}')
	case []object:
		return list(b, v)
	case []string:
		return list(b, v)
	case string:
		return quoted(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	panic(fmt.Sprintf("review: no canonical form for %T", value))
}

func list[T any](b []byte, items []T) []byte {
	b = append(b, '[')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = canonical(b, item)
	}
	return append(b, ']')
}

// quoted writes a string as RFC 8785 does, which encoding/json does not: it
// escapes U+2028 and the like.
func quoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\b':
			b = append(b, '\\', 'b')
		case c == '\f':
			b = append(b, '\\', 'f')
		case c < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}
