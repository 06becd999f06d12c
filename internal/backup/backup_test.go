package backup_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/backup"
	"lanyard/internal/database/builtin"
	"lanyard/internal/dbtest"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// filled is a world with accounts, usernames, sealed events of several months, and events
// that still wait.
func filled(t *testing.T) (*dbtest.World, activity.Keys) {
	t.Helper()
	w := dbtest.New(t)
	keys, err := activity.LoadKeys(filepath.Join(t.TempDir(), "keys"))
	if err != nil {
		t.Fatal(err)
	}
	a, b := w.Account("anna"), w.Account("ben")
	w.Join(w.Username(a, "master", access.Levels{access.Clients: access.View, access.AccountAccess: access.Full}), b, access.Levels{access.Clients: access.Full})
	w.Owner(`CREATE TABLE events_202503 PARTITION OF events FOR VALUES FROM ('2025-03-01 00:00:00+00') TO ('2025-04-01 00:00:00+00')`)
	store(t, w, a.ID, time.Date(2025, 3, 15, 1, 2, 3, 4000, time.UTC))
	w.Owner(`INSERT INTO failed_proofs VALUES (E'tab\tline\nback\\slash\\.', '*', 3, 'infinity'), (E'\\.', '', 1, now()), ('\N', '\N', 1, now())`)
	sealer, err := activity.StartSealer(w.DB, keys, activity.SealerOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := sealer.Close(); err != nil {
		t.Fatal(err)
	}
	store(t, w, b.ID, time.Now())
	return w, keys
}

func store(t *testing.T, w *dbtest.World, account uuid.UUID, at time.Time) {
	t.Helper()
	e := activity.Event{Account: account, OccurredAt: at, Code: "client.opened", Action: activity.Read, Changes: map[string]any{"é\u2028\\": []any{"\t\n", 1.5}}}
	if err := w.Log.Store(w.As(nil), e); err != nil {
		t.Fatal(err)
	}
}

// proof verifies the restored log.
func proof(t *testing.T, keys activity.Keys) backup.Proof {
	return func(ctx context.Context, conn *pgx.Conn, m backup.Manifest) error {
		r, err := activity.Verify(ctx, activity.FromConn(ctx, conn, m.Time), keys, nil)
		if err != nil {
			return err
		}
		if !r.Intact() {
			var said strings.Builder
			_ = r.Write(&said)
			return errors.New(said.String())
		}
		return nil
	}
}

func ownerURL(t *testing.T, name string) string {
	t.Helper()
	return dbtest.Server(t).URL(builtin.Owner, name)
}

// bare makes a database without any table.
func bare(t *testing.T, name string) string {
	t.Helper()
	query[string](t, ownerURL(t, "postgres"), "CREATE DATABASE "+name)
	return ownerURL(t, name)
}

func query[T any](t *testing.T, url, sql string) []T {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	rows, err := conn.Query(context.Background(), sql)
	if err != nil {
		t.Fatal(err)
	}
	values, err := pgx.CollectRows(rows, pgx.RowTo[T])
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// contents are all rows of all tables, partitions by themselves.
func contents(t *testing.T, url string) string {
	t.Helper()
	var all strings.Builder
	for _, table := range query[string](t, url, `SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
		AND relname NOT IN ('goose_db_version', 'walls') ORDER BY 1`) {
		all.WriteString(table + "\n" + strings.Join(query[string](t, url, `SELECT t::text FROM "`+table+`" t ORDER BY 1`), "\n") + "\n")
	}
	return all.String()
}

func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	w, keys := filled(t)
	file := filepath.Join(t.TempDir(), "lanyard.backup")
	made, err := backup.ToFile(t.Context(), w.OwnerURL, file)
	if err != nil {
		t.Fatal(err)
	}
	mustBePrivate(t, file)
	for name, url := range map[string]string{"bare": bare(t, "bare"), "migrated": ownerURL(t, dbtest.Fresh(t))} {
		restored, err := backup.FromFile(t.Context(), url, file, proof(t, keys))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if restored.Rows() != made.Rows() || made.Rows() == 0 || !restored.Time.Equal(made.Time) {
			t.Errorf("%s: %+v, made %+v", name, restored, made)
		}
		if got, want := contents(t, url), contents(t, w.OwnerURL); got != want {
			t.Errorf("%s differs:\n%s\nfrom\n%s", name, got, want)
		}
		if on := query[string](t, url, `SELECT tgname::text FROM pg_trigger WHERE tgenabled <> 'O'`); len(on) > 0 {
			t.Errorf("%s: triggers left off: %s", name, on)
		}
		if _, err := backup.FromFile(t.Context(), url, file, nil); !errors.Is(err, backup.ErrNotEmpty) {
			t.Errorf("%s: restored twice: %v", name, err)
		}
	}
}

// TestRestoreIntoUsed restores where nobody has opened an account, and somebody has tried to
// sign in.
func TestRestoreIntoUsed(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	var file bytes.Buffer
	if _, err := backup.Backup(t.Context(), w.OwnerURL, &file); err != nil {
		t.Fatal(err)
	}
	store(t, w, uuid.Nil, time.Now())
	before := contents(t, w.OwnerURL)
	if _, err := backup.Restore(t.Context(), w.OwnerURL, &file, nil); !errors.Is(err, backup.ErrNotEmpty) {
		t.Errorf("restored: %v", err)
	}
	if contents(t, w.OwnerURL) != before {
		t.Error("a refused restore changed something")
	}
}

func mustBePrivate(t *testing.T, file string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	info, err := entries[0].Info()
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v %v", info.Mode(), err)
	}
}

// TestManyPieces backs up and restores more rows than a piece holds.
func TestManyPieces(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	w.Owner(`INSERT INTO failed_proofs SELECT repeat(n || 'x', 100), '*', n, now() FROM generate_series(1, 10000) n`)
	var file bytes.Buffer
	made, err := backup.Backup(t.Context(), w.OwnerURL, &file)
	if err != nil {
		t.Fatal(err)
	}
	url := ownerURL(t, dbtest.Fresh(t))
	if _, err := backup.Restore(t.Context(), url, &file, nil); err != nil {
		t.Fatal(err)
	}
	if made.Rows() != 10000 || contents(t, url) != contents(t, w.OwnerURL) {
		t.Errorf("%d rows", made.Rows())
	}
}

// unzipped is what a gzipped file holds, as far as it can be read.
func unzipped(file []byte) []byte {
	zip, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	content, _ := io.ReadAll(zip)
	return content
}

// TestRefusedFiles restores what is no whole backup: it gets a sentence and nothing changes.
func TestRefusedFiles(t *testing.T) {
	t.Parallel()
	w, keys := filled(t)
	var made bytes.Buffer
	if _, err := backup.Backup(t.Context(), w.OwnerURL, &made); err != nil {
		t.Fatal(err)
	}
	whole := made.Bytes()
	url := ownerURL(t, dbtest.Fresh(t))
	before := contents(t, url)
	refuse := func(name string, file []byte, says string) {
		t.Helper()
		_, err := backup.Restore(t.Context(), url, bytes.NewReader(file), proof(t, keys))
		if err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "nothing was restored") {
			t.Errorf("%s: %v", name, err)
		}
		if contents(t, url) != before {
			t.Fatalf("%s changed something", name)
		}
	}
	for at := range 12 {
		at = 20 + at*(len(whole)-20)/12
		changed := bytes.Clone(whole)
		if changed[at] ^= 1; !bytes.Equal(unzipped(changed), unzipped(whole)) { // in DEFLATE some bits say nothing
			refuse("byte changed", changed, "backup")
		}
		refuse("cut off", whole[:at], "backup")
	}
	refuse("last byte cut off", whole[:len(whole)-1], "damaged or cut off")
	refuse("more after it", append(bytes.Clone(whole), "more"...), "damaged or cut off")
	refuse("empty", nil, "not a backup")
	refuse("foreign", []byte("a,b,c"), "not a backup")
	refuse("foreign gzip", rewrite(t, whole, func(string, []byte) []byte { return nil }), "not a backup")
	refuse("table left out", rewrite(t, whole, leaveOut("tables/failed_proofs/")), "damaged")
	refuse("manifest left out", rewrite(t, whole, leaveOut("manifest.json")), "damaged")
	refuse("other version", rewrite(t, whole, replace("backup.json", `"migration": `, `"migration": 9`)), "database version 9")
	refuse("other form", rewrite(t, whole, replace("backup.json", `"format": `, `"format": 9`)), "restore it with version")
	refuse("other tables", rewrite(t, whole, replace("backup.json", `"failed_proofs"`, `"failed"`)), "tables of the backup")
	refuse("event changed", rewrite(t, whole, replace("tables/events/000001", "client.opened", "client.opener")), "damaged")
	refuse("rows that do not even load", rewrite(t, whole, replace("tables/events/000001", "2025-03", "2025-99")), "does not fit its checksum")
	refuse("month that is none", rewrite(t, whole, replace("backup.json", `"2025-03"`, `"2025-03'); DROP TABLE accounts; --"`)), "no month")
}

// TestUnprovenRestore restores a database whose log was changed before the backup.
func TestUnprovenRestore(t *testing.T) {
	t.Parallel()
	w, keys := filled(t)
	w.Owner(`SET session_replication_role = replica; UPDATE events SET ip = '192.0.2.9' WHERE occurred_at < '2025-04-01'`)
	var file bytes.Buffer
	if _, err := backup.Backup(t.Context(), w.OwnerURL, &file); err != nil {
		t.Fatal(err)
	}
	url := ownerURL(t, dbtest.Fresh(t))
	before := contents(t, url)
	if _, err := backup.Restore(t.Context(), url, bytes.NewReader(file.Bytes()), proof(t, keys)); err == nil || !strings.Contains(err.Error(), "altered") {
		t.Errorf("proof: %v", err)
	}
	if contents(t, url) != before {
		t.Error("an unproven restore changed something")
	}
}

// TestOneSnapshot backs up while others write: accounts and their events fit.
func TestOneSnapshot(t *testing.T) {
	t.Parallel()
	w, keys := filled(t)
	stop, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-stop:
				return
			default:
				store(t, w, uuid.New(), time.Now())
			}
		}
	}()
	var file bytes.Buffer
	_, err := backup.Backup(t.Context(), w.OwnerURL, &file)
	close(stop)
	<-ended
	if err != nil {
		t.Fatal(err)
	}
	url := ownerURL(t, dbtest.Fresh(t))
	if _, err := backup.Restore(t.Context(), url, &file, proof(t, keys)); err != nil {
		t.Fatal(err)
	}
	if n := query[int](t, url, `SELECT count(*) FROM events e FULL JOIN (SELECT id FROM unsealed UNION ALL SELECT id FROM seals) s USING (id) WHERE e.id IS NULL OR e.code IS NULL OR s.id IS NULL`); n[0] != 0 {
		t.Errorf("%d events without seal or place in the queue, or the other way round", n[0])
	}
}

// rewrite makes the backup anew, with correct checksums of members, from what change makes of
// each; nil leaves it out, and what holds 2025-99 keeps the checksum it had.
func rewrite(t *testing.T, whole []byte, change func(name string, content []byte) []byte) []byte {
	t.Helper()
	zip, err := gzip.NewReader(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	from, to := tar.NewReader(zip), tar.NewWriter(zipped)
	for {
		head, err := from.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if content = change(head.Name, content); content == nil {
			continue
		}
		head.Size = int64(len(content))
		if !bytes.Contains(content, []byte("2025-99")) {
			head.PAXRecords = map[string]string{"LANYARD.sha256": sum(content)}
		}
		if err := errors.Join(to.WriteHeader(head), second(to.Write(content))); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(to.Close(), zipped.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func sum(content []byte) string {
	s := sha256.Sum256(content)
	return hex.EncodeToString(s[:])
}

func second(_ int, err error) error { return err }

func leaveOut(prefix string) func(string, []byte) []byte {
	return func(name string, content []byte) []byte {
		if strings.HasPrefix(name, prefix) {
			return nil
		}
		return content
	}
}

func replace(member, old, replacement string) func(string, []byte) []byte {
	return func(name string, content []byte) []byte {
		if name != member {
			return content
		}
		return bytes.Replace(content, []byte(old), []byte(replacement), 1)
	}
}
