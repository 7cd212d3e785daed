package svg

import (
	"strings"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// legendEntry is a colour of the picture and what it stands for. said has the number
// of words with it where there is one to tell.
type legendEntry struct {
	kind report.StreamKind
	said string
}

// legendEntries are the kinds that occur, with the words of each. The counts of
// kept and moved words are those of the accounting: what is split, merged or
// moved as a clause is kept in its words.
func (p phrases) legendEntries(r *report.Report) []legendEntry {
	w := r.Accounting.Words
	var out []legendEntry
	add := func(kind report.StreamKind, any bool, said string) {
		if any {
			out = append(out, legendEntry{kind, said})
		}
	}
	add(report.StreamKept, w.Kept > 0, p.Say("{0 word} kept", w.Kept))
	add(report.StreamMoved, w.Moved > 0 || r.Summary.Moved > 0, p.Say("moved, words or whole clauses"))
	add(report.StreamSplit, r.Summary.Kinds["split"] > 0, p.Say("kept, in a clause that was split"))
	add(report.StreamMerged, r.Summary.Kinds["merged"] > 0, p.Say("kept, in clauses that were merged"))
	add(report.StreamDeleted, w.Deleted > 0, p.Say("{0 word} deleted", w.Deleted))
	add(report.StreamInserted, w.Inserted > 0, p.Say("{0 word} inserted", w.Inserted))
	return out
}

// sectionPhrase is a section with its words: "4 Main directions: 1,200 words".
func (p phrases) sectionPhrase(s *report.Section) string {
	return p.sectionName(s) + ": " + p.Count(s.Words, "word")
}

// streamPhrase tells a stream in words. On a stream that is a change, its numbers and
// kind are told; on others the sections. A stream that has no other end says only
// that.
func (p phrases) streamPhrase(s report.Stream) string {
	var words string
	switch s.Kind {
	case report.StreamMoved:
		words = p.Say("{0 word} moved", s.Words)
	case report.StreamDeleted:
		return p.Say("{0 word} deleted", s.Words)
	case report.StreamInserted:
		return p.Say("{0 word} inserted", s.Words)
	default:
		words = p.Say("{0 word} kept", s.Words)
	}
	if c := s.Change; c != nil {
		return p.Numbers(c) + " (" + p.KindPhrase(c) + "): " + words
	}
	return p.sectionName(s.Old) + " → " + p.sectionName(s.New) + ": " + words
}

// flowSentences tell the picture in words: a sentence for each section of the
// old text, and what is new in each of the new one.
func (p phrases) flowSentences(r *report.Report) []string {
	flow := r.Flow(mostSections)
	var out []string
	for _, s := range flow.Old {
		var parts []string
		for _, st := range flow.Streams {
			if st.Old == s {
				parts = append(parts, p.leavingPhrase(st))
			}
		}
		out = append(out, p.Say("Old {0}: {1}.", p.sectionPhrase(s), strings.Join(parts, "; ")))
	}
	for _, s := range flow.New {
		inserted := 0
		for _, st := range flow.Streams {
			if st.New == s && st.Kind == report.StreamInserted {
				inserted += st.Words
			}
		}
		out = append(out, p.Say("New {0}, of them {1} inserted.", p.sectionPhrase(s), p.Number(inserted)))
	}
	return out
}

// leavingPhrase tells where the words of a stream went.
func (p phrases) leavingPhrase(s report.Stream) string {
	if s.New == nil {
		return p.Say("{0 word} deleted", s.Words)
	}
	to := p.sectionName(s.New)
	if c := s.Change; c != nil {
		return p.Say("{0} to {1}: {2 word}", p.Numbers(c)+" ("+p.KindPhrase(c)+")", to, s.Words)
	}
	if s.Kind == report.StreamMoved {
		return p.Say("{0 word} moved to {1}", s.Words, to)
	}
	return p.Say("{0 word} kept in {1}", s.Words, to)
}

// FlowSentences tell the picture in words.
func FlowSentences(p phrase.Phrases, r *report.Report) []string { return phrases{p}.flowSentences(r) }
