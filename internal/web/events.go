package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"

	"conceptdiff/internal/review"
)

// event is what an open page is told of one entry.
type event struct {
	On   string `json:"on"` // the clause it is about, as places name it; "" for none
	By   string `json:"by"`
	Kind string `json:"kind"`
	Said string `json:"said"`
	Hash string `json:"hash"`
}

// pulse is how often something is sent, so that whatever stands between does not take
// the connection for a dead one.
const pulse = 20 * time.Second

// sendEvents tells an open page what is entered, until it is closed, beginning with what
// was entered after the entry that was the last one when the page was made.
func sendEvents(c *call) error {
	out := http.NewResponseController(c.ResponseWriter)
	if err := out.SetWriteDeadline(time.Time{}); err != nil {
		return err
	}
	news, stop := c.hub.Listen()
	defer stop()
	h := c.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	if _, err := fmt.Fprint(c, "retry: 2000\n: listening\n\n"); err != nil {
		return nil
	}
	record, err := c.ws.Record(c.r.Context())
	if err != nil {
		return nil
	}
	if missed := since(record, c.r.FormValue("since")); len(missed) > 0 && c.sendNews(missed) != nil {
		return nil
	}
	if err := out.Flush(); err != nil {
		return nil
	}
	beat := time.NewTicker(pulse)
	defer beat.Stop()
	for {
		select {
		case <-c.r.Context().Done():
			return nil
		case <-c.stopping.Done():
			return nil
		case n, open := <-news:
			if !open || c.sendNews(n.Entries) != nil {
				return nil // the browser asks again and loads what it missed
			}
		case <-beat.C:
			if _, err := fmt.Fprint(c, ": still here\n\n"); err != nil {
				return nil
			}
		}
		if err := out.Flush(); err != nil {
			return nil
		}
	}
}

// since are the entries that follow one in the record: all where it is "", as of a page
// that was made when there was none, and none where there is no such entry.
func since(r *review.Record, head string) []review.Entry {
	all := r.Entries()
	at := slices.IndexFunc(all, func(e review.Entry) bool { return e.Hash == head })
	if at < 0 && head != "" {
		return nil
	}
	return all[at+1:]
}

func (c *call) sendNews(entries []review.Entry) error {
	var all []event
	for _, e := range entries {
		ev := event{By: e.By, Kind: string(e.Says.Kind()), Said: c.saidSentence(e), Hash: e.Hash}
		if on, ok := anchorIn(e.Says); ok {
			ev.On = onOf(on.Revision, on.Address)
			if d, err := c.document(c.r.Context(), on.Revision); err == nil {
				ev.On = clauseOf(d.Revision, on.Address)
			}
		}
		all = append(all, ev)
	}
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c, "event: record\ndata: %s\n\n", data)
	return err
}
