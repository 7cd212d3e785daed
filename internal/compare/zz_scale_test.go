package compare_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func bigText(t testing.TB, size int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	files, _ := filepath.Glob(os.Getenv("SHARED") + "/alignment/*/new.txt")
	var paras []string
	for _, f := range files {
		if strings.Contains(f, "_fr") {
			continue
		}
		b, _ := os.ReadFile(f)
		for _, p := range strings.Split(string(b), "\n") {
			if len(p) > 60 {
				paras = append(paras, p)
			}
		}
	}
	var vocab []string
	for _, p := range paras {
		vocab = append(vocab, strings.Fields(p)...)
	}
	var out []string
	for n := 0; n < size; {
		w := strings.Fields(paras[r.IntN(len(paras))])
		for i := range w {
			if r.IntN(6) == 0 {
				w[i] = vocab[r.IntN(len(vocab))]
			}
			if r.IntN(200) == 0 {
				w[i] = fmt.Sprint("Name", r.IntN(size/200))
			}
		}
		p := strings.Join(w, " ")
		n += len(p) + 1
		out = append(out, p)
	}
	return out
}

func edited(paras []string) []string {
	r := rand.New(rand.NewPCG(3, 4))
	var out []string
	for i, p := range paras {
		w := strings.Fields(p)
		switch r.IntN(20) {
		case 0:
			continue
		case 1:
			w[r.IntN(len(w))] = "Azerbaijan"
			w = append(w, "by", fmt.Sprint(r.IntN(3000)), "States", fmt.Sprint("New", i))
		case 2:
			out = append(out, fmt.Sprint("A wholly new paragraph number ", i, " which shall be here."))
		case 3:
			k := r.IntN(len(w))
			w = append(w[:k:k], w[k+1:]...)
			w = append(w, "x")
		}
		out = append(out, strings.Join(w, " "))
	}
	return out
}

func clausesOf(paras []string, per int) *revision.Revision {
	comp := &revision.Provision{Kind: revision.KindComponent}
	var cl, ch *revision.Provision
	for i, p := range paras {
		if i%(per*20) == 0 && per < 1<<20 {
			ch = &revision.Provision{Kind: revision.KindClause, Num: fmt.Sprint(len(comp.Children) + 1), EID: fmt.Sprint(len(comp.Children) + 1)}
			comp.Children = append(comp.Children, ch)
		}
		if i%per == 0 {
			if ch == nil {
				cl = &revision.Provision{Kind: revision.KindClause, Num: "1", EID: "1"}
				comp.Children = append(comp.Children, cl)
			} else {
				n := len(ch.Children) + 1
				cl = &revision.Provision{Kind: revision.KindClause, Num: fmt.Sprint(n), EID: fmt.Sprintf("%s.%d", ch.EID, n)}
				ch.Children = append(ch.Children, cl)
			}
		}
		cl.Children = append(cl.Children, &revision.Provision{Kind: revision.KindParagraph, Text: p, EID: fmt.Sprint(cl.EID, "/p", len(cl.Children)+1)})
	}
	return &revision.Revision{Meta: revision.Meta{Label: "x", Language: os.Getenv("LANG2")}, Components: []*revision.Provision{comp}}
}

func TestScale(t *testing.T) {
	if os.Getenv("SCALE") == "" {
		t.Skip()
	}
	var size, per int
	fmt.Sscan(os.Getenv("SCALE"), &size, &per)
	paras := bigText(t, size)
	o, n := clausesOf(paras, per), clausesOf(edited(paras), per)
	runtime.GC()
	var m0, m1 runtime.MemStats
	runtime.ReadMemStats(&m0)
	start := time.Now()
	c, err := compare.Compare(o, n)
	if err != nil {
		t.Fatal(err)
	}
	d := time.Since(start)
	runtime.ReadMemStats(&m1)
	fmt.Printf("size %d per %d: %v, alloc %d MB, sys %d MB, %d changes %+v\n", size, per, d, (m1.TotalAlloc-m0.TotalAlloc)>>20, m1.Sys>>20, len(c.Changes), c.Summary)
}
