package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

var noon = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)

func enter(t testing.TB, s *Store, by string, says review.Statement) review.Entry {
	t.Helper()
	e, err := s.Enter(t.Context(), noon, by, says)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func enrol(t testing.TB, s *Store, name string, role review.Role) {
	t.Helper()
	enter(t, s, name, review.Enrolment{Name: name, Role: role})
}

// markOn is a mark on the first paragraph of a revision.
func markOn(r *revision.Revision, v review.Verdict, note string) review.Mark {
	var on review.Anchor
	r.Walk(func(p *revision.Provision) bool {
		if on.Address == "" && p.Kind == revision.KindParagraph {
			on = review.AnchorOf(r, p)
		}
		return true
	})
	return review.Mark{On: on, Verdict: v, Note: note}
}

func loadWhole(t testing.TB, s *Store) *review.Record {
	t.Helper()
	r, problems, err := s.Record(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	return r
}

func sound(t testing.TB, s *Store) {
	t.Helper()
	if problems, err := s.Integrity(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

func file(t testing.TB, r *review.Record) string {
	t.Helper()
	var b strings.Builder
	if err := review.WriteFile(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEnter(t *testing.T) {
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Лейла", review.Chair)
	enrol(t, s, "Robert'); DROP TABLE entry;--\n\x00", review.Ordinary)
	e := enter(t, s, "Robert'); DROP TABLE entry;--\n\x00", markOn(r, review.Keep, "any \x00 text\u2028 «ə» ' \""))
	record := loadWhole(t, s)
	if got := record.Statements(); len(got) != 3 || got[2].Hash != e.Hash || got[2].Seq != 4 || got[2].Note() != e.Note() {
		t.Errorf("got %+v", got)
	}
	if members, err := s.Members(t.Context()); err != nil || len(members) != 2 {
		t.Errorf("members %+v, %v", members, err)
	}
	var stranger *review.NotMemberError
	if _, err := s.Enter(t.Context(), noon, "X", markOn(r, review.Keep, "")); !errors.As(err, &stranger) || len(stranger.Names) != 2 {
		t.Errorf("a stranger: %v", err)
	}
	var role *review.RoleError
	if _, err := s.Enter(t.Context(), noon, "Robert'); DROP TABLE entry;--\n\x00", review.Decision{On: e.Says.(review.Mark).On, Verdict: review.Keep}); !errors.As(err, &role) {
		t.Errorf("a member who decides: %v", err)
	}
	sound(t, s)
}

// A clock that goes back neither turns the order of the record nor makes it unsound:
// what a member said last is what stands.
func TestClockGoesBack(t *testing.T) {
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Лейла", review.Chair)
	verdicts := []review.Verdict{review.Keep, review.Obsolete, review.Amend, review.Disputed}
	for i, hours := range []int{5, -20000, 1, -9} {
		if _, err := s.Enter(t.Context(), noon.Add(time.Duration(hours)*time.Hour), "Лейла", markOn(r, verdicts[i], "")); err != nil {
			t.Fatal(err)
		}
	}
	record := loadWhole(t, s)
	said := record.Statements()[1:]
	for i, e := range said {
		if m := e.Says.(review.Mark); m.Verdict != verdicts[i] {
			t.Errorf("%d is %s, want %s", i, m.Verdict, verdicts[i])
		}
	}
	if now := record.StateOf(r).Provisions; len(said) != 4 || len(now) != 1 || now[0].Marks[0].Verdict() != review.Disputed {
		t.Errorf("%d statements, of which stands %+v", len(said), now)
	}
	sound(t, s)
}

func TestDefaultMember(t *testing.T) {
	s := mustOpen(t)
	for _, name := range []string{"", "Лейла", "Aygün", ""} {
		if err := s.SetDefaultMember(t.Context(), name); err != nil {
			t.Fatal(err)
		}
		if got, err := s.DefaultMember(t.Context()); err != nil || got != name {
			t.Errorf("got %q, %v, want %q", got, err, name)
		}
	}
}

// What is entered cannot be changed or taken out, even by a program that opens the
// file without our pragmas.
func TestAppendOnly(t *testing.T) {
	s := mustOpen(t)
	enrol(t, s, "Лейла", review.Chair)
	enrol(t, s, "Aygün", review.Ordinary)
	if _, err := s.writer.Exec(`INSERT INTO signature SELECT hash, 'k', 't' FROM entry`); err != nil {
		t.Fatal(err)
	}
	plain, err := sql.Open("sqlite3", s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	for _, statement := range []string{
		`UPDATE entry SET body = replace(body, 'Лейла', 'X')`,
		`UPDATE entry SET rank = ''`,
		`DELETE FROM entry`,
		`INSERT OR REPLACE INTO entry (hash, rank, body) SELECT hash, rank, replace(body, 'Лейла', 'X') FROM entry`,
		`UPDATE signature SET text = 'x'`,
		`DELETE FROM signature`,
		`INSERT OR REPLACE INTO signature SELECT * FROM signature`,
	} {
		for name, db := range map[string]*sql.DB{"our writer": s.writer, "another program": plain} {
			if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
				t.Errorf("%s: %s: got %v", name, statement, err)
			}
		}
	}
	if _, err := plain.Exec(`INSERT INTO entry (hash, rank, body) VALUES (?, '', '{"seq":9,"kind":"mark","before":["x"]}')`, strings.Repeat("0", 64)); err == nil {
		t.Error("an entry came before the one it follows")
	}
}

// Whoever gets past the triggers is found out.
func TestTamperedRecord(t *testing.T) {
	for name, tc := range map[string]struct{ statement, want string }{
		"another name":     {`UPDATE entry SET body = replace(body, 'Лейла', 'Камиля') WHERE seq = 3`, "altered"},
		"a note":           {`UPDATE entry SET body = replace(body, 'as agreed', 'as I like') WHERE seq = 4`, "altered"},
		"an entry removed": {`DELETE FROM entry WHERE seq = 3`, "is missing"},
		"the last removed": {`DELETE FROM entry WHERE seq = 4`, "refers to a row of entry that is not there"},
		"another place":    {`UPDATE entry SET rank = '2000' WHERE seq = 4`, "stands in the wrong place"},
		"no tip":           {`DELETE FROM tip`, "its last entries are not those"},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			r := small("2007")
			save(t, s, r)
			enrol(t, s, "Aygün", review.Chair)
			enter(t, s, "Aygün", review.Enrolment{Name: "Лейла", Role: review.Ordinary})
			enter(t, s, "Лейла", markOn(r, review.Keep, "as agreed"))
			sound(t, s)
			mustExec(t, s.Path(), `DROP TRIGGER entry_no_update`, `DROP TRIGGER entry_no_delete`, tc.statement)
			problems, err := s.Integrity(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if all := strings.Join(problems, "\n"); !strings.Contains(all, tc.want) {
				t.Errorf("%q is not among\n%s", tc.want, all)
			}
		})
	}
}

// Copies that were written to apart come together in any order, and once.
func TestAdmitAnyOrder(t *testing.T) {
	ctx := t.Context()
	r := small("2007")
	first := mustOpen(t)
	save(t, first, r)
	enrol(t, first, "Лейла", review.Chair)
	enrol(t, first, "Aygün", review.Ordinary)
	var copies []*Store
	for i, name := range []string{"Лейла", "Aygün"} {
		path := filepath.Join(t.TempDir(), "copy.db")
		if err := first.Backup(ctx, path); err != nil {
			t.Fatal(err)
		}
		c, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		enter(t, c, name, markOn(r, review.Verdicts[i], "from a copy"))
		copies = append(copies, c)
	}
	enter(t, first, "Aygün", markOn(r, review.Disputed, "at the first"))
	var want string
	for i, order := range [][]*Store{{first, copies[0], copies[1]}, {copies[1], first, copies[0]}, {copies[0], copies[1], copies[1], first}} {
		merged := mustOpen(t)
		save(t, merged, r)
		for _, from := range order {
			if _, err := merged.Admit(ctx, loadWhole(t, from), nil, false); err != nil {
				t.Fatal(err)
			}
		}
		sound(t, merged)
		got := file(t, loadWhole(t, merged))
		if i == 0 {
			want = got
		}
		if got != want || strings.Count(got, "\n") != 1+6 {
			t.Errorf("order %d gives\n%s\nnot\n%s", i, got, want)
		}
		if taken, err := merged.Admit(ctx, loadWhole(t, first), nil, false); err != nil || taken.Added != 0 {
			t.Errorf("again: %d, %v", taken.Added, err)
		}
		e := enter(t, merged, "Лейла", markOn(r, review.Keep, "after all"))
		if len(e.Before) != 3 {
			t.Errorf("the next entry names %d, want the 3 tips", len(e.Before))
		}
		sound(t, merged)
	}
}

const (
	writers      = 8
	marksAWriter = 500
)

// markMany is what one of several processes does at once.
func markMany(ctx context.Context, s *Store, name string) error {
	r, err := s.RevisionByLabel(ctx, "2007")
	if err != nil {
		return err
	}
	for i := range marksAWriter {
		if _, err := s.Enter(ctx, noon, name, markOn(r, review.Verdicts[i%2], fmt.Sprint(i))); err != nil {
			return fmt.Errorf("mark %d: %w", i, err)
		}
	}
	return nil
}

// Eight processes write at once while others read, and nothing is lost.
func TestManyWriters(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	s := mustOpen(t)
	save(t, s, small("2007"))
	var wg sync.WaitGroup
	for i := range writers {
		enrol(t, s, fmt.Sprint("writer ", i), review.Ordinary)
	}
	for i := range writers {
		wg.Go(func() {
			cmd := exec.CommandContext(t.Context(), os.Args[0], s.Path())
			cmd.Env = append(os.Environ(), helperVariable+"=mark as writer "+fmt.Sprint(i))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("writer %d: %v: %s", i, err, out)
			}
		})
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	reads, last := 0, 0
	for running := true; running; {
		select {
		case <-done:
			running = false
		case <-time.After(100 * time.Millisecond):
		}
		r, problems, err := s.Record(t.Context())
		if err != nil || len(problems) > 0 {
			t.Fatalf("a reader: %v, %v", problems, err)
		}
		if n := len(r.Entries()); n < last {
			t.Fatalf("a reader saw %d entries after %d", n, last)
		} else {
			last = n
		}
		reads++
	}
	r := loadWhole(t, s)
	count := map[string]int{}
	for _, e := range r.Entries() {
		if e.Says.Kind() == review.KindMark {
			count[e.By+" "+e.Note()]++
		}
	}
	if want := writers * marksAWriter; len(count) != want || len(r.Statements()) != want+writers || len(r.Tips()) != 1 {
		t.Errorf("%d marks and %d entries with %d tips, want %d marks", len(count), len(r.Statements()), len(r.Tips()), want)
	}
	sound(t, s)
	t.Logf("figure: %d writers, %d marks, %d reads beside them", writers, len(count), reads)
}

// A writer that is killed at any moment leaves whole entries only.
func TestKilledWhileMarking(t *testing.T) {
	for i := range 6 {
		s := mustOpen(t)
		save(t, s, small("2007"))
		enrol(t, s, "writer", review.Ordinary)
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(40+35*i)*time.Millisecond)
		cmd := exec.CommandContext(ctx, os.Args[0], s.Path())
		cmd.Env = append(os.Environ(), helperVariable+"=mark as writer")
		out, err := cmd.CombinedOutput()
		cancel()
		if err != nil && ctx.Err() == nil {
			t.Fatalf("%v: %s", err, out)
		}
		sound(t, s)
		before := len(loadWhole(t, s).Entries())
		enter(t, s, "writer", markOn(small("2007"), review.Keep, "goes on"))
		if after := len(loadWhole(t, s).Entries()); after != before+1 {
			t.Errorf("%d entries after %d", after, before)
		}
	}
}

// When there is no room left, the entry is refused whole and the store stays sound.
func TestNoRoom(t *testing.T) {
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Лейла", review.Chair)
	if _, err := s.writer.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, count(t, s, `SELECT page_count + 3 FROM pragma_page_count`))); err != nil {
		t.Fatal(err)
	}
	entered := 0
	var err error
	for err == nil && entered < 1000 {
		if _, err = s.Enter(t.Context(), noon, "Лейла", markOn(r, review.Keep, strings.Repeat("long ", 100))); err == nil {
			entered++
		}
	}
	if !errors.Is(err, store.ErrFull) || !strings.Contains(err.Error(), s.Path()) {
		t.Fatalf("got %v after %d", err, entered)
	}
	if got := len(loadWhole(t, s).Statements()); got != entered+1 {
		t.Errorf("%d entries, %d were entered", got, entered+1)
	}
	sound(t, s)
	if _, err := s.writer.Exec(`PRAGMA max_page_count = 1000000`); err != nil {
		t.Fatal(err)
	}
	enter(t, s, "Лейла", markOn(r, review.Keep, "there is room again"))
	sound(t, s)
}

func TestBackup(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Лейла", review.Chair)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := s.Enter(ctx, noon, "Лейла", markOn(r, review.Keep, fmt.Sprint(i))); err != nil {
				t.Error(err)
				return
			}
		}
	})
	dir := t.TempDir()
	backup, restored := filepath.Join(dir, "backup.db"), filepath.Join(dir, "restored.db")
	if err := s.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	close(stop)
	wg.Wait()
	if err := Restore(ctx, backup, restored); err != nil {
		t.Fatal(err)
	}
	c, err := Open(ctx, restored)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	sound(t, c)
	whole := loadWhole(t, s)
	for _, e := range loadWhole(t, c).Entries() {
		if !whole.Has(e.Hash) {
			t.Errorf("the backup holds %s, the store does not", e.Hash)
		}
	}
	for name, err := range map[string]error{"back up": s.Backup(ctx, backup), "restore": Restore(ctx, backup, restored)} {
		if !errors.Is(err, store.ErrExists) {
			t.Errorf("%s over a file: %v", name, err)
		}
	}
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("notes\n", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, text, filepath.Join(dir, "new.db")); !errors.Is(err, store.ErrForeign) {
		t.Errorf("restore from a text: %v", err)
	}
	if err := s.Backup(ctx, filepath.Join(dir, "none", "x.db")); err == nil {
		t.Error("backed up into a folder that is not there")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 3 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A store of the version before the record takes it on when it is opened.
func TestMigrateFromRevisionsOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, path, scripts[0], fmt.Sprintf(`PRAGMA application_id = %d`, applicationID), `PRAGMA user_version = 1`)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	save(t, s, small("2007"))
	enrol(t, s, "Лейла", review.Chair)
	sound(t, s)
}

// A record that grew is read as one that is read whole: after own entries and those of
// another process, a signature, a copy that was taken in; and what was altered meanwhile is
// found out where the record no longer fits together.
func TestRecordGrows(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Лейла", review.Chair)
	other, err := Open(ctx, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	apart, err := Open(ctx, copied)
	if err != nil {
		t.Fatal(err)
	}
	defer apart.Close()
	enter(t, apart, "Лейла", markOn(r, review.Amend, "apart"))
	same := func(step string) {
		t.Helper()
		whole, err := Open(ctx, s.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer whole.Close()
		if got, want := file(t, loadWhole(t, s)), file(t, loadWhole(t, whole)); got != want {
			t.Errorf("%s:\n%s\nread whole:\n%s", step, got, want)
		}
	}
	before, err := s.Version(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		enter(t, s, "Лейла", markOn(r, review.Keep, fmt.Sprint("own ", i)))
		enter(t, other, "Лейла", markOn(r, review.Obsolete, fmt.Sprint("other ", i)))
		same("entries")
		now, err := s.Version(ctx)
		if err != nil || now == before {
			t.Errorf("the version is %d as before, %v", now, err)
		}
		before = now
	}
	if now, err := s.Version(ctx); err != nil || now != before {
		t.Errorf("nothing was entered, and the version is another: %d, %v", now, err)
	}
	if _, err := s.Admit(ctx, loadWhole(t, apart), nil, false); err != nil {
		t.Fatal(err)
	}
	same("a copy was taken in")
	enter(t, other, "Лейла", markOn(r, review.Keep, "last"))
	same("after that")
	mustExec(t, s.Path(), `DROP TRIGGER entry_no_delete`, `DELETE FROM tip`)
	if _, problems, err := s.Record(ctx); err != nil || len(problems) == 0 {
		t.Errorf("the tips are gone, and nothing is wrong: %v", err)
	}
}
