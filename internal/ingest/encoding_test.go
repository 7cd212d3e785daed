package ingest

import (
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

const (
	russianText = "1. Общие положения\n\n1.1. Настоящая Концепция — это система взглядов на обеспечение безопасности «личности, общества и государства».\n\n2. Ещё пункт № 5\n"
	azeriText   = "1. Ümumi müddəalar\n\n1.1. Bu Qanun ölkənin təhlükəsizliyi ilə bağlı münasibətləri tənzimləyir.\n"
	turkishText = "1. Genel hükümler\n\n1.1. Bu Kanun, ülkenin güvenliği için alınacak önlemleri ve bunların uygulanmasını düzenler. Işığın şiddeti ölçülür.\n"
	frenchText  = "1. Dispositions générales\n\n1.1. La présente loi règle l'organisation de la sécurité et précise les modalités d'exécution à l'étranger, y compris les mesures où elles sont prévues.\n"
)

// A text in an older encoding is read as the same text in UTF-8, and it is said.
func TestReadToldByLetters(t *testing.T) {
	for _, tt := range []struct {
		encoding string
		text     string
		charmap  *charmap.Charmap
	}{
		{"Windows-1251", russianText, charmap.Windows1251},
		{"KOI8-R", strings.NewReplacer("—", "-", "«", "\"", "»", "\"", "№", "N").Replace(russianText), charmap.KOI8R},
		{"Windows-1254", turkishText, charmap.Windows1254},
		{"Windows-1252", frenchText, charmap.Windows1252},
	} {
		data, err := tt.charmap.NewEncoder().String(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read("x.txt", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", tt.encoding, err)
			continue
		}
		want, err := Read("x.txt", []byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if got.Encoding != tt.encoding || len(got.Warnings) == 0 || !strings.Contains(got.Warnings[0].Text, tt.encoding) {
			t.Errorf("read as %s with warnings %v, want %s and a warning", got.Encoding, got.Warnings, tt.encoding)
		}
		if diff := cmp.Diff(want.Components, got.Components); diff != "" {
			t.Errorf("%s read otherwise (-UTF-8 +this):\n%s", tt.encoding, diff)
		}
	}
}

func TestReadUTF16WithoutMark(t *testing.T) {
	for name, order := range map[string]binary.AppendByteOrder{"UTF-16LE": binary.LittleEndian, "UTF-16BE": binary.BigEndian} {
		for _, text := range []string{russianText, azeriText, frenchText} {
			var data []byte
			for _, u := range utf16.Encode([]rune(text)) {
				data = order.AppendUint16(data, u)
			}
			got, err := Read("x.txt", data)
			if err != nil || got.Encoding != name {
				t.Errorf("%s: %v, %v", name, got, err)
				continue
			}
			want, err := Read("x.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.Components, got.Components); diff != "" {
				t.Errorf("%s read otherwise:\n%s", name, diff)
			}
		}
	}
}

// What cannot be told is refused rather than guessed.
func TestReadDoesNotGuess(t *testing.T) {
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"too little":           "1. One\n\xcd\xe0 one\n",
		"damaged UTF-8":        russianText + "\xff\xfe" + azeriText + "\xc3",
		"a program's data":     string(program[len(program)/2 : len(program)/2+100_000]),
		"random high bytes":    strings.Repeat("\x80\x81\x9d\xa1\xff\xfe\x8f\x90 ", 100),
		"control characters":   strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2\x01 ", 30),
		"letters of no script": strings.Repeat("a\xd0b\xfec\xf0D\xdee ", 60),
	} {
		if res, err := Read("x.txt", []byte(data)); err == nil {
			t.Errorf("%s: read as %s", name, res.Encoding)
		}
	}
}
