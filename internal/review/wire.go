package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// This file is the pair of Canonical: what each statement is written as, and how
// an entry is read back. Whatever does not read back to the same bytes is refused,
// so that an entry has one form only.

func (e Enrolment) encode() object {
	return object{"name": e.Name, "role": string(e.Role), "key": e.Key, "removed": e.Removed}
}

func (m Mark) encode() object {
	return withWords(object{"on": m.On.encode(), "verdict": string(m.Verdict), "note": m.Note, "source": m.Source}, m.Words)
}

// withWords adds proposed words where there are some: an entry without them is written
// as it was before words could be proposed, and keeps its hash.
func withWords(o object, words string) object {
	if words != "" {
		o["words"] = words
	}
	return o
}

func (d Decision) encode() object {
	return withWords(object{
		"on": d.On.encode(), "verdict": string(d.Verdict), "note": d.Note,
		"votes": object{"for": d.Votes.For, "against": d.Votes.Against, "abstain": d.Votes.Abstain},
	}, d.Words)
}

func (r Rebinding) encode() object {
	to := make([]object, len(r.To))
	for i, a := range r.To {
		to[i] = a.encode()
	}
	return object{"from": r.From.encode(), "in": r.In, "to": to, "note": r.Note}
}

func (p Pin) encode() object {
	return object{"old": p.Old.encode(), "new": p.New.encode(), "apart": p.Apart, "note": p.Note}
}

func (r Relation) encode() object {
	return object{"passage": r.Passage.encode(), "on": r.On.encode(), "apart": r.Apart, "as": r.As, "note": r.Note}
}

func (p Passage) encode() object {
	return object{"document": p.Document, "source": p.Source, "address": p.Address, "digest": p.Digest, "quote": p.Quote}
}

func (s StoredRevision) encode() object {
	return object{"label": s.Label, "source": s.Source, "digest": s.Digest}
}

func (a Anchor) encode() object {
	return object{
		"revision": a.Revision, "source": a.Source, "address": a.Address,
		"wid": a.WID, "digest": a.Digest, "quote": a.Quote,
	}
}

// decodeStatement reads what an entry of that kind says. Field names are matched
// without regard to case by encoding/json; what is written otherwise does not read
// back to the same bytes.
func decodeStatement(kind Kind, data json.RawMessage) (Statement, error) {
	switch kind {
	case KindMember:
		return decode[Enrolment](data)
	case KindMark:
		return decode[Mark](data)
	case KindDecision:
		return decode[Decision](data)
	case KindRebinding:
		return decode[Rebinding](data)
	case KindPin:
		return decode[Pin](data)
	case KindRelation:
		return decode[Relation](data)
	case KindRevision:
		return decode[StoredRevision](data)
	}
	return nil, fmt.Errorf("entries of kind %q are not known to this version of conceptdiff", kind)
}

func decode[T Statement](data []byte) (Statement, error) {
	var s T
	err := strict(data, &s)
	return s, err
}

// strict reads one JSON value without unknown fields.
func strict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more follows the JSON value")
	}
	return nil
}

// ParseEntry reads an entry from its canonical form. It refuses any other form,
// and what could not have been entered: see [NewEntry].
func ParseEntry(data []byte) (Entry, error) {
	var w struct {
		Type, Time, By, Refers string
		Kind                   Kind
		Seq                    int
		Before                 []string
		Says                   json.RawMessage
	}
	if err := strict(data, &w); err != nil {
		return Entry{}, fmt.Errorf("not an entry: %w", err)
	}
	if w.Type != entryType {
		return Entry{}, fmt.Errorf("entries of type %q are not known to this version of conceptdiff", w.Type)
	}
	at, err := time.Parse(time.RFC3339, w.Time)
	if err != nil {
		return Entry{}, fmt.Errorf("%q is no time", w.Time)
	}
	says, err := decodeStatement(w.Kind, w.Says)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Hash: hashOf(data), Seq: w.Seq, Time: at.UTC(), By: w.By, Says: says}
	if len(w.Before) > 0 {
		e.Before = w.Before
	}
	if err := e.check(); err != nil {
		return Entry{}, err
	}
	if e.Says.Refers() != w.Refers {
		return Entry{}, errors.New("the digest it refers to is not that of its anchor")
	}
	if !bytes.Equal(e.Canonical(), data) {
		return Entry{}, errors.New("not in canonical form")
	}
	return e, nil
}
