package activitylog_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/dbtest"
	"lanyard/internal/download"
)

// some writes n events of an account in the order in which they happened, past the sealer.
const some = `INSERT INTO events
	SELECT uuidv7(- n * interval '1 millisecond'), $1::uuid, now() - n * interval '1 millisecond', 'client.opened', 'R', 'OK', '',
		$1, 'user' || n % 8, $1, 'MEMBER', $1, 'request-' || n, '192.0.2.1', '=cmd|''/c calc''!A1', 'CLIENTS', '', '', 'Client',
		ARRAY[$1::uuid], ARRAY[$1::uuid], 1, '{"firstName": ["changed"], "ann CALENDAR": ["VIEW", "FULL"]}', $1, $1
	FROM generate_series(1, $2::int) n`

func filledWith(t testing.TB, n int) (*dbtest.World, *dbtest.Account) {
	w := dbtest.New(t)
	a := w.Account("a")
	w.Owner(`ALTER TABLE events DISABLE TRIGGER queue_for_sealing`)
	w.Owner(some, a.ID, n)
	w.Owner(`ANALYZE events`)
	return w, a
}

func always(context.Context) error { return nil }

func sent(t testing.TB, w *dbtest.World, a *dbtest.Account, f activitylog.Filter, name string) (string, download.Sum, uuid.UUID) {
	t.Helper()
	ctx := w.As(a.Owner)
	file := dbtest.Must[*download.File](t)(activitylog.Download(ctx, w.Log, a.ID, f, name))
	var b bytes.Buffer
	sum := dbtest.Must[download.Sum](t)(download.Send(ctx, w.Log, *file, &b, always))
	return b.String(), sum, file.Leaves.ID
}

// A download holds every event once, and the log says how many and which bytes.
func TestADownloadIsInTheLog(t *testing.T) {
	w, a := filledWith(t, 2*download.PageRows+5)
	code := "client.opened"
	for _, name := range []string{"activity.csv", "activity.ndjson"} {
		text, sum, id := sent(t, w, a, filter{Code: &code}, name)
		lines := strings.Count(text, "\n")
		if name == "activity.csv" {
			lines--
		}
		if lines != 2*download.PageRows+5 || sum.Rows != lines {
			t.Errorf("%s: %d lines, %d rows", name, lines, sum.Rows)
		}
		hash := sha256.Sum256([]byte(text))
		m := dbtest.Must[*activitylog.Manifest](t)(activitylog.ManifestOf(w.As(a.Owner), w.Log, a.ID, id))
		if m.File != name || m.Rows != lines || m.SHA256 != hex.EncodeToString(hash[:]) || m.Filters["code"] != code || m.Filters["until"] == nil || m.By != "a-owner" {
			t.Errorf("%+v", m)
		}
	}
	var codes []string
	for _, e := range w.Events(a.ID) {
		if e.Code == "export.begun" || e.Code == "log.exported" {
			codes = append(codes, fmt.Sprint(e.Code, " ", e.RowCount))
		}
	}
	if got := strings.Join(codes, ", "); got != "export.begun 0, log.exported 2005, export.begun 0, log.exported 2005" {
		t.Error(got)
	}
}

// broken is a line that is cut after so many bytes.
type broken int

func (b *broken) Write(p []byte) (int, error) {
	if *b -= broken(len(p)); *b < 0 {
		return 0, errors.New("cut")
	}
	return len(p), nil
}

// What is broken off, by whoever reads or because it may not leave any more, is in the log with the rows that left.
func TestABrokenDownloadIsInTheLog(t *testing.T) {
	w, a := filledWith(t, 3*download.PageRows)
	refused := errors.New("not any more")
	times := 0
	small := broken(1500 * download.PageRows)
	for name, c := range map[string]struct {
		out io.Writer
		may func(context.Context) error
	}{
		"cut":     {&small, always},
		"refused": {io.Discard, func(context.Context) error { times++; return refused }},
	} {
		ctx := w.As(a.Owner)
		file := dbtest.Must[*download.File](t)(activitylog.Download(ctx, w.Log, a.ID, filter{}, "activity.ndjson"))
		if _, err := download.Send(ctx, w.Log, *file, c.out, c.may); err == nil {
			t.Errorf("%s: no error", name)
		}
		last := w.Events(a.ID)
		e := last[len(last)-1]
		if e.Code != "log.exported" || e.Outcome != activity.Failed || e.Reason != "broken off" || e.RowCount >= 3*download.PageRows || e.Changes["sha256"] != nil {
			t.Errorf("%s: %+v", name, e)
		}
		if _, err := activitylog.ManifestOf(w.As(a.Owner), w.Log, a.ID, file.Leaves.ID); err == nil {
			t.Errorf("%s has a manifest", name)
		}
	}
	if times != 1 {
		t.Errorf("asked %d times", times)
	}
}

// No spreadsheet runs what is in the file, and both sides of a change are there.
func TestTheTableIsPlain(t *testing.T) {
	w, a := filledWith(t, 1)
	code := "client.opened"
	text, _, _ := sent(t, w, a, filter{Code: &code}, "activity.csv")
	lines := dbtest.Must[[][]string](t)(csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll())
	row := map[string]string{}
	for i, heading := range lines[0] {
		row[heading] = lines[1][i]
	}
	for heading, want := range map[string]string{
		"Browser": "'=cmd|'/c calc'!A1", "Before": "ann Calendar: View Only; firstName: not kept: personal", "After": "ann Calendar: Full Access; firstName: not kept: personal",
		"Section": "Clients", "What happened": "client opened", "Username": "user1", "Rows": "1", "Place in the chain": "", "Stood to the account as": "Member",
	} {
		if row[heading] != want {
			t.Errorf("%s: %q", heading, row[heading])
		}
	}
}

// However many rows there are, one page of them is in memory.
func TestMemoryOfADownload(t *testing.T) {
	w, a := filledWith(t, 50_000)
	few, many := 5_000, 50_000
	if half, full := peak(t, w, a, few), peak(t, w, a, many); full > 2*half {
		t.Errorf("%d rows take %d KiB, %d take %d", few, half>>10, many, full>>10)
	}
}

// peak is how much the heap grows, looked at after each page of a download of so many events.
func peak(t testing.TB, w *dbtest.World, a *dbtest.Account, rows int) uint64 {
	t.Helper()
	ctx := w.As(a.Owner)
	file := dbtest.Must[*download.File](t)(activitylog.Download(ctx, w.Log, a.ID, filter{}, "activity.ndjson"))
	look := &watching{base: inUse()}
	enough := errors.New("enough")
	left := rows / download.PageRows
	_, err := download.Send(ctx, w.Log, *file, look, func(context.Context) error {
		if left--; left == 0 {
			return enough
		}
		return nil
	})
	if err != nil && !errors.Is(err, enough) {
		t.Fatal(err)
	}
	return look.most
}

type watching struct{ base, most uint64 }

func (w *watching) Write(p []byte) (int, error) {
	now := inUse()
	w.most = max(w.most, now-min(w.base, now))
	return len(p), nil
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkDownload sends 1,000,000 events of a year.
func BenchmarkDownload(b *testing.B) {
	w := dbtest.New(b)
	a := w.Account("a")
	fillLog(b, w, a.ID)
	for _, name := range []string{"activity.csv", "activity.ndjson"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ctx := w.As(a.Owner)
				file := dbtest.Must[*download.File](b)(activitylog.Download(ctx, w.Log, a.ID, filter{}, name))
				look := &sampling{}
				sum := dbtest.Must[download.Sum](b)(download.Send(ctx, w.Log, *file, look, always))
				b.ReportMetric(float64(sum.Rows), "rows")
				b.ReportMetric(float64(look.most>>20), "MiB-heap")
				b.ReportMetric(float64(look.bytes>>20), "MiB-sent")
			}
		})
	}
}

// sampling looks at the heap now and then, without making it smaller first.
type sampling struct{ most, bytes, pages uint64 }

func (s *sampling) Write(p []byte) (int, error) {
	if s.pages++; s.pages%50 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		s.most = max(s.most, m.HeapInuse)
	}
	s.bytes += uint64(len(p))
	return len(p), nil
}

// Each line is an AuditEvent.
func TestAuditEvents(t *testing.T) {
	w, a := filledWith(t, 1)
	if err := w.Log.Store(w.As(a.Owner), activity.Event{Account: a.ID, Code: "access.denied", Action: activity.Execute, Outcome: activity.Denied, Reason: "Query.x", Section: "NOTES", LevelHeld: "NONE", LevelNeeded: "VIEW", RowCount: 1}); err != nil {
		t.Fatal(err)
	}
	if err := w.Log.Store(w.As(nil), activity.Event{Account: a.ID, Code: "login.fail", Action: activity.Execute, Outcome: activity.Failed, Emergency: uuid.New(), Token: uuid.New(), TokenName: "App"}); err != nil {
		t.Fatal(err)
	}
	text, sum, _ := sent(t, w, a, filter{}, "activity.ndjson")
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) != sum.Rows || sum.Rows < 4 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		var resource map[string]any
		if err := json.Unmarshal([]byte(line), &resource); err != nil {
			t.Fatal(err)
		}
		for _, fault := range auditEventFaults(resource) {
			t.Errorf("%s in %s", fault, line)
		}
	}
	for _, want := range []string{`"code":"ETREAT"`, `"patient":{"identifier":{"system":"urn:ietf:rfc:3986"`, `"display":"App"`, `"severity":"warning"`, `"detail":[{"text":"Query.x"}]`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}
