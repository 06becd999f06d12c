package activitylog_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
)

// fill writes a year of 1,000,000 events of the account, in the order in which they happened,
// and 111,111 of ten others: 30 % are lists of 50 clients, 40 % of single clients. Each of 200
// clients is in 75,000 lists; one client has the oldest event alone.
const fill = `INSERT INTO events
	SELECT uuidv7(- n * interval '28 seconds'), CASE WHEN n % 10 = 0 THEN ($3::uuid[])[1 + n / 10 % 10] ELSE $1::uuid END, now() - n * interval '28 seconds',
		k.code, k.action, CASE n % 40 WHEN 7 THEN 'DENIED' WHEN 8 THEN 'FAILED' ELSE 'OK' END, '',
		($2::uuid[])[1 + n % 8], 'user' || (1 + n % 8), $1, 'MEMBER', $1, 'request-' || n, CASE WHEN n > 1000000 THEN '198.51.100.7' ELSE '192.0.2.' || n % 8 END,
		'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', k.section, '', '', k.type, c.ids, c.ids, 1, '{}', $1, $1
	FROM generate_series(1111110, 1, -1) n
	CROSS JOIN LATERAL (SELECT * FROM (VALUES
		(6, 'client.listed', 'R', 'CLIENTS', 'Client'), (13, 'client.opened', 'R', 'CLIENTS', 'Client'),
		(15, 'log.read', 'R', 'ACTIVITY_LOG', 'Event'), (17, 'code.listed', 'R', 'CODES_SETUP', 'DiagnosisCode'),
		(18, 'login.ok', 'E', '', 'SignIn'), (19, 'client.changed', 'U', 'CLIENTS', 'Client'),
		(20, 'privilege.changed', 'U', 'ACCOUNT_ACCESS', 'Link')) AS v(below, code, action, section, type)
		WHERE n / 10 % 20 < below ORDER BY below LIMIT 1) k
	CROSS JOIN LATERAL (SELECT CASE WHEN n = 1111109 THEN ARRAY[$4::uuid] WHEN k.code = 'client.listed' THEN ($3::uuid[])[1 + n % 4 * 50 : 50 + n % 4 * 50]
		WHEN k.type = 'Client' THEN ($3::uuid[])[1 + n % 200 : 1 + n % 200] ELSE '{}' END AS ids) c`

// months makes the partitions of the past, as a year of use would have.
const months = `DO $$
	DECLARE first timestamptz;
	BEGIN
		FOR i IN 1..12 LOOP
			first := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(months => i);
			EXECUTE format('CREATE TABLE events_%s PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
				to_char(first AT TIME ZONE 'UTC', 'YYYYMM'), first, first + interval '1 month');
		END LOOP;
	END $$`

func uuids(n int) []uuid.UUID {
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = uuid.New()
	}
	return ids
}

type filled struct {
	actors, clients []uuid.UUID
	rare            uuid.UUID
}

func fillLog(b *testing.B, w *dbtest.World, account uuid.UUID) filled {
	b.Helper()
	ctx := context.Background()
	db, err := pgx.Connect(ctx, w.OwnerURL)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close(ctx) }()
	f := filled{actors: uuids(8), clients: uuids(200), rare: uuid.New()}
	for _, step := range []string{months, `ALTER TABLE events DISABLE TRIGGER queue_for_sealing`} {
		if _, err := db.Exec(ctx, step); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := db.Exec(ctx, fill, account, f.actors, f.clients, f.rare); err != nil {
		b.Fatal(err)
	}
	if _, err := db.Exec(ctx, `VACUUM ANALYZE events`); err != nil {
		b.Fatal(err)
	}
	return f
}

type filter = activitylog.Filter

func ptr[T any](v T) *T { return &v }

func (f filled) filters(account uuid.UUID) map[string]filter {
	client := func(row uuid.UUID) *globalid.ID { return ptr(globalid.New("Client", account, row)) }
	usual, rare, none := client(f.clients[0]), client(f.rare), client(uuid.New())
	last := time.Now().AddDate(0, -11, 0)
	return map[string]filter{
		"all": {}, "old": {Until: &last},
		"username/many": {Username: ptr("USER3")}, "username/none": {Username: ptr("nobody")},
		"section/many": {Section: ptr(access.Clients)}, "section/none": {Section: ptr(access.Payments)},
		"action/few": {Action: ptr(activity.Update)}, "action/none": {Action: ptr(activity.Delete)},
		"outcome/few": {Outcome: ptr(activity.Denied)},
		"code/few":    {Code: ptr("privilege.changed")}, "code/none": {Code: ptr("none")},
		"client/many": {Client: usual}, "client/one": {Client: rare}, "client/none": {Client: none},
		"username+section/none": {Username: ptr("user3"), Section: ptr(access.Payments)},
		"username+code/none":    {Username: ptr("user3"), Code: ptr("login.fail"), Section: ptr(access.Clients)},
		"section+outcome/none":  {Section: ptr(access.Clients), Outcome: ptr(activity.Denied), Action: ptr(activity.Delete)},
		"client+outcome/few":    {Client: usual, Outcome: ptr(activity.Denied)},
		"client+username/none":  {Client: usual, Username: ptr("user4")},
		"client+section/none":   {Client: usual, Section: ptr(access.Payments)},
		"client+code/none":      {Client: usual, Code: ptr("login.ok")},
		"client+old":            {Client: usual, Until: &last},
		"text/username":         {Text: ptr("user3")}, "text/words": {Text: ptr("privileges")}, "text/section": {Text: ptr("codes setup")},
		"text/address": {Text: ptr("192.0.2.3")}, "text/address/old": {Text: ptr("198.51")}, "text/address/none": {Text: ptr("203.0.113.7")},
		"text/none": {Text: ptr("zebra")}, "text/codes/none": {Text: ptr("archive")}, "text/all": {Text: ptr("e")},
		"text+section/none":  {Text: ptr("user"), Section: ptr(access.Payments)},
		"text+username/none": {Text: ptr("archive"), Username: ptr("user3")},
		"text+client/few":    {Text: ptr("client changed"), Client: usual},
		"text+client/none":   {Text: ptr("log"), Client: usual},
	}
}

// BenchmarkOpenedBy reads who opened a client that 75,000 lists and thousands of openings are about,
// in a year and in its last month, and one that a single event is about.
func BenchmarkOpenedBy(b *testing.B) {
	w := dbtest.New(b)
	a := w.Account("a")
	f := fillLog(b, w, a.ID)
	w.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, sex, status, invoice_option, signature_on_file, version, created_at)
		SELECT id, $1, 1000 + n, 'Cleo', 'Client', 'UNKNOWN', 'ACTIVE', 'CLIENT', false, 1, now() FROM unnest($2::uuid[]) WITH ORDINALITY AS c(id, n)`, a.ID, append(f.clients, f.rare))
	month := time.Now().AddDate(0, -1, 0)
	for name, c := range map[string]struct {
		client uuid.UUID
		during filter
		people int
	}{"many": {f.clients[0], filter{}, 2}, "many/month": {f.clients[0], filter{From: &month}, 2}, "one": {f.rare, filter{}, 1}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if p := dbtest.Must[*activitylog.Openers](b)(activitylog.OpenedBy(w.As(a.Owner), w.Log, a.ID, c.client, c.during, page.Args{First: 50})); len(p.Nodes) != c.people {
					b.Fatalf("%d people", len(p.Nodes))
				}
			}
		})
	}
}

// BenchmarkEvents reads the first page of 50 under each filter, from a log of 1,000,000
// events of one account. The filters that nothing matches are the worst.
func BenchmarkEvents(b *testing.B) {
	w := dbtest.New(b)
	a := w.Account("a")
	f := fillLog(b, w, a.ID)
	for name, filter := range f.filters(a.ID) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := activitylog.Events(w.As(a.Owner), w.Log, a.ID, filter, page.Args{First: 50}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("total/"+name, func(b *testing.B) {
			p, err := activitylog.Events(w.As(a.Owner), w.Log, a.ID, filter, page.Args{First: 50})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := p.TotalCount(w.As(a.Owner)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("LastUsed", func(b *testing.B) {
		for b.Loop() {
			if _, err := activitylog.LastUsed(w.As(a.Owner), w.Log, a.ID, f.actors); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Event", func(b *testing.B) {
		newest, err := activitylog.Events(w.As(a.Owner), w.Log, a.ID, filter{}, page.Args{First: 1})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := activitylog.Event(w.As(a.Owner), w.Log, a.ID, newest.Nodes[0].ID); err != nil {
				b.Fatal(err)
			}
		}
	})
}
