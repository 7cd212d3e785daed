package claim

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

// Every sentence is found by its words: itself, or the first of those that have them.
func TestFindMissesNoSentence(t *testing.T) {
	drawn := strings.Fields("the The border Border sərhəd Sərhəd İşğal Граница граница 2007 4.1.1 Art. No. т. I. «a» (b) \u0301 —")
	joints := []string{" ", "  ", ". ", "! ", "?» ", "… ", ".) ", "; ", ".", "\n", "\u2028", ".\u00a0", "\u00a0", "\u00ad", "։ "}
	rapid.Check(t, func(t *rapid.T) {
		clause := &revision.Clause{Provision: &revision.Provision{}}
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			var text strings.Builder
			for range rapid.IntRange(0, 9).Draw(t, "length") {
				text.WriteString(rapid.SampledFrom(drawn).Draw(t, "word") + rapid.SampledFrom(joints).Draw(t, "joint"))
			}
			kind := rapid.SampledFrom([]revision.BlockKind{revision.BlockHeading, revision.BlockText}).Draw(t, "kind")
			clause.Blocks = append(clause.Blocks, revision.Block{Kind: kind, Text: text.String(), Provision: &revision.Provision{}})
		}
		s := newSide([]*revision.Clause{clause}, "az")
		for i := range s.units {
			cut := s.units[i].sentences()
			for n := range cut {
				if cut[n].digest().count == 0 {
					continue
				}
				u, k := s.find(&cut[n])
				if u == nil || !u.sentences()[k].saysLike(&cut[n]) {
					t.Fatalf("%q is not found", cut[n].text)
				}
			}
		}
	})
}
