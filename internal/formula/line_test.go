package formula

import (
	"encoding/xml"
	"strings"
	"testing"
)

// element is a part of a formula in a test.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []*element `xml:",any"`
	Text     string     `xml:",chardata"`
}

func tree(prefix string) Tree[*element] {
	return Tree[*element]{
		Name:     func(e *element) string { return prefix + e.XMLName.Local },
		Children: func(e *element) []*element { return e.Children },
		Attr: func(e *element, name string) string {
			for _, a := range e.Attrs {
				if prefix+a.Name.Local == name {
					return a.Value
				}
			}
			return ""
		},
		Text: func(e *element) string {
			text := e.Text
			for _, c := range e.Children {
				text += c.Text
			}
			return strings.TrimSpace(text)
		},
	}
}

func parse(t *testing.T, s string) *element {
	t.Helper()
	e := &element{}
	if err := xml.Unmarshal([]byte("<formula>"+s+"</formula>"), e); err != nil {
		t.Fatal(err)
	}
	return e
}

// run is «r(text)» for <r><t>text</t></r>.
var run = strings.NewReplacer("r(", "<r><t>", ")r", "</t></r>")

func TestOffice(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"r(A=bh)r", "A=bh"},
		{"<f><fPr><type val='bar'/></fPr><num>r(a)r</num><den>r(b)r</den></f>", "a/b"},
		{"<f><num>r(a+1)r</num><den>r(10)r</den></f>", "(a+1)/10"},
		{"<f><fPr><type val='noBar'/></fPr><num>r(n)r</num><den>r(k)r</den></f>", "(n¦k)"},
		{"r(2)r<f><num>r(1)r</num><den>r(2)r</den></f>r( coins)r", "2 1/2 coins"},
		{"<f><num>r(1)r</num><den>r(2)r</den></f>r(3)r", "1/2 3"},
		{"<sSup><e>r(10)r</e><sup>r(2)r</sup></sSup>", "10^2"},
		{"<sSup><e>r(10)r</e><sup>r(n+1)r</sup></sSup>", "10^(n+1)"},
		{"<sSup><e>r(ab)r</e><sup>r(2)r</sup></sSup>", "(ab)^2"},
		{"r(2)r<sSup><e>r(x)r</e><sup>r(2)r</sup></sSup>r(y)r", "2x^2 y"},
		{"r(2)r<sSup><e>r(10)r</e><sup>r(2)r</sup></sSup>", "2 10^2"},
		{"<sSub><e>r(x)r</e><sub>r(i)r</sub></sSub>", "x_i"},
		{"<sSubSup><e>r(x)r</e><sub>r(i)r</sub><sup>r(2)r</sup></sSubSup>", "x_i^2"},
		{"<rad><radPr><degHide val='1'/></radPr><deg/><e>r(2x)r</e></rad>", "√(2x)"},
		{"<rad><deg>r(3)r</deg><e>r(x)r</e></rad>", "√(3&x)"},
		{"<nary><naryPr><chr val='∑'/></naryPr><sub>r(i=1)r</sub><sup>r(n)r</sup><e>r(i)r</e></nary>", "∑_(i=1)^n i"},
		{"<d><e>r(a+b)r</e></d>", "(a+b)"},
		{"<d><dPr><begChr val='['/><endChr val='['/></dPr><e>r(a)r</e><e>r(b)r</e></d>", "[a|b["},
		{"<sSup><e><d><e>r(a+b)r</e></d></e><sup>r(2)r</sup></sSup>", "(a+b)^2"},
		{"<func><fName>r(sin)r</fName><e>r(x)r</e></func>", "sin x"},
		{"<m><mr><e>r(a)r</e><e>r(b)r</e></mr><mr><e>r(c)r</e><e>r(d)r</e></mr></m>", "[a, b; c, d]"},
		{"<box><e>r(x)r</e></box>", "x"},
	} {
		if got := Office(parse(t, run.Replace(tt.in)), tree("m:")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestMathML(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"},
		{"<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "(n¦k)"},
		{"<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"},
		{"<msup><mn>10</mn><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>", "10^(n+1)"},
		{"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2"},
		{"<msqrt><mn>2</mn><mi>x</mi></msqrt><mo>=</mo><mroot><mi>y</mi><mn>3</mn></mroot>", "√(2x)=√(3&y)"},
		{"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>", "∑_(i=1)^n"},
		{"<mi>sin</mi><mo>\u2061</mo><mi>x</mi>", "sin x"},
		{"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable>", "[1, 0]"},
		{"<semantics><mi>a</mi><annotation>\\a</annotation></semantics>", "a"},
	} {
		if got := MathML(parse(t, tt.in), tree("")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in, got, tt.want)
		}
	}
}
