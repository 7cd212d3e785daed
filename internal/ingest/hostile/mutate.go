package hostile

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
)

// Mutate alters a file at random; data is left as it is. Of a package one part is
// altered and the package made anew, so that what reads the part sees it; one time in
// eight, and where the package cannot be read, its own bytes are altered. The same
// random source makes the same file.
func Mutate(random *rand.Rand, data []byte) []byte {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) && random.IntN(8) > 0 {
		if out, ok := mutatePart(random, data); ok {
			return out
		}
	}
	return mutateBytes(random, data)
}

// mutatePart alters one part; false where a part cannot be read.
func mutatePart(random *rand.Rand, data []byte) ([]byte, bool) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(r.File) == 0 {
		return nil, false
	}
	var parts []part
	chosen := random.IntN(len(r.File))
	for i, f := range r.File {
		content, err := readPart(f)
		if err != nil {
			return nil, false
		}
		if i == chosen {
			content = mutateBytes(random, content)
		}
		parts = append(parts, whole(f.Name, string(content)))
	}
	return zipped(parts...), true
}

// readPart reads a part, at most 64 MB of it.
func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, 64*MB))
}

// mutateBytes flips, cuts, repeats, exchanges or replaces stretches; where the bytes
// are of a language with brackets, mostly whole elements and numbers. Numbers become
// large ones, and characters come in that no text should hold.
func mutateBytes(random *rand.Rand, data []byte) []byte {
	out := bytes.Clone(data)
	for range 1 + random.IntN(6) {
		if len(out) < 8 {
			return append(out, "gate"...)
		}
		from := random.IntN(len(out) - 1)
		if i := bytes.IndexAny(out[from:], "<{\"\\0123456789"); i >= 0 && random.IntN(4) > 0 {
			from = min(from+i, len(out)-2)
		}
		to := from + 1 + random.IntN(min(400, len(out)-from-1))
		piece := bytes.Clone(out[from:to])
		switch random.IntN(6) {
		case 0:
			out[from] ^= 1 << random.IntN(8)
		case 1:
			out = slices.Delete(out, from, to)
		case 2:
			out = slices.Insert(out, from, bytes.Repeat(piece, 1+random.IntN(40))...)
		case 3:
			at := random.IntN(len(out))
			out = slices.Insert(out, at, piece...)
		case 4:
			for i, c := range out[from:to] {
				if c >= '0' && c <= '9' {
					out[from+i] = byte('0' + random.IntN(10))
				}
			}
			out = slices.Insert(out, from, []byte("2147483647")[:1+random.IntN(10)]...)
		case 5:
			out = slices.Insert(out, from, []byte("\x00\x1b\u202e\ufffe<>&\"'{}\\]]>")[random.IntN(12):]...)
		}
	}
	return out
}
