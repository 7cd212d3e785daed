// Command load asks a running server as a committee would: readers who load pages and
// members who mark, at once, and prints how many requests a second were answered, how
// long they took, and how much memory the server used. See scripts/load.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// load is what is asked, and what came of it.
type load struct {
	site    string
	readers int
	markers int
	rate    int // marks a minute, of all together
	until   time.Time

	mu    sync.Mutex
	took  map[string][]time.Duration
	wrong map[string]int
}

func main() {
	var l load
	var lasts time.Duration
	var pid int
	flag.StringVar(&l.site, "site", "http://127.0.0.1:8017", "where the server is")
	flag.IntVar(&l.readers, "readers", 50, "people who read")
	flag.IntVar(&l.markers, "markers", 10, "members who mark")
	flag.IntVar(&l.rate, "rate", 500, "marks a minute, of all together")
	flag.DurationVar(&lasts, "for", time.Minute, "how long")
	flag.IntVar(&pid, "pid", 0, "process of the server, whose memory is told")
	flag.Parse()
	l.took, l.wrong, l.until = map[string][]time.Duration{}, map[string]int{}, time.Now().Add(lasts)
	if err := l.enrol(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	before, worked := memory(pid), processor(pid)
	began := time.Now()
	var all sync.WaitGroup
	ctx, cancel := context.WithDeadline(context.Background(), l.until)
	defer cancel()
	for i := range l.readers {
		all.Go(func() { l.read(ctx, i) })
	}
	for i := range l.markers {
		all.Go(func() { l.mark(ctx, i) })
	}
	all.Go(func() { watch(ctx, pid) })
	all.Wait()
	l.tell(time.Since(began))
	fmt.Printf("memory of the server: %d MB before, %d MB after\n", before, memory(pid))
	if used := processor(pid) - worked; used > 0 {
		fmt.Printf("processor time of the server: %v, %v a request\n", used, (used / time.Duration(l.total())).Round(10*time.Microsecond))
	}
	if len(l.wrong) > 0 {
		os.Exit(1)
	}
}

func member(i int) string { return "Member " + strconv.Itoa(i) }

// enrol makes the members who mark.
func (l *load) enrol() error {
	c := client()
	for i := range l.markers {
		r, err := c.PostForm(l.site+"/members", url.Values{"name": {member(i)}, "role": {"member"}})
		if err != nil {
			return err
		}
		r.Body.Close()
		if r.StatusCode != http.StatusOK {
			return fmt.Errorf("enrolling is answered with %s", r.Status)
		}
	}
	return nil
}

func client() *http.Client {
	jar, _ := cookiejar.New(nil) // it never fails without options
	return &http.Client{Jar: jar, Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 2}}
}

// read loads pages one after the other, with a pause as of somebody who looks at them.
func (l *load) read(ctx context.Context, i int) {
	c := client()
	pages := []struct{ name, path string }{
		{"comparison", "/c/2007/draft"}, {"clause", "/r/2007/4.1.1"}, {"text", "/r/2007"}, {"comparison", "/c/2007/draft"}, {"agenda", "/agenda/2007"}, {"start", "/"},
	}
	pause(ctx, time.Second*time.Duration(i)/time.Duration(l.readers)) // people do not click in step
	for n := i; ctx.Err() == nil; n++ {
		p := pages[n%len(pages)]
		l.ask(p.name, func() (*http.Response, error) { return c.Get(l.site + p.path) })
		pause(ctx, time.Second)
	}
}

// mark enters marks at an even pace.
func (l *load) mark(ctx context.Context, i int) {
	c := client()
	r, err := c.PostForm(l.site+"/member", url.Values{"member": {member(i)}, "back": {"/help"}})
	if err == nil {
		r.Body.Close()
	}
	clauses := []string{"4.1.1", "4.1.2", "4.1.3", "4.1.4", "3.1", "3.2", "3.3", "3.4", "4.2", "4.3.1"}
	verdicts := []string{"keep", "amend", "obsolete", "disputed"}
	every := time.Minute * time.Duration(l.markers) / time.Duration(max(l.rate, 1))
	pause(ctx, every*time.Duration(i)/time.Duration(l.markers))
	for n := i; ctx.Err() == nil; n++ {
		form := url.Values{"on": {"2007/" + clauses[n%len(clauses)]}, "verdict": {verdicts[n%len(verdicts)]}, "note": {"note " + strconv.Itoa(n)}}
		began := time.Now()
		l.ask("mark", func() (*http.Response, error) {
			req, err := http.NewRequest(http.MethodPost, l.site+"/mark", strings.NewReader(form.Encode()))
			if err != nil {
				return nil, err
			}
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set("Accept", "application/json")
			return c.Do(req)
		})
		pause(ctx, every-time.Since(began))
	}
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// ask asks once and notes how long the whole answer took.
func (l *load) ask(name string, do func() (*http.Response, error)) {
	began := time.Now()
	r, err := do()
	what := ""
	if err != nil {
		what = err.Error()
	} else {
		_, err = io.Copy(io.Discard, r.Body)
		r.Body.Close()
		if err != nil || r.StatusCode != http.StatusOK {
			what = name + ": " + r.Status
		}
	}
	took := time.Since(began)
	l.mu.Lock()
	defer l.mu.Unlock()
	if what != "" {
		l.wrong[what]++
		return
	}
	l.took[name] = append(l.took[name], took)
}

// tell prints what came of it.
func (l *load) tell(lasted time.Duration) {
	total, names := l.total(), slices.Sorted(maps.Keys(l.took))
	fmt.Printf("%d requests in %.0f s: %.1f a second\n", total, lasted.Seconds(), float64(total)/lasted.Seconds())
	for _, name := range names {
		took := l.took[name]
		slices.Sort(took)
		at := func(q float64) time.Duration { return took[int(q*float64(len(took)-1))].Round(100 * time.Microsecond) }
		fmt.Printf("%-11s %6d   p50 %9v   p99 %9v   most %9v\n", name, len(took), at(.5), at(.99), at(1))
	}
	for what, n := range l.wrong {
		fmt.Printf("failed %d times: %s\n", n, what)
	}
}

// total is how many requests were answered.
func (l *load) total() int {
	n := 0
	for _, took := range l.took {
		n += len(took)
	}
	return n
}

// watch prints the server's memory once a minute.
func watch(ctx context.Context, pid int) {
	for n := 1; ; n++ {
		pause(ctx, time.Minute)
		if ctx.Err() != nil {
			return
		}
		fmt.Printf("after %d min: %d MB\n", n, memory(pid))
	}
}

// memory is what a process has resident, in MB; 0 where that is not known.
func memory(pid int) int {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0]) // the kernel writes a number
			return kb / 1024
		}
	}
	return 0
}

// processor is how long a process has worked, 0 where that is not known.
func processor(pid int) time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	const tick = 10 * time.Millisecond // USER_HZ is 100 on every Linux
	fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	user, _ := strconv.Atoi(fields[11]) // the kernel writes numbers
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick
}
