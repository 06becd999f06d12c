package mailing_test

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/textproto"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/mailing"
	"lanyard/internal/page"
	"lanyard/internal/practicesetup"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// sink is a mail server that keeps what it is given.
type sink struct {
	mu    sync.Mutex
	mails []string
	// refuses is what it says to each RCPT; empty: that all is well.
	refuses string
}

func (s *sink) listen(t *testing.T, address string) net.Listener {
	t.Helper()
	l := dbtest.Must[net.Listener](t)(new(net.ListenConfig).Listen(t.Context(), "tcp", address))
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return l
}

func (s *sink) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	in := textproto.NewReader(bufio.NewReader(conn))
	say := func(line string) { _, _ = fmt.Fprintf(conn, "%s\r\n", line) }
	say("220 sink")
	for {
		line, err := in.ReadLine()
		if err != nil {
			return
		}
		switch verb, _, _ := strings.Cut(strings.ToUpper(line), " "); verb {
		case "DATA":
			say("354 go on")
			lines, err := in.ReadDotLines()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.mails = append(s.mails, strings.Join(lines, "\n"))
			s.mu.Unlock()
			say("250 kept")
		case "RCPT":
			say(cmp.Or(s.refuses, "250 ok"))
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (s *sink) kept() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mails)
}

func at(t *testing.T, address string) *mailing.Server {
	t.Helper()
	return dbtest.Must[*mailing.Server](t)(mailing.ParseURL("smtp://" + address + "?from=lanyard@example.com"))
}

// told is a world in which ben has been told of that many links.
func told(t *testing.T, links int) (*dbtest.World, *dbtest.Account) {
	t.Helper()
	w := dbtest.New(t)
	anna, ben := w.Account("anna"), w.Account("ben")
	w.Client(ben, "Zelda", "Quince")
	for i := range links {
		w.Join(w.Username(anna, fmt.Sprintf("june%d", i), access.Everything()), ben, access.Everything())
	}
	return w, ben
}

func newest(t *testing.T, w *dbtest.World, a *dbtest.Account) *ent.Notice {
	t.Helper()
	return dbtest.Must[*page.Page[*ent.Notice]](t)(accountaccess.Notices(w.As(a.Owner), w.Log, a.ID, page.Args{First: 1})).Nodes[0]
}

// Many servers mail each notice once, and nothing of clients.
func TestEachNoticeIsMailedOnce(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 8)
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	var wait sync.WaitGroup
	for range 12 {
		wait.Go(func() {
			for range 4 {
				if err := mailing.Send(context.Background(), w.DB, w.Log, server); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	mails := s.kept()
	if len(mails) != 8 {
		t.Fatalf("%d mails", len(mails))
	}
	subjects := map[string]bool{}
	for _, m := range mails {
		for line := range strings.Lines(m) {
			if strings.HasPrefix(line, "Message-ID:") {
				subjects[line] = true
			}
		}
		if !strings.Contains(m, "ben@example.com") || !strings.Contains(m, "may enter this account now, by the consent of ben-owner.") || strings.Contains(m, "Quince") {
			t.Error(m)
		}
	}
	if len(subjects) != 8 {
		t.Errorf("%v", subjects)
	}
	mailed := 0
	for _, e := range w.Events(ben.ID) {
		if e.Code == "notice.mailed" && e.ActorName == "system:mail" {
			mailed++
		}
	}
	if mailed != 8 {
		t.Errorf("%d events", mailed)
	}
}

// What another server is just taking is left to it, and waited for by nobody.
func TestWhatIsTakenIsLeftToWhoTookIt(t *testing.T) {
	t.Parallel()
	w, _ := told(t, 2)
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	other := dbtest.Must[*pgx.Conn](t)(pgx.Connect(t.Context(), w.OwnerURL))
	t.Cleanup(func() { _ = other.Close(context.Background()) })
	if _, err := other.Exec(t.Context(), `BEGIN; SELECT FROM notices ORDER BY created_at LIMIT 1 FOR UPDATE`); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := mailing.Send(ctx, w.DB, w.Log, server); err != nil || len(s.kept()) != 1 {
		t.Errorf("%d mails, %v", len(s.kept()), err)
	}
}

// While the mail server is away nothing is lost, and whoever runs the account sees why it was not mailed.
func TestAMailServerThatIsAwayLosesNothing(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 1)
	s := new(sink)
	l := s.listen(t, "127.0.0.1:0")
	server := at(t, l.Addr().String())
	_ = l.Close()
	send := func() error { return mailing.Send(context.Background(), w.DB, w.Log, server) }
	if send() == nil {
		t.Fatal("it is mailed to nobody")
	}
	if err := send(); err != nil {
		t.Errorf("it is tried again at once: %v", err)
	}
	one := newest(t, w, ben)
	if one.MailedAt != nil || one.Attempts != 1 || one.MailFault == "" {
		t.Errorf("%+v", one)
	}
	s.listen(t, l.Addr().String())
	w.Owner(`UPDATE notices SET next_attempt_at = now()`)
	if err := send(); err != nil {
		t.Fatal(err)
	}
	one = newest(t, w, ben)
	if one.MailedAt == nil || one.MailFault != "" || len(s.kept()) != 1 {
		t.Errorf("%+v, %d mails", one, len(s.kept()))
	}
}

// The words of a mail server name whom it refuses: whoever runs the account reads them, the server's log has the code.
func TestTheLogNamesNoAddress(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 1)
	s := &sink{refuses: "550 5.1.1 <ben@example.com>: User unknown"}
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	var log bytes.Buffer
	sender := mailing.Start(w.DB, w.Log, server, slog.New(slog.NewJSONHandler(&log, nil)))
	for newest(t, w, ben).MailFault == "" {
		time.Sleep(10 * time.Millisecond)
	}
	sender.Close()
	one := newest(t, w, ben)
	if !strings.Contains(one.MailFault, "5.1.1 <ben@example.com>: User unknown") {
		t.Errorf("%+v", one)
	}
	if line := log.String(); strings.Contains(line, "ben") || !strings.Contains(line, "answers 550 to notice "+one.ID.String()) {
		t.Error(line)
	}
}

// What waits goes to the address that the account had when it was told, and the change of the address to
// the one before; what comes later goes to the new one.
func TestTheOldAddressIsTold(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 1)
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	in := practicesetup.PracticeInput{Input: practicesetup.Input{PracticeName: "ben practice", ProviderName: "Dr ben", Email: "thief@example.com", TimeZone: "America/New_York"}}
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(ben.Owner), w.Log, ben.ID, 1, in))
	cleo := w.Account("cleo")
	w.Join(cleo.Owner, ben, access.Everything())
	if err := mailing.Send(t.Context(), w.DB, w.Log, server); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"<ben@example.com> The address that notices of this account are mailed to was changed by ben-owner. This is the last mail to the one before: look whether it should be so.",
		"<ben@example.com> june0 may enter this account now, by the consent of ben-owner.",
		"<thief@example.com> cleo-owner may enter this account now, by the consent of ben-owner.",
	}
	if got := s.told(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// told gives for each mail where it went and what it says first, in the order of the alphabet.
func (s *sink) told() (all []string) {
	for _, m := range s.kept() {
		head, body, _ := strings.Cut(strings.ReplaceAll(m, "=\n", ""), "\n\n")
		_, to, _ := strings.Cut(head, "\nTo: ")
		to, _, _ = strings.Cut(to, "\n")
		said, _, _ := strings.Cut(body, "\n")
		all = append(all, to+" "+said)
	}
	slices.Sort(all)
	return all
}

// An account that is told much keeps none of the others waiting, and two such accounts do not either.
func TestEachAccountHasItsTurn(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	accounts := map[string]int{"anna": 30, "ben": 30, "cleo": 30, "dora": 30, "last": 1}
	for name, many := range accounts {
		w.Owner(`WITH n AS (INSERT INTO notices (id, account_id, kind, username, by_name, created_at, next_attempt_at)
				SELECT gen_random_uuid(), $1, 'LINKED', 'june', $2, now(), now() - $3 * interval '1 minute' FROM generate_series(1, $3) RETURNING id)
			INSERT INTO mail_addresses SELECT id, $2 || '@example.com' FROM n`, w.Account(name).ID, name, many)
	}
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	for range 2 { // three mails each
		if err := mailing.Send(t.Context(), w.DB, w.Log, server); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]bool{}
	for _, m := range s.told() {
		to, _, _ := strings.Cut(m, " ")
		seen[to] = true
	}
	if len(seen) != len(accounts) {
		t.Errorf("six mails went to %v", seen)
	}
}

// Mail leaves the machine encrypted or not at all, and a URL that is wrong does not show its password.
func TestURLs(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{"", "mail.example.com", "http://mail.example.com?from=a@b.example", "smtps://u:geheim@mail.example.com", "smtps://u:geheim@?from=a@b.example", "smtps://u:geheim@mail.example.com:x?from=a@b.example", "smtps://u:geheim@mail.example.com?from=nobody"} {
		if _, err := mailing.ParseURL(raw); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q: %v", raw, err)
		}
	}
	if _, err := mailing.ParseURL("smtps://u:geheim@mail.example.com:465?from=lanyard@example.com"); err != nil {
		t.Error(err)
	}
}
