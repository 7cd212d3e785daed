package akn

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

func shown(components []*revision.Provision) string {
	var b strings.Builder
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			b.WriteString(strings.Join([]string{string(p.Kind), p.Address(), p.Num, p.Heading, p.Text}, "|"))
			for _, n := range p.Notes {
				b.WriteString(" {" + string(n.Kind) + " " + n.Mark + ": " + n.Text + "}")
			}
			b.WriteByte('\n')
			return true
		})
	}
	return b.String()
}

// act is an act as other programs write them: an article with paragraphs and
// points, a list, a table, notes of two kinds, an annex.
const act = `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
 <identification source="#x"><FRBRWork><FRBRthis value="/akn/az"/><FRBRuri value="/akn/az"/><FRBRalias name="short" value="Act 5"/><FRBRdate date="2004-06-29" name=""/><FRBRauthor href="#p"/><FRBRcountry value="az"/></FRBRWork>
  <FRBRExpression><FRBRthis value="x"/><FRBRuri value="x"/><FRBRdate date="2007-05-23" name=""/><FRBRauthor href="#p"/><FRBRlanguage language="aze"/></FRBRExpression></identification>
 <notes source="#x"><note eId="n1" marker="*"><p>as published</p></note></notes></meta>
<preface><p><docType>Act</docType> on <docTitle>National Security</docTitle></p></preface>
<preamble><recitals><recital eId="rec_1"><num>(1)</num><p>Whereas security matters,</p></recital></recitals></preamble>
<body>
 <chapter eId="chp_I" wId="chp_I"><num>Chapter I</num><heading>General</heading>
  <article eId="art_1" wId="art_old1"><num>Article 1</num><heading>Scope<noteRef href="#n1"/></heading>
   <paragraph eId="art_1__para_1"><num>1.</num><content><p>This Act <b>applies</b><authorialNote marker="1"><p>see above</p></authorialNote>.</p></content></paragraph>
   <paragraph eId="art_1__para_2"><num>2.</num><list><intro><p>It covers:</p></intro>
     <point eId="art_1__para_2__point_a"><num>(a)</num><content><p>persons;</p></content></point>
     <point><num>(b)</num><content><p>things.</p></content></point></list></paragraph>
  </article>
  <article eId="art_2"><num>Article 2</num><heading>Terms</heading><content>
    <blockList eId="l"><listIntroduction>In this Act:</listIntroduction><item><num>–</num><p>«one»;</p></item><item><num>–</num><p>«two».</p></item></blockList>
    <table><tr><th><p>a</p></th><td><p>b</p></td></tr></table>
    <p>Section 4 <ins>now</ins><del>then</del> reads: <mod><quotedStructure startQuote="«" endQuote="»"><article><num>Article 9</num><content><p>New words.</p></content></article></quotedStructure></mod></p>
    <p><remark>(repealed in 2010)</remark></p>
  </content></article>
 </chapter>
</body>
<conclusions><p>Done at Baku</p></conclusions>
<attachments><attachment><heading>Annex I</heading><doc name="annex"><meta/><mainBody><paragraph><num>1.</num><content><p>In the annex.</p></content></paragraph></mainBody></doc></attachment></attachments>
</act></akomaNtoso>`

func TestReadAct(t *testing.T) {
	doc, err := Read([]byte(act))
	if err != nil {
		t.Fatal(err)
	}
	want := `component|preface||Act on National Security|
paragraph|preface/p1|||(1) Whereas security matters,
part|chapter-i|Chapter I|General| {eid : chp_I}
clause|1|Article 1|Scope| {eid : art_1} {wid : art_old1} {footnote *: as published}
clause|1.1|1.||This Act applies. {eid : art_1__para_1} {footnote 1: see above}
clause|1.2|2.||It covers: {eid : art_1__para_2}
clause|1.2.a|(a)||persons; {eid : art_1__para_2__point_a}
clause|1.2.b|(b)||things.
clause|2|Article 2|Terms| {eid : art_2}
paragraph|2/p1|||In this Act:
item|2/p1/i1|–||«one»;
item|2/p1/i2|–||«two».
paragraph|2/p2|||a | b
paragraph|2/p3|||Section 4 now reads:
paragraph|2/p4|||«Article 9 New words.» {editorial : (repealed in 2010)}
paragraph|preface/p2|||Done at Baku
component|annex-1|Annex I||
clause|annex-1/1|1.||In the annex.
`
	got := shown(doc.Components)
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	meta := revision.Meta{Title: "Act on National Security", Date: "2007-05-23", Language: "az", Citation: "Act 5"}
	if diff := cmp.Diff(meta, doc.Meta); diff != "" {
		t.Error(diff)
	}
}

// TestDropped holds that what is left out is listed: the table of contents, deleted
// words, markup of another language; metadata is read.
func TestDropped(t *testing.T) {
	const page = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta/><body><toc><tocItem href="#a">Article 1</tocItem></toc>
<article><num>Article 1</num><content><p>The fee is <del>five</del><ins>six</ins> manats.</p><foreign><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></foreign></content></article></body></act></akomaNtoso>`
	doc, err := Read([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	want := []flow.Dropped{{Text: "Article 1", Why: "table of contents"}, {Text: "five", Why: flow.WhyStruck}, {Text: "x", Why: "foreign markup"}}
	if diff := cmp.Diff(want, doc.Dropped); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRefused(t *testing.T) {
	const ns = `xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"`
	for _, tt := range []struct{ name, data, want string }{
		{"no text", `<akomaNtoso ` + ns + `><act><meta/><body/></act></akomaNtoso>`, "has no text"},
		{"other XML", `<html><!-- akomaNtoso --></html>`, "is no Akoma Ntoso"},
		{"cut short", act[:len(act)/2], "damaged"},
		{"nesting", `<akomaNtoso ` + ns + `>` + strings.Repeat("<section>", 10_000), "nested deeper than 500"},
		{"entities", `<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso ` + ns + `><act><body><p>&b;</p></body></act></akomaNtoso>`, "uses an entity"},
	} {
		if _, err := Read([]byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(act)
	f.Add(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:cd="urn:conceptdiff:akn:1"><doc><meta><proprietary><cd:revision title="x"/></proprietary></meta>` +
		`<mainBody><hcontainer cd:kind="component" eId="preface"><clause eId="1" cd:kind="clause"><num>1.</num><content><p cd:kind="text">x</p></content></clause></hcontainer></mainBody></doc></akomaNtoso>`)
	f.Fuzz(func(t *testing.T, data string) {
		doc, err := Read([]byte(data))
		if err != nil {
			return
		}
		for _, c := range doc.Components {
			c.Walk(func(p *revision.Provision) bool { return p.Address() != "" })
		}
	})
}
