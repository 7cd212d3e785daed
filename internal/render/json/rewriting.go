package json

import (
	"conceptdiff/internal/relate"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// jsonSameSubject is a clause of the other text that speaks of the same as one that has
// no partner. Score is made from how much of the headings and of the texts is the
// same.
type jsonSameSubject struct {
	Address string   `json:"address"`
	Score   float64  `json:"score"`
	Heading float64  `json:"heading"`
	Text    float64  `json:"text"`
	Words   []string `json:"words"`
}

// jsonRewriting is what is said of a text that was written anew: kept of so many
// words of the old one. It stands beside the fates and changes none of them.
type jsonRewriting struct {
	Kept      int             `json:"kept"`
	Of        int             `json:"of"`
	Subjects  []jsonTopicPair `json:"subjects"`
	TakenOver jsonTaken       `json:"taken_over"`
	Themes    jsonThemes      `json:"themes"`
}

// jsonTopicPair is a chapter of the old text and the one that goes on with it.
// Old_only and new_only are names that the other side has not.
type jsonTopicPair struct {
	Old     string   `json:"old"`
	New     string   `json:"new"`
	Basis   string   `json:"basis"` // "words", "subject", "" for a clause alone
	Score   float64  `json:"score"`
	OldOnly []string `json:"old_only"`
	NewOnly []string `json:"new_only"`
}

// jsonTaken is what was taken over word for word: how many words, and each passage.
type jsonTaken struct {
	Words    int                `json:"words"`
	Passages []jsonTakenPassage `json:"passages"`
}

// jsonTakenPassage is one, with both addresses.
type jsonTakenPassage struct {
	Old      string `json:"old"`
	New      string `json:"new"`
	Words    int    `json:"words"`
	Text     string `json:"text"`
	Inserted bool   `json:"inserted"` // the edits have it as new
}

// jsonThemes are names and words that only one text has, or one far more often.
type jsonThemes struct {
	Gone   []jsonTheme `json:"gone"`
	New    []jsonTheme `json:"new"`
	Gained []jsonTheme `json:"gained"`
	Lost   []jsonTheme `json:"lost"`
}

// jsonTheme is a name, or a word in all its forms, with how often either text has it,
// also by 1,000 words, since their lengths differ.
type jsonTheme struct {
	Text   string   `json:"text"`
	Name   bool     `json:"name"`
	Old    int      `json:"old"`
	New    int      `json:"new"`
	OldPer float64  `json:"old_per_1000"`
	NewPer float64  `json:"new_per_1000"`
	At     []string `json:"at"`
}

// newJSONRewriting is what is said beside the fates of a text that was written anew;
// nil where nothing is. r must have been found to be written anew.
func newJSONRewriting(r *report.Report) *jsonRewriting {
	w := r.Rewriting
	out := &jsonRewriting{
		Kept: w.Kept, Of: w.OldWords, Subjects: []jsonTopicPair{},
		TakenOver: jsonTaken{w.TakenWords, []jsonTakenPassage{}},
		Themes:    jsonThemes{newJSONThemes(w.Themes.Gone), newJSONThemes(w.Themes.New), newJSONThemes(w.Themes.Gained), newJSONThemes(w.Themes.Lost)},
	}
	address := func(c *revision.Clause) string {
		if c == nil {
			return ""
		}
		return c.Address()
	}
	for i := range w.Subjects {
		t := &w.Subjects[i]
		topic := jsonTopicPair{Old: address(t.Old), New: address(t.New), OldOnly: orEmpty(t.OldOnly), NewOnly: orEmpty(t.NewOnly)}
		switch {
		case t.Change != nil:
			topic.Basis, topic.Score = "words", t.Change.Score
		case t.Pair != nil:
			topic.Basis, topic.Score = "subject", t.Pair.Score
		}
		out.Subjects = append(out.Subjects, topic)
	}
	for _, t := range w.Taken {
		out.TakenOver.Passages = append(out.TakenOver.Passages, jsonTakenPassage{t.Old, t.New, t.Words, t.Text, t.Inserted})
	}
	return out
}

// newJSONThemes keeps the order, the greatest difference first.
func newJSONThemes(list []relate.Theme) []jsonTheme {
	out := make([]jsonTheme, len(list))
	for i, t := range list {
		out[i] = jsonTheme{t.Text, t.Name, t.Old, t.New, t.OldPer, t.NewPer, orEmpty(t.At)}
	}
	return out
}
