package csv

import (
	"testing"
)

func TestCSVCell(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", " +1": "' +1", "-a": "'-a", "@x": "'@x", "＝1": "'＝1", "\t=1": "' =1", "a=1": "a=1", "": "", "4.1.1": "4.1.1",
	} {
		if got := csvCell(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
