package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
	"strings"
)

// What bounds the search itself: a stream may be made to expand without end, and the
// word «stream» to stand anywhere.
const (
	maxObjectStream = 32 << 20 // bytes of an object stream that are looked at; writers put some hundred objects into each
	maxDictionary   = 512      // bytes before an object stream that can be its dictionary
)

// mostRepeats counts in each array the references to what it names already, and
// answers the most. A page may name one small piece without end, each time of which
// costs PDFium as much as the first, and nothing can stop it in the middle; a page of
// many different pieces is as large as its file.
//
// Arrays stand in the file as they are or in an object stream (ISO 32000-1, 7.5.7),
// which is inflated for this. Those of an encrypted file, or that are packed
// otherwise than by Flate alone, are not seen.
func mostRepeats(data []byte) int {
	most, key := repeats(data), []byte("stream")
	for before, rest, found := bytes.Cut(data, key); found; before, rest, found = bytes.Cut(rest, key) {
		if !bytes.Contains(unescaped(before[max(0, len(before)-maxDictionary):]), []byte("/ObjStm")) {
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(rest, "\r\n")))
		if err != nil {
			continue
		}
		objects, _ := io.ReadAll(io.LimitReader(r, maxObjectStream)) // of a damaged one, what there is
		most = max(most, repeats(objects))
	}
	return most
}

// unescaped writes out the characters of names that stand as numbers (#53 for S).
func unescaped(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		// A name need not be written as its letters: /Obj#53tm is /ObjStm (ISO
		// 32000-1, 7.3.5).
		if s[i] == '#' && i+2 < len(s) {
			if c, err := strconv.ParseUint(string(s[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

// repeats is mostRepeats for arrays that stand in data as they are.
func repeats(data []byte) int {
	most := 0
	for s := (scanner{rest: data, comment: -1}); s.to('['); {
		count := 0
		var named map[string]bool
		for number := s.reference(); number != nil; number = s.reference() {
			if named == nil {
				named = map[string]bool{}
			}
			named[string(number)] = true
			count++
		}
		most = max(most, count-len(named))
	}
	return most
}

// scanner cuts PDF objects into words. It does not parse: an array in a string
// counts, too, which at worst refuses a file that no program wrote.
type scanner struct {
	rest    []byte
	comment int // length of rest where the comment that was met last ends, -1 before any
}

// to goes behind the next c, and reports whether there is one.
func (s *scanner) to(c byte) bool {
	i := bytes.IndexByte(s.rest, c)
	if i >= 0 {
		s.rest = s.rest[i+1:]
	}
	return i >= 0
}

// reference goes behind a reference, as 6 0 R, and answers its number; nil, and it
// stays, where something else stands.
func (s *scanner) reference() []byte {
	ahead := *s
	number := ahead.word()
	found := isNumber(number) && isNumber(ahead.word()) && string(ahead.word()) == "R"
	s.comment = ahead.comment
	if !found {
		return nil
	}
	s.rest = ahead.rest
	return number
}

// isNumber reports whether s is one digit or more.
func isNumber(s []byte) bool { return len(s) > 0 && len(bytes.Trim(s, "0123456789")) == 0 }

// word goes behind the next word and the white space and comments before it; a mark
// that parts words (ISO 32000-1, 7.2.2) ends it.
func (s *scanner) word() []byte {
	for {
		s.rest = bytes.TrimLeft(s.rest, " \t\r\n\f\x00")
		if len(s.rest) == 0 || s.rest[0] != '%' {
			break
		}
		// A comment is looked for once; from inside it the same end holds.
		if s.comment < 0 || s.comment >= len(s.rest) { // not within the one met last
			if i := bytes.IndexAny(s.rest, "\r\n"); i >= 0 {
				s.comment = len(s.rest) - i
			} else {
				s.comment = 0
			}
		}
		s.rest = s.rest[len(s.rest)-s.comment:]
	}
	end := 0
	for end < len(s.rest) && strings.IndexByte(" \t\r\n\f\x00()<>[]{}/%", s.rest[end]) < 0 {
		end++
	}
	word := s.rest[:end]
	s.rest = s.rest[end:]
	return word
}
