package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// told prints references a line each: "3 cites 2: now 2, was 2, became 4".
func told(refs []Reference) string {
	var b strings.Builder
	for _, r := range refs {
		now, was, became := "none", "none", "none"
		if r.NowAt != nil {
			now = r.NowAt.Address()
		}
		if r.WasAt != nil {
			was = r.WasAt.Address()
		}
		if len(r.BecameAt) > 0 {
			became = strings.Join(addresses(r.BecameAt), "+")
		}
		kept := ""
		if r.Kept {
			kept = ", kept"
		}
		fmt.Fprintf(&b, "%s cites %s: now %s, was %s, became %s%s\n", r.In.Address(), r.Number, now, was, became, kept)
	}
	return b.String()
}

// What the clauses of the two texts in the cases below are about.
const (
	ports   = "Ports | The harbour master keeps the register of ships and collects the dues."
	roads   = "Roads | Heavy lorries need a permit from the county and pay for it each year."
	rail    = "Railways | Trains run on weekdays between the capital and all border towns."
	customs = "Customs | Officers may open any parcel and keep forbidden wares as evidence."
	mines   = "Mines | Fields are cleared before anyone builds, ploughs or grazes upon them."
)

func TestReferences(t *testing.T) {
	// Clauses 1 to 3 are there before and after; ports were 4 and are 5, where 4
	// is now about customs.
	old := "1 " + roads + "\n2 " + rail + "\n2.1 Night trains | They carry sleeping cars and no freight at all.\n4 " + ports + "\n5 " + mines
	for _, c := range []struct{ name, lang, oldSentence, newSentence, want string }{
		{"a number that stands for another clause now", "en", "", "See clause 4.", "3 cites 4: now 4, was 4, became 5\n"},
		{"taken over from the old text", "en", "See clause 4.", "See clause 4.", "3 cites 4: now 4, was 4, became 5, kept\n"},
		{"written anew where it had stood", "en", "See clause 5.", "See clause 4.", "3 cites 4: now 4, was 4, became 5\n"},
		{"none now", "en", "", "See clause 2.2.", "3 cites 2.2: now none, was none, became none\n"},
		{"the same clause as before", "en", "", "See clause 2.1.", ""},
		{"only new", "en", "", "See clause 6.", ""},
		{"no reference", "en", "", "There are 4 of them.", ""},
		{"several", "en", "", "See clauses 1, 4 and 5.", "3 cites 4: now 4, was 4, became 5\n3 cites 5: now 5, was 5, became none\n"},
		{"twice in one sentence", "en", "", "See clause 4, and again clause 4.", "3 cites 4: now 4, was 4, became 5\n"},
		{"another document", "en", "", "See Article 4 of the Charter, Articles 4 and 5 TFEU, Article 4(1), point (b), of Directive 2014/65/EU and Section 4 of [URI].", ""},
		{"this one", "en", "", "See Article 4 of this Law.", "3 cites 4: now 4, was 4, became 5\n"},
		{"a subject after a comma", "en", "", "Under clause 4, the Council decides.", "3 cites 4: now 4, was 4, became 5\n"},
		{"a chapter is no clause", "en", "", "See chapter 4.", ""},
		{"section sign", "en", "", "See § 4.", "3 cites 4: now 4, was 4, became 5\n"},
		{"Russian", "ru", "", "См. пункт 4 и статью 5.", "3 cites 4: now 4, was 4, became 5\n3 cites 5: now 5, was 5, became none\n"},
		{"abbreviated", "ru", "", "См. ст. 4 и п. 5.", "3 cites 4: now 4, was 4, became 5\n3 cites 5: now 5, was 5, became none\n"},
		{"abbreviated in English", "en", "", "See Art. 4 and para. 5.", "3 cites 4: now 4, was 4, became 5\n3 cites 5: now 5, was 5, became none\n"},
		{"a Russian amount", "ru", "", "Через 4 года.", ""},
		{"another law in Russian", "ru", "", "См. статью 4 Конституции.", ""},
		{"Azerbaijani", "az", "", "Bax: 4-cü maddə.", "3 cites 4: now 4, was 4, became 5\n"},
		{"another law in Azerbaijani", "az", "", "Bu, Konstitusiyanın 4-cü maddəsidir.", ""},
		{"this law in Azerbaijani", "az", "", "Bu Qanunun 4-cü maddəsidir.", "3 cites 4: now 4, was 4, became 5\n"},
		{"Azerbaijani cases", "az", "", "Bu, 4-cü maddəyə və 5.1-ci bəndə aiddir.", "3 cites 4: now 4, was 4, became 5\n3 cites 5.1: now none, was none, became none\n"},
		{"French", "fr", "", "Voir l'article 4.", "3 cites 4: now 4, was 4, became 5\n"},
	} {
		was := old + "\n3 Links | Much is said in other places of this text. " + c.oldSentence
		now := "1 " + roads + "\n2 " + rail + "\n2.1 Night trains | They carry sleeping cars and no freight at all.\n3 Links | Much is said in other places of this text. " +
			c.newSentence + "\n4 " + customs + "\n5 " + ports + "\n6 Fees | They are paid in advance, by card."
		a, b := tree("old", was), tree("new", now)
		a.Language, b.Language = c.lang, c.lang
		if diff := cmp.Diff(c.want, told(References(mustCompare(t, a, b)))); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", c.name, diff)
		}
	}
}

// Paragraphs are counted within the article that is named with them, or around
// them; that article's number may have changed.
func TestReferencesToParagraphs(t *testing.T) {
	article := func(n int, sentence string) string {
		return fmt.Sprintf("%d Appeals\n%d.1 | A party may appeal within thirty days to the court of the district.\n"+
			"%d.2 | The court hears the parties in public and gives its reasons in writing.\n%d.3 | A fee is due as soon as the appeal is lodged. %s\n", n, n, n, n, sentence)
	}
	fees := func(n int) string {
		return fmt.Sprintf("%d Fees\n%d.1 | The registrar sets all fees and prints them every year in the gazette.\n%d.2 | Widows and orphans pay nothing for copies of any record.\n", n, n, n)
	}
	old := tree("old", article(5, "Paragraph 2 applies.")+fees(6))
	for _, c := range []struct{ sentence, want string }{
		{"Paragraph 2 applies.", ""},
		{"Paragraph 2 of Article 6 applies.", ""}, // follows the renumbering
		{"Article 6(2) applies.", ""},
		{"Paragraphs 1 and 2 of Article 5 apply.", "6.3 cites 5.1: now 5.1, was 5.1, became 6.1\n6.3 cites 5.2: now 5.2, was 5.2, became 6.2\n"},
		{"Paragraph 2 and Article 5 apply.", "6.3 cites 5: now 5, was 5, became 6\n"},
		{"Article 6(9) applies.", "6.3 cites 6.9: now none, was none, became none\n"},
	} {
		now := tree("new", fees(5)+article(6, c.sentence))
		if diff := cmp.Diff(c.want, told(References(mustCompare(t, old, now)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.sentence, diff)
		}
	}
}

// A text against itself: every number means what it meant.
func TestReferencesOfATextAgainstItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		n := rapid.IntRange(1, 6).Draw(t, "clauses")
		for i := range n {
			fmt.Fprintf(&b, "%d %s | As said in clause %d and paragraph %d of Article %d.\n", i+1, sentence(t, "head"),
				rapid.IntRange(1, n).Draw(t, "cited"), rapid.IntRange(1, n).Draw(t, "cited"), rapid.IntRange(1, n).Draw(t, "cited"))
		}
		text := tree("text", b.String())
		c, err := Compare(text, text)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range References(c) {
			if r.WasAt != nil || r.NowAt != nil {
				t.Fatalf("%s in\n%s", told([]Reference{r}), b.String())
			}
		}
	})
}
