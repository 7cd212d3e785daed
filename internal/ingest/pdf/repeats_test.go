package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// compressed is a PDF of one page whose page and font stand in an object stream.
func compressed(contents, piece string) []byte {
	objects := []string{ // from 1
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents " + contents + " /Resources << /Font << /F 4 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	var head, body strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
		body.WriteString(o + "\n")
	}
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	entry := func(kind byte, offset, index int) {
		table.WriteByte(kind)
		binary.Write(&table, binary.BigEndian, uint32(offset))
		table.WriteByte(byte(index))
	}
	entry(0, 0, 255)
	for i := range objects {
		entry(2, 5, i)
	}
	write := func(number int, s string) {
		entry(1, b.Len(), 0)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, s)
	}
	write(5, stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(objects), head.Len()), deflated(head.String()+body.String())))
	write(6, stream("", piece))
	start := b.Len()
	entry(1, start, 0)
	fmt.Fprintf(&b, "7 0 obj\n%s\nendobj\n", stream("/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode", deflated(table.String())))
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// A page that repeats one piece without end is refused however the file hides it.
func TestRepeats(t *testing.T) {
	piece := at(50, 700, 12, "Words")
	many := strings.Repeat("6 0 R ", maxRepeats+2)
	for name, data := range map[string][]byte{
		"in an object stream":          compressed("["+many+"]", piece),
		"with comments":                compressed("[% a ]\n"+strings.ReplaceAll(many, " 0 ", " % it\n0\r")+"]", piece),
		"two by turns":                 compressed("["+strings.Repeat("6 0 R 4 0 R ", maxRepeats/2+2)+"]", piece),
		"a name written with numbers":  bytes.Replace(compressed("["+many+"]", piece), []byte("/ObjStm"), []byte("/Obj#53tm"), 1),
		"an array with its own number": build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R >>", stream("", piece), "["+strings.ReplaceAll(many, "6", "4")+"]"),
	} {
		if _, err := Read(t.Context(), data); err == nil || !strings.Contains(err.Error(), "repeats its pieces") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string][]byte{
		"once":           compressed("6 0 R", piece),
		"a few":          compressed("["+strings.Repeat("6 0 R ", 100)+"]", piece),
		"many different": onePage("/K ["+strings.Join(numbered(3*maxRepeats), " ")+"]", piece),
	} {
		if pages, err := Read(t.Context(), data); err != nil || len(pages) != 1 || len(pages[0].Lines) == 0 || pages[0].Lines[0].Text != "Words" {
			t.Errorf("%s: %v, %v", name, pages, err)
		}
	}
}

func numbered(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%d 0 R", i+100)
	}
	return out
}

func BenchmarkRepeats(b *testing.B) {
	for name, s := range map[string]string{"brackets": "[", "comments": "[%", "references": "[1 0 R ", "words": "[1 x "} {
		data := []byte(strings.Repeat(s, 16<<20/len(s)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				mostRepeats(data)
			}
		})
	}
}
